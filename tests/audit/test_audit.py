"""The audit: a clean site has no problem, and each fault is reported by its rule alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.bulletin.audit import AuditSettings, audit
from plugins.bulletin.problems.audit_rules import AUDIT_RULES
from plugins.bulletin.problems.report import report

from .small_site import BASE_URL, clean_site, write_site

ARTICLE = "2023/08/hop-tac/index.html"
ENGLISH = "en/2023/08/cooperation/index.html"
SETTINGS = AuditSettings(base_url=BASE_URL)

NOINDEX = '<meta name="robots" content="noindex">'
HEAVY = "<p>" + "nặng " * 40_000 + "</p></main>"
MANY_RULES = "".join(f".b{number * 7919 % 99991} {{ order: {number} }}\n" for number in range(9000))
_ROW = '<link rel="alternate" hreflang="{}" href="{}">'
ROW_VI = _ROW.format("vi", BASE_URL + "/2023/08/hop-tac/")
ROW_EN = _ROW.format("en", BASE_URL + "/en/2023/08/cooperation/")
ROW_X = _ROW.format("x-default", BASE_URL + "/en/2023/08/cooperation/")


@dataclass(frozen=True)
class Fault:
    """One change of the clean site, and the one problem that comes of it.

    An empty `old` writes the whole file. `place` is the path reported, the file's own by default.
    What stands in the head stands in the sitemap too: `differs` tells that it now does not.
    """

    rule: str
    path: str
    old: str
    new: str
    place: str = ""
    differs: bool = False

    def __str__(self) -> str:
        """Return the name of the case."""
        return f"{self.rule}-{self.new[:24]}"

    @property
    def expected(self) -> list[str]:
        """Return the report that this fault deserves."""
        own = f"output/{self.place or self.path} output-{self.rule}"
        return [own] + ["output/sitemap.xml output-sitemap-hreflang"] * self.differs

    def apply(self, files: dict[str, str]) -> dict[str, str]:
        """Return the site with this fault."""
        if not self.old:
            return files | {self.path: self.new}
        assert self.old in files[self.path]
        return files | {self.path: files[self.path].replace(self.old, self.new)}


FAULTS = (
    # Files
    Fault("file-empty", "data/partners.csv", "", ""),
    Fault("file-empty", "google1.html", "", " \n"),
    Fault("draft", "drafts/anh.jpg", "", "x"),
    Fault("draft", ARTICLE, '<main id="main">', '<main id="main" data-draft>'),
    Fault("text-not-utf8", ARTICLE, "Đối ngoại", "\udcff\udcfe"),
    Fault("text-not-nfc", ARTICLE, "Đối ngoại", unicodedata.normalize("NFD", "Đối ngoại")),
    Fault("text-not-nfc", "data/a.csv", "", unicodedata.normalize("NFD", "Huế")),
    Fault("data-invalid", "data/a.xml", "", "<a><b></a>"),
    Fault("data-invalid", "data/a.json", "", "{"),
    Fault("page-heavy", ARTICLE, "</main>", HEAVY),
    Fault("style-heavy", "theme/a.css", "", MANY_RULES),
    # Links and addresses
    Fault("link-broken", ARTICLE, "mailto:a@example.org", "/khong-co/"),
    Fault("link-broken", ARTICLE, "mailto:a@example.org", "../khong-co/"),
    Fault("link-broken", ARTICLE, "mailto:a@example.org", BASE_URL + "/en/khong-co/?a=b#c"),
    Fault("link-broken", ARTICLE, "mailto:a@example.org", "http://["),
    Fault("link-broken", ARTICLE, "mailto:a@example.org", "/images/"),
    Fault("anchor-broken", ARTICLE, 'href="#main"', 'href="#khac"'),
    Fault("anchor-broken", ARTICLE, "cooperation/#main", "cooperation/#khac"),
    Fault("asset-missing", ARTICLE, 'src="/images/emblem.svg"', 'src="/images/none.svg"'),
    Fault("asset-missing", ARTICLE, "emblem.svg 2x", "none.svg 2x, /images/emblem.svg 3x"),
    Fault("asset-missing", ARTICLE, "/theme/site.css", "/theme/none.css"),
    Fault("asset-missing", "theme/site.css", "font.woff2", "none.woff2"),
    Fault("asset-missing", "theme/site.css", "@font-face", "@import 'none.css';@font-face"),
    Fault(
        "asset-missing",
        ARTICLE,
        "</head>",
        f'<meta property="og:image" content="{BASE_URL}/none.jpg"></head>',
    ),
    Fault("request-outside", ARTICLE, "</main>", '<script src="//cdn.test/a.js"></script></main>'),
    Fault("request-outside", ARTICLE, 'src="/', 'src="https://cdn.test/'),
    Fault("request-outside", "theme/site.css", "font.woff2", "https://cdn.test/font.woff2"),
    Fault("address-insecure", ARTICLE, 'href="/"', 'href="http://example.org/"'),
    Fault("address-dots", ARTICLE, 'href="/"', 'href="/en/../"'),
    Fault("address-dots", ARTICLE, 'href="/"', 'href="./a/../../../../"'),
    Fault("address-slash", ARTICLE, "cooperation/#main", "cooperation#main"),
    Fault("address-slash", ARTICLE, "cooperation/#main", "cooperation/index.html#main"),
    # Markup
    Fault("id-repeated", ARTICLE, "<h2>", '<h2 id="main">'),
    Fault("alt-missing", ARTICLE, ' alt=""', ""),
    Fault("heading-missing", ARTICLE, "h1>", "p>"),
    Fault("heading-skipped", ARTICLE, "h2>", "h3>"),
    Fault("script-inline", ARTICLE, "</main>", "<script>let a = 1;</script></main>"),
    Fault("style-inline", ARTICLE, "<h2>", '<h2 style="color: red">'),
    Fault("style-inline", ARTICLE, "</head>", "<style>p {}</style></head>"),
    Fault("handler-inline", ARTICLE, "<h2>", '<h2 onclick="a()">'),
    Fault("handler-inline", ARTICLE, "mailto:a@example.org", "javascript:a()"),
    # Metadata
    Fault("title-missing", ARTICLE, "<title>Trang /2023/08/hop-tac/</title>", "<title> </title>"),
    Fault(
        "title-repeated",
        ARTICLE,
        "<title>Trang /2023/08/hop-tac/<",
        "<title>Trang /<",
        "index.html",
    ),
    Fault("description-missing", ARTICLE, 'name="description"', 'name="keywords"'),
    Fault("canonical-missing", ARTICLE, 'rel="canonical"', 'rel="bookmark"'),
    Fault(
        "canonical-other",
        ARTICLE,
        f'rel="canonical" href="{BASE_URL}/2023/08/hop-tac/',
        f'rel="canonical" href="{BASE_URL}/',
    ),
    Fault("link-broken", "404.html", f"{BASE_URL}/404.html", f"{BASE_URL}/khac/"),
    # Languages
    Fault("language-missing", "404.html", 'lang="vi"', ""),
    Fault("language-unknown", "404.html", 'lang="vi"', 'lang="fr"'),
    Fault("hreflang-relative", ARTICLE, f'"en" href="{BASE_URL}', '"en" href="'),
    Fault("hreflang-unknown", ARTICLE, 'hreflang="x-default"', 'hreflang="lo"', differs=True),
    Fault("hreflang-self", ARTICLE, ROW_VI, "", differs=True),
    Fault("hreflang-one-way", ENGLISH, ROW_VI, "", ARTICLE, differs=True),
    Fault("hreflang-broken", ARTICLE, ROW_X, ROW_X + ROW_EN.replace("on/", "ons/"), differs=True),
    Fault(
        "hreflang-default", ARTICLE, ROW_X, ROW_X.replace("2023/08/cooperation/", ""), differs=True
    ),
    Fault("hreflang-default", ARTICLE, ROW_X, ROW_X.replace("on/", "ons/"), differs=True),
    Fault(
        "sitemap-hreflang",
        "sitemap.xml",
        ROW_X.replace("link rel", "xhtml:link rel")[:-1] + "/>",
        "",
    ),
    # Sitemap and feeds
    Fault("sitemap-broken", "sitemap.xml", "</urlset>", "<url><loc>/none/</loc></url></urlset>"),
    Fault("sitemap-broken", "sitemap.xml", "</urlset>", "<url><loc>/404.html</loc></url></urlset>"),
    Fault("feed-unnamed", "index.html", "application/atom+xml", "text/xml"),
    Fault("feed-broken", ARTICLE, "/feeds/atom.xml", "/feeds/none.xml"),
    Fault("feed-invalid", "feeds/atom.xml", "updated>", "changed>"),
    Fault("feed-invalid", "feeds/atom.xml", "", "<html/>"),
    Fault("feed-item-broken", "feeds/atom.xml", "/hop-tac/", "/none/"),
    Fault("feed-language", "feeds/atom.xml", "/2023/08/hop-tac/", "/en/2023/08/cooperation/"),
    Fault("feed-language", "feeds/atom.xml", "<entry>", '<entry xml:lang="en">'),
)


def found(files: dict[str, str], folder: Path, settings: AuditSettings = SETTINGS) -> list[str]:
    """Return the problems of a site as `path rule`, each once."""
    problems = audit(write_site(folder, files), settings)
    return list(dict.fromkeys(f"{each.place.path} {each.rule.id}" for each in problems))


def test_clean_site_has_no_problem(tmp_path: Path) -> None:
    """Nothing is reported that is not wrong."""
    assert report(audit(write_site(tmp_path, clean_site()), SETTINGS), "en", "text") == ""


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_one_fault_gives_one_problem(fault: Fault, tmp_path: Path) -> None:
    """Each rule finds its fault, where it is, and no other rule speaks."""
    files = fault.apply(clean_site())
    assert found(files, tmp_path) == fault.expected


@pytest.mark.parametrize("path", ["robots.txt", "404.html", "sitemap.xml"])
def test_files_every_site_has(path: str, tmp_path: Path) -> None:
    """A site without robots.txt, 404.html or sitemap.xml is told so."""
    files = {name: text for name, text in clean_site().items() if name != path}
    rule = {"robots.txt": "robots", "404.html": "404", "sitemap.xml": "sitemap"}[path]
    assert found(files, tmp_path) == [f"output/{path} output-{rule}-missing"]


def test_capital_letters_in_an_address(tmp_path: Path) -> None:
    """A page in a folder with a capital letter is reported once, at the page."""
    files = {name.replace("hop-tac", "Hop-tac"): text for name, text in clean_site().items()}
    files = {name: text.replace("/hop-tac/", "/Hop-tac/") for name, text in files.items()}
    assert found(files, tmp_path) == ["output/2023/08/Hop-tac/index.html output-address-upper"]


def test_page_without_a_folder_of_its_own(tmp_path: Path) -> None:
    """A page at x.html has no slash at its end; its links are counted from its folder."""
    page = clean_site()["index.html"].replace("<head>", f"<head>{NOINDEX}")
    page = page.replace('href="/"', 'href="../a/x.html#main"').replace("alternate", "bookmark")
    problems = found(clean_site() | {"a/x.html": page}, tmp_path)
    assert problems == ["output/a/x.html output-address-slash"]


def test_vietnamese_page_in_the_english_folder(tmp_path: Path) -> None:
    """A page that calls itself Vietnamese does not belong under /en/."""
    files = clean_site()
    files[ENGLISH] = files[ENGLISH].replace('lang="en">', 'lang="vi">', 1)
    assert found(files, tmp_path) == [
        f"output/{ARTICLE} output-hreflang-language",
        f"output/{ENGLISH} output-language-misplaced",
        f"output/{ENGLISH} output-hreflang-language",
        "output/en/feeds/atom.xml output-feed-language",
    ]


def test_page_not_in_the_sitemap(tmp_path: Path) -> None:
    """A page for search engines that the sitemap leaves out is reported, a noindex one is not."""
    files = clean_site()
    page = files[ARTICLE].replace("2023/08/hop-tac", "them").replace(' hreflang="', ' id="')
    page = page.replace(' href="/en/2023', ' title="').replace('"alternate" id', '"help" id')
    assert found(files | {"them/index.html": page}, tmp_path / "1") == [
        "output/them/index.html output-sitemap-incomplete"
    ]
    hidden = page.replace("<head>", f"<head>{NOINDEX}")
    assert found(files | {"them/index.html": hidden}, tmp_path / "2") == []


def test_expected_files(tmp_path: Path) -> None:
    """Where the list of outputs is known, files missing and files left over are named."""
    files = clean_site()
    expected = frozenset(files) - {"robots.txt"} | {"feeds/feed.json"}
    settings = AuditSettings(BASE_URL, expected=expected)
    assert found(files, tmp_path, settings) == [
        "output/feeds/feed.json output-file-missing",
        "output/robots.txt output-file-unexpected",
    ]


@pytest.mark.parametrize("files", [{}, {"robots.txt": "x"}])
def test_folder_without_pages(files: dict[str, str], tmp_path: Path) -> None:
    """An empty or absent folder gives one problem, not a hundred and not none."""
    assert found(files, tmp_path) == ["output/ output-no-pages"]


@pytest.mark.parametrize("base_url", ["https://example.org/repo", "https://example.org/repo/"])
def test_site_below_a_folder(base_url: str, tmp_path: Path) -> None:
    """A site served below /repo/ is as good as one at the root."""
    files = clean_site("https://example.org/repo")
    assert found(files, tmp_path, AuditSettings(base_url)) == []


def test_link_out_of_the_folder_of_the_site(tmp_path: Path) -> None:
    """Below /repo/, a link from the root leaves the site: it was built for another address."""
    files = clean_site("https://example.org/repo")
    files[ARTICLE] = files[ARTICLE].replace('href="/repo/"', 'href="/"')
    settings = AuditSettings("https://example.org/repo")
    assert found(files, tmp_path, settings) == [f"output/{ARTICLE} output-link-broken"]


def test_neighbour_on_the_same_host_is_another_site(tmp_path: Path) -> None:
    """Below /repo/, the whole address of another folder is a link to elsewhere."""
    files = clean_site("https://example.org/repo")
    files[ARTICLE] = files[ARTICLE].replace('href="/repo/"', 'href="https://example.org/repos/"')
    assert found(files, tmp_path, AuditSettings("https://example.org/repo")) == []


def test_base_is_taken_from_the_home_page(tmp_path: Path) -> None:
    """Without a base address the canonical address of the home page tells it."""
    assert found(clean_site(), tmp_path / "1", AuditSettings()) == []
    assert found(clean_site("https://example.org/repo"), tmp_path / "2", AuditSettings()) == []


def test_preview_names_paths(tmp_path: Path) -> None:
    """A preview has no host: canonical and hreflang may be paths there."""
    files = {name: text.replace(BASE_URL, "") for name, text in clean_site().items()}
    assert found(files, tmp_path, AuditSettings()) == []


def test_feed_without_language_has_that_of_its_folder(tmp_path: Path) -> None:
    """A feed that does not tell its language is taken to be in that of its folder."""
    files = {name: text.replace(' xml:lang="', ' id="') for name, text in clean_site().items()}
    assert found(files, tmp_path / "1") == []
    files["en/feeds/atom.xml"] = files["feeds/atom.xml"]
    assert found(files, tmp_path / "2") == ["output/en/feeds/atom.xml output-feed-language"]


def test_feed_item_of_another_site(tmp_path: Path) -> None:
    """An item may lead to another site, about which nothing is known."""
    files = clean_site()
    files["feeds/atom.xml"] = files["feeds/atom.xml"].replace(BASE_URL, "https://other.test")
    assert found(files, tmp_path) == []


def test_redirect_needs_nothing_but_its_way_on(tmp_path: Path) -> None:
    """The page of an old permalink has no title, heading or language to check but a real target."""
    page = '<html lang="vi"><meta http-equiv="refresh" content="0; url={}"></html>'
    files = clean_site() | {"cu/bai.html": page.format("/2023/08/hop-tac/")}
    assert found(files, tmp_path / "1") == []
    files["cu/bai.html"] = page.format("/2023/none/")
    assert found(files, tmp_path / "2") == ["output/cu/bai.html output-link-broken"]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://elsewhere.test/A/../b">x</a>',
        '<a href="?q=a">x</a><a href="">x</a><a href="#">x</a><a href="#Top">x</a>',
        '<a href="tel:+84243">x</a><img src="data:image/gif;base64,R0" alt="">',
        '<script type="application/ld+json">{"a": "<b>"}</script>',
        '<script src="/theme/site.css"></script>',
        '<svg><title>Bản đồ</title><use xlink:href="#main"/></svg>',
        '<a name="n%C6%A1i"></a><a id="nơi" href="#n%C6%A1i">x</a>',
        '<a href="/en/2023/08/cooperation/#:~:text=hop">x</a>',
        "<h3>a</h3><h2>b</h2><h3>c</h3>",
        '<meta http-equiv="refresh" content="3600">',
        "<picture><source srcset='/images/emblem.svg 1x,/images/emblem.svg 2x'></picture>",
        '<a href="/images/emblem.svg#part">x</a>',
    ],
)
def test_what_is_fine_is_not_reported(markup: str, tmp_path: Path) -> None:
    """Usual markup that looks like a fault, but is none, passes."""
    files = clean_site()
    files[ARTICLE] = files[ARTICLE].replace("</main>", markup + "</main>")
    assert found(files, tmp_path) == []


def test_problem_tells_file_line_and_remedy(tmp_path: Path) -> None:
    """A report names the line in the output and says what to do, in both languages."""
    files = clean_site()
    files[ARTICLE] = files[ARTICLE].replace("mailto:a@example.org", "/khong-co/")
    problems = audit(write_site(tmp_path, files), SETTINGS)
    assert report(problems, "en", "text") == (
        f"output/{ARTICLE}:18: the link to /khong-co/ leads nowhere — "
        "correct the address or remove the link [output-link-broken]\n"
    )
    assert "không dẫn tới đâu — sửa địa chỉ" in report(problems, "vi", "text")


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_every_message_is_filled(fault: Fault, tmp_path: Path) -> None:
    """No sentence of either language keeps a placeholder or lacks a value."""
    problems = audit(write_site(tmp_path, fault.apply(clean_site())), SETTINGS)
    for text in (report(problems, "en", "text"), report(problems, "vi", "text")):
        assert " — " in text
        assert "{" not in text.replace("{}", "")


def test_every_rule_has_a_test() -> None:
    """No rule stands without a folder of files that breaks it."""
    here = Path(__file__).read_text(encoding="utf-8")
    missing = ("output-robots-missing", "output-404-missing", "output-sitemap-missing")
    names = [rule.id for rule in AUDIT_RULES if rule.id not in missing]
    untested = [
        name
        for name in names
        if name not in here and f'"{name.removeprefix("output-")}"' not in here
    ]
    assert untested == []


def test_rules_are_complete_in_both_languages() -> None:
    """Each rule has its own id, and a message and remedy in English and in Vietnamese."""
    assert len({rule.id for rule in AUDIT_RULES}) == len(AUDIT_RULES)
    for rule in AUDIT_RULES:
        assert all((rule.message.en, rule.message.vi, rule.remedy.en, rule.remedy.vi)), rule.id
