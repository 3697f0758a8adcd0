"""The table of outputs: every file of the site, what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from jinja2 import Environment

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.render import articles, lists, partners
from plugins.bulletin.render.assets import Assets, load_assets
from plugins.bulletin.render.catalogs import load_catalog, mark
from plugins.bulletin.render.environment import make_environment, template_digests
from plugins.bulletin.render.feeds import LENGTH, atom_feed
from plugins.bulletin.render.frame import Standing, page_view, site_view, with_current
from plugins.bulletin.render.index import make_index, with_neighbours
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.sitemap import Spot, robots, sitemap
from plugins.bulletin.render.views import NotFoundView, PageView, SiteView, View
from plugins.bulletin.store.digests import digest_bytes, digest_of
from plugins.bulletin.store.shelf import Shelf


class Inputs(NamedTuple):
    """Digests of all that an output is made of; when none differs, its bytes are the same."""

    template: bytes = b""  # the template and what it names
    frame: bytes = b""  # identity, menu, words of the interface, styles, addresses
    own: bytes = b""  # what the page is about
    around: bytes = b""  # what it shows of other things


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site.

    `language` is None for what both share; `source` is the Markdown file, below the content
    folder, that Pelican renders it from, "" for all else; `make` returns its bytes.
    """

    path: str
    language: Language | None
    inputs: Inputs
    make: Callable[[], bytes]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to make one page: where it stands, its head, its view, and what they depend on."""

    template: str
    addresses: Mapping[Language, str]
    page: Callable[[], PageView]
    view: Callable[[], View]
    own: bytes
    around: bytes = b""
    is_indexed: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """One language's means of making pages. `spots` gathers what the sitemap lists."""

    desk: Desk
    site: SiteView
    environment: Environment
    frame: bytes
    templates: Mapping[str, bytes]
    spots: list[Spot] = field(default_factory=list)

    def output(self, plan: Plan) -> Output:
        """Return the output of one page; nothing of it is made before it is rendered."""
        spot = Spot(self.desk.language, plan.addresses)
        if plan.is_indexed:
            self.spots.append(spot)
        inputs = Inputs(self.templates[plan.template], self.frame, plan.own, plan.around)
        path = addresses.file_of(spot.address)
        return Output(path, self.desk.language, inputs, partial(self._render, plan), plan.source)

    def _render(self, plan: Plan) -> bytes:
        page = plan.page()
        site = with_current(self.site, self._menu_entry(page))
        template = self.environment.get_template(plan.template)
        return template.render(site=site, page=page, view=plan.view()).encode("utf-8")

    def _menu_entry(self, page: PageView) -> str:
        urls = [page.url, *(crumb.url for crumb in page.breadcrumb[1:])]
        menu = {link.url for link in self.site.navigation}
        return next((url for url in urls if url in menu), "")


def make_table(
    library: Library,
    settings: RenderSettings,
    *,
    shelf: Shelf | None = None,
    images: Mapping[str, bytes] | None = None,
) -> dict[str, Output]:
    """List every output of a library by its path below the output folder.

    Args:
        library: The site.
        settings: Where things are.
        shelf: Keeps compiled templates.
        images: Digests of the content's pictures by name; read from the files when None.
    """
    assets = load_assets(settings.theme, library.records.site.accent)
    templates = template_digests(settings.theme)
    table: list[Output] = []
    spots: list[Spot] = []
    for language in LANGUAGES:
        desk = _desk(library, settings, language)
        environment = make_environment(settings.theme, desk.catalog, shelf)
        site = site_view(desk, assets)
        frame = digest_of(site, _words(desk), library.records.site)
        press = Press(desk, site, environment, frame, templates)
        table += _outputs(press)
        spots += press.spots
    table += _shared(settings, assets, spots)
    table += _pictures(library, settings, images)
    return {output.path: output for output in table}


def _desk(library: Library, settings: RenderSettings, language: Language) -> Desk:
    catalog = load_catalog(settings.theme, language)
    return Desk(library, language, settings, catalog, make_index(library, language))


def _words(desk: Desk) -> list[tuple[str, str]]:
    catalog: Mapping[object, str] = desk.catalog._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return sorted((str(key), text) for key, text in catalog.items())


def _outputs(press: Press) -> Iterator[Output]:
    yield from map(press.output, _plans(press))
    yield _feed(press)


def _plans(press: Press) -> Iterator[Plan]:
    desk = press.desk
    yield _home(desk)
    yield from _archive(desk)
    yield from _articles(desk)
    yield from _plain_pages(desk)
    yield from _groups(desk)
    yield from _partners(desk)
    yield _not_found(press)


def _home(desk: Desk) -> Plan:
    view = lists.home_view(desk)
    return Plan(
        "home.html",
        {name: addresses.home(name) for name in LANGUAGES},
        partial(lists.home_page, desk),
        lambda: view,
        own=digest_of(view),
    )


def _archive(desk: Desk) -> Iterator[Plan]:
    listed = desk.index.listed
    total = lists.page_count(len(listed), lists.ARCHIVE_SIZE)
    for number in range(1, total + 1):
        first = (number - 1) * lists.ARCHIVE_SIZE
        rows = [article.row for article in listed[first : first + lists.ARCHIVE_SIZE]]
        yield Plan(
            "archive.html",
            lists.archive_addresses(number),
            partial(lists.archive_page, desk, number=number),
            partial(lists.archive_view, desk, number=number),
            own=digest_of(rows, number, total, len(listed)),
        )


