"""Nothing of one language under the other's: small sites with every kind of article, all files.

Each text has words that stand nowhere else, so every file of the output can be searched for
what must not be in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.conftest import SmallSite
from tests.site.building import BASE_URL, SECOND_CONTENT, build_here, files_of, overlay
from tests.site.pages import Page, page_at, pages_of, parse_xml, read_page, select

LANGUAGES = ("vi", "en")
ROOTS = {"vi": "/", "en": "/en/"}
SIDES = "song-ngu/"
FEEDS = ("feeds/atom.xml", "feeds/feed.json")
ALONE = "/2024/03/bai-mau-chi-co-tieng-viet/"  # of the second bulletin, without a translation
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True)
class Case:
    """One article: the languages that have its text, the language of its stub, its status."""

    key: str
    languages: tuple[str, ...]
    status: str = "published"  # published | hidden | draft | later
    stub: str = ""

    def address(self, language: str) -> str:
        """Return where its text in a language stands."""
        return f"{ROOTS[language]}2024/06/{self.key}-{language}/"

    def path(self, language: str) -> str:
        """Return the file of its text in a language."""
        return self.address(language).removeprefix("/") + "index.html"

    def words(self, part: str, language: str) -> str:
        """Return the words that mark a part of its text in a language."""
        return f"{part}qq{self.key.replace('-', 'q')}qq{language}"

    @property
    def is_pair(self) -> bool:
        """Tell whether it exists in both languages."""
        return len(self.languages) == len(LANGUAGES)


STATUSES = ("published", "hidden", "draft", "later")
BOTH, VI, EN = ("vi", "en"), ("vi",), ("en",)
CASES = [
    Case(f"{name}-{status}", languages, status, stub)
    for status in STATUSES
    for name, languages, stub in (
        ("pair", BOTH, ""),
        ("vi-only", VI, ""),
        ("en-only", EN, ""),
        ("vi-stub", VI, "en"),
        ("en-stub", EN, "vi"),
    )
]
FIELDS = {
    "published": "",
    "hidden": "status: hidden\n",
    "draft": "status: draft\n",
    "later": "publish_on: 2030-01-01 08:00\n",
}


def text_of(case: Case, language: str) -> str:
    """Return the file of a text; the Vietnamese one is the original of a pair."""
    is_translation = case.is_pair and language == "en"
    own = "date: 2024-06-01\nsection: news\ntopics: [exchange]\npartners: [duong-mau]\n"
    return (
        f"---\ntitle: {case.words('title', language)}\n"
        f"summary: {case.words('summary', language)} và đủ dài cho bốn mươi ký tự.\n"
        f"slug: {case.key}-{language}\n"
        + ('translation: {revision: "1"}\n' if is_translation else own + FIELDS[case.status])
        + f"---\n{case.words('body', language)}\n"
    )


def stub_of(case: Case) -> str:
    """Return the file of a stub."""
    return (
        f"---\ntitle: {case.words('stubtitle', case.stub)}\n"
        f"summary: {case.words('stubsummary', case.stub)} và đủ dài cho bốn mươi ký tự.\n"
        "stub: true\n---\n"
    )


def content() -> dict[str, str]:
    """Return the files of all cases."""
    files = {
        f"articles/{case.key}.{language}.md": text_of(case, language)
        for case in CASES
        for language in case.languages
    }
    return files | {
        f"articles/{case.key}.{case.stub}.md": stub_of(case) for case in CASES if case.stub
    }


@dataclass(frozen=True)
class Site:
    """A built site; in a preview what waits is shown."""

    output: Path
    is_preview: bool

    def is_made(self, case: Case) -> bool:
        """Tell whether an article has pages."""
        return self.is_preview or case.status in {"published", "hidden"}

    def is_listed(self, case: Case) -> bool:
        """Tell whether an article is in lists and feeds."""
        return self.is_made(case) and case.status != "hidden"

    def has_sides(self, case: Case) -> bool:
        """Tell whether an article stands side by side."""
        return case.is_pair and self.is_listed(case)

    def holders(self, words: str) -> set[str]:
        """Return the files that have some words in them."""
        return {path for path, raw in files_of(self.output).items() if words.encode() in raw}


@pytest.fixture(scope="module", params=["public", "preview"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of all cases, as for the public and as a preview with drafts."""
    folder = tmp_path_factory.mktemp(request.param)
    given = overlay(SECOND_CONTENT, folder / "content", content())
    options = ["--drafts"] if request.param == "preview" else []
    built = build_here(given, folder / "output", *options)
    assert built.code == 0, built.out
    return Site(built.output, request.param == "preview")


def texts(site: Site) -> Iterator[tuple[Case, str]]:
    """Yield every case with each of its languages."""
    assert site.output.is_dir()
    return ((case, language) for case in CASES for language in case.languages)


def language_of(path: str) -> str:
    """Return the language of the folder that a file lies in."""
    return "en" if path.startswith("en/") else "vi"


