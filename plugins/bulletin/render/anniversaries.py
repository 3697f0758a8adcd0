"""Anniversaries: the page of a year, and the blocks of the home page and of a city's.

All of them change with the month, never with the day: what is published stays true until
the month turns, and then a build knows that it has to make them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from plugins.bulletin.link import addresses
from plugins.bulletin.link.anniversaries import (
    Anniversary,
    Occasion,
    Subject,
    in_order,
    select,
)
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.anniversary_views import (
    AnniversariesView,
    AnniversaryPart,
    AnniversaryView,
    MonthBlock,
)
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import page_view, standing_at
from plugins.bulletin.render.kinds import OCCASION_KINDS, RELATION_KINDS
from plugins.bulletin.render.parts import by_name, partial_view, partner_link, source_views
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import FeedLink, Link, PageView
from plugins.bulletin.text.dates import PartialDate, month_name

MOST = 600  # on the page of a year
ON_HOME = 6
ON_CITY = 6
PARTNERS_BESIDE = 4  # links to the partners of a country, where it has no more
MEDIA_TYPE = "text/calendar"
PAGES = {
    "relation": addresses.partner,
    "association": addresses.association,
    "document": addresses.document,
}
TITLES = {
    "diplomatic": mark("Diplomatic relations with %(name)s"),
    "relation": "%(name)s",
    "association": mark("%(name)s founded"),
    "publisher": mark("%(name)s founded"),
    "document": "%(name)s",
}


def anniversaries_view(desk: Desk) -> AnniversariesView:
    """Show this year by months, and the round ones of the next."""
    year = desk.almanac.today.year
    found = desk.almanac.of_year(year)
    kept, rank = select(found, MOST)
    return AnniversariesView(
        year=year,
        count=len(found),
        round_count=sum(item.rank != "plain" for item in found),
        rank=rank,
        parts=(*_months(desk, kept), *_undated(desk, kept), *_next_year(desk)),
        calendar=calendar_link(desk),
        calendar_years=f"{year}–{year + 1}",
        partners=Link(
            desk.say(mark("Partner directory")),
            desk.path(addresses.place("partners", desk.language)),
        ),
    )


def calendar_link(desk: Desk) -> FeedLink:
    """Return the link to the calendar of the desk's language."""
    title = desk.say(mark("Calendar file"))
    return FeedLink(title, desk.path(addresses.calendar(desk.language)), MEDIA_TYPE)


def anniversaries_page(desk: Desk) -> PageView:
    """Make the head of the page of a year."""
    standing = standing_at(desk, "anniversaries")
    message = mark(
        "Diplomatic relations, agreements of %(city)s with its partners, friendship "
        "associations: what completes how many years, and when."
    )
    site = desk.library.records.site
    text = desk.say(message) % {"city": site.home_city.name.in_language(desk.language)}
    name = desk.say(mark("Anniversaries in %(year)d")) % {"year": desk.almanac.today.year}
    return page_view(desk, standing, title=name, description=text)


def month_block(desk: Desk) -> MonthBlock | None:
    """Show this month, or the first of the next twelve that has anniversaries; None without."""
    first = desk.almanac.month
    for step in range(13):
        year, month = divmod(first.year * 12 + first.month - 1 + step, 12)
        found = desk.almanac.of_month(date(year, month + 1, 1))
        if found:
            return _block(desk, found, is_now=not step)
    return None


def _block(desk: Desk, found: Sequence[Anniversary], *, is_now: bool) -> MonthBlock:
    day = found[0].date
    shown = in_order(sorted(found, key=lambda item: item.rank == "plain")[:ON_HOME])
    where = desk.path(addresses.place("anniversaries", desk.language))
    return MonthBlock(
        month=partial_view(PartialDate(day.year, day.month), desk.language),
        is_now=is_now,
        items=tuple(show(desk, item) for item in shown),
        left=len(found) - len(shown),
        link=Link(desk.say(mark("All anniversaries of the year")), where),
    )


def ahead_of(desk: Desk, partner: Partner) -> list[Anniversary]:
    """Return what comes from this month on: once each agreement, and the country's relations."""
    subjects: tuple[Subject, ...] = ("relation", partner.id), ("diplomatic", partner.country)
    return desk.almanac.ahead(*subjects)[:ON_CITY]


