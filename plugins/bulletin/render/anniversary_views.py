"""Views of anniversaries: the page of a year, and the blocks elsewhere. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import DateView, FeedLink, Link, SourceView


class AnniversaryView(Struct, frozen=True):
    """One anniversary. `date` is of its year, as exact as the beginning is known."""

    years: int
    rank: str  # plain | round | great
    kind: str  # diplomatic | relation | association | publisher | document
    kind_name: str
    title: str
    partner: str  # whose agreement it is; "" on the partner's own page
    date: DateView
    began: DateView
    sources: tuple[SourceView, ...]
    precision: str = "day"  # day | month | year
    url: str = ""  # of the page about it, "" when there is none
    note: str = ""
    is_moved: bool = False  # a 29 February kept on the 28th
    partners: tuple[Link, ...] = ()  # in a country


class AnniversaryPart(Struct, frozen=True):
    """One month, in which those without a day come first; what has no month; or next year."""

    title: str  # Tháng 8 | August
    anchor: str  # 2026-08
    items: tuple[AnniversaryView, ...]
    is_full: bool = True  # with sources; next year's will have them when it comes


class AnniversariesView(Struct, frozen=True):
    """The anniversaries of a year: template `anniversaries.html`.

    `rank` is the least that is listed: with a great many, the plain ones are left out.
    """

    year: int
    count: int  # of the year, also of what is left out
    round_count: int
    rank: str
    parts: tuple[AnniversaryPart, ...]
    calendar: FeedLink
    calendar_years: str  # 2026–2027
    partners: Link


class MonthBlock(Struct, frozen=True):
    """The anniversaries of this month on the home page, or the next month's that has any."""

    month: DateView
    is_now: bool
    items: tuple[AnniversaryView, ...]
    left: int  # how many more the month has
    link: Link  # to all
