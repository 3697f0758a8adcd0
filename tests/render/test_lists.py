"""Lists: what is listed, in which order, and how it is cut into pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.model.article import Article, Body
from plugins.bulletin.model.common import Language, LocalText, Moment, Position
from plugins.bulletin.model.library import Library, Records
from plugins.bulletin.model.records import (
    Contact,
    Country,
    HomeCity,
    Licence,
    Partner,
    PartnerName,
    Section,
    Site,
)
from plugins.bulletin.render import lists
from plugins.bulletin.render.index import make_index, newest_first
from plugins.bulletin.render.names import ordered_partners
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.text.collation import sort_key

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST = datetime(2020, 1, 1, tzinfo=ZONE)
NAME = LocalText("Mẫu", "Sample")
SECTION = Section("news", NAME, NAME)
# Day after the first -> languages in which an article of that day exists.
TEXTS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(["vi", "en", "both"]), st.booleans()),
    max_size=12,
)
Text = tuple[int, str, bool]


def make_article(number: int, day: int, language: Language, *, is_hidden: bool = False) -> Article:
    """Return an article that is like the others but for key, day and language."""
    return Article(
        key=f"text-{number}",
        language=language,
        path=f"content/articles/text-{number}.{language}.md",
        title=f"{language} {number}",
        summary="",
        moment=Moment(FIRST + timedelta(days=day), has_time=False),
        section="news",
        slug=f"text-{number}",
        body=Body(""),
        links=(),
        status="hidden" if is_hidden else "published",
    )


def make_desk(
    texts: Sequence[Text] = (),
    language: Language = "vi",
    *,
    page_size: int = 12,
    found: Sequence[Partner] = (),
) -> Desk:
    """Return a desk over a library of articles and partners."""
    articles: dict[str, dict[Language, Article]] = {}
    for number, (day, kind, is_hidden) in enumerate(texts):
        languages = ("vi", "en") if kind == "both" else (kind,)
        articles[f"text-{number}"] = {
            cast("Language", name): make_article(
                number, day, cast("Language", name), is_hidden=is_hidden
            )
            for name in languages
        }
    site = Site(
        name=NAME,
        tagline=NAME,
        publisher=NAME,
        publisher_short=NAME,
        publisher_url="https://union.example",
        home_city=HomeCity(NAME, "VN", Position(16.0, 107.0)),
        contact=Contact(),
        licence=Licence("CC", "https://licence.example"),
        accent="#5b2a86",
        navigation=(),
        page_size=page_size,
    )
    records = Records(
        site,
        sections={"news": SECTION},
        countries={"VN": Country("VN", NAME, "asia")},
        partners={partner.id: partner for partner in found},
    )
    library = Library(records, articles, {})
    settings = RenderSettings(Path(), Path(), "https://bulletin.example", FIRST)
    catalog = cast("GNUTranslations", NullTranslations())
    return Desk(library, language, settings, catalog, make_index(library, language))


@given(st.integers(0, 60), st.integers(1, 20))
def test_pages_hold_every_item_once_in_order(count: int, size: int) -> None:
    """Cut into pages, a list keeps every item once, in order; only the last page may be short."""
    desk = make_desk([(0, "vi", False)] * count, page_size=size)
    items = list(desk.index.listed)
    total = lists.page_count(len(items), size)
    views = [
        lists.list_view(desk, "section", SECTION, articles=items, number=number)
        for number in range(1, total + 1)
    ]
    shown = [card.title for view in views for card in view.articles]
    assert shown == [item.title for item in items]
    assert [len(view.articles) for view in views[:-1]] == [size] * (total - 1)
    assert views[-1].articles or count == 0


@given(st.integers(1, 60), st.integers(1, 20))
def test_pages_lead_to_each_other(count: int, size: int) -> None:
    """Previous and next are the neighbours' addresses, and the first and last page have one."""
    desk = make_desk([(0, "vi", False)] * count, page_size=size)
    items = list(desk.index.listed)
    total = lists.page_count(len(items), size)
    views = [
        lists.list_view(desk, "section", SECTION, articles=items, number=number).pagination
        for number in range(1, total + 1)
    ]
    urls = [next(link.url for link in view.pages if link.is_current) for view in views]
    assert [view.previous for view in views] == ["", *urls[:-1]]
    assert [view.next for view in views] == [*urls[1:], ""]
    assert all(view.pages[0].text == "1" for view in views)
    assert all(view.pages[-1].text == str(total) for view in views)


@given(TEXTS, st.randoms(use_true_random=False))
def test_newest_first_whatever_the_order(texts: list[Text], random: object) -> None:
    """Articles come newest first, of one day by key, however they were given."""
    articles = [make_article(number, day, "vi") for number, (day, _, _) in enumerate(texts)]
    mixed = list(articles)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    ordered = newest_first(mixed)
    assert ordered == newest_first(articles)
    keys = [(-item.moment.when.timestamp(), item.key) for item in ordered]
    assert keys == sorted(keys)


@given(TEXTS, st.sampled_from(["vi", "en"]))
def test_what_lists_show(texts: list[Text], language: Language) -> None:
    """A list shows every text that is not hidden once, in its own language where there is one."""
    desk = make_desk(texts, language)
    shown = list(desk.index.listed)
    wanted = {f"text-{number}" for number, text in enumerate(texts) if not text[2]}
    assert {item.key for item in shown} == wanted
    assert len(shown) == len(wanted)
    for item in shown:
        if item.language != language:
            assert language not in desk.library.articles[item.key]
    assert {item.language for item in desk.index.own} <= {language}


@given(TEXTS)
def test_both_languages_have_as_many_pages(texts: list[Text]) -> None:
    """Page N of a list exists in both languages or in none, so that the switcher keeps it."""
    assert len(make_desk(texts, "vi").index.listed) == len(make_desk(texts, "en").index.listed)


@given(TEXTS, st.sampled_from(["vi", "en"]))
def test_home_leads_with_its_own_language(texts: list[Text], language: Language) -> None:
    """The lead of the front page is the newest article of the page's language, if there is one."""
    desk = make_desk(texts, language)
    view = lists.home_view(desk)
    own = desk.index.own
    if own:
        assert view.lead is not None
        assert view.lead.title == own[0].title
        assert view.lead.language == ""
    assert (view.lead is None) == (not desk.index.listed)
    titles = [card.title for card in (*view.latest, *([view.lead] if view.lead else []))]
    assert len(set(titles)) == len(titles) <= lists.LATEST + 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_partners_stand_in_the_languages_order(language: Language) -> None:
    """Partners are sorted by the page's language: in Vietnamese "Đức" before "Zagreb"."""
    names = ["Zagreb", "Đức", "Ấn", "An", "Cửu", "Dân"]
    found = [
        Partner(PartnerName(name, name), "VN", "city", Position(0, 0), (), id=f"p{number}")
        for number, name in enumerate(names)
    ]
    ordered = ordered_partners(make_desk(language=language, found=found))
    assert [item.name.vi for item in ordered] == sorted(names, key=sort_key(language))
    if language == "vi":
        assert [item.name.vi for item in ordered] == ["An", "Ấn", "Cửu", "Dân", "Đức", "Zagreb"]
