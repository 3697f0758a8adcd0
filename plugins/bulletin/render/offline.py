"""Offline: the service worker, the web manifests, and the page for what was not kept.

The worker's own address never changes, for a browser asks there whether it is still wanted: where
a site keeps nothing, the file removes what an earlier one kept, and itself.

Source: W3C, Service Workers and Web Application Manifest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.pictures.app_icons import PAPER, AppIcon, app_icons, draw_icon
from plugins.bulletin.render.assets import Assets
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.contents import Contents
from plugins.bulletin.render.frame import Standing, page_view
from plugins.bulletin.render.missing_views import OfflineView
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.planning import Plan
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import PageView, SiteView
from plugins.bulletin.store.digests import digest_bytes, digest_of

NEWEST = 10  # articles that are kept before they are read, where there is no issue

TITLE = mark("You are offline")
TEXT = mark(
    "This page has not been kept on this device. It will be there once you are online again."
)


def offline_plans(desk: Desk, site: SiteView) -> Iterator[Plan]:
    """Plan the page that stands in for one that was not kept, where pages are kept at all."""
    if not desk.keeps_pages:
        return
    standing = {name: addresses.offline(name) for name in LANGUAGES}
    view = OfflineView(site.modules["offline"])
    page, own = partial(_page, desk, standing), partial(digest_of, view)
    yield Plan("offline.html", standing, page, lambda: view, own=own, is_indexed=False)


def _page(desk: Desk, standing: Mapping[Language, str]) -> PageView:
    title, text = desk.say(TITLE), desk.say(TEXT)
    view = page_view(desk, Standing(standing), title=title, description=text)
    return replace(view, is_indexed=False, alternates=())


def offline_files(
    desks: Mapping[Language, Desk], sites: Mapping[Language, SiteView], assets: Assets
) -> Iterator[Output]:
    """Yield the worker; and where pages are kept, the manifests and their icons."""
    keeps = desks["vi"].keeps_pages
    worker = _keeper(desks, sites, assets.workers["keep"]) if keeps else assets.workers["remove"]
    yield _output(addresses.WORKER, None, worker)
    if not keeps:
        return
    icons = tuple(app_icons(assets.mark, desks["vi"].library.records.site.accent))
    for icon in icons:
        yield Output(icon.path, None, partial(Inputs, own=icon.key), partial(draw_icon, icon))
    for language, desk in desks.items():
        content = web_manifest(desk, sites[language], icons)
        yield _output(addresses.web_manifest(language), language, content)


def _output(address: str, language: Language | None, content: bytes) -> Output:
    inputs = partial(Inputs, own=digest_bytes(content))
    return Output(addresses.file_of(address), language, inputs, partial(bytes, content))


def _keeper(
    desks: Mapping[Language, Desk], sites: Mapping[Language, SiteView], source: bytes
) -> bytes:
    """Write what the worker must know of the site before its source."""
    known = {name: _known_of(desk) for name, desk in desks.items()}
    files = sorted({url for site in sites.values() for url in _files(site)})
    version = digest_of(known, files, source, [_said_ahead(desk) for desk in desks.values()])
    site = {"version": version.hex()[:8], "languages": known, "files": files}
    return f"const site = {json.dumps(site)};\n".encode() + source


def _known_of(desk: Desk) -> Mapping[str, object]:
    """Return where a language has its front page, its fallback, and what is kept ahead."""
    home = desk.path(addresses.home(desk.language))
    fallback = desk.path(addresses.offline(desk.language))
    issue, articles = _ahead(desk)
    found = [addresses.article(item) for item in articles]
    if issue is not None:
        found.insert(0, addresses.issue(issue.fields.id, desk.language))
    return {"home": home, "fallback": fallback, "newest": [home, *map(desk.path, found)]}


def _ahead(desk: Desk) -> tuple[Contents | None, Sequence[Article]]:
    """Return what is kept before it is read: the newest issue with articles of this language.

    Where there is none, the newest articles are kept.
    """
    for issue in desk.index.issues:
        articles = [item for item in issue.articles if item.language == desk.language]
        if articles:
            return issue, articles
    return None, desk.index.own[:NEWEST]


def _said_ahead(desk: Desk) -> bytes:
    """Return what changes with any of these pages; an issue's own names those beside it."""
    issue, articles = _ahead(desk)
    shown = [item.row for item in issue.articles] if issue else []
    beside = [(item.fields.id, item.fields.title) for item in desk.index.issues]
    return digest_of([item.digest for item in articles], issue and issue.issue, shown, beside)


def _files(site: SiteView) -> tuple[str, ...]:
    """Return the files without which no page is whole."""
    scripts = (site.script_url, *(site.modules[name] for name in ("early", "offline")))
    return (site.stylesheet_url, *site.font_urls, *scripts, site.favicon_url, site.emblem_url)


def web_manifest(desk: Desk, site: SiteView, icons: tuple[AppIcon, ...]) -> bytes:
    """Write what a browser needs to put the bulletin among the programs of a device."""
    drawing = {"src": site.favicon_url, "sizes": "any", "type": "image/svg+xml"}
    content = {
        "id": site.home_url,
        "name": site.name,
        "description": site.tagline,
        "lang": desk.language,
        "dir": "ltr",
        "start_url": site.home_url,
        "scope": desk.path("/"),
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": site.accent,
        "icons": [drawing, *(_icon(desk, icon) for icon in icons)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _icon(desk: Desk, icon: AppIcon) -> Mapping[str, str]:
    size = f"{icon.size}x{icon.size}"
    src = desk.path(f"/{icon.path}")
    return {"src": src, "sizes": size, "type": "image/png", "purpose": icon.purpose}
