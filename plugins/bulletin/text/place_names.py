"""Names of places in a text: where one stands, whole and as nothing else's. No name is known here.

A name is a run of words with capital letters. It counts only where the whole run is the name:
"Tokyo" does, and in "Tokyo Gas" or "University of Tokyo" no "Tokyo" is found. Words for what a
place is ("tỉnh", "Prefecture") stand beside the name and are told apart. In doubt there is no
name, for what is not found here may be found in the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.bulletin.text import Language
from plugins.bulletin.text.place_kinds import PlaceName, core_of
from plugins.bulletin.text.place_words import (
    CAPITAL_NAMES_ANOTHER,
    FAR_HEADS,
    HEADS,
    JOINING,
    KINDS_AFTER,
    KINDS_BEFORE,
    OF_HEADS,
    STARTERS,
    STOPS,
    TAILS,
)

BREAK = "\x01"  # in a text: here a paragraph ends
UNKNOWN = "\x02"  # in a text: here stood words that are not looked at

_UPPER = "".join(
    chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
_SPACE = "[ \n\u00a0]+"
_SHORT = rf"(?:T[Pp]|[A-Z][a-z]{{0,2}})\.(?={_SPACE}[{_UPPER}])"
_WORD = rf"[{_UPPER}][^\W_]*(?:(?!['’]s(?!\w))[-\u2011'’][^\W_]+)*"
_CAPITAL = rf"(?:{_SHORT}|{_WORD})"
_RUN = re.compile(rf"(?<!\w){_CAPITAL}(?:{_SPACE}(?:(?:{JOINING}){_SPACE}){{0,2}}{_CAPITAL})*")
_PART = re.compile(r"[^ \n\u00a0]+")
_CLAUSE = re.compile(r"[\x01\x02.,;:!?()…\"“”\d]")
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_NEXT_WORD = re.compile(r"[ \n\u00a0]+([^\W\d_]+)")
_FAR = {
    language: re.compile(rf" (?:{'|'.join(heads)}) ") if heads else None
    for language, heads in FAR_HEADS.items()
}

_SPACES = " \n\u00a0"
_OPENING = "([—“‘\"'«"  # may stand right before a name
_ENDING = ".!?:;…•" + BREAK  # before a space: a sentence begins
_PARTING = ',)]—”’"»'  # before a space: the name is not part of what went before
_CLOSING = ",;:!?)]…—”\"»’'" + BREAK  # may stand right behind a name
_DASHES = "-–‑"
_LOOK_BACK = 60  # letters
_LOOK_AHEAD = 24  # letters
_NEAR = 5  # words
_LONGEST = 6  # words of a name


class Candidate(NamedTuple):
    """A name as it stands in a text; `start` and `end` include the word for the kind."""

    name: PlaceName
    start: int
    core_start: int
    core_end: int
    end: int


class _Before(NamedTuple):
    """What stands before a run: whether a sentence begins there, and the kind that is named."""

    is_start: bool = False
    kind: str = ""
    kind_start: int = -1


_NOTHING = _Before()
_START = _Before(is_start=True)
_KIND_ENDS = {
    language: frozenset(words.rpartition(" ")[2] for words in kinds)
    for language, kinds in KINDS_BEFORE.items()
}


def find_names(text: str, language: Language) -> Iterator[Candidate]:
    """Yield what may be the name of a place, in order.

    Args:
        text: Plain text, NFC; `BREAK` parts paragraphs, `UNKNOWN` stands for other words.
        language: Of the text.
    """
    for match in _RUN.finditer(text):
        before = _look_before(text, match.start(), language)
        if before is None:
            continue
        found = _in_run(match, before, language)
        if found is not None:
            done = _with_next(text, found, language)
            if done is not None:
                yield done


def _look_before(text: str, start: int, language: Language) -> _Before | None:
    """Return what stands before a run; None when that makes it part of something else."""
    at = start
    while at and text[at - 1] in _SPACES:
        at -= 1
    if not at:
        return _START
    last = text[at - 1]
    if at == start:
        return _Before(is_start=last == BREAK) if last in _OPENING + BREAK else None
    if last in _ENDING:
        return _START
    if last in _PARTING or (last in _DASHES and not _joins(text, at - 1)):
        return _NOTHING
    return _after_words(text, at, language) if last.isalpha() else None


def _joins(text: str, dash: int) -> bool:
    """Tell whether a dash follows a name, as in "Cairo – Minsk"."""
    words = text[max(dash - _LOOK_BACK, 0) : dash].split()
    return not words or words[-1][0].isupper() or words[-1][-1] in (UNKNOWN, BREAK)


def _after_words(text: str, end: int, language: Language) -> _Before | None:
    """Judge a run by the words of its clause before it."""
    words = text[max(end - _LOOK_BACK, 0) : end].lower().split()
    if words[-1] in _KIND_ENDS[language]:
        for size in (3, 2, 1):
            kind = KINDS_BEFORE[language].get(" ".join(words[-size:]), "")
            if kind and len(words) >= size:
                return _Before(kind=kind, kind_start=_start_of(text, end, words=size))
    if words[-1] in HEADS[language] or _has_far_head(words, language):
        return None
    return _NOTHING


def _start_of(text: str, end: int, *, words: int) -> int:
    """Return where the last words before an offset begin."""
    parts = list(_PART.finditer(text, max(end - _LOOK_BACK, 0), end))
    return parts[-words].start()


def _has_far_head(words: Sequence[str], language: Language) -> bool:
    heads = _FAR[language]
    if heads is None:
        return False
    near: list[str] = []
    for word in reversed(words[-_NEAR:]):
        if word in STOPS[language] or _CLAUSE.search(word):
            break
        near.append(word)
    return bool(heads.search(f" {' '.join(reversed(near))} "))


def _in_run(match: re.Match[str], before: _Before, language: Language) -> Candidate | None:
    """Take off what stands around a name in its run; None when no name is left."""
    start, end = match.span()
    if match.group().isalpha():  # one word, as most are
        if before.is_start and match.group().lower() in STARTERS[language]:
            return None
        name = PlaceName(match.group(), before.kind)
        return Candidate(name, before.kind_start if before.kind else start, start, end, end)
    parts = list(_PART.finditer(match.string, start, end))
    lowered = [part.group().lower() for part in parts]
    first, kind = _begin(lowered, before, language)
    last, behind = _finish(lowered, first, language)
    if not 0 < last - first <= _LONGEST:
        return None
    core = core_of([part.group() for part in parts[first:last]])
    core_start, core_end = parts[first].start(), parts[last - 1].end()
    if kind is None:
        start = before.kind_start if before.kind else core_start
        return Candidate(PlaceName(core, behind or before.kind), start, core_start, core_end, end)
    named = PlaceName(core, behind or kind.name)
    return Candidate(named, parts[kind.at].start(), core_start, core_end, end)


class _Kind(NamedTuple):
    """A word for a kind within a run, and which word it is."""

    name: str
    at: int


def _begin(lowered: Sequence[str], before: _Before, language: Language) -> tuple[int, _Kind | None]:
    """Return which word of a run begins the name, and the kind that stands before it."""
    first = int(before.is_start and len(lowered) > 1 and lowered[0] in STARTERS[language])
    behind = _behind_of(lowered, first)
    if behind > first:
        kind = KINDS_BEFORE[language].get(" ".join(lowered[behind - 2 : behind]), "")
        return behind, _Kind(kind, behind - 2) if kind else None
    kind = KINDS_BEFORE[language].get(lowered[first], "") if len(lowered) - first > 1 else ""
    return (first + 1, _Kind(kind, first)) if kind else (first, None)


def _finish(lowered: Sequence[str], first: int, language: Language) -> tuple[int, str]:
    """Return behind which word of a run the name ends, and the kind that follows it."""
    last = len(lowered)
    kind = KINDS_AFTER[language].get(lowered[-1], "") if last - first > 1 else ""
    if not kind or lowered[-1] in CAPITAL_NAMES_ANOTHER:
        return last, ""
    return last - 1, kind


def _behind_of(lowered: Sequence[str], first: int) -> int:
    """Return where a name begins behind "the Mayor of" and the like."""
    if "of" not in lowered[first + 1 : -1]:
        return first
    at = lowered.index("of", first + 1)
    return at + 1 if all(word in OF_HEADS for word in lowered[first:at]) else first


def _with_next(text: str, found: Candidate, language: Language) -> Candidate | None:
    """Judge a name by what stands behind it, which may tell its kind."""
    rest = text[found.end : found.end + _LOOK_AHEAD]
    bare = rest.lstrip(_SPACES)
    if bare == rest:
        return found if _closes(rest) else None
    if bare[:1].isalpha():
        return _before_word(rest, found, language)
    if bare[:1] in _DASHES:
        is_joined = bare[1:].lstrip(_SPACES)[:1].isupper()
    else:
        is_joined = bool(bare) and bare[0] not in _OPENING + BREAK
    return None if is_joined else found


def _closes(rest: str) -> bool:
    """Tell whether what follows without a space lets a word end."""
    if rest[:1] == ".":
        return not rest[1:2].isalnum()
    return rest[:1] in _CLOSING or bool(_POSSESSIVE.match(rest))


def _before_word(rest: str, found: Candidate, language: Language) -> Candidate | None:
    word = _NEXT_WORD.match(rest)
    if word is None or word[1][0].isupper() or word[1] in TAILS[language]:
        return None
    kind = KINDS_AFTER[language].get(word[1], "")
    if not kind or found.name.kind:
        return found
    name = found.name._replace(kind=kind)
    return found._replace(name=name, end=found.end + word.end())
