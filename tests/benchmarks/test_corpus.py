"""The corpora of the benchmark: the same for the same seed, and good content for all three."""

import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.corpus import Article, Terms, make_articles, read_terms
from benchmarks.generate import generate
from benchmarks.prose import Both, Writer, capital, join, read_words
from plugins.bulletin.examining import examine
from plugins.bulletin.problems.report import report
from plugins.bulletin.settings import BuildSettings
from tools.paths import ROOT

PEERS = ROOT / "benchmarks" / "peers"
PAIRS = 10


@pytest.fixture(scope="module")
def terms() -> Terms:
    """Read the repository's own terms."""
    return read_terms()


@pytest.fixture(scope="module")
def articles(terms: Terms) -> list[Article]:
    """Make enough articles for every kind of block to come up."""
    return make_articles(300, terms)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the three corpora."""
    folder = tmp_path_factory.mktemp("corpora")
    generate(PAIRS, folder)
    return folder


def texts(article: Article) -> Iterator[Both]:
    """Yield what a visitor reads of an article."""
    yield from (article.title, article.summary, article.body)


def test_same_seed_same_articles(articles: list[Article], terms: Terms) -> None:
    """A second making gives equal articles; another seed gives others."""
    assert make_articles(300, terms) == articles
    assert make_articles(1, terms, seed=1) != make_articles(1, terms, seed=2)


def test_addresses_are_free(articles: list[Article]) -> None:
    """No two articles share a title, key or slug in a language."""
    assert len({article.title.vi for article in articles}) == 300
    assert len({article.title.en for article in articles}) == 300
    assert len({article.key for article in articles}) == 300
    assert len({(article.slug.vi, article.slug.en) for article in articles}) == 300


def test_ten_years_in_order(articles: list[Article]) -> None:
    """Dates rise, and the articles spread over ten years."""
    dates = [article.date for article in articles]
    assert dates == sorted(dates)
    assert {date.year for date in dates} == set(range(2016, 2026))


def test_length(articles: list[Article]) -> None:
    """A document has about 320 words; one far off would not be like the bulletin's."""
    counts = [len(body.split()) for item in articles for body in (item.body.vi, item.body.en)]
    assert 290 <= sum(counts) / len(counts) <= 350
    assert min(counts) >= 120


def test_blocks_of_all_kinds(articles: list[Article]) -> None:
    """Headings, lists, tables, footnotes and both kinds of links come up."""
    bodies = "\n".join(article.body.vi for article in articles)
    for mark in ("\n## ", "\n- ", "\n| ", "[^1]:", "](article:", "](partner:"):
        assert mark in bodies


def test_no_slot_is_left(articles: list[Article]) -> None:
    """Every template is filled."""
    for article in articles:
        assert not any(re.search(r"[{}]", text.vi + text.en) for text in texts(article))


def test_languages_have_the_same_structure(articles: list[Article]) -> None:
    """Both bodies have the same blocks and links, as a translation has."""
    for article in articles:
        links = [re.findall(r"\]\((.*?)\)", body) for body in (article.body.vi, article.body.en)]
        assert article.body.vi.count("\n\n") == article.body.en.count("\n\n")
        assert sorted(links[0]) == sorted(links[1])


def test_templates_agree_on_slots() -> None:
    """A template's two languages fill the same slots."""
    for entries in read_words().lists.values():
        for entry in entries:
            slots = [set(re.findall(r"{(\w+)}", text)) for text in (entry.vi, entry.en)]
            assert slots[0] == slots[1]


def test_our_corpus_passes_the_check(corpora: Path) -> None:
    """Our content has no problem, not even a warning."""
    settings = BuildSettings(
        content=corpora / "ours/content",
        theme=ROOT / "theme",
        output=corpora / "output",
        base_url="",
        now=datetime(2026, 1, 1, tzinfo=UTC),
    )
    library, problems = examine(settings)
    assert report(problems, "en", "text") == ""
    assert library is not None
    assert len(library.articles) == PAIRS


@pytest.mark.parametrize("generator", ["ours", "hugo", "pelican"])
def test_every_corpus_has_the_asked_size(corpora: Path, generator: str) -> None:
    """Each generator gets every pair, in files of both languages."""
    folder = corpora / generator / "content/articles"
    names = [path.name for path in folder.rglob("*.md")]
    assert len(names) == 2 * PAIRS
    assert {name.split(".", 1)[1] for name in names} == {"vi.md", "en.md"}


@pytest.mark.parametrize("generator", ["ours", "hugo", "pelican"])
def test_links_are_written_for_the_generator(corpora: Path, generator: str) -> None:
    """No neutral link is left in a generator's content."""
    for path in (corpora / generator).rglob("*.md"):
        assert not re.search(r"\]\((article|partner):", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("generator", ["hugo", "pelican"])
def test_peers_say_the_same(corpora: Path, generator: str) -> None:
    """A peer's file ends with the paragraph that ours ends with."""
    for ours in (corpora / "ours/content/articles").rglob("*.md"):
        theirs = corpora / generator / ours.relative_to(corpora / "ours")
        last = ours.read_text(encoding="utf-8").split("\n\n")[-1]
        plain = re.sub(r"\]\(.*?\)", "]", last)
        assert plain in re.sub(r"\]\(.*?\)", "]", theirs.read_text(encoding="utf-8"))


def test_hugo_settings() -> None:
    """Hugo has two languages and the lists of ours, and nothing turned off to be slower."""
    settings = tomllib.loads((PEERS / "hugo/hugo.toml").read_text(encoding="utf-8"))
    assert set(settings["languages"]) == {"vi", "en"}
    assert set(settings["taxonomies"].values()) == {"sections", "topics", "partners"}
    layouts = {path.name for path in (PEERS / "hugo/layouts").glob("*.html")}
    assert {"home.html", "page.html", "section.html", "term.html"} <= layouts


def test_pelican_settings(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stock Pelican has both languages; its cache is on only when it is asked for."""
    source = (PEERS / "pelican/pelicanconf.py").read_text(encoding="utf-8")
    place = {"__file__": str(corpora / "pelican/pelicanconf.py")}
    for wish in ("0", "1"):
        monkeypatch.setenv("BENCH_PELICAN_CACHE", wish)
        found: dict[str, object] = dict(place)
        exec(compile(source, "pelicanconf.py", "exec"), found)
        assert found["CACHE_CONTENT"] is found["LOAD_CONTENT_CACHE"] is (wish == "1")
        assert found["PLUGINS"] == ["i18n_subsites"]


def test_writer_is_led_by_chance_alone() -> None:
    """Subjects come before the lists, and English gets the article that its next word wants."""

    class First:
        """Chance that takes the first of everything."""

        def choice(self, items: tuple[Both, ...]) -> Both:
            """Return the first."""
            return items[0]

    words = read_words()
    made = {**words.lists, "x": (Both("{event} ở {partner}", "a {event} in {partner}"),)}
    made["event"] = (Both("đêm nhạc", "evening of music"),)
    writer = Writer(type(words)(made, words.names), First(), {"partner": (Both("Huế", "Huế"),)})  # type: ignore[arg-type]
    assert writer.write("x") == Both("Đêm nhạc ở Huế", "An evening of music in Huế")


def test_small_parts_of_prose() -> None:
    """A capital comes after marks of emphasis; joining keeps the languages apart."""
    assert capital("**đêm**") == "**Đêm**"
    assert capital("") == ""
    assert join([Both("a", "b"), Both("c", "d")], " ") == Both("a c", "b d")
