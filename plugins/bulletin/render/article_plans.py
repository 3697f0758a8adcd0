"""Article plans: the pages of articles, in each language and in both side by side."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.library import has_sides
from plugins.bulletin.model.records import Section
from plugins.bulletin.render import articles, sides
from plugins.bulletin.render.planning import Plan
from plugins.bulletin.render.related import document_name
from plugins.bulletin.render.related_articles import Threads, make_threads
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of


def article_plans(desk: Desk, only: Container[str] | None = None) -> Iterator[Plan]:
    """Plan the pages of articles in one language; with keys, of those alone."""
    neighbours = articles.find_neighbours(desk)
    threads = make_threads(desk.index.own, desk.settings.now)
    records = desk.library.records
    names = {key: digest_of(topic) for key, topic in records.topics.items()}
    names |= {f"section:{key}": _elsewhere(desk, item) for key, item in records.sections.items()}
    names |= {f"partner:{key}": digest_of(item.name) for key, item in records.partners.items()}
    names |= _names_of_records(desk)
    names |= _names_of_issues(desk)
    for key, pair in desk.library.articles.items():
        article = pair.get(desk.language)
        if article is not None and (only is None or key in only):
            standing = articles.article_addresses(desk, article)
            beside = neighbours.get(article.key, ())
            yield Plan(
                "article.html",
                standing,
                partial(articles.article_page, desk, article),
                partial(articles.article_view, desk, article, neighbours, threads=threads),
                own=partial(bytes, article.digest),
                around=partial(_around, article, names, (standing, beside), threads=threads),
                is_indexed=article.status == "published",
                source=article.source,
                kin=article.key,
            )


def _names_of_records(desk: Desk) -> dict[str, bytes]:
    """Return digests of what articles show of the associations and documents they name."""
    records, language = desk.library.records, desk.language
    names = {
        f"association:{key}": digest_of(item.name.in_language(language))
        for key, item in records.associations.items()
    }
    return names | {
        f"document:{key}": digest_of(document_name(item, language))
        for key, item in records.documents.items()
    }


def _names_of_issues(desk: Desk) -> dict[str, bytes]:
    """Return digests of what articles show of the issues that they are in, by article."""
    return {
        f"issue:{key}": digest_of(item.id, item.title.in_language(desk.language))
        for key, item in desk.index.issue_of.items()
    }


def _elsewhere(desk: Desk, section: Section) -> bytes:
    """Return the digest of where an article without a version leads in the other language."""
    return digest_of(addresses.group("section", section, other_language(desk.language)))


def _around(
    article: Article,
    names: Mapping[str, bytes],
    place: tuple[Mapping[Language, str], Sequence[Article | None]],
    *,
    threads: Threads,
) -> bytes:
    """Return the digest of what an article's page shows beside the article."""
    standing, beside = place
    mentioned = [names[f"section:{article.section}"], *(names[key] for key in article.topics)]
    for kind in ("partner", "association", "document"):
        mentioned += [names[f"{kind}:{key}"] for key in getattr(article, f"{kind}s")]
    mentioned.append(names.get(f"issue:{article.key}", b""))
    related = [item.row for item in threads.related(article)]
    return digest_of(standing, [_shown_as(item) for item in beside], mentioned, related)


def _shown_as(article: Article | None) -> object:
    """Return what a link to an article shows and says."""
    if article is None:
        return None
    when = article.moment.when
    return (article.title, article.slug, when.year, when.month)


def sides_plans(
    desks: Mapping[Language, Desk], only: Container[str] | None = None
) -> Iterator[Plan]:
    """Plan the pages that show both languages of an article, once for the site, or as above."""
    for key, pair in desks["vi"].library.articles.items():
        if has_sides(pair) and (only is None or key in only):
            yield Plan(
                "sides.html",
                {"vi": addresses.sides(pair["vi"])},
                partial(sides.sides_page, desks["vi"], pair),
                partial(sides.sides_view, desks, pair),
                own=partial(digest_of, [article.digest for article in pair.values()]),
                is_indexed=False,
                kin=pair["vi"].key,
            )