def test_pages_are_those_of_the_texts(site: Site) -> None:
    """Each text that is shown has one page, below its own language, and a stub has none."""
    wanted = {case.path(language) for case, language in texts(site) if site.is_made(case)}
    wanted |= {SIDES + case.path("vi") for case in CASES if site.has_sides(case)}
    assert {path for path in files_of(site.output) if "2024/06/" in path} == wanted


def test_body_stands_in_its_own_places(site: Site) -> None:
    """A body is on its page, in its language's feed, side by side, and words of its search."""
    for case, language in texts(site):
        wanted = {case.path(language)} if site.is_made(case) else set()
        if site.has_sides(case):
            wanted.add(SIDES + case.path("vi"))
        found = site.holders(case.words("body", language))
        words = {path for path in found if path.startswith("pagefind/")}
        assert bool(words) == (site.is_listed(case) and not site.is_preview), case
        assert all(path.startswith(f"pagefind/{language}/words/") for path in words), case
        assert {path for path in found if not path.endswith(FEEDS)} == wanted | words, case
        feeds = {path for path in found if path.endswith(FEEDS)}
        own = {f"en/{path}" if language == "en" else path for path in FEEDS}
        assert feeds <= (own if site.is_listed(case) else set()), case


def test_what_is_not_shown_leaves_no_word(site: Site) -> None:
    """Of a text that waits there is no word and no address in any file."""
    waiting = [case for case in CASES if not site.is_made(case)]
    assert bool(waiting) != site.is_preview
    for case in waiting:
        assert site.holders(case.key) == set()
        for part in ("title", "summary", "body", "stubtitle", "stubsummary"):
            for language in LANGUAGES:
                assert site.holders(case.words(part, language)) == set()


def test_hidden_text_stands_on_its_own_pages_alone(site: Site) -> None:
    """No list, feed, map or other page names what is hidden; a stub of it is not seen at all."""
    for case in CASES:
        if case.status == "hidden":
            pages = {case.path(language) for language in case.languages}
            assert site.holders(f"{case.key}-") == pages
            for language in case.languages:
                assert site.holders(case.words("title", language)) == {case.path(language)}
            assert site.holders(case.words("stubtitle", case.stub)) == set()


def test_titles_cross_over_where_there_is_no_version(site: Site) -> None:
    """The other language's pages name only what it lacks, marked, and never in a feed."""
    for case, language in texts(site):
        found = site.holders(case.words("title", language))
        foreign = {path for path in found if language_of(path) != language}
        is_named = site.is_listed(case) and not case.is_pair and not case.stub
        foreign -= {SIDES + case.path("vi")}
        assert bool(foreign) == is_named, case
        assert all(path.endswith(".html") for path in foreign)
        for path in foreign:
            assert languages_around(
                read_page(site.output, path), case.words("title", language)
            ) == {language}


def test_stub_speaks_in_lists_of_its_language(site: Site) -> None:
    """Its words stand in HTML lists, unmarked, over a link to the native address."""
    for case in CASES:
        if not case.stub:
            continue
        found = site.holders(case.words("stubtitle", case.stub))
        assert bool(found) == site.is_listed(case)
        assert all(language_of(path) == case.stub and path.endswith(".html") for path in found)
        for path in found:
            page = read_page(site.output, path)
            assert languages_around(page, case.words("stubtitle", case.stub)) <= {""}


def languages_around(page: Page, words: str) -> set[str]:
    """Return the `lang` that is in force around some words, "" for the page's own."""
    holders = page.elements(f"//body//*[text()[contains(., '{words}')]]")
    assert holders
    return {
        next((str(up.get("lang")) for up in (item, *item.iterancestors("*")) if is_marked(up)), "")
        for item in holders
    }


def is_marked(element: HtmlElement) -> bool:
    """Tell whether an element inside the page gives its own language."""
    return element.tag != "html" and element.get("lang") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_lead_to_the_native_address(site: Site, language: str) -> None:
    """Every list of a language names every listed article once, in this language if it can."""
    partner = {"vi": "/doi-tac/duong-mau/", "en": "/en/partners/duong-mau/"}[language]
    cards = page_at(site.output, partner).elements("//a[contains(@class, 'card__link')]")
    links = {str(link.get("href")): link for link in cards}
    assert len(links) == len(cards)
    for case in CASES:
        native = language if language in case.languages else case.languages[0]
        link = links.get(case.address(native))
        assert (link is not None) == site.is_listed(case), case
        if link is not None:
            assert link.get("hreflang") == (native if native != language else None)
            is_own = language in {native, case.stub}
            assert link.get("lang") == (None if is_own else native)


