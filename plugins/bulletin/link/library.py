"""The library: entries are paired, completed, given addresses, and linked to each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.link.addressing import (
    Address,
    check_addresses,
    check_groups,
    fixed_addresses,
    fixed_versions,
)
from plugins.bulletin.link.aliases import check_aliases, sides_addresses
from plugins.bulletin.link.completing import make_article, make_page
from plugins.bulletin.link.days import check_days
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.freshness import check_freshness, judge
from plugins.bulletin.link.issues import (
    check_contents,
    check_issues,
    make_issues,
    statuses_of,
    wanted_covers,
)
from plugins.bulletin.link.mentions import NO_NAMES, Names, gather_names
from plugins.bulletin.link.merging import merge, taken_addresses, text_targets, used_images
from plugins.bulletin.link.pairs import (
    Fields,
    Paired,
    complete_article,
    complete_page,
    pair_texts,
)
from plugins.bulletin.link.places import check_places
from plugins.bulletin.link.recorded import check_recorded
from plugins.bulletin.link.references import check_article, check_records
from plugins.bulletin.link.slugs import Slugs, choose_slugs, texts_of
from plugins.bulletin.link.targets import Targets, TextTarget, TextTargets, below_content
from plugins.bulletin.model.article import Article, ArticleFields, Page, PageFields
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library, Records
from plugins.bulletin.pictures.judging import Looking, look_at
from plugins.bulletin.problems import Place, Problem, schema_rules
from plugins.bulletin.read.files import folder_name
from plugins.bulletin.store.digests import digest_of


class LinkSettings(Struct, frozen=True):
    """What linking depends on beside the content.

    `now` decides whether `publish_on` has come; `with_drafts` is for previews. `looking` has
    what is known of pictures.
    """

    content: Path
    now: datetime
    with_drafts: bool = False
    looking: Looking = field(default_factory=Looking)


ArticlePair = Paired[ArticleFields]
PagePair = Paired[PageFields]
Pairs = dict[str, dict[Language, Article]]


def link(
    entries: Entries, settings: LinkSettings, *, beside: Library | None = None
) -> tuple[Library | None, list[Problem]]:
    """Link all entries.

    Args:
        entries: The site's records, and the texts to link.
        settings: What linking depends on beside them.
        beside: What is linked already and stays as it is: the same records, articles with
            other keys than the entries', and all pages, of which entries then have none.

    Returns:
        The library of the entries and of what stands beside them, or None when the site has
        no identity; and every problem found in the entries.
    """
    problems = [] if beside else _check_all_records(entries, settings.now)
    article_pairs, faults = _complete(entries)
    problems += faults
    page_pairs, faults = _complete_pages(entries)
    problems += faults
    slugs, faults = choose_slugs(article_pairs, page_pairs)
    problems += faults
    aliases, faults = check_aliases(texts_of(article_pairs, page_pairs))
    problems += faults
    wanted = _addresses(article_pairs, page_pairs, slugs, entries=entries)
    problems += check_addresses(wanted + aliases, taken_addresses(beside) if beside else {})
    texts = text_targets(beside) if beside else {}
    texts |= _texts(article_pairs, page_pairs, slugs, settings=settings)
    targets = _targets(texts, entries=entries, settings=settings)
    articles, waiting, faults = _make_articles(article_pairs, slugs, targets, settings=settings)
    problems += faults
    pages, faults = _make_pages(page_pairs, slugs, targets, settings=settings)
    problems += faults
    problems += check_contents(entries, statuses_of(article_pairs, entries, beside))
    if entries.site is None:
        return None, problems + _missing_site(entries, settings)
    library = Library(_records(entries), articles, pages, waiting=waiting)
    issues, faults = (beside.issues, []) if beside else make_issues(entries, targets)
    problems += faults
    library = replace(merge(beside, library) if beside else library, issues=issues)
    return replace(library, images=used_images(library)), problems


def _check_all_records(entries: Entries, now: datetime) -> list[Problem]:
    problems = check_records(entries) + check_groups(entries)
    problems += check_places(entries.partners.values()) + check_days(entries, now)
    problems += check_issues(entries)
    return problems + check_recorded(entries)


def _missing_site(entries: Entries, settings: LinkSettings) -> list[Problem]:
    if entries.is_broken("site", "*"):
        return []
    place = Place(f"{folder_name(settings.content)}/data/site.yaml")
    return [schema_rules.FILE_MISSING.at(place)]


def _complete(entries: Entries) -> tuple[list[ArticlePair], list[Problem]]:
    pairs, problems = pair_texts(entries.articles, entries.broken_keys("article"))
    complete = []
    for pair in pairs:
        for text in pair.texts.values():
            problems += check_article(text, entries)
        done, faults = complete_article(pair)
        problems += faults
        if done is not None:
            done, faults = _with_freshness(done, entries)
            problems += faults
            complete.append(done)
    return complete, problems


def _complete_pages(entries: Entries) -> tuple[list[PagePair], list[Problem]]:
    pairs, problems = pair_texts(entries.pages, entries.broken_keys("page"))
    complete = []
    for pair in pairs:
        done, faults = complete_page(pair)
        problems += faults
        done, faults = _with_freshness(done, entries)
        problems += faults
        complete.append(done)
    return complete, problems


def _with_freshness(pair: Paired[Fields], entries: Entries) -> tuple[Paired[Fields], list[Problem]]:
    freshness = judge(pair)
    strictness = entries.site.record.freshness if entries.site else "warning"
    problems = check_freshness(pair, freshness, strictness)
    return replace(pair, freshness=freshness), problems


def is_waiting(fields: ArticleFields | PageFields, now: datetime) -> bool:
    """Tell whether a text is a draft, or an article's day of publishing has not come."""
    if fields.status == "draft" or isinstance(fields, PageFields):
        return fields.status == "draft"
    return fields.publish_on is not None and fields.publish_on.when > now


