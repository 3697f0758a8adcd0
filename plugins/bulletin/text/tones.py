"""Tone marks: the two ways of writing oa, oe and uy at the end of a syllable.

Only these three pairs differ, and only where no letter follows: the old style marks the first
vowel (hòa, khỏe, thủy), the new one the second (hoà, khoẻ, thuỷ). With a letter after them
(hoàn, ngoài, khuỷu, huỳnh) all mark the same vowel, and in "quý" the u belongs to the q.

Source: Quyết định 240/QĐ, 5/3/1984 (new style in schoolbooks); the press mostly keeps the old.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

ToneStyle = Literal["hòa", "hoà"]

_PAIRS = (("òóỏõọ", "oa", "àáảãạ"), ("òóỏõọ", "oe", "èéẻẽẹ"), ("ùúủũụ", "uy", "ỳýỷỹỵ"))
_ONSETS = "ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnprstvx]"


def _forms() -> dict[str, str]:
    """Map each pair in the new style to the old one."""
    return {
        base[0] + second: first + base[1]
        for firsts, base, seconds in _PAIRS
        for first, second in zip(firsts, seconds, strict=True)
    }


def _in_cases(forms: dict[str, str]) -> dict[str, str]:
    cased = dict(forms)
    for change in (str.upper, str.capitalize):
        cased |= {change(old): change(new) for old, new in forms.items()}
    return cased


_TO_OLD = _in_cases(_forms())
_TO_NEW = {old: new for new, old in _TO_OLD.items()}


def _pattern(forms: dict[str, str]) -> re.Pattern[str]:
    """Return what finds pairs at the end of a word; what is before them is looked at apart."""
    firsts = "".join(sorted({form[0] for form in forms}))
    seconds = "".join(sorted({form[1] for form in forms}))
    return re.compile(f"[{firsts}][{seconds}](?!\\w)")


_IN_NEW = _pattern(_TO_OLD)
_IN_OLD = _pattern(_TO_NEW)
_ONSET = re.compile(rf"(?:^|\W)({_ONSETS}|)$", re.IGNORECASE)
_LONGEST_ONSET = 3


class Stray(NamedTuple):
    """A syllable with its mark on the other vowel: where it is, and its two parts."""

    start: int
    onset: str
    pair: str

    @property
    def pair_start(self) -> int:
        """Return where the two vowels begin."""
        return self.start + len(self.onset)


def find_strays(text: str, style: ToneStyle) -> list[Stray]:
    """Find the syllables in the other style, in NFC text."""
    pattern, forms = (_IN_NEW, _TO_OLD) if style == "hòa" else (_IN_OLD, _TO_NEW)
    strays = []
    for match in pattern.finditer(text):
        # One letter more than any onset, so that the beginning of a longer word shows.
        before = text[max(match.start() - _LONGEST_ONSET - 1, 0) : match.start()]
        onset = _ONSET.search(before)
        if onset is not None and match.group() in forms:
            strays.append(Stray(match.start() - len(onset[1]), onset[1], match.group()))
    return strays


def restyled(pair: str, style: ToneStyle) -> str:
    """Return a pair of vowels with its mark where a style has it."""
    return (_TO_OLD if style == "hòa" else _TO_NEW).get(pair, pair)


def restyle(text: str, style: ToneStyle = "hòa") -> str:
    """Return a text with every syllable in a style, as for a comparison. Text is NFC."""
    for stray in find_strays(text, style):
        start = stray.pair_start
        text = text[:start] + restyled(stray.pair, style) + text[start + 2 :]
    return text
