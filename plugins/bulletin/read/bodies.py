"""Bodies: what may not stand in one, judged from its source and what conversion found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from plugins.bulletin.model.article import BodyLink, Heading
from plugins.bulletin.problems import Place, Problem, read_rules as rules
from plugins.bulletin.read.finding import Finder

ALLOWED_TAGS = ("br", "cite", "del", "ins", "kbd", "mark", "q", "small", "sub", "sup")
NESTING_LIMIT = 30  # brackets open at once; Python-Markdown's work grows as the square

_BRACKETS = re.compile(r"[\[\]()]|\n[ \t]*\n")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):|//")
_SPACES = re.compile(r"[\x00-\x20]+")
_FORMS = {
    "http": re.compile(r"https?://[^\s/?#<>\"\\^`{|}]+\.[^\s<>\"\\^`{|}]+", re.IGNORECASE),
    "mailto": re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+", re.IGNORECASE),
    "tel": re.compile(r"tel:\+?[0-9.()-]+", re.IGNORECASE),
}
_FORMS["https"] = _FORMS["http"]
_NOTE = re.compile(r"(?<![\\!])\[\^([^\]\s]+)\](?P<is_definition>:)?")


class Written(Struct, frozen=True):
    """One link or picture as conversion saw it: the plain target, and its source's letters."""

    target: str
    source: str
    is_image: bool
    alt: str


def place_link(finder: Finder, link: Written) -> BodyLink:
    """Return a link with its place in the file."""
    place = finder.link_place(link.source)
    return BodyLink(link.target, place.line, place.column, link.is_image, link.alt)


def check_nesting(finder: Finder) -> list[Problem]:
    """Report the first paragraph with too many brackets open at once."""
    if finder.text.count("[") + finder.text.count("(") <= NESTING_LIMIT:
        return []
    depth = 0
    for match in _BRACKETS.finditer(finder.text):
        sign = match.group()
        if sign in "[(":
            depth += 1
        else:
            depth = max(depth - 1, 0) if sign in "])" else 0
        if depth > NESTING_LIMIT:
            return [rules.MARKDOWN_NESTED.at(finder.place_at(match.start()))]
    return []


def check_raw(raw_tags: Iterable[str], finder: Finder) -> list[Problem]:
    """Report HTML that is not on the short list."""
    allowed = ", ".join(f"<{tag}>" for tag in ALLOWED_TAGS)
    return [
        rules.RAW_HTML.at(finder.text_place(raw), tag=raw[:60], allowed=allowed) for raw in raw_tags
    ]


def check_notes(finder: Finder, markup: str) -> list[Problem]:
    """Report footnotes without a text, and texts of footnotes without a mark."""
    if "[^" not in finder.text:
        return []
    found = list(_NOTE.finditer(finder.outside_code))
    defined = {
        match[1] for match in found if match["is_definition"] and f'id="fn:{match[1]}"' in markup
    }
    used = {match[1] for match in found if not match["is_definition"]}
    problems = []
    for match in found:
        place, name = finder.place_at(match.start()), match[1]
        if match["is_definition"] and name in defined - used:
            problems.append(rules.NOTE_UNUSED.at(place, name=name))
        elif not match["is_definition"] and name not in defined:
            problems.append(rules.NOTE_MISSING.at(place, name=name))
    return problems


def check_headings(headings: Sequence[Heading], finder: Finder) -> list[Problem]:
    """Report a heading that leaves out a level; the page's title has level 1."""
    if _descend_by_one(headings):
        return []  # places cost more than all else
    problems = []
    deepest = 1
    for heading in headings:
        place = finder.heading_place(heading.level, heading.text)
        if not _follows(heading.level, deepest):
            most = 2 if heading.level == 1 else deepest + 1
            problem = rules.HEADING_LEVEL.at(
                place, text=heading.text, level=heading.level, most=most, marks="#" * most
            )
            problems.append(problem)
        deepest = heading.level
    return problems


def _descend_by_one(headings: Sequence[Heading]) -> bool:
    levels = [1, *(heading.level for heading in headings)]
    return all(_follows(level, before) for before, level in pairwise(levels))


def _follows(level: int, before: int) -> bool:
    return 1 < level <= before + 1


def check_links(links: Iterable[BodyLink], path: str) -> list[Problem]:
    """Report targets of a form that no link may have, and pictures without words."""
    problems = []
    for link in links:
        place = Place(path, link.line, link.column)
        if not _is_allowed(link):
            rule = rules.IMAGE_ELSEWHERE if link.is_image else rules.LINK_SCHEME
            problems.append(rule.at(place, target=link.target))
        if link.is_image and not link.alt.strip():
            problems.append(rules.ALT_MISSING.at(place, target=link.target))
    return problems


def scheme_of(target: str) -> str | None:
    """Return the scheme of a target in small letters, "" for `//host`, None for a path.

    Browsers overlook spaces and control characters in a scheme, so they are left out first.
    """
    scheme = _SCHEME.match(_SPACES.sub("", target))
    return None if scheme is None else (scheme[1] or "").lower()


def _is_allowed(link: BodyLink) -> bool:
    """Tell whether a target is a path, or an address of an allowed form."""
    scheme = scheme_of(link.target)
    if scheme is None:
        return True
    form = _FORMS.get(scheme)
    return not link.is_image and form is not None and bool(form.fullmatch(link.target))
