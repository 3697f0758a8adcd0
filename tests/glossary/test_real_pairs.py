"""Real pairs: the bulletin's own articles are right, and wrong as soon as a name or term is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from plugins.bulletin.glossary import Passage, Side, check_terms, compile_terms
from plugins.bulletin.glossary.words import words_of
from plugins.bulletin.intake import take_in
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.problems import glossary_rules
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.text.folding import fold
from plugins.bulletin.text.people import find_people
from tests.site.building import REAL_CONTENT

RULES = {rule.id for rule in glossary_rules.RULES}


@pytest.fixture(scope="module")
def entries() -> Entries:
    """Read the real content."""
    return take_in(REAL_CONTENT)[0]


def pairs_of(entries: Entries) -> Iterator[tuple[Side, Side]]:
    """Yield the Vietnamese and the English side of each pair."""
    english = {entry.key: entry for entry in entries.articles if entry.language == "en"}
    for entry in entries.articles:
        if entry.language == "vi" and entry.key in english:
            yield side_of(entry.path), side_of(english[entry.key].path)


def side_of(path: str) -> Side:
    """Return one side with its title and summary."""
    text = (REAL_CONTENT.parent / path).read_text(encoding="utf-8")
    split = split_front_matter(text, path)[0]
    assert split is not None
    lines = [line.partition(": ") for line in split.fields.split("\n")]
    fields = tuple(Passage(text, 1, 1) for name, _, text in lines if name in ("title", "summary"))
    return Side(path, "vi" if ".vi." in path else "en", split.body, split.body_line, fields)


def changed(side: Side, old: str, new: str) -> Side:
    """Return a side with some words replaced everywhere."""
    fields = tuple(replace(item, text=item.text.replace(old, new)) for item in side.fields)
    return replace(side, body=side.body.replace(old, new), fields=fields)


def test_real_pairs_give_no_alarm() -> None:
    """No term and no name of the bulletin's own articles is told."""
    problems = take_in(REAL_CONTENT)[1]
    assert [item for item in problems if item.rule.id in RULES] == []


def test_every_name_without_its_marks_is_told(entries: Entries) -> None:
    """Take the marks off any person's name in any English text, and that one name is told."""
    terms = compile_terms(entry.record for entry in entries.glossary)
    tried = 0
    for vietnamese, english in pairs_of(entries):
        for name in sorted({person.name for person in find_people(vietnamese.body)}):
            bare = fold(name).title()
            if name not in english.body or bare == name:
                continue
            tried += 1
            problems = check_terms(vietnamese, changed(english, name, bare), terms)
            assert {(item.rule.id, dict(item.details)["right"]) for item in problems} == {
                ("name-marks", name)
            }
    assert tried > 20


def test_every_term_without_its_forms_is_told(entries: Entries) -> None:
    """Take any term's words out of the English text, and the term of the original is told."""
    terms = compile_terms(entry.record for entry in entries.glossary)
    tried = 0
    for vietnamese, english in pairs_of(entries):
        bare = replace(english, body="Nothing.", fields=())
        problems = check_terms(vietnamese, bare, terms)
        told = {dict(item.details)["found"].lower() for item in problems}
        for use in terms.find([words_of(vietnamese.body)], "vi"):
            numbers = use.form.sought
            forms = {form for number in numbers for form in terms.terms[number].vi}
            forms |= {form for number in numbers for form in terms.terms[number].abbreviations}
            assert not numbers or told & {form.lower().rstrip(".") for form in forms}
            tried += bool(numbers)
    assert tried > 50
