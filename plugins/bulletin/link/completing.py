"""Completing: a typed text with its slug and resolved links becomes an article or a page."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.link.mentions import find_mentions
from plugins.bulletin.link.pairs import Fields, Paired
from plugins.bulletin.link.slugs import Slugs
from plugins.bulletin.link.targets import Targets, resolve_links
from plugins.bulletin.model.article import (
    Article,
    ArticleFields,
    Body,
    Cover,
    Mention,
    Page,
    PageFields,
    ResolvedLink,
    Stub,
)
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.model.freshness import Freshness
from plugins.bulletin.pictures.faults import LEAST_COVER, find_fault
from plugins.bulletin.problems import Place, Problem, link_rules as rules
from plugins.bulletin.problems.guess import did_you_mean
from plugins.bulletin.store.digests import digest_of


def make_article(
    text: TextEntry[ArticleFields], slugs: Slugs, targets: Targets, *, pair: Paired[ArticleFields]
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
        body=replace(text.body, words="", names=""),
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
        is_translation=text.language != pair.original,
        freshness=_freshness(text, pair),
        stub=_stub(pair),
        mentions=_mentions(text, targets, links),
        photographs=find_photographs(text.body, links, cover),
    )
    return _with_digests(article), problems


def find_photographs(
    body: Body, links: Sequence[ResolvedLink], cover: Cover | None
) -> tuple[int, ...]:
    """Return the number of the first link that shows each photograph, -1 for the cover."""
    first: dict[str, int] = {}
    if cover is not None and cover.photograph is not None:
        first[cover.photograph.digest] = -1
    posters = {block.picture for block in body.media}
    for number, (link, written) in enumerate(zip(links, body.links, strict=True)):
        if link.photograph is not None and written.is_image and number not in posters:
            first.setdefault(link.photograph.digest, number)
    return tuple(first.values())


def _mentions(
    text: TextEntry[ArticleFields], targets: Targets, links: Sequence[ResolvedLink]
) -> tuple[Mention, ...]:
    if text.fields.link_mentions is False:
        return ()
    return find_mentions(text.body.names, targets.names[text.language], links)


def _stub(pair: Paired[ArticleFields]) -> Stub | None:
    if pair.stub is None:
        return None
    fields = pair.stub.fields
    alt = fields.cover.alt if fields.cover else ""
    return Stub(pair.stub.path, fields.title, fields.summary, alt)


def make_page(
    text: TextEntry[PageFields], slugs: Slugs, targets: Targets, *, pair: Paired[PageFields]
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
        body=replace(text.body, words="", names=""),
        links=links,
        aliases=fields.aliases,
        status=fields.status or "published",
        is_translation=text.language != pair.original,
        freshness=_freshness(text, pair),
    )
    return replace(page, digest=_digest(page)), problems


def _freshness(text: TextEntry[Fields], pair: Paired[Fields]) -> Freshness | None:
    """Return the pair's freshness for the text that carries it: the translation, or the only."""
    is_carrier = text.language != pair.original or len(pair.texts) == 1
    return pair.freshness if is_carrier else None


def _digest(text: Article | Page) -> bytes:
    """Name a text by all that is shown of it; of its freshness, that is one notice."""
    return digest_of(replace(text, freshness=None), text.is_stale)


def _with_digests(article: Article) -> Article:
    """Name an article by all that is in it, and by what lists show of it."""
    row = digest_of(
        article.language,
        addresses.article(article),
        article.title,
        article.summary,
        article.moment,
        article.section,
        article.cover,
        article.status,
        article.stub,
    )
    return replace(article, digest=_digest(article), row=row)


def _cover(text: TextEntry[ArticleFields], targets: Targets) -> tuple[Cover | None, list[Problem]]:
    fields = text.fields.cover
    if fields is None:
        return None, []
    if fields.image is None:
        return None, [rules.COVER_IMAGE_MISSING.at(text.marks.place("cover"))]
    problem = cover_problem(text.marks.place("cover", "image"), fields.image, targets)
    if problem or fields.image not in targets.pictures:
        return None, [problem] if problem else []
    if not fields.alt and not fields.decorative:
        return None, [rules.COVER_ALT_MISSING.at(text.marks.place("cover"))]
    picture = targets.pictures[fields.image]
    cover = Cover(
        fields.image,
        fields.alt,
        fields.caption,
        fields.credit,
        picture.width,
        picture.height,
        picture.photograph,
    )
    return cover, []


def cover_problem(place: Place, image: str, targets: Targets) -> Problem | None:
    """Return what is wrong with a cover's picture, unless it was reported already."""
    picture = targets.pictures.get(image)
    if picture is None and image not in targets.broken:
        near = did_you_mean(image, targets.images)
        return rules.IMAGE_MISSING.at(place, target=image, **near)
    return find_fault(picture, place, image, least=LEAST_COVER) if picture else None
