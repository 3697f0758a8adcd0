"""Completing: a typed text with its slug and resolved links becomes an article or a page."""

from __future__ import annotations

from plugins.bulletin.link.slugs import Slugs
from plugins.bulletin.link.targets import Targets, resolve_links
from plugins.bulletin.model.article import Article, ArticleFields, Cover, Page, PageFields
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import link_rules as rules
from plugins.bulletin.problems.guess import did_you_mean


def make_article(
    text: TextEntry[ArticleFields], slugs: Slugs, targets: Targets, original: Language
) -> tuple[Article | None, list[Problem]]:
    """Make an article of a text whose inherited fields are filled in.

    Returns:
        None when its address or date is not known, with the problems of its links all the same.
    """
    links, problems = resolve_links(text, targets)
    cover, faults = _cover(text, targets)
    problems += faults
    fields = text.fields
    if text.path not in slugs or fields.date is None or fields.section is None:
        return None, problems
    article = Article(
        key=text.key,
        language=text.language,
        path=text.path,
        title=fields.title,
        summary=fields.summary,
        moment=fields.date,
        section=fields.section,
        slug=slugs[text.path].slug,
        body=text.body,
        links=links,
        topics=fields.topics or (),
        partners=fields.partners or (),
        associations=fields.associations or (),
        documents=fields.documents or (),
        authors=fields.authors,
        translator=fields.translator or "",
        sources=fields.source,
        cover=cover,
        aliases=fields.aliases,
        updated=fields.updated,
        publish_on=fields.publish_on,
        status=fields.status or "published",
        is_translation=text.language != original,
    )
    return article, problems


def make_page(
    text: TextEntry[PageFields], slugs: Slugs, targets: Targets, original: Language
) -> tuple[Page | None, list[Problem]]:
    """Make a page; None when its address is not known."""
    links, problems = resolve_links(text, targets)
    fields = text.fields
    if text.path not in slugs:
        return None, problems
    page = Page(
        key=text.key,
        language=text.language,
        path=text.path,
        title=fields.title,
        summary=fields.summary,
        slug=slugs[text.path].slug,
        body=text.body,
        links=links,
        aliases=fields.aliases,
        status=fields.status or "published",
        is_translation=text.language != original,
    )
    return page, problems


def _cover(
    text: TextEntry[ArticleFields], targets: Targets
) -> tuple[Cover | None, list[Problem]]:
    fields = text.fields.cover
    if fields is None or fields.image is None:
        return None, []
    place = text.marks.place("cover", "image")
    picture = targets.pictures.get(fields.image)
    if picture is None:
        near = did_you_mean(fields.image, targets.pictures)
        return None, [rules.IMAGE_MISSING.at(place, target=fields.image, **near)]
    if picture.fault:
        return None, [rules.IMAGE_BROKEN.at(place, target=fields.image, reason=picture.fault)]
    if not fields.alt and not fields.decorative:
        return None, [rules.COVER_ALT_MISSING.at(text.marks.place("cover"))]
    cover = Cover(
        fields.image, fields.alt, fields.caption, fields.credit, picture.width, picture.height
    )
    return cover, []