def _is_shown(pair: ArticlePair | PagePair, settings: LinkSettings) -> bool:
    fields = pair.texts[pair.original].fields
    return settings.with_drafts or not is_waiting(fields, settings.now)


def _addresses(
    article_pairs: Iterable[ArticlePair],
    page_pairs: Iterable[PagePair],
    slugs: Slugs,
    *,
    entries: Entries,
) -> list[Address]:
    """List every address with the place that asks for it, drafts included."""
    texts = [
        Address(slugs[text.path].address, text.marks.place("slug" if text.fields.slug else "title"))
        for text in texts_of(article_pairs, page_pairs)
        if text.path in slugs
    ]
    return fixed_addresses(entries) + texts + sides_addresses(article_pairs, slugs)


def _texts(
    article_pairs: Iterable[ArticlePair],
    page_pairs: Iterable[PagePair],
    slugs: Slugs,
    *,
    settings: LinkSettings,
) -> TextTargets:
    """Map the name of every text to what a link to it needs."""
    texts: TextTargets = {}
    pairs: list[ArticlePair | PagePair] = [*article_pairs, *page_pairs]
    for pair in pairs:
        target = TextTarget(
            {name: text.path for name, text in pair.texts.items()},
            {
                name: slugs[text.path].address
                for name, text in pair.texts.items()
                if text.path in slugs
            },
            {name: text.body for name, text in pair.texts.items()},
            {name: text.fields.title for name, text in pair.texts.items()},
            not _is_shown(pair, settings),
        )
        for language, text in pair.texts.items():
            if text.path in slugs:
                texts[text.path.split("/", 1)[1]] = (target, language)
        if pair.stub is not None and pair.original in target.addresses:
            texts[pair.stub.path.split("/", 1)[1]] = (target, pair.original)
    return texts


def _targets(texts: TextTargets, *, entries: Entries, settings: LinkSettings) -> Targets:
    known = {target.addresses[language]: (target, language) for target, language in texts.values()}
    lists = fixed_versions(entries)
    pictures = {
        name: look_at(name, settings.content, settings.looking) for name in _wanted(entries)
    }
    # A text that got no target was reported already, whatever was wrong with it.
    broken = {name for kind, name in entries.broken if kind == "file"}
    broken |= {text.path.split("/", 1)[1] for text in (*entries.articles, *entries.pages)}
    unusable = frozenset(broken - set(texts))
    return Targets(texts, known, lists, pictures, entries.images, unusable, _names(entries))


def _names(entries: Entries) -> Names:
    """Return the names of partners to be found in texts; none where the site wants no links."""
    if entries.site is None or not entries.site.record.link_mentions:
        return NO_NAMES
    return gather_names(entry.record for entry in entries.partners.values())


def _wanted(entries: Entries) -> list[str]:
    """List the pictures that some text names; the others are not opened."""
    covers = (text.fields.cover for text in entries.articles)
    wanted = {cover.image for cover in covers if cover is not None and cover.image is not None}
    for text in (*entries.articles, *entries.pages):
        name = text.path.split("/", 1)[1]
        wanted |= {below_content(link.target.partition("#")[0], name) for link in text.body.links}
    return sorted((wanted | wanted_covers(entries)) & entries.images)


def _make_articles(
    pairs: Iterable[ArticlePair], slugs: Slugs, targets: Targets, *, settings: LinkSettings
) -> tuple[Pairs, Pairs, list[Problem]]:
    """Return the articles that are shown, those that wait, and problems of both."""
    articles: Pairs = {}
    waiting: Pairs = {}
    problems: list[Problem] = []
    for pair in pairs:
        made: dict[Language, Article] = {}
        for language, text in pair.texts.items():
            article, faults = make_article(text, slugs, targets, pair=pair)
            problems += faults
            if article is not None:
                made[language] = article
        if made:
            (articles if _is_shown(pair, settings) else waiting)[pair.key] = made
    return articles, waiting, problems


def _make_pages(
    pairs: Iterable[PagePair], slugs: Slugs, targets: Targets, *, settings: LinkSettings
) -> tuple[dict[str, dict[Language, Page]], list[Problem]]:
    pages: dict[str, dict[Language, Page]] = {}
    problems: list[Problem] = []
    for pair in pairs:
        for language, text in pair.texts.items():
            page, faults = make_page(text, slugs, targets, pair=pair)
            problems += faults
            if page is not None and _is_shown(pair, settings):
                pages.setdefault(pair.key, {})[language] = page
    return pages, problems


def _records(entries: Entries) -> Records:
    if entries.site is None:
        raise ValueError("a library needs the site's identity")
    return Records(
        entries.site.record,
        {key: entry.record for key, entry in entries.sections.items()},
        {key: entry.record for key, entry in entries.topics.items()},
        {key: entry.record for key, entry in entries.countries.items()},
        {key: entry.record for key, entry in entries.documents.items()},
        {key: entry.record for key, entry in entries.partners.items()},
        {key: entry.record for key, entry in entries.associations.items()},
        tuple(entry.record for entry in entries.glossary),
        tuple(entry.record for entry in entries.changes),
        {key: entry.digest or digest_of(entry.record) for key, entry in entries.partners.items()},
    )
