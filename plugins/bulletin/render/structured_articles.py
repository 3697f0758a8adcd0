"""Structured articles: what an article's page says of it, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language, Moment, other_language
from plugins.bulletin.render.authors import author_slug
from plugins.bulletin.render.parts import shared_image
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.structured import Node, filled, publisher_reference


def news_article(desk: Desk, article: Article, standing: Mapping[Language, str]) -> Node:
    """Return an article with its people, its dates, and the version in the other language.

    Args:
        desk: Of the article's language.
        article: The article.
        standing: Where it stands in each of its languages.
    """
    site, language = desk.library.records.site, desk.language
    image = shared_image(desk, article)
    url = desk.settings.absolute(addresses.article(article))
    return filled(
        _type="NewsArticle",
        _id=f"{url}#article",
        headline=article.title,
        description=article.summary,
        url=url,
        mainEntityOfPage=url,
        inLanguage=language,
        datePublished=_day(article.moment),
        dateModified=_day(article.updated or article.moment),
        articleSection=desk.library.records.sections[article.section].name.in_language(language),
        image=image.url if image else "",
        author=[_author(desk, name) for name in article.authors] or _publisher(desk),
        translator=_person(desk, article.translator) if article.translator else None,
        publisher=_publisher(desk),
        license=site.licence.url,
        isAccessibleForFree=True,
        **_other_version(desk, article, standing),
    )


def _day(moment: Moment) -> str:
    """Return a date for machines, with the time of day where it is known."""
    when = moment.when
    return when.isoformat(timespec="minutes") if moment.has_time else when.date().isoformat()


def _author(desk: Desk, name: str) -> Node:
    """Return who wrote: the editors, as the site's identity names them, are no person."""
    editors = desk.library.records.site.editors
    is_board = editors is not None and name == editors.in_language(desk.language)
    if is_board:
        return _organization(desk, name, _page_of(desk, name) or _home(desk))
    return _person(desk, name)


def _person(desk: Desk, name: str) -> Node:
    return filled(_type="Person", name=name, url=_page_of(desk, name))


def _page_of(desk: Desk, name: str) -> str:
    """Return where a byline leads, "" for a name that has no page."""
    slug = author_slug(name)
    return desk.settings.absolute(addresses.author(slug, desk.language)) if slug else ""


def _publisher(desk: Desk) -> Node:
    site = desk.library.records.site
    name = site.publisher.in_language(desk.language)
    url = site.publisher_url or _home(desk)
    return {**_organization(desk, name, url), **publisher_reference(desk)}


def _organization(desk: Desk, name: str, url: str) -> Node:
    city = desk.library.records.site.home_city.name.in_language(desk.language)
    area = {"@type": "City", "name": city}
    return {"@type": "Organization", "name": name, "url": url, "areaServed": area}


def _home(desk: Desk) -> str:
    return desk.settings.absolute(addresses.home(desk.language))


def _other_version(
    desk: Desk, article: Article, standing: Mapping[Language, str]
) -> Mapping[str, Node]:
    """Return the original of a translation, or the translation of an original."""
    other = other_language(article.language)
    if other not in standing:
        return {}
    url = desk.settings.absolute(standing[other])
    version = {"@type": "CreativeWork", "@id": f"{url}#article", "url": url, "inLanguage": other}
    return {"translationOfWork" if article.is_translation else "workTranslation": version}
