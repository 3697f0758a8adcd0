"""Checking: the two languages of one text, term by term and name by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.bulletin.glossary.names import check_names
from plugins.bulletin.glossary.nearest import Near, find_nearest
from plugins.bulletin.glossary.sides import Passage, Read, Side, read_side
from plugins.bulletin.glossary.terms import Terms, Use
from plugins.bulletin.problems import Problem, Words, glossary_rules as rules
from plugins.bulletin.text.folding import fold

__all__ = ["Passage", "Side", "check_terms"]

_NOTHING = Words("", "")
_MOST_FORMS = 4  # that one sentence names


@dataclass(frozen=True, slots=True)
class _Found:
    """The first use of a form in a text: in which passage."""

    use: Use
    passage: int


def check_terms(
    original: Side, translation: Side, terms: Terms, *, waived: Iterable[str] = ()
) -> list[Problem]:
    """Check that a translation uses approved forms, and that names of persons are kept.

    Args:
        original: One language of a text.
        translation: The other one.
        terms: The glossary, made ready by `compile_terms`.
        waived: Terms and names, in either language, that are meant to differ here.

    Returns:
        One warning for each term of the original, and for each name.
    """
    ours, theirs = read_side(original), read_side(translation)
    spared = {fold(word) for word in waived}
    problems = list(_check_forms(ours, theirs, terms, spared=spared))
    vietnamese, english = (ours, theirs) if original.language == "vi" else (theirs, ours)
    if vietnamese.side.language != english.side.language:
        problems += check_names(vietnamese, english, spared=spared)
    return problems


def _check_forms(ours: Read, theirs: Read, terms: Terms, *, spared: set[str]) -> Iterator[Problem]:
    present = _approved_in(theirs, terms)
    told: set[int] = set()
    for found in _first_uses(ours, terms):
        wanted = found.use.form.sought
        if wanted & present or wanted <= told:
            continue
        told |= wanted
        if not _is_waived(wanted, terms, spared):
            yield _problem(found, ours, theirs, terms=terms)


def _approved_in(theirs: Read, terms: Terms) -> set[int]:
    language = theirs.side.language
    uses = (use for words in theirs.words for use in terms.find(words, language))
    return {number for use in uses for number in use.form.approved}


def _first_uses(ours: Read, terms: Terms) -> Iterator[_Found]:
    """Yield the first use of each form that is sought, the body before the fields."""
    seen: set[tuple[str, ...]] = set()
    for passage, words in enumerate(ours.words):
        for use in terms.find(words, ours.side.language):
            if use.form.sought and use.form.stems not in seen:
                seen.add(use.form.stems)
                yield _Found(use, passage)


def _is_waived(numbers: Iterable[int], terms: Terms, spared: set[str]) -> bool:
    forms = {
        fold(form)
        for number in numbers
        for form in (
            *terms.terms[number].vi,
            *terms.terms[number].en,
            *terms.terms[number].abbreviations,
        )
    }
    return not spared.isdisjoint(forms)


def _problem(found: _Found, ours: Read, theirs: Read, *, terms: Terms) -> Problem:
    use, language = found.use, theirs.side.language
    numbers = sorted(use.form.sought)
    forms = [form for number in numbers for form in terms.approved_forms(number, language)]
    shown = [f"“{form}”" for form in dict.fromkeys(forms)][:_MOST_FORMS]
    near = find_nearest(forms, theirs)
    return rules.GLOSSARY_FORM.at(
        ours.place(found.passage, use.at),
        found=ours.quote(found.passage, use.at, use.length),
        other=theirs.side.path,
        forms=Words(_joined(shown, "or"), _joined(shown, "hoặc")),
        near=_tell(near),
    )


def _joined(shown: list[str], word: str) -> str:
    return f" {word} ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]


def _tell(near: Near | None) -> Words:
    if near is None:
        return _NOTHING
    return Words(
        f"; the nearest is “{near.text}” on line {near.line}",
        f"; gần nhất là “{near.text}” ở dòng {near.line}",
    )
