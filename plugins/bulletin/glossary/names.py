"""Names: Vietnamese names of persons keep their order and their marks in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from plugins.bulletin.glossary.sides import Read
from plugins.bulletin.glossary.words import spans_of
from plugins.bulletin.hygiene.quoting import without_quotations
from plugins.bulletin.problems import Place, Problem, glossary_rules as rules
from plugins.bulletin.text.folding import fold
from plugins.bulletin.text.people import Person, find_people
from plugins.bulletin.text.tones import restyle


def check_names(vietnamese: Read, english: Read, *, spared: Iterable[str]) -> Iterator[Problem]:
    """Yield one problem for each person whose name is written otherwise in English, or not."""
    people = _people_in(vietnamese)
    if not people:
        return
    rows = [_bare(words) for words in english.words]
    unlike = set(spared)
    for name, (passage, person) in people.items():
        if fold(name) in unlike:
            continue
        quotes = list(_quotes(name, english, rows))
        if not quotes:
            place = _place(passage, person, vietnamese)
            yield rules.NAME_MISSING.at(place, found=name, other=english.side.path)
        yield from (problem for problem in quotes[:1] if problem is not None)


def _people_in(vietnamese: Read) -> dict[str, tuple[int, Person]]:
    """Return each person's name with the first place of it, the body before the fields."""
    found: dict[str, tuple[int, Person]] = {}
    for passage, text in enumerate(vietnamese.texts):
        # To blank quotations takes longer than to see that nobody is named at all.
        own = without_quotations(text) if find_people(text) else ""
        for person in find_people(own):
            found.setdefault(person.name, (passage, person))
    return found


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    return fold(word.removesuffix("'s").removesuffix("’s"))


def _bare(words: Iterable[str]) -> list[str]:
    return list(map(_fold, words))


def _quotes(name: str, english: Read, rows: list[list[str]]) -> Iterator[Problem | None]:
    """Yield a problem for each place that names a person wrongly, at last None if one is right."""
    syllables = _bare(name.split())
    is_right = False
    for passage, at in _windows(syllables, rows):
        written = " ".join(english.words[passage][at : at + len(syllables)])
        if _is_same(written, name):
            is_right = True
            continue
        is_in_order = rows[passage][at : at + len(syllables)] == syllables
        rule = rules.NAME_MARKS if is_in_order else rules.NAME_ORDER
        yield rule.at(english.place(passage, at), found=written, right=name)
    if is_right:
        yield None


def _windows(syllables: list[str], rows: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Yield where the syllables of a name stand together, in any order."""
    size, wanted = len(syllables), sorted(syllables)
    rarest = max(syllables, key=len)
    for passage, row in enumerate(rows):
        starts: dict[int, None] = {}  # each once, in their order
        for number in (at for at, word in enumerate(row) if word == rarest):
            starts |= dict.fromkeys(range(max(number - size + 1, 0), number + 1))
        yield from ((passage, at) for at in starts if sorted(row[at : at + size]) == wanted)


def _is_same(written: str, name: str) -> bool:
    return restyle(written.removesuffix("'s").removesuffix("’s")) == restyle(name)


def _place(passage: int, person: Person, vietnamese: Read) -> Place:
    if passage == 0:
        return vietnamese.place_in_body(person.start)
    starts = [start for start, _ in spans_of(vietnamese.texts[passage])]
    return vietnamese.place(passage, starts.index(person.start))
