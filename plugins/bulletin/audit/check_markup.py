"""Checks of markup: ids, descriptions of images, headings, nothing inline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plugins.bulletin.audit.facts import Mark
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem, Rule
from plugins.bulletin.problems import audit_rules as rules


def check_ids(site: Site) -> Iterator[Problem]:
    """Report ids that a page has more than once, at each repetition."""
    for page in site.pages.values():
        for mark in page.repeated_ids:
            yield rules.ID_REPEATED.at(site.place(page.path, mark.line), id=mark.name)


def check_alt(site: Site) -> Iterator[Problem]:
    """Report images without the attribute alt; an empty one declares decoration."""
    for page in site.pages.values():
        for image in page.images_without_alt:
            yield rules.ALT_MISSING.at(site.place(page.path, image.line), url=image.name)


def check_headings(site: Site) -> Iterator[Problem]:
    """Report pages without h1, and headings that skip a level on the way down."""
    for page in site.pages.values():
        if page.is_redirect:
            continue
        if all(heading.level != 1 for heading in page.headings):
            yield rules.HEADING_MISSING.at(site.place(page.path))
        for before, heading in pairwise(page.headings):
            if heading.level > before.level + 1:
                levels = {"level": heading.level, "before": before.level}
                place = site.place(page.path, heading.line)
                yield rules.HEADING_SKIPPED.at(place, wanted=before.level + 1, **levels)


def check_inline(site: Site) -> Iterator[Problem]:
    """Report scripts, styles and handlers that a strict Content-Security-Policy refuses."""
    for page in site.pages.values():
        yield from _each(site, page.path, rules.SCRIPT_INLINE, page.inline.scripts)
        yield from _each(site, page.path, rules.STYLE_INLINE, page.inline.styles)
        yield from _each(site, page.path, rules.HANDLER_INLINE, page.inline.handlers)


def _each(site: Site, path: str, rule: Rule, marks: tuple[Mark, ...]) -> Iterator[Problem]:
    return (rule.at(site.place(path, mark.line), name=mark.name) for mark in marks)