def partner_block(desk: Desk, partner: Partner) -> tuple[AnniversaryView, ...]:
    """Show on a partner's page what comes; its own page needs no link."""
    return tuple(show(desk, item, is_linked=False) for item in ahead_of(desk, partner))


def show(desk: Desk, item: Anniversary, *, is_linked: bool = True) -> AnniversaryView:
    """Show one anniversary."""
    occasion = item.occasion
    return AnniversaryView(
        years=item.years,
        rank=item.rank,
        kind=occasion.kind,
        kind_name=kind_name(desk, occasion),
        title=title(desk, occasion),
        partner=_partner_name(desk, occasion) if is_linked else "",
        date=partial_view(item.date, desk.language),
        began=partial_view(occasion.began, desk.language),
        sources=source_views(occasion.sources),
        precision=_precision(item.date),
        url=desk.path(address(desk, occasion)) if is_linked else "",
        note=occasion.note.in_language(desk.language) if occasion.note else "",
        is_moved=item.is_moved,
        partners=_partners_of(desk, occasion) if is_linked else (),
    )


def kind_name(desk: Desk, occasion: Occasion) -> str:
    """Return what an occasion is, in the desk's language."""
    if occasion.kind == "relation":
        return desk.say(RELATION_KINDS[occasion.detail])
    return desk.say(OCCASION_KINDS[occasion.kind])


def partner_of(desk: Desk, occasion: Occasion) -> Partner | None:
    """Return the partner that an agreement is with, None for all else."""
    is_tie = occasion.kind == "relation"
    return desk.library.records.partners[occasion.subject] if is_tie else None


def title(desk: Desk, occasion: Occasion) -> str:
    """Return what began, in the desk's language."""
    return desk.say(TITLES[occasion.kind]) % {"name": occasion.title.in_language(desk.language)}


def address(desk: Desk, occasion: Occasion) -> str:
    """Return the address of the page about an occasion, "" when there is none."""
    finding = PAGES.get(occasion.kind)
    return finding(occasion.subject, desk.language) if finding else ""


def _precision(day: PartialDate) -> str:
    if day.month is None:
        return "year"
    return "month" if day.day is None else "day"


def _months(desk: Desk, found: Iterable[Anniversary]) -> Iterable[AnniversaryPart]:
    dated = [item for item in found if item.date.month is not None]
    for number, inside in groupby(dated, key=lambda item: item.date.month or 0):
        items = tuple(show(desk, item) for item in inside)
        anchor = f"{desk.almanac.today.year:04d}-{number:02d}"
        yield AnniversaryPart(month_name(number, desk.language), anchor, items)


def _undated(desk: Desk, found: Iterable[Anniversary]) -> Iterable[AnniversaryPart]:
    items = tuple(show(desk, item) for item in found if item.date.month is None)
    if items:
        yield AnniversaryPart(desk.say(mark("Known by year alone")), "undated", items)


def _next_year(desk: Desk) -> Iterable[AnniversaryPart]:
    """Yield the round ones of the next year, those without a month last."""
    year = desk.almanac.today.year + 1
    following = [item for item in desk.almanac.of_year(year) if item.rank != "plain"]
    kept = sorted(select(following, MOST)[0], key=lambda item: item.date.month is None)
    if kept:
        title = desk.say(mark("Round ones in %(year)d")) % {"year": year}
        items = tuple(show(desk, item) for item in kept)
        yield AnniversaryPart(title, "next-year", items, is_full=False)


def _partners_of(desk: Desk, occasion: Occasion) -> tuple[Link, ...]:
    """Link to the partners in the country of diplomatic relations, where they are few."""
    if occasion.kind != "diplomatic":
        return ()
    partners = desk.library.records.partners.values()
    found = [item for item in partners if item.country == occasion.subject]
    links = (partner_link(desk, item) for item in found)
    return by_name(desk, links) if len(found) <= PARTNERS_BESIDE else ()


def _partner_name(desk: Desk, occasion: Occasion) -> str:
    partner = partner_of(desk, occasion)
    return partner.name.in_language(desk.language) if partner else ""
