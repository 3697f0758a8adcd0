"""Pairs page: the list of pairs as a page of the preview. It is no output, so never published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.link.freshness import tell_change
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.freshness import STATES, FreshnessState
from plugins.bulletin.model.library import Library
from plugins.bulletin.preview.overlay import PREFIX
from plugins.bulletin.render.asides import (
    PAIRS,
    ChangeView,
    PairGroup,
    PairsView,
    PairView,
    RunView,
    print_aside,
)
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.views import Link
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.translating.ages import Told
from plugins.bulletin.translating.looking import open_desk
from plugins.bulletin.translating.pairs import PairRow, Text, list_pairs
from plugins.bulletin.translating.texts import Difference
from plugins.bulletin.translating.told import HEADINGS, say, tell_age, tell_totals
from plugins.bulletin.translating.word_diff import diff_words

ADDRESSES: Mapping[Language, str] = {"vi": f"{PREFIX}pairs/", "en": f"/en{PREFIX}pairs/"}


def pairs_page(library: Library, settings: BuildSettings, language: Language) -> bytes:
    """Return the page of pairs in a language."""
    rows = list_pairs(library)
    looking = open_desk(settings, library)
    told = [looking.tell(row) for row in rows]
    where = RenderSettings(
        settings.content, settings.theme, settings.base_url, settings.now, with_drafts=True
    )
    aside, view = replace(PAIRS, addresses=ADDRESSES), partial(_view, told)
    return print_aside(library, where, aside, language=language, view=view)


def _view(told: list[Told], desk: Desk) -> PairsView:
    return PairsView(tell_totals(told, desk.language), tuple(_groups(told, desk)))


def _groups(told: list[Told], desk: Desk) -> Iterator[PairGroup]:
    for state in STATES:
        pairs = tuple(_pair(item, desk) for item in told if item.row.state == state)
        if pairs:
            yield PairGroup(state, _title(state, desk), pairs)


def _title(state: FreshnessState, desk: Desk) -> str:
    return say(HEADINGS[state], desk.language)


def _pair(told: Told, desk: Desk) -> PairView:
    row: PairRow = told.row
    return PairView(
        _link(row.original, desk),
        _link(row.translation, desk) if row.translation else None,
        row.translation_path,
        tell_age(told.age, desk.language),
        tuple(_change(item, desk) for item in told.differences),
    )


def _link(text: Text, desk: Desk) -> Link:
    address = addresses.article(text) if isinstance(text, Article) else addresses.page(text)
    return Link(text.title, desk.path(address), language=text.language)


def _change(item: Difference, desk: Desk) -> ChangeView:
    part = say(tell_change(item.change), desk.language)
    if item.before is None and item.change.kind == "changed":
        return ChangeView(part, (RunView("same", item.now or ""),))
    runs = diff_words(item.before or "", item.now or "")
    return ChangeView(part, tuple(RunView(run.fate, run.words) for run in runs))
