"""Checks of one page's markup: ids, descriptions of images, headings, nothing inline."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import Entries, ParsedPage
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import Rule, audit_rules as rules


def check_ids(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report ids that a page has more than once, at each repetition."""
    return (fault(rules.ID_REPEATED, line, id=name) for name, line in page.repeated_ids)


def check_alt(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report images without the attribute alt; an empty one declares decoration."""
    return (fault(rules.ALT_MISSING, line, url=url) for url, line in page.images_without_alt)


def check_headings(page: ParsedPage, _ground: Ground) -> Iterator[Fault]:
    """Report pages without h1, and headings that skip a level on the way down."""
    if page.is_redirect:
        return
    levels = [int(level) for level, _ in page.headings]
    if 1 not in levels:
        yield fault(rules.HEADING_MISSING)
    for before, level, (_, line) in zip(levels, levels[1:], page.headings[1:], strict=False):
        if level > before + 1:
            yield fault(rules.HEADING_SKIPPED, line, wanted=before + 1, level=level, before=before)


def check_inline(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report scripts, styles and handlers that a strict Content-Security-Policy refuses."""
    yield from _each(rules.SCRIPT_INLINE, page.inline.scripts)
    yield from _each(rules.STYLE_INLINE, page.inline.styles)
    yield from _each(rules.HANDLER_INLINE, page.inline.handlers)


def check_draft_mark(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report a page that is marked with `data-draft`, once."""
    return (fault(rules.DRAFT_PUBLISHED, line) for _, line in page.drafts[:1])


def _each(rule: Rule, marks: Entries) -> Iterator[Fault]:
    return (fault(rule, line, name=name) for name, line in marks)
