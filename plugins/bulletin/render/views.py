"""Views: what templates receive. Plain text unless typed `Markup`; nothing here computes.

Every template gets three names: `site` (SiteView), `page` (PageView) and `view`
(the class named after the template). Addresses are ready to print.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from plugins.bulletin.render.map_views import MapView

if TYPE_CHECKING:
    from plugins.bulletin.render.anniversary_views import MonthBlock
    from plugins.bulletin.render.gallery_views import MediaTile
    from plugins.bulletin.render.issue_views import IssueRow
    from plugins.bulletin.render.media_views import Piece


class Link(Struct, frozen=True):
    """One link. `language` is set when the target, though not the text, is in another one."""

    text: str
    url: str
    language: str = ""
    is_current: bool = False


class DateView(Struct, frozen=True):
    """One date in the page's language. `iso` fits `<time datetime>`, whatever the precision."""

    iso: str
    long: str  # ngày 17 tháng 8 năm 2023 | 17 August 2023
    short: str  # 17/8/2023 | 17 Aug 2023
    stamp: str  # 16:37 | 17/08/2023 GMT+7; without a time of day: 17/08/2023 GMT+7


class SourceSet(Struct, frozen=True):
    """The files of one format that a browser may choose from: addresses with their widths."""

    media_type: str
    srcset: str


class ImageView(Struct, frozen=True):
    """One picture. `alt` is empty only when it is declared decorative.

    `language` is set when its words are not in the page's language. A photograph has a `srcset`
    beside `url`, and better formats in `sources`, the best first.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0
    caption: str = ""
    credit: str = ""
    language: str = ""
    srcset: str = ""
    sources: tuple[SourceSet, ...] = ()


class SourceView(Struct, frozen=True):
    """Where a fact or a text comes from; `url` may be empty, as for a printed paper."""

    name: str
    url: str = ""
    confidence: str = ""  # high | medium | ""


class FeedLink(Struct, frozen=True):
    """One feed for `<link rel=alternate>` and the footer."""

    title: str
    url: str
    media_type: str


class SiteView(Struct, frozen=True):
    """What every page of one language shows: the identity and the frame of the site."""

    language: str
    name: str
    tagline: str
    publisher: str
    publisher_short: str
    publisher_url: str
    home_url: str  # / or /en/
    base_url: str  # https://example.org, without a slash at the end; "" in a preview
    search_url: str
    navigation: tuple[Link, ...]
    sections: tuple[Link, ...]
    topics: tuple[Link, ...]
    footer: tuple[Link, ...]  # about, contact, anniversaries, archive, data
    data: Link  # the page of the open data
    feeds: tuple[FeedLink, ...]
    licence: Link
    contact_url: str
    accent: str
    stylesheet_url: str
    font_urls: tuple[str, ...]  # fonts worth preloading
    script_url: str
    favicon_url: str
    emblem_url: str
    modules: Mapping[str, str]  # addresses of scripts that some pages need, by name
    feed_style_url: str = ""  # of what browsers show of a feed
    manifest_url: str = ""  # these two only where visitors keep pages for when they are offline
    worker_url: str = ""


class Alternate(Struct, frozen=True):
    """One row of hreflang: `vi`, `en` or `x-default`, and an absolute address."""

    language: str
    url: str


class Switcher(Struct, frozen=True):
    """The way to the other language. `leads_to` tells what stands there."""

    language: str  # of the target
    name: str  # "Tiếng Việt" | "English"
    url: str
    leads_to: str = "counterpart"  # counterpart | section | home


class PageView(Struct, frozen=True):
    """What the frame of one page shows."""

    title: str  # of the page alone
    head_title: str  # with the bulletin's name
    description: str
    url: str  # path from the root
    canonical: str  # absolute where the address is known, else a path
    alternates: tuple[Alternate, ...]
    switcher: Switcher
    breadcrumb: tuple[Link, ...]  # from home; the last one is this page
    is_indexed: bool = True
    kind: str = "website"  # Open Graph type: website | article
    image: ImageView | None = None  # for sharing; its address is absolute
    is_draft: bool = False
    structured: Markup | None = None  # JSON-LD
    feeds: tuple[FeedLink, ...] = ()  # of what this page lists, beside those of the site


class ArticleCard(Struct, frozen=True):
    """One article in a list. `language` is set when it is not in the page's language.

    `text_language` is set when title and summary are not either.
    """

    title: str
    url: str
    summary: str
    date: DateView
    section: Link
    cover: ImageView | None = None
    language: str = ""
    text_language: str = ""


class ShareView(Struct, frozen=True):
    """Ways to pass a page on, as whole addresses."""

    address: str
    mail: str
    facebook: str


class ArticleView(Struct, frozen=True):
    """One article: template `article.html`."""

    title: str
    summary: str
    body: tuple[Piece, ...]
    date: DateView
    section: Link
    updated: DateView | None = None
    cover: ImageView | None = None
    authors: tuple[Link, ...] = ()  # without an address where a name has none
    translator: Link | None = None
    is_translation: bool = False
    sources: tuple[SourceView, ...] = ()
    topics: tuple[Link, ...] = ()
    partners: tuple[Link, ...] = ()
    associations: tuple[Link, ...] = ()
    documents: tuple[Link, ...] = ()
    previous: Link | None = None  # the older one
    next: Link | None = None  # the newer one
    is_draft: bool = False
    original: Link | None = None  # where this translation is behind it
    share: ShareView | None = None
    counterpart: Link | None = None  # the same article in the other language
    sides_url: str = ""  # of both languages side by side; "" without a counterpart
    issue: Link | None = None  # that it is in
    related: tuple[ArticleCard, ...] = ()  # in the page's language, the most related first


class PlainPageView(Struct, frozen=True):
    """One page of `content/pages`: template `page.html`."""

    title: str
    summary: str
    body: tuple[Piece, ...]
    original: Link | None = None  # where this translation is behind it


class HomeSection(Struct, frozen=True):
    """One section on the home page, with its newest articles."""

    link: Link
    description: str
    articles: tuple[ArticleCard, ...]


class HomeView(Struct, frozen=True):
    """The home page: template `home.html`. `lead` is None on a site without articles."""

    lead: ArticleCard | None
    latest: tuple[ArticleCard, ...]
    sections: tuple[HomeSection, ...]
    partner_count: int
    country_count: int
    relation_count: int
    partners: Link
    archive: Link
    map: MapView | None = None
    anniversaries: MonthBlock | None = None
    issue: IssueRow | None = None  # the newest, with its first articles
    media: tuple[MediaTile, ...] = ()  # the newest of all kinds
    multimedia: Link | None = None


class Pagination(Struct, frozen=True):
    """Where one page of a list stands. `previous` is the page with newer items."""

    number: int
    total: int
    item_count: int
    previous: str = ""
    next: str = ""
    pages: tuple[Link, ...] = ()  # a gap between them has no address


class ListView(Struct, frozen=True):
    """One page of a section or topic: template `list.html`."""

    kind: str  # section | topic
    title: str
    description: str
    articles: tuple[ArticleCard, ...]
    pagination: Pagination
    siblings: tuple[Link, ...]  # the other sections or topics
