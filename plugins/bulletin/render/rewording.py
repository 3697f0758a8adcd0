"""Rewording: an edit of the words of some articles, and the few outputs that it can change.

Most edits mend a sentence. No list, record or picture shows anything else then, so that of
thousands of outputs only those that show the words are looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from plugins.bulletin.model.article import Article, Body
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.render.article_plans import article_plans, sides_plans
from plugins.bulletin.render.feeds import feed_outputs
from plugins.bulletin.render.found_media import shown_media
from plugins.bulletin.render.offline import offline_files
from plugins.bulletin.render.outputs import Output
from plugins.bulletin.render.press import open_presses
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.store.shelf import Shelf


def is_reworded(before: Library, after: Library, keys: Collection[str]) -> bool:
    """Tell whether two libraries differ in the words of some articles and in nothing else.

    Args:
        before: What was linked, and
        after: what it became; the same records, pages, and articles of all other keys.
        keys: The articles that were linked again.
    """
    if before.images != after.images or not after.articles.keys() >= set(keys):
        return False
    return all(_is_reworded(before.articles.get(key, {}), after.articles[key]) for key in keys)


def _is_reworded(before: Mapping[Language, Article], after: Mapping[Language, Article]) -> bool:
    if before.keys() != after.keys():
        return False
    return all(_rest(before[name]) == _rest(after[name]) for name in after)


def _rest(article: Article) -> tuple[Article, bytes]:
    """Return an article without what its own page, that of both sides and feeds alone show."""
    wordless = replace(article, body=Body(""), links=(), mentions=(), freshness=None, digest=b"")
    return wordless, shown_media(article)


def reworded_outputs(
    library: Library,
    settings: RenderSettings,
    keys: Collection[str],
    *,
    shelf: Shelf | None = None,
) -> dict[str, Output]:
    """List the outputs that new words of some articles can change, as the whole table has them.

    Args:
        library: The site.
        settings: Where things are.
        keys: Of the articles.
        shelf: Keeps compiled templates.
    """
    presses = open_presses(library, settings, shelf=shelf)
    table: list[Output] = []
    for press in presses.of.values():
        table += map(press.output, article_plans(press.desk, keys))
        table += feed_outputs(press.desk, press.site, press.frame, with_bodies=True)
    table += map(presses.of_sides().output, sides_plans(presses.desks, keys))
    table += offline_files(presses.desks, presses.sites, presses.assets)
    return {output.path: output for output in table}
