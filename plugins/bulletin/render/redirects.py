"""Redirects: pages and server rules that lead from an old address to the present one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from urllib.parse import quote

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library, has_sides
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import Standing, page_view
from plugins.bulletin.render.missing_views import RedirectView
from plugins.bulletin.render.planning import Plan
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.views import Link, PageView
from plugins.bulletin.store.digests import digest_of

MOVED = mark("This page has moved")
MAPS = ("_redirects", "redirects.map")

_DATED = re.compile(r"/[0-9]{4}/[0-9]{2}/[^/]+/")  # an article has stood there
_SIGNS, _escaped = re.compile(r'["\\]'), r"\\\g<0>"
_HEAD = "# Old addresses of this site, and where they lead now, for {}.\n"


class Redirect(Struct, frozen=True):
    """One old address, the title of what it leads to, and where that stands now."""

    language: Language
    old: str
    title: str
    target: str


def redirects_of(desk: Desk) -> list[Redirect]:
    """Return the redirects to the texts of one language, in the order of the old addresses."""
    found: list[Redirect] = []
    for pair in desk.library.articles.values():
        if (article := pair.get(desk.language)) is not None:
            found += _of_text(article, addresses.article(article))
    for both in desk.library.pages.values():
        if (plain := both.get(desk.language)) is not None:
            found += _of_text(plain, addresses.page(plain))
    if desk.language == "vi":
        found += _beside(desk)
    return sorted(found, key=lambda redirect: redirect.old)


def _beside(desk: Desk) -> Iterator[Redirect]:
    """Yield where articles stood in both languages side by side, which moved with them."""
    taken = _all_aliases(desk.library)
    for article in (pair["vi"] for pair in desk.library.articles.values() if has_sides(pair)):
        dated = (old for old in map(addresses.old, article.aliases) if _DATED.fullmatch(old))
        for old in map(addresses.beside, dated):
            if old not in taken:
                yield Redirect("vi", old, article.title, addresses.sides(article))


def _all_aliases(library: Library) -> set[str]:
    articles = [text.aliases for pair in library.articles.values() for text in pair.values()]
    pages = [text.aliases for pair in library.pages.values() for text in pair.values()]
    return {addresses.old(alias) for aliases in (*articles, *pages) for alias in aliases}


def _of_text(text: Article | Page, target: str) -> list[Redirect]:
    return [
        Redirect(text.language, addresses.old(alias), text.title, target) for alias in text.aliases
    ]


def redirect_plans(desk: Desk) -> Iterator[Plan]:
    """Plan a page at each old address of one language's texts, for servers without a map."""
    for redirect in redirects_of(desk):
        yield Plan(
            "redirect.html",
            {desk.language: redirect.old},
            partial(_page, desk, redirect),
            partial(_view, desk, redirect),
            own=partial(digest_of, redirect),
            is_indexed=False,
        )


def _page(desk: Desk, redirect: Redirect) -> PageView:
    standing = Standing({desk.language: redirect.target})
    return page_view(desk, standing, title=desk.say(MOVED), description="")


def _view(desk: Desk, redirect: Redirect) -> RedirectView:
    return RedirectView(Link(redirect.title, desk.path(redirect.target)))


def redirect_rows(desks: Iterable[Desk]) -> list[tuple[str, str]]:
    """Return old and present addresses of all languages, in the order of the old ones."""
    found = (redirect for desk in desks for redirect in redirects_of(desk))
    return sorted((redirect.old, redirect.target) for redirect in found)


def redirect_files(
    rows: Iterable[tuple[str, str]], settings: RenderSettings
) -> Mapping[str, bytes]:
    """Write the rows for servers: as Netlify and Cloudflare read them, and as nginx does.

    nginx compares what was asked for once it is decoded.
    """
    pairs = [(settings.path(old), quote(settings.path(target))) for old, target in rows]
    plain = "".join(f"{quote(old)} {target} 301\n" for old, target in pairs)
    nginx = "".join(f'"{_SIGNS.sub(_escaped, old)}" "{target}";\n' for old, target in pairs)
    found = (("Cloudflare Pages and Netlify", plain), ("nginx", nginx))
    return {
        name: (_HEAD.format(server) + text).encode()
        for name, (server, text) in zip(MAPS, found, strict=True)
    }
