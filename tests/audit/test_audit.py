"""The audit: what the folders of broken outputs do not show, one fault in many forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings
from plugins.bulletin.problems.audit_rules import AUDIT_RULES, AUDIT_RULES_BY_ID
from plugins.bulletin.problems.report import report
from tests.audit.faults import FAULTS, TO_ENGLISH, Fault
from tests.audit.small_site import ARTICLE, BASE_URL, ENGLISH, NOINDEX, clean_site, write_site

SETTINGS = AuditSettings(base_url=BASE_URL)

# A table in the head that is not that of the sitemap is reported there too.
ALSO_IN_SITEMAP = ("hreflang-default", "sitemap-hreflang")
JSON_LD = '{"@context": "https://schema.org", "@type": "Thing", "name": "a < b"}'


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
    own = {f"output/{fault.path} output-{fault.rule}"} - {
        f"output/{ARTICLE} output-sitemap-hreflang"
    }
    in_sitemap = {"output/sitemap.xml output-sitemap-hreflang"}
    expected = own | in_sitemap if fault.rule in ALSO_IN_SITEMAP else own
    assert set(found(fault.apply(clean_site()), tmp_path)) == expected


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


@pytest.mark.parametrize("path", ["drafts/anh.jpg", ARTICLE])
def test_preview_may_hold_drafts(path: str, tmp_path: Path) -> None:
    """Drafts are reported in what is to be published, and not in a preview."""
    files = clean_site()
    text = files.get(path, "x").replace("<main", "<main data-draft")
    output = write_site(tmp_path, files | {path: text})
    assert audit(output, AuditSettings(BASE_URL, with_drafts=True)) == []
    assert [each.rule.id for each in audit(output, SETTINGS)] == ["output-draft"]


def test_hidden_page_is_not_missed_in_the_sitemap(tmp_path: Path) -> None:
    """The sitemap may leave out a page that is not for search engines."""
    page = clean_site()["404.html"].replace("/404.html", "/them/")
    assert found(clean_site() | {"them/index.html": page}, tmp_path) == []


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
        f'<script type="application/ld+json">{JSON_LD}</script>',
        '<script src="/theme/site.css"></script>',
        '<svg><title>Bản đồ</title><use xlink:href="#main"/></svg>',
        '<a name="n%C6%A1i"></a><a id="nơi" href="#n%C6%A1i">x</a>',
        '<a href="/en/2023/08/cooperation/#:~:text=hop">x</a>',
        "<h3>a</h3><h2>b</h2><h3>c</h3>",
        '<meta http-equiv="refresh" content="3600">',
        "<picture><source srcset='/theme/emblem.svg 1x,/theme/emblem.svg 2x'></picture>",
        '<a href="/theme/emblem.svg#part">x</a>',
    ],
)
def test_what_is_fine_is_not_reported(markup: str, tmp_path: Path) -> None:
    """Usual markup that looks like a fault, but is none, passes."""
    files = clean_site()
    files[ARTICLE] = files[ARTICLE].replace("</main>", markup + "</main>")
    assert found(files, tmp_path) == []


def test_problem_is_of_one_line(tmp_path: Path) -> None:
    """A value from a page cannot break a report in two, fill a screen, or be unprintable."""
    files = clean_site()
    url = "/khong-co/\n\x85x" + "a" * 1000
    files[ARTICLE] = files[ARTICLE].replace(TO_ENGLISH, url)
    text = report(audit(write_site(tmp_path, files), SETTINGS), "en", "text")
    assert text.count("\n") == 1
    assert len(text) < 400
    assert "/khong-co/ xaaa" in text


def test_rules_are_complete_in_both_languages() -> None:
    """Each rule has its own id, and a message and remedy in English and in Vietnamese."""
    assert len({rule.id for rule in AUDIT_RULES}) == len(AUDIT_RULES)
    for rule in AUDIT_RULES_BY_ID.values():
        assert all((rule.message.en, rule.message.vi, rule.remedy.en, rule.remedy.vi)), rule.id