def _articles(desk: Desk) -> Iterator[Plan]:
    neighbours = articles.find_neighbours(desk)
    records = desk.library.records
    names = {key: digest_of(topic) for key, topic in records.topics.items()}
    names |= {f"partner:{key}": digest_of(item.name) for key, item in records.partners.items()}
    for pair in desk.library.articles.values():
        if (article := pair.get(desk.language)) is not None:
            standing = articles.article_addresses(desk, article)
            beside = [_shown_as(item) for item in neighbours.get(article.key, ())]
            mentioned = [names[key] for key in article.topics]
            mentioned += [names[f"partner:{key}"] for key in article.partners]
            yield Plan(
                "article.html",
                standing,
                partial(articles.article_page, desk, article),
                partial(articles.article_view, desk, article, neighbours),
                own=article.digest,
                around=digest_of(standing, beside, mentioned),
                is_indexed=article.status == "published",
                source=article.source,
            )


def _shown_as(article: Article | None) -> object:
    """Return what a link to an article shows and says."""
    if article is None:
        return None
    when = article.moment.when
    return (article.title, article.slug, when.year, when.month)


def _plain_pages(desk: Desk) -> Iterator[Plan]:
    for pair in desk.library.pages.values():
        if (plain := pair.get(desk.language)) is not None:
            standing = articles.plain_addresses(desk, plain)
            yield Plan(
                "page.html",
                standing,
                partial(articles.plain_page, desk, plain),
                partial(articles.plain_view, desk, plain),
                own=plain.digest,
                around=digest_of(standing),
                is_indexed=plain.status == "published",
                source=plain.source,
            )


def _groups(desk: Desk) -> Iterator[Plan]:
    records, index = desk.library.records, desk.index
    size = records.site.page_size
    for kind, groups, members in (
        ("section", records.sections, index.sections),
        ("topic", records.topics, index.topics),
    ):
        names = digest_of(list(groups.values()))
        for identity, group in groups.items():
            items = members.get(identity, ())
            total = lists.page_count(len(items), size)
            for number in range(1, total + 1):
                rows = [item.row for item in items[(number - 1) * size : number * size]]
                yield Plan(
                    "list.html",
                    lists.list_addresses(kind, group, number),
                    partial(lists.list_page, desk, kind, group, number=number),
                    partial(lists.list_view, desk, kind, group, articles=items, number=number),
                    own=digest_of(kind, identity, rows, number, total, len(items)),
                    around=names,
                )


def _partners(desk: Desk) -> Iterator[Plan]:
    view = partners.partners_view(desk)
    yield Plan(
        "partners.html",
        {name: addresses.place("partners", name) for name in LANGUAGES},
        partial(partners.partners_page, desk),
        lambda: view,
        own=digest_of(view),
    )
    ordered = partners.ordered_partners(desk)
    countries = desk.library.records.countries
    for before, partner, after in with_neighbours(ordered):
        neighbours = (before, after)
        rows = [item.row for item in desk.index.partners.get(partner.id, ())]
        beside = [item and (item.id, item.name) for item in neighbours]
        yield Plan(
            "partner.html",
            {name: addresses.partner(partner.id, name) for name in LANGUAGES},
            partial(partners.partner_page, desk, partner),
            partial(partners.partner_view, desk, partner, neighbours),
            own=digest_of(partner, countries[partner.country]),
            around=digest_of(rows, beside),
        )


def _not_found(press: Press) -> Plan:
    desk = press.desk
    standing = Standing({name: addresses.not_found(name) for name in LANGUAGES})

    def page() -> PageView:
        title = desk.say(mark("Page not found"))
        text = desk.say(mark("There is no page at this address."))
        view = page_view(desk, standing, title=title, description=text)
        return replace(view, is_indexed=False, alternates=())

    view = partial(NotFoundView, press.site.sections)
    return Plan("404.html", standing.addresses, page, view, own=b"", is_indexed=False)


def _feed(press: Press) -> Output:
    desk = press.desk
    address = addresses.feed(desk.language)
    title = desk.library.records.site.name.in_language(desk.language)
    newest = desk.index.own[:LENGTH]
    inputs = Inputs(frame=press.frame, own=digest_of([article.digest for article in newest]))
    make = partial(atom_feed, desk, newest, title=title, address=address)
    return Output(addresses.file_of(address), desk.language, inputs, make)


def _shared(settings: RenderSettings, assets: Assets, spots: list[Spot]) -> Iterator[Output]:
    places = Inputs(frame=digest_of(settings.base_url), own=digest_of(spots))
    yield Output("sitemap.xml", None, places, partial(sitemap, spots, settings))
    about = Inputs(frame=digest_of(settings.base_url))
    yield Output("robots.txt", None, about, partial(robots, settings))
    for path, content in assets.files.items():
        yield Output(path, None, Inputs(own=digest_bytes(content)), partial(bytes, content))


def _pictures(
    library: Library, settings: RenderSettings, images: Mapping[str, bytes] | None
) -> Iterator[Output]:
    for name in sorted(library.images):
        location = settings.content / name
        known = images.get(name) if images is not None else None
        own = known if known is not None else digest_bytes(location.read_bytes())
        yield Output(name, None, Inputs(own=own), location.read_bytes)