def test_foreign_items_are_marked_in_words(site: Site) -> None:
    """A list says "In Vietnamese" or "Bằng tiếng Anh" of each item that it lacks."""
    for page, mark in (("/en/archive/", "In Vietnamese"), ("/luu-tru/", "Bằng tiếng Anh")):
        own = "en" if page.startswith("/en/") else "vi"
        lacking = [case for case in CASES if site.is_listed(case) and own not in case.languages]
        assert page_at(site.output, page).text("//main").count(mark) == len(lacking) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_is_of_one_language(site: Site, language: str) -> None:
    """A feed has every listed text of its language and no other."""
    feed = parse_xml(site.output / f"{ROOTS[language][1:]}feeds/atom.xml")
    found = {url for url in select(feed, "//a:entry/a:link/@href") if "/2024/06/" in url}
    wanted = {
        BASE_URL + case.address(language)
        for case in CASES
        if language in case.languages and site.is_listed(case)
    }
    assert found == wanted


def test_sitemap_has_public_texts_and_real_pairs(site: Site) -> None:
    """The map names what is public, and versions of pairs alone."""
    root = parse_xml(site.output / "sitemap.xml")
    found = {}
    for entry in root:
        url = str(entry.findtext("s:loc", namespaces=SITEMAP)).removeprefix(BASE_URL)
        if "/2024/06/" in url:
            rows = entry.findall("x:link", namespaces=SITEMAP)
            found[url] = {str(row.get("href")).removeprefix(BASE_URL) for row in rows}
    public = [
        case
        for case in CASES
        if case.status == "published" or (case.status == "later" and site.is_preview)
    ]
    assert found == {
        case.address(language): {case.address(each) for each in LANGUAGES}
        if case.is_pair
        else set()
        for case in public
        for language in case.languages
    }


def test_hreflang_is_for_real_pairs(site: Site) -> None:
    """A text of one language names no other version, nor itself as one of several."""
    for case, language in texts(site):
        if site.is_made(case):
            page = read_page(site.output, case.path(language))
            rows = page.values("//link[@hreflang]/@href")
            wanted = {BASE_URL + case.address(each) for each in case.languages}
            assert set(rows) == (wanted if case.is_pair else set())


def test_switcher_of_one_language_leads_to_the_section(site: Site) -> None:
    """The switcher says that there is no other version, and where it leads."""
    sections = {"vi": "/chuyen-muc/tin-mau/", "en": "/en/sections/sample-news/"}
    for case, language in texts(site):
        if site.is_made(case) and not case.is_pair:
            other = "en" if language == "vi" else "vi"
            page = read_page(site.output, case.path(language))
            assert page.values("//a[contains(@class, 'switcher__link')]/@href") == [sections[other]]
            note = page.text("//*[@id='switcher-note']")
            assert ("matching section" if language == "en" else "chuyên mục tương ứng") in note


def test_every_page_speaks_one_language(site: Site) -> None:
    """`<html lang>` is that of the folder, in every file."""
    assert {(page.language, str(page.root.get("lang"))) for page in pages_of(site.output)} == {
        ("vi", "vi"),
        ("en", "en"),
    }


@pytest.mark.parametrize(
    ("written", "link"),
    [
        (
            "[Bài mẫu *chỉ có* tiếng Việt](chi-tieng-viet.vi.md)",
            f'<a href="{ALONE}" hreflang="vi" lang="vi">Bài mẫu <em>chỉ có</em> tiếng Việt</a>',
        ),
        ("[a](chi-tieng-viet.vi.md)", f'<a href="{ALONE}" hreflang="vi">a</a> (in Vietnamese)'),
        (f"[a]({ALONE})", f'<a href="{ALONE}" hreflang="vi">a</a> (in Vietnamese)'),
        ("[both](first-exchange.vi.md#bang-mau)", '<a href="{}#a-sample-table">both</a>'),
        ("[both](first-exchange.vi.md#fn:1)", '<a href="{}#fn:1">both</a>'),
        ("[the list](/doi-tac/)", '<a href="/en/partners/">the list</a>'),
    ],
)
def test_link_in_a_body(small_site: SmallSite, written: str, link: str) -> None:
    """A link leads to the visitor's language, or says which it is; a title is in its own."""
    head = "title: One more\ndate: 2024-06-01\nsection: news\nsummary: "
    text = f"---\n{head}{'An example, long enough for a summary.' * 2}\n---\n{written}\n"
    built = small_site({"articles/them.en.md": text})
    assert built.code == 0, built.out
    exchange = "/en/2023/08/the-first-sample-exchange-with-example-rapids/"
    assert link.format(exchange) in built.text("en/2024/06/one-more/index.html")


@pytest.mark.parametrize(
    ("path", "home", "word"),
    [("huong-dan-mau/index.html", "/en/", "trang nhất tiếng Anh")],
)
def test_switcher_of_a_page_without_a_section(
    second_site: Path, path: str, home: str, word: str
) -> None:
    """A page that belongs to no section leads to the front page, and says so."""
    page = read_page(second_site, path)
    assert page.values("//a[contains(@class, 'switcher__link')]/@href") == [home]
    assert word in page.text("//*[@id='switcher-note']")
