"""The table of outputs: every file of the site, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from jinja2 import Environment

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.render import articles, lists, partners
from plugins.bulletin.render.assets import Assets, load_assets
from plugins.bulletin.render.catalogs import load_catalog, mark
from plugins.bulletin.render.environment import make_environment
from plugins.bulletin.render.feeds import atom_feed
from plugins.bulletin.render.frame import Standing, page_view, site_view, with_current
from plugins.bulletin.render.parts import own_articles
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.sitemap import robots, sitemap
from plugins.bulletin.render.views import NotFoundView, PageView, SiteView, View


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site.

    `language` is None for what both share; `source` is the Markdown file, below
    the content folder, that Pelican renders it from, "" for all else; `make` returns its bytes.
    """

    path: str
    language: Language | None
    make: Callable[[], bytes]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """One language's means of making pages."""

    desk: Desk
    site: SiteView
    environment: Environment
    pages: list[PageView]  # of this language, for the sitemap

    def page(
        self, template: str, page: PageView, view: Callable[[], View], *, source: str = ""
    ) -> Output:
        """Return the output of one page; its view is made when it is rendered."""
        self.pages.append(page)
        address = page.url.removeprefix(self.desk.settings.prefix)
        make = partial(self._render, template, page, view)
        return Output(addresses.file_of(address), self.desk.language, make, source)

    def _render(self, template: str, page: PageView, view: Callable[[], View]) -> bytes:
        site = with_current(self.site, self._menu_entry(page))
        text = self.environment.get_template(template).render(site=site, page=page, view=view())
        return text.encode("utf-8")

    def _menu_entry(self, page: PageView) -> str:
        urls = [page.url, *(crumb.url for crumb in page.breadcrumb[1:])]
        menu = {link.url for link in self.site.navigation}
        return next((url for url in urls if url in menu), "")


def make_table(library: Library, settings: RenderSettings) -> dict[str, Output]:
    """List every output of a library by its path below the output folder."""
    assets = load_assets(settings.theme, library.records.site.accent)
    table: list[Output] = []
    pages: list[PageView] = []
    for language in LANGUAGES:
        press = _press(library, settings, assets, language=language)
        table += _outputs(press)
        pages += press.pages
    table += _shared(library, settings, assets, pages=pages)
    return {output.path: output for output in table}


def _press(
    library: Library, settings: RenderSettings, assets: Assets, *, language: Language
) -> Press:
    catalog = load_catalog(settings.theme, language)
    desk = Desk(library, language, settings, catalog)
    environment = make_environment(settings.theme, catalog)
    return Press(desk, site_view(desk, assets), environment, [])


def _outputs(press: Press) -> Iterator[Output]:
    desk = press.desk
    yield press.page("home.html", lists.home_page(desk), partial(lists.home_view, desk))
    yield press.page("archive.html", lists.archive_page(desk), partial(lists.archive_view, desk))
    yield from _articles(press)
    yield from _plain_pages(press)
    yield from _groups(press)
    yield from _partners(press)
    yield _not_found(press)
    yield _feed(press)


def _articles(press: Press) -> Iterator[Output]:
    desk = press.desk
    neighbours = articles.find_neighbours(desk)
    for pair in desk.library.articles.values():
        if (article := pair.get(desk.language)) is not None:
            page = articles.article_page(desk, article)
            view = partial(articles.article_view, desk, article, neighbours)
            yield press.page("article.html", page, view, source=article.source)


def _plain_pages(press: Press) -> Iterator[Output]:
    desk = press.desk
    for pair in desk.library.pages.values():
        if (plain := pair.get(desk.language)) is not None:
            page = articles.plain_page(desk, plain)
            view = partial(articles.plain_view, desk, plain)
            yield press.page("page.html", page, view, source=plain.source)


def _groups(press: Press) -> Iterator[Output]:
    desk = press.desk
    records = desk.library.records
    for kind, groups in (("section", records.sections), ("topic", records.topics)):
        for identity, group in groups.items():
            items = lists.articles_of(desk, kind, identity)
            for number in range(1, lists.page_count(items, records.site.page_size) + 1):
                page = lists.list_page(desk, kind, group, number=number)
                view = partial(lists.list_view, desk, kind, group, articles=items, number=number)
                yield press.page("list.html", page, view)


def _partners(press: Press) -> Iterator[Output]:
    desk = press.desk
    page = partners.partners_page(desk)
    yield press.page("partners.html", page, partial(partners.partners_view, desk))
    ordered = partners.ordered_partners(desk)
    before = [None, *ordered[:-1]]
    after = [*ordered[1:], None]
    for partner, neighbours in zip(ordered, zip(before, after, strict=True), strict=True):
        view = partial(partners.partner_view, desk, partner, neighbours)
        yield press.page("partner.html", partners.partner_page(desk, partner), view)


def _not_found(press: Press) -> Output:
    desk = press.desk
    standing = Standing({name: addresses.not_found(name) for name in LANGUAGES})
    title = desk.say(mark("Page not found"))
    text = desk.say(mark("There is no page at this address."))
    page = page_view(desk, standing, title=title, description=text)
    unlisted = replace(page, is_indexed=False, alternates=())
    return press.page("404.html", unlisted, partial(NotFoundView, press.site.sections))


def _feed(press: Press) -> Output:
    desk = press.desk
    address = addresses.feed(desk.language)
    title = desk.library.records.site.name.in_language(desk.language)
    make = partial(atom_feed, desk, own_articles(desk), title=title, address=address)
    return Output(addresses.file_of(address), desk.language, make)


def _shared(
    library: Library, settings: RenderSettings, assets: Assets, *, pages: list[PageView]
) -> Iterator[Output]:
    yield Output("sitemap.xml", None, partial(sitemap, pages))
    yield Output("robots.txt", None, partial(robots, settings))
    for path, content in assets.files.items():
        yield Output(path, None, partial(bytes, content))
    for name in sorted(library.images):
        yield Output(name, None, (settings.content / name).read_bytes)
