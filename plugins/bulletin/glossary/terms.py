"""Terms: the glossary, made ready to be looked for in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from plugins.bulletin.glossary.words import stems_of, words_of
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.records import Term

Stems = tuple[str, ...]

_LEADING = ("the", "to", "a", "an")
_ENDS = ("", "s", "'s", "’s")  # of an abbreviation in English


class Form(Struct, frozen=True):
    """One form of terms in one language.

    Attributes:
        stems: Its words as they are compared.
        exact: Its one word as written, for an abbreviation; "" else.
        sought: Numbers of the terms for which it stands in an original.
        approved: Numbers of the terms for which it will do in a translation.
        within: Numbers of the terms for which a part of it would do.
    """

    stems: Stems
    exact: str
    sought: frozenset[int]
    approved: frozenset[int]
    within: frozenset[int] = frozenset()


class Use(Struct, frozen=True):
    """A form found in a text: in which passage, at which word, and how many words it has."""

    form: Form
    passage: int
    at: int

    @property
    def length(self) -> int:
        """Return how many words the form has."""
        return len(self.form.stems)


# First stem of a form -> second stem, "" for a form of one word -> forms, longest first.
Index = Mapping[str, Mapping[str, tuple[Form, ...]]]


class Terms(Struct, frozen=True):
    """The glossary: its terms, and their forms by language."""

    terms: tuple[Term, ...]
    forms: Mapping[Language, Index]

    def approved_forms(self, number: int, language: Language) -> tuple[str, ...]:
        """Return the approved forms of a term, the preferred one first."""
        term = self.terms[number]
        return term.vi if language == "vi" else term.en

    def find(self, passages: Iterable[Sequence[str]], language: Language) -> list[Use]:
        """Find the forms in some passages; the longest counts, and none within another."""
        found: list[Use] = []
        for passage, words in enumerate(passages):
            uses = _find(self.forms[language], words, stems_of(words, language))
            found += [Use(form, passage, at) for form, at in uses]
        return found


def _find(index: Index, words: Sequence[str], stems: Sequence[str]) -> list[tuple[Form, int]]:
    found = []
    free = 0  # the first word after the last form
    for at, first in enumerate(stems):
        if first not in index or at < free:
            continue
        form = _longest(index[first], words, stems, at=at)
        if form is not None:
            free = at + len(form.stems)
            found.append((form, at))
    return found


def _longest(
    forms: Mapping[str, tuple[Form, ...]], words: Sequence[str], stems: Sequence[str], *, at: int
) -> Form | None:
    second = stems[at + 1] if at + 1 < len(stems) else ""
    for form in (*forms.get(second, ()), *forms.get("", ())):
        is_here = tuple(stems[at : at + len(form.stems)]) == form.stems
        if is_here and (not form.exact or words[at] in [form.exact + end for end in _ENDS]):
            return form
    return None


def compile_terms(terms: Iterable[Term]) -> Terms:
    """Make a glossary ready; do it once a build, for all pairs."""
    ordered = tuple(terms)
    return Terms(ordered, {language: _index(_forms(ordered, language)) for language in LANGUAGES})


def _forms(terms: Sequence[Term], language: Language) -> list[Form]:
    sought: dict[tuple[Stems, str], set[int]] = {}
    approved: dict[tuple[Stems, str], set[int]] = {}
    for number, term in enumerate(terms):
        own = term.vi if language == "vi" else term.en
        accepted = term.accepted.vi if language == "vi" else term.accepted.en
        keys = {(_stems_of_form(form, language), "") for name in own for form in _with_the(name)}
        keys |= {
            (_stems_of_form(short + end, language), short)
            for short in term.abbreviations
            for end in _ENDS
        }
        for key in keys:
            sought.setdefault(key, set()).add(number)
        further = (form for name in accepted for form in _with_the(name))
        for key in keys | {(_stems_of_form(form, language), "") for form in further}:
            approved.setdefault(key, set()).add(number)
    return [
        Form(*key, frozenset(sought.get(key, ())), frozenset(numbers), _within(key[0], approved))
        for key, numbers in approved.items()
        if key[0]
    ]


def _within(stems: Stems, approved: Mapping[tuple[Stems, str], set[int]]) -> frozenset[int]:
    parts = (stems[start:end] for start, end in combinations(range(len(stems) + 1), 2))
    shorter = (part for part in parts if len(part) < len(stems))
    return frozenset(number for part in shorter for number in approved.get((part, ""), ()))


def _index(forms: Iterable[Form]) -> Index:
    index: dict[str, dict[str, tuple[Form, ...]]] = {}
    for form in sorted(forms, key=lambda form: -len(form.stems)):
        seconds = index.setdefault(form.stems[0], {})
        second = form.stems[1] if len(form.stems) > 1 else ""
        seconds[second] = (*seconds.get(second, ()), form)
    return index


def _with_the(form: str) -> tuple[str, ...]:
    """Return a form as it is, and with "of the" where it has "of": head of (the) delegation."""
    return form, re.sub(r"\bof (?!the )", "of the ", form)


def _stems_of_form(form: str, language: Language) -> Stems:
    """Return the stems of a form without an article, "to", or punctuation at its end."""
    words = words_of(form)
    while language == "en" and len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    while words and not words[-1][0].isalnum():
        words = words[:-1]
    return tuple(stems_of(words, language))
