"""Collation: sort keys for Vietnamese and English. Nothing here changes or shows text.

Sources: Vũ Xuân Lương, "Quy tắc sắp xếp đơn vị từ vựng trong từ điển tiếng Việt"
(https://vietlex.com/xu-li-ngon-ngu/29-Quy_tac_sap_xep_don_vi_tu_vung_trong_tu_dien_tieng_Viet):
letters a ă â b c d đ e ê …, tones ngang huyền hỏi ngã sắc nặng, compared syllable by syllable,
small letters before capitals. Unicode CLDR, common/collation/vi.xml, has the same letters and
tones but compares the tones of a whole phrase last; dictionaries do not, so neither do we.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from plugins.bulletin.text import Language
from plugins.bulletin.text.folding import fold

_VIETNAMESE = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
# huyền, hỏi, ngã, sắc, nặng; other marks follow by their code.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

_NUMBER, _LATIN, _OTHER = range(3)
# One Latin letter with its marks. đ and ð are listed since they do not decompose.
_CLUSTER = re.compile("([a-zđð])([\u0300-\u036f]*)")
_UNIT = re.compile(
    "(?P<number>[0-9]+)"
    "|(?P<latin>(?:[a-zđð][\u0300-\u036f]*(?:['’](?=[a-zđð]))?)+)"
    "|(?P<other>(?:(?![a-zđð0-9])\\w[\\u0300-\\u036f]*)+)"
)


class Unit(NamedTuple):
    """One syllable, number or word of another script, as it is compared."""

    kind: int
    letters: tuple[int, ...]
    tones: tuple[int, ...] = ()


class SortKey(NamedTuple):
    """A key to sort by; `swapped` puts small letters first, `text` keeps the order stable."""

    units: tuple[Unit, ...]
    swapped: str
    text: str


def sort_key(language: Language) -> Callable[[str], SortKey]:
    """Return the key function of a language."""
    return vietnamese_key if language == "vi" else english_key


def vietnamese_key(text: str) -> SortKey:
    """Return the key of Vietnamese dictionary order: "dứa" < "Đà Lạt" < "Đức" < "em".

    Numbers come first and count as numbers, other scripts come last, punctuation is passed over.
    Texts that differ in case alone are neighbours. NFC and NFD give the same key.
    """
    return _key(text, _VIETNAMESE)


def english_key(text: str) -> SortKey:
    """Return the key of English order, word by word: "New York" < "Newark", "Đà" among the D's.

    Marks count only between words of the same letters.
    """
    return _key(text, _ENGLISH)


@lru_cache(maxsize=1 << 12)  # every page sorts the same names of sections, topics and partners
def _key(text: str, alphabet: str) -> SortKey:
    composed = unicodedata.normalize("NFC", text)
    lowered = unicodedata.normalize("NFD", composed.casefold())
    units = tuple(_unit(match, alphabet) for match in _UNIT.finditer(_spell_out(lowered)))
    return SortKey(units, composed.swapcase(), composed)


def _spell_out(lowered: str) -> str:
    """Return text with letters such as ø and æ folded, but đ and marks as they are."""
    return re.sub("[øłıæœþɖ]", lambda found: fold(found.group()), lowered).replace("ð", "đ")


def _unit(match: re.Match[str], alphabet: str) -> Unit:
    if match["number"]:
        digits = match["number"].lstrip("0")
        return Unit(_NUMBER, (len(digits), *map(int, digits)))
    if match["other"]:
        return Unit(_OTHER, tuple(map(ord, match["other"])))
    return _syllable(match["latin"], alphabet)


def _syllable(letters: str, alphabet: str) -> Unit:
    """Return a Latin word; its tones are apart from their place, so that hoà equals hòa."""
    clusters = list(_clusters(letters, alphabet))
    tones = tuple(_weigh(mark) for _, marks in clusters for mark in marks)
    return Unit(_LATIN, tuple(alphabet.index(letter) for letter, _ in clusters), tones)


def _clusters(letters: str, alphabet: str) -> Iterator[tuple[str, str]]:
    """Yield each letter of the alphabet with the marks that are not part of it."""
    for letter, marks in _CLUSTER.findall(letters):
        joined = [mark for mark in marks if _join(letter, mark) in alphabet]
        whole = _join(letter, joined[0]) if joined else letter
        if whole in alphabet:
            yield whole, marks.replace(joined[0], "", 1) if joined else marks
        else:
            yield fold(whole), "\u0335" + marks  # English has no đ: a d with a stroke


def _join(letter: str, mark: str) -> str:
    return unicodedata.normalize("NFC", letter + mark)


def _weigh(mark: str) -> int:
    return _TONES.get(mark, ord(mark))
