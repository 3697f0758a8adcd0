"""Related articles: what is chosen, and what never is."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st
from msgspec.structs import replace

from plugins.bulletin.model.article import Article, Body
from plugins.bulletin.model.common import Moment
from plugins.bulletin.render.index import newest_first
from plugins.bulletin.render.related_articles import MOST, POINTS, REACH, make_threads

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2024, 6, 1, tzinfo=ZONE)
NAMES = ("a", "b", "c")


def make(key: str, day: int = 0, *, partners: str = "", topics: str = "", **more: str) -> Article:
    """Return an article of a day before now; each letter is a partner's or a topic's id."""
    moment = Moment(NOW - timedelta(days=day), has_time=False)
    article = Article(
        key=key,
        language="vi",
        path=f"content/articles/{key}.vi.md",
        title=key,
        summary="",
        moment=moment,
        section=more.pop("section", "news"),
        slug=key,
        body=Body(""),
        links=(),
        topics=tuple(topics),
        partners=tuple(partners),
    )
    return replace(article, **more)


ARTICLES = st.lists(
    st.builds(
        make,
        st.integers(0, 60).map(str),
        st.integers(0, 9),
        partners=st.lists(st.sampled_from(NAMES), max_size=3).map("".join),
        topics=st.lists(st.sampled_from(NAMES), max_size=3).map("".join),
        section=st.sampled_from(NAMES),
        status=st.sampled_from(["published", "published", "draft", "hidden"]),
    ),
    unique_by=lambda article: article.key,
    max_size=30,
)


def keys(article: Article, among: list[Article]) -> list[str]:
    """Return the keys of what is related to an article among those that are listed."""
    listed = newest_first(other for other in among if other.status != "hidden")
    return [other.key for other in make_threads(listed, NOW).related(article)]


def shared(one: Article, other: Article) -> int:
    """Count the points of all that two articles share."""
    partners = len({*one.partners} & {*other.partners}) * POINTS["partner"]
    topics = len({*one.topics} & {*other.topics}) * POINTS["topic"]
    return partners + topics + (one.section == other.section) * POINTS["section"]


def test_a_partner_outweighs_a_topic_and_a_topic_a_section() -> None:
    """What two articles share counts more the less common it is."""
    one = make("one", partners="a", topics="b", section="news")
    others = [
        make("section", 1),
        make("topic", 2, topics="b", section="other"),
        make("partner", 3, partners="a", section="other"),
        make("nothing", 1, section="other"),
    ]
    assert keys(one, [one, *others]) == ["partner", "topic", "section"]


def test_the_nearest_in_time_comes_first_and_of_those_the_newer() -> None:
    """Of articles that share as much, the date decides, whichever side it lies on."""
    one = make("one", 10, partners="a")
    others = [make(f"day-{day}", day, partners="a") for day in (1, 8, 12, 11)]
    assert keys(one, [one, *others]) == ["day-11", "day-8", "day-12"]


def test_a_preview_does_not_lead_to_what_is_not_published() -> None:
    """Drafts and articles whose day has not come are listed in a preview, but not related."""
    later = Moment(NOW + timedelta(days=1), has_time=False)
    one = make("one")
    early = replace(make("early", 1), publish_on=later)
    due = replace(make("due", 2), publish_on=Moment(NOW, has_time=False))
    assert keys(one, [one, early, due, make("draft", status="draft")]) == ["due"]


def test_an_article_that_is_not_listed_has_related_ones_too() -> None:
    """A hidden article's page leads to those that are nearest to its date."""
    listed = [make(f"day-{day}", day) for day in range(40)]
    assert keys(make("hidden", 20, status="hidden"), listed) == ["day-20", "day-19", "day-21"]


def test_a_thread_counts_as_far_as_it_reaches() -> None:
    """On a long thread only the nearest articles get its points, and the work stays small."""
    days = [make(f"day-{day:03}", day, partners="a") for day in range(100)]
    one = replace(days[50], key="one", topics=("b",))
    marked = {day: replace(days[day], topics=("b",)) for day in (50 - REACH, 49 - REACH)}
    among = [one, *(marked.get(number, day) for number, day in enumerate(days) if number != 50)]
    assert keys(one, among) == [f"day-{50 - REACH:03}", "day-049", "day-051"]


@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_of_files_does_not_matter(articles: list[Article], random: Random) -> None:
    """The choice is the same however the articles and what they name were given."""
    mixed = [
        replace(item, topics=item.topics[::-1], partners=item.partners[::-1]) for item in articles
    ]
    random.shuffle(mixed)
    by_key = {article.key: article for article in mixed}
    for article in articles:
        assert keys(article, articles) == keys(by_key[article.key], mixed)


@given(ARTICLES)
def test_what_is_never_related(articles: list[Article]) -> None:
    """Never itself, a draft or a hidden article; never one twice, nor one that shares nothing."""
    by_key = {article.key: article for article in articles}
    for article in articles:
        found = keys(article, articles)
        assert len(found) == len({*found}) <= MOST
        assert article.key not in found
        for other in map(by_key.__getitem__, found):
            assert other.status == "published"
            assert shared(article, other) > 0


@given(ARTICLES.filter(lambda articles: len(articles) <= REACH))
def test_few_articles_are_compared_whole(articles: list[Article]) -> None:
    """Where every thread is within reach, the choice is that of comparing each with each."""
    public = [article for article in articles if article.status == "published"]
    for article in articles:
        others = [other for other in newest_first(public) if other.key != article.key]
        when = article.moment.when
        wanted = sorted(
            (other for other in others if shared(article, other)),
            key=lambda other: (-shared(article, other), abs(other.moment.when - when)),
        )
        assert keys(article, articles) == [other.key for other in wanted[:MOST]]


@given(ARTICLES, st.data())
def test_a_new_text_changes_no_choice(articles: list[Article], data: st.DataObject) -> None:
    """Words, title and summary of an article have no say in what is related to what."""
    if not articles:
        return
    edited = data.draw(st.sampled_from(articles))
    after = [
        replace(item, title="Khác", body=Body("<p>Khác</p>")) if item is edited else item
        for item in articles
    ]
    for article in articles:
        assert keys(article, articles) == keys(article, after)
