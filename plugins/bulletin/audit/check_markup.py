"""Checks of one page's markup: ids, descriptions of images, headings, nothing inline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import Mark, ParsedPage
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import Rule, audit_rules as rules


def check_ids(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report ids that a page has more than once, at each repetition."""
    return (fault(rules.ID_REPEATED, mark.line, id=mark.name) for mark in page.repeated_ids)


def check_alt(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report images without the attribute alt; an empty one declares decoration."""
    return (fault(rules.ALT_MISSING, mark.line, url=mark.name) for mark in page.images_without_alt)


def check_headings(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report pages without h1, and headings that skip a level on the way down."""
    if page.is_redirect:
        return
    if all(heading.level != 1 for heading in page.headings):
        yield fault(rules.HEADING_MISSING)
    for before, heading in pairwise(page.headings):
        if heading.level > before.level + 1:
            levels = {"level": heading.level, "before": before.level}
            yield fault(rules.HEADING_SKIPPED, heading.line, wanted=before.level + 1, **levels)


def check_inline(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report scripts, styles and handlers that a strict Content-Security-Policy refuses."""
    yield from _each(rules.SCRIPT_INLINE, page.inline.scripts)
    yield from _each(rules.STYLE_INLINE, page.inline.styles)
    yield from _each(rules.HANDLER_INLINE, page.inline.handlers)


def check_draft_mark(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report a page that is marked with `data-draft`, once."""
    return (fault(rules.DRAFT_PUBLISHED, mark.line) for mark in page.drafts[:1])


def _each(rule: Rule, marks: tuple[Mark, ...]) -> Iterator[Fault]:
    return (fault(rule, mark.line, name=mark.name) for mark in marks)
