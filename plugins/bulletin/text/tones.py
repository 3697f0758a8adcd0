"""Tone marks: the two ways of writing oa, oe and uy at the end of a syllable.

Only these three pairs differ, and only where no letter follows: the old style marks the first
vowel (hòa, khỏe, thủy), the new one the second (hoà, khoẻ, thuỷ). With a letter after them
(hoàn, ngoài, khuỷu, huỳnh) all mark the same vowel, and in "quý" the u belongs to the q.

Source: Quyết định 240/QĐ, 5/3/1984 (new style in schoolbooks); the press mostly keeps the old.
"""

from __future__ import annotations

import re
from typing import Literal

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
    pairs = "|".join(sorted({form.lower() for form in forms}))
    return re.compile(rf"(?<!\w)(?P<onset>{_ONSETS}|)(?P<pair>{pairs})(?!\w)", re.IGNORECASE)


_IN_NEW = _pattern(_TO_OLD)
_IN_OLD = _pattern(_TO_NEW)


def find_strays(text: str, style: ToneStyle) -> list[re.Match[str]]:
    """Find the syllables in the other style; each match has a group `pair`. Text is NFC."""
    return list((_IN_NEW if style == "hòa" else _IN_OLD).finditer(text))


def restyled(pair: str, style: ToneStyle) -> str:
    """Return a pair of vowels with its mark where a style has it."""
    return (_TO_OLD if style == "hòa" else _TO_NEW).get(pair, pair)


def restyle(text: str, style: ToneStyle = "hòa") -> str:
    """Return a text with every syllable in a style, as for a comparison. Text is NFC."""
    pattern = _IN_NEW if style == "hòa" else _IN_OLD
    return pattern.sub(lambda found: found["onset"] + restyled(found["pair"], style), text)
