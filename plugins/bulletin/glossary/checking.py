"""Checking: the two languages of one text, term by term and name by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.bulletin.glossary.names import check_names
from plugins.bulletin.glossary.nearest import Near, find_nearest
from plugins.bulletin.glossary.sides import Passage, Read, Side, read_side
from plugins.bulletin.glossary.terms import Terms, Use
from plugins.bulletin.problems import Problem, Words, glossary_rules as rules
from plugins.bulletin.text.folding import fold

__all__ = ["Passage", "Side", "check_terms"]

_NOTHING = Words("", "")
_MOST_FORMS = 4  # that one sentence names


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
    uses = terms.find(ours.words, ours.side.language)
    rendered = terms.find(theirs.words, theirs.side.language)
    present = {number for use in rendered for number in use.form.approved}
    if any(not use.form.sought & present for use in uses if use.form.sought):
        left = terms.find(theirs.words, ours.side.language)
        present |= _approved_within(uses, rendered) | _sought(left)
    for use in uses:
        wanted = use.form.sought
        if not wanted or wanted & present:
            continue
        present |= wanted  # told once
        if not _is_waived(wanted, terms, spared):
            yield _problem(use, ours, theirs, terms=terms)


def _sought(left: Iterable[Use]) -> set[int]:
    """Return the terms of a name left in the language of the original: "Phụ nữ Thủ đô"."""
    return {number for use in left for number in use.form.sought}


def _approved_within(uses: Iterable[Use], rendered: Iterable[Use]) -> set[int]:
    """Return the terms of which a translation has a form within a longer one.

    The longer one counts where it is used more often than the original uses its term: "to
    establish diplomatic relations" for "quan hệ ngoại giao".
    """
    used = Counter(number for use in uses for number in use.form.sought)
    found = set[int]()
    for use in rendered:
        used.subtract(use.form.sought)
        if all(used[number] < 0 for number in use.form.sought):
            found |= use.form.within
    return found


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


def _problem(use: Use, ours: Read, theirs: Read, *, terms: Terms) -> Problem:
    language = theirs.side.language
    numbers = sorted(use.form.sought)
    forms = [form for number in numbers for form in terms.approved_forms(number, language)]
    shown = [f"“{form}”" for form in dict.fromkeys(forms)][:_MOST_FORMS]
    near = find_nearest(forms, theirs)
    return rules.GLOSSARY_FORM.at(
        ours.place(use.passage, use.at),
        found=ours.quote(use.passage, use.at, use.length),
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
