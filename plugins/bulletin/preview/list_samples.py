"""List samples: examples of issues, tiles, the calendar of the archive, and many pages."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.preview.sample_words import WORDS, Sample
from plugins.bulletin.render.archive_views import MonthRow, YearRow
from plugins.bulletin.render.gallery_views import MediaTile
from plugins.bulletin.render.issue_views import IssueRow
from plugins.bulletin.render.views import ArticleCard, Link, Pagination
from plugins.bulletin.text.dates import month_name

Issues = tuple[tuple[str, IssueRow], ...]


def issue_samples(words: Sample, card: ArticleCard, place: str) -> Issues:
    """Return issues with all that they can have, and with nothing."""
    whole = IssueRow(
        Link(words.title, place),
        "2/2023",
        card.date,
        words.summary,
        12,
        cover=card.cover,
        articles=(card, card),
    )
    bare = replace(whole, number="", summary="", cover=None, count=1, articles=())
    return (
        ("with all", whole),
        ("letters with two marks", replace(whole, link=Link(words.letters, place))),
        ("very long", replace(whole, link=Link(words.long, place), summary=words.long * 2)),
        ("without a number, summary or cover", bare),
    )


def tile_samples(language: Language, card: ArticleCard, place: str) -> tuple[MediaTile, ...]:
    """Return one tile of each kind, one of them in the other language."""
    there = other_language(language)
    words, other = WORDS[language], WORDS[there]
    if card.cover is None:
        return ()
    tile = MediaTile("video", words.letters, place, card.cover, card.date, card.title)
    foreign = replace(
        tile,
        kind="infographic",
        title=other.title,
        image=replace(card.cover, alt=""),
        language=there,
        text_language=there,
    )
    photographs = replace(tile, kind="photograph", title=words.long, article="", count=3)
    return (replace(tile, duration="12:34"), foreign, photographs)


def year_samples(language: Language, place: str) -> tuple[YearRow, ...]:
    """Return a full year, and one of a single article."""
    months = tuple(
        MonthRow(Link(month_name(month, language), place), month) for month in range(12, 0, -1)
    )
    one = (MonthRow(Link(month_name(2, language), place), 1),)
    return (YearRow(Link("2023", place), 78, months), YearRow(Link("1992", place), 1, one))


def pagination_samples(place: str) -> tuple[tuple[str, Pagination], ...]:
    """Return where a list may stand among many pages."""

    def pages(current: int) -> tuple[Link, ...]:
        links = [Link(str(page), place, is_current=page == current) for page in (1, 4, 5, 6, 20)]
        return (links[0], Link("…", ""), *links[1:4], Link("…", ""), links[4])

    return (
        ("the first page", Pagination(1, 20, 240, next=place, pages=pages(1))),
        ("in the middle", Pagination(5, 20, 240, place, place, pages(5))),
    )
