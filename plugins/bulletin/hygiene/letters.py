"""Letters: what is typed where a Vietnamese letter is meant, and the style of tone marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.bulletin.hygiene.finding import Change, Finding
from plugins.bulletin.hygiene.quoting import without_quotations
from plugins.bulletin.problems import hygiene_rules as rules
from plugins.bulletin.text.people import find_people
from plugins.bulletin.text.tones import ToneStyle, find_strays, restyled

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_CODAS = "ch|ng|nh|[cmnpt]"
# Icelandic has no word that begins with ð, and Ewe has none of the form of a syllable of ours.
_SYLLABLE = re.compile(rf"(?<!\w)[ÐðƉɖ](?=[{_VOWELS}]{{1,3}}(?:{_CODAS})?(?!\w))", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?<![^\W\d_ÐƉA-ZĐ])[A-ZĐÐƉ]{0,4}[ÐƉ][A-ZĐÐƉ]{1,4}(?!\w)")
SIGNS = "[ÐðƉɖ]"
_WRONG = re.compile(SIGNS)
_RIGHT = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}


def check_letters(words: str) -> Iterator[Finding]:
    """Report letters that look like Đ and are not, in what can only be Vietnamese."""
    if not _WRONG.search(words):
        return
    found = {match.start() for match in _SYLLABLE.finditer(words)}
    for match in _ABBREVIATION.finditer(words):
        found |= {match.start() + at.start() for at in _WRONG.finditer(match.group())}
    for start in sorted(found):
        letter = words[start]
        details = {"code": f"U+{ord(letter):04X}", "found": letter, "right": _RIGHT[letter]}
        change = Change(start, start + 1, _RIGHT[letter])
        yield Finding(rules.LETTER_D, start, details, (change,))


def check_tones(words: str, style: ToneStyle) -> Iterator[Finding]:
    """Report syllables with the tone mark on the other vowel, but for quotations and names."""
    if not find_strays(words, style):
        return
    judged = without_quotations(words)
    people = find_people(judged)
    for stray in find_strays(judged, style):
        if not any(person.start <= stray.start < person.end for person in people):
            pair = restyled(stray.pair, style)
            details = {
                "found": stray.onset + stray.pair,
                "right": stray.onset + pair,
                "style": style,
            }
            change = Change(stray.pair_start, stray.pair_start + 2, pair)
            yield Finding(rules.TONE_MARKS, stray.start, details, (change,))
