"""Related articles: which others of its language an article's page leads to.

docs/explanation/related-articles.md explains the choice. No pair of articles is compared:
an article looks along its partners, topics and section at those that are nearest in time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from plugins.bulletin.model.article import Article

MOST = 3  # articles shown
REACH = 6  # articles looked at along one thread, on either side in time
POINTS = {"partner": 4, "topic": 2, "section": 1}  # for what two articles share

Name = tuple[str, str]  # of a thread: the kind of what is shared, and its id
Thread = Sequence[int]  # the articles that share one thing, as their ranks, newest first


class Threads(Struct, frozen=True):
    """The articles of one language, newest first, and the threads that join them.

    An article's rank is its number in `articles`, by key in `ranks`; `times` are in seconds.
    """

    articles: Sequence[Article]
    times: Sequence[float]
    ranks: Mapping[str, int]
    by_name: Mapping[Name, Thread]

    def related(self, article: Article) -> tuple[Article, ...]:
        """Return the articles most related to one, best first; it need not be among them.

        Most points come first; with as many, the nearest in time, and of those the newer.
        """
        own = self.ranks.get(article.key, -1)
        place = own if own >= 0 else self._place(article)
        points: dict[int, int] = {}
        for name in _names(article):
            thread, worth = self.by_name.get(name, ()), POINTS[name[0]]
            at = bisect_left(thread, place)
            for rank in thread[max(0, at - REACH) : at + REACH + 1]:
                points[rank] = points.get(rank, 0) + worth
        points.pop(own, None)
        return tuple(self.articles[rank] for rank in self._best(points, article))

    def _best(self, points: Mapping[int, int], article: Article) -> list[int]:
        least = min(sorted(points.values())[-MOST:], default=0)  # spares most of them the rest
        times, when = self.times, article.moment.when.timestamp()
        chosen = [
            (-count, abs(times[rank] - when), rank)
            for rank, count in points.items()
            if count >= least
        ]
        return [rank for _, _, rank in sorted(chosen)[:MOST]]

    def _place(self, article: Article) -> int:
        """Return the rank that an article would have which is not listed, as a hidden one."""
        when = article.moment.when.timestamp()
        return bisect_left(self.times, -when, key=lambda time: -time)


def make_threads(listed: Sequence[Article], now: datetime) -> Threads:
    """Join the published articles among those of one language, which come newest first."""
    by_name: defaultdict[Name, list[int]] = defaultdict(list)
    for rank, article in enumerate(listed):
        if _is_public(article, now):
            for name in _names(article):
                by_name[name].append(rank)
    times = [article.moment.when.timestamp() for article in listed]
    ranks = {article.key: rank for rank, article in enumerate(listed)}
    return Threads(listed, times, ranks, by_name)


def _is_public(article: Article, now: datetime) -> bool:
    """Tell whether an article is published already; a preview has others too."""
    is_early = article.publish_on is not None and article.publish_on.when > now
    return article.status == "published" and not is_early


def _names(article: Article) -> Iterator[Name]:
    """Yield the threads that an article stands on."""
    for key in dict.fromkeys(article.partners):
        yield "partner", key
    for key in dict.fromkeys(article.topics):
        yield "topic", key
    yield "section", article.section
