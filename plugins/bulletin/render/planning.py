"""Planning: how one page is made, with what it is made of. Nothing is made here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of

if TYPE_CHECKING:
    from plugins.bulletin.render.anniversary_views import AnniversariesView
    from plugins.bulletin.render.archive_views import ArchiveViews
    from plugins.bulletin.render.author_views import AuthorsView, AuthorView
    from plugins.bulletin.render.data_views import DataView
    from plugins.bulletin.render.directory_views import PartnersView
    from plugins.bulletin.render.gallery_views import MediaViews
    from plugins.bulletin.render.issue_views import IssueViews
    from plugins.bulletin.render.missing_views import NotFoundView, OfflineView, RedirectView
    from plugins.bulletin.render.partner_views import PartnerView
    from plugins.bulletin.render.record_views import RecordView
    from plugins.bulletin.render.search_page import SearchView
    from plugins.bulletin.render.side_views import SidesView
    from plugins.bulletin.render.views import (
        ArticleView,
        HomeView,
        ListView,
        PageView,
        PlainPageView,
    )

    View: TypeAlias = (
        ArticleView
        | PlainPageView
        | HomeView
        | ListView
        | ArchiveViews
        | IssueViews
        | MediaViews
        | AuthorsView
        | AuthorView
        | SidesView
        | PartnersView
        | PartnerView
        | DataView
        | AnniversariesView
        | RecordView
        | RedirectView
        | SearchView
        | NotFoundView
        | OfflineView
    )


class Plan(Struct, frozen=True):
    """How to make one page: where it stands, its head, its view, and what they depend on."""

    template: str
    addresses: Mapping[Language, str]
    page: Callable[[], PageView]
    view: Callable[[], View]
    own: Callable[[], bytes]
    around: Callable[[], bytes] = bytes
    is_indexed: bool = True
    source: str = ""
    kin: str = ""  # the key of an article, for all pages that show its body


def list_plan(
    desk: Desk,
    place: str,
    *,
    page: Callable[[Desk], PageView],
    view: Callable[[], View],
    own: Callable[[], bytes] | None = None,
) -> Plan:
    """Plan a page that is the only one of its kind, at a place of its own, by what it shows.

    `own` is its digest, where that can be told without making the view.
    """
    return Plan(
        f"{place}.html",
        {name: addresses.place(place, name) for name in LANGUAGES},
        partial(page, desk),
        view,
        own=own or (lambda: digest_of(view())),
    )
