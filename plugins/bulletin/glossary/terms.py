"""Terms: the glossary, made ready to be looked for in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.bulletin.glossary.words import stem, words_of
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.records import Term

_Key = tuple[tuple[str, ...], str]  # the stems of a form, and an abbreviation as written

_LEADING = ("the", "to", "a", "an")


@dataclass(frozen=True, slots=True)
class Form:
    """One form of terms in one language.

    Attributes:
        stems: Its words as they are compared.
        exact: Its one word as written, for an abbreviation; "" else.
        sought: Numbers of the terms for which it stands in an original.
        approved: Numbers of the terms for which it will do in a translation.
    """

    stems: tuple[str, ...]
    exact: str
    sought: frozenset[int]
    approved: frozenset[int]


@dataclass(frozen=True, slots=True)
class Use:
    """A form found in a text: at which word it begins, and how many words it has."""

    form: Form
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Terms:
    """The glossary: its terms, and by language the forms that begin with a stem, longest first."""

    terms: tuple[Term, ...]
    forms: Mapping[Language, Mapping[str, tuple[Form, ...]]]

    def approved_forms(self, number: int, language: Language) -> tuple[str, ...]:
        """Return the approved forms of a term, the preferred one first."""
        term = self.terms[number]
        return term.vi if language == "vi" else term.en

    def find(self, words: Sequence[str], language: Language) -> Iterator[Use]:
        """Yield the forms in a text; the longest counts, and none within another."""
        forms = self.forms[language]
        stems = [stem(word, language) for word in words]
        free = 0  # the first word after the last form
        for at, first in enumerate(stems):
            if at >= free and first in forms:
                use = _longest(forms[first], stems, words, at=at)
                if use is not None:
                    free = at + use.length
                    yield use


def _longest(
    forms: Iterable[Form], stems: Sequence[str], words: Sequence[str], *, at: int
) -> Use | None:
    for form in forms:
        length = len(form.stems)
        if tuple(stems[at : at + length]) == form.stems and _is_written(form, words[at]):
            return Use(form, at, length)
    return None


def _is_written(form: Form, word: str) -> bool:
    """Tell whether an abbreviation has its capitals; a plural's s and 's are no part of it."""
    return not form.exact or word in (form.exact, *(form.exact + end for end in ("s", "'s", "’s")))


def compile_terms(terms: Iterable[Term]) -> Terms:
    """Make a glossary ready; do it once a build, for all pairs."""
    ordered = tuple(terms)
    return Terms(ordered, {language: _index(ordered, language) for language in LANGUAGES})


def _index(terms: Sequence[Term], language: Language) -> dict[str, tuple[Form, ...]]:
    sought: dict[_Key, set[int]] = {}
    approved: dict[_Key, set[int]] = {}
    for number, term in enumerate(terms):
        own = term.vi if language == "vi" else term.en
        accepted = term.accepted.vi if language == "vi" else term.accepted.en
        keys = {(_stems(form, language), "") for form in own}
        keys |= {(_stems(short, language), short) for short in term.abbreviations}
        for key in keys:
            sought.setdefault(key, set()).add(number)
        for key in keys | {(_stems(form, language), "") for form in accepted}:
            approved.setdefault(key, set()).add(number)
    forms = [
        Form(*key, frozenset(sought.get(key, ())), frozenset(numbers))
        for key, numbers in approved.items()
    ]
    return _by_first_stem(forms)


def _by_first_stem(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    index: dict[str, list[Form]] = {}
    for form in sorted(forms, key=lambda form: -len(form.stems)):
        if form.stems:
            index.setdefault(form.stems[0], []).append(form)
    return {first: tuple(found) for first, found in index.items()}


def _stems(form: str, language: Language) -> tuple[str, ...]:
    """Return the stems of a form without an article, "to", or punctuation at its end."""
    words = words_of(form)
    while language == "en" and len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    while words and not words[-1][0].isalnum():
        words = words[:-1]
    return tuple(stem(word, language) for word in words)
