"""Authors: who is gathered out of bylines, and who is who in the other language."""

from datetime import datetime

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Body
from plugins.bulletin.model.common import Language, Moment
from plugins.bulletin.model.library import Library, Records
from plugins.bulletin.render.authors import author_slug, find_authors, find_counterparts
from plugins.bulletin.text.dates import ZONE
from tests.conftest import SmallSite
from tests.site.building import Built

SAMPLE = Article(
    key="one",
    language="vi",
    path="content/articles/one.vi.md",
    title="One",
    summary="",
    moment=Moment(datetime(2023, 8, 17, tzinfo=ZONE), has_time=False),
    section="news",
    slug="one",
    body=Body(""),
    links=(),
)


def written(key: str, *authors: str, language: Language = "vi", translator: str = "") -> Article:
    """Return an article with a byline."""
    return replace(SAMPLE, key=key, language=language, authors=authors, translator=translator)


def library_of(*articles: Article) -> Library:
    """Return a library of articles alone."""
    pairs: dict[str, dict[Language, Article]] = {}
    for article in articles:
        pairs.setdefault(article.key, {})[article.language] = article
    return Library(records=Records(site=None), articles=pairs, pages={})  # type: ignore[arg-type]


def test_name_alone_decides_the_address() -> None:
    """A name has one address whatever else the site has; one without letters has none."""
    assert addresses.author(author_slug("Đỗ Thị Ẩn"), "vi") == "/tac-gia/do-thi-an/"
    assert addresses.author(author_slug("Đỗ Thị Ẩn"), "en") == "/en/authors/do-thi-an/"
    assert author_slug("…") == ""


def test_author_and_translator_are_gathered_alike() -> None:
    """Whoever wrote one article and translated another stands once, with both."""
    one, two = written("one", "An"), written("two", "Bình", translator="An")
    found = find_authors([one, two])
    assert found["an"].articles == [one, two]
    assert [found["an"].wrote(item) for item in (one, two)] == [True, False]
    assert found["binh"].articles == [two]


def test_who_translates_their_own_article_stands_once() -> None:
    """An article counts once, and so does a name."""
    found = find_authors([written("one", "An", translator="An")])
    assert (found["an"].title, len(found["an"].articles)) == ("An", 1)


def test_names_of_one_address_share_a_page() -> None:
    """Two names that differ by marks alone both stand on the page that they share."""
    found = find_authors([written("one", "Lê Văn An"), written("two", "Lê Văn Ân")])
    assert found["le-van-an"].title == "Lê Văn An / Lê Văn Ân"


def test_same_name_is_the_same_author() -> None:
    """A name in both languages is a counterpart without more ado."""
    library = library_of(written("one", "An"), written("two", "An", language="en"))
    assert find_counterparts(library, "vi") == {"an": "an"}


def test_other_name_is_known_by_its_place() -> None:
    """Names that always stand at the same place of both bylines are one author."""
    library = library_of(
        written("one", "Ban Biên tập", "An"),
        written("one", "Editorial Board", "An", language="en"),
        written("two", "Ban Biên tập"),
        written("two", "Editorial Board", language="en"),
    )
    assert find_counterparts(library, "vi")["ban-bien-tap"] == "editorial-board"
    assert find_counterparts(library, "en")["editorial-board"] == "ban-bien-tap"


def test_doubtful_name_has_no_counterpart() -> None:
    """A name that stands beside two others is left alone, in both directions."""
    library = library_of(
        written("one", "Ban Biên tập"),
        written("one", "Editorial Board", language="en"),
        written("two", "Ban Biên tập"),
        written("two", "The Editors", language="en"),
    )
    assert "ban-bien-tap" not in find_counterparts(library, "vi")
    assert "editorial-board" not in find_counterparts(library, "en")


def test_byline_leads_to_pages_of_both_languages(small_site: SmallSite) -> None:
    """A byline leads to its author, whose page names its counterpart and nothing hidden."""
    built = small_site()
    assert built.code == 0, built.out
    article = built.text(_article(built))
    assert 'href="/tac-gia/ban-bien-tap-mau/"' in article
    page = built.text("tac-gia/ban-bien-tap-mau/index.html")
    assert (
        'hreflang="en" href="https://bulletin.example/en/authors/sample-editorial-board/"' in page
    )
    assert "unlisted" not in page


def _article(built: Built) -> str:
    (found,) = (built.output / "2023" / "08").glob("*/index.html")
    return found.relative_to(built.output).as_posix()
