"""Faults of Pelican and pelican-i18n-subsites that must not show in our sites.

Each stands in docs or was seen with Pelican 4.12 and pelican-i18n-subsites 1.0.
"""

from __future__ import annotations

import copy
import hashlib
import re
import runpy
import shutil
from collections import Counter
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.building.places import differences
from tests.conftest import SmallSite
from tests.site.building import (
    BASE_URL,
    ROOT,
    SECOND_CONTENT,
    build_here,
    files_of,
    overlay,
    run_apart,
)
from tests.site.pages import file_of, page_at, pages_of, parse_xml, select

Files = dict[str, bytes]

VI_ONLY = "/2024/03/bai-mau-chi-co-tieng-viet/"
EN_ONLY = "/en/2024/01/a-sample-note-in-english-only/"

# A sentence that stands in the body of one file only -> the language of that file.
SENTENCES = {
    "Đây là văn bản ví dụ.": "vi",
    "Chỉ có tiếng Việt. Đọc thêm": "vi",
    "Kết quả ví dụ, xem": "vi",
    "Nội dung hướng dẫn ví dụ.": "vi",
    "Ai biết địa chỉ thì đọc được": "vi",
    "This is example text.": "en",
    "English only. Read on in": "en",
    "Example results, see": "en",
}
COUNT_READS = """
import collections, json, sys
counts = collections.Counter()
def listen(event, arguments):
    if event == "open" and str(arguments[0]).endswith((".md", ".yaml")):
        counts[str(arguments[0])] += 1
sys.addaudithook(listen)
from plugins.bulletin.cli import main
code = main(sys.argv[1:])
print(json.dumps(counts), file=sys.stderr)
sys.exit(code)
"""
BROKEN_REGISTER = """
import sys
from pelicanconf import *
sys.modules["plugins.bulletin.hooks"] = None
"""
BROKEN_START = """
from pelicanconf import *
from plugins.bulletin import pipeline
def begin(settings):
    raise RuntimeError("a fault of the plugin itself")
pipeline.begin = begin
"""


def test_no_folder_of_drafts(second_site: Path) -> None:
    """A one-language article does not turn up at /drafts/ or /en/drafts/."""
    assert not [path for path in files_of(second_site) if "drafts" in path.split("/")]


@pytest.mark.parametrize(("sentence", "language"), SENTENCES.items())
def test_body_stays_in_its_language(second_site: Path, sentence: str, language: str) -> None:
    """A body is published at its own address and nowhere among the other language's pages.

    Beside a translation, where its page leads to one, it stands once more, marked.
    """
    holders = [page for page in pages_of(second_site) if sentence in page.text()]
    own = [page for page in holders if not page.address.startswith("/song-ngu/")]
    assert [page.language for page in own] == [language]
    beside = [page for page in holders if page not in own]
    leading = own[0].values("//a[contains(@class, 'byline__sides')]/@href")
    assert [page.address for page in beside] == leading
    marked = f"//main//*[contains(@class, 'prose')][@lang='{language}']"
    assert all(sentence in page.text(marked) for page in beside)


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        (VI_ONLY, "/en/archive/"),
        (VI_ONLY, "/en/sections/sample-news/"),
        (VI_ONLY, "/en/topics/exchange/"),
        (VI_ONLY, "/en/partners/mau-thu-hai/"),
        (VI_ONLY, "/en/"),
        (EN_ONLY, "/luu-tru/"),
        (EN_ONLY, "/chuyen-muc/so-tay/"),
        (EN_ONLY, "/"),
    ],
)
def test_listing_of_a_foreign_article(second_site: Path, address: str, inside: str) -> None:
    """Lists name a one-language article, say its language, and lead to its only address."""
    page = page_at(second_site, inside)
    links = page.elements(f"//main//a[@href='{address}']")
    language = "en" if address.startswith("/en/") else "vi"
    assert links
    assert {(link.get("lang"), link.get("hreflang")) for link in links} == {(language, language)}
    assert "In Vietnamese" in page.text() or "tiếng Anh" in page.text()
    assert file_of(second_site, address)


def test_link_to_a_foreign_article(second_site: Path) -> None:
    """A link in a text to a one-language article leads to it and tells its language."""
    page = page_at(second_site, "/en/2023/08/the-first-sample-exchange-with-example-rapids/")
    (link,) = page.elements(f"//article//a[@href='{VI_ONLY}']")
    assert link.get("hreflang") == "vi"


def test_menu_entry_of_a_foreign_page(second_site: Path) -> None:
    """An entry of the menu that leads to the other language says so; its words do not change."""
    (link,) = page_at(second_site, "/en/").elements("//nav//a[@href='/huong-dan-mau/']")
    assert (link.text, link.get("hreflang"), link.get("lang")) == ("Guide", "vi", None)


def test_hidden_and_draft_texts_do_not_leak(second_site: Path) -> None:
    """Hidden texts stand at their own address alone; drafts stand nowhere."""
    titles = ("Bài mẫu không niêm yết", "Trang ẩn mẫu")
    for title in titles:
        (page,) = [page for page in pages_of(second_site) if title in page.text()]
        assert page.language == "vi"
        assert page.values("//meta[@name='robots']/@content") == ["noindex"]
    everything = b"".join(files_of(second_site).values())
    for secret in ("Bản nháp mẫu", "secret sample draft", "Trang nháp mẫu", "nháp ví dụ"):
        assert secret.encode() not in everything


@pytest.mark.parametrize("language", ["vi", "en"])
def test_feed_is_of_one_language(second_site: Path, language: str) -> None:
    """A feed has its own id and address, and only articles of its language, with their text."""
    path = "en/feeds/atom.xml" if language == "en" else "feeds/atom.xml"
    feed = parse_xml(second_site / path)
    links = select(feed, "a:entry/a:link/@href")
    prefix = f"{BASE_URL}/en/2" if language == "en" else f"{BASE_URL}/2"
    assert len(links) == 5
    assert all(link.startswith(prefix) for link in links)
    assert select(feed, "a:link[@rel='self']/@href") == [f"{BASE_URL}/{path}"]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language


def test_feeds_share_no_id(second_site: Path) -> None:
    """No id of a feed or an entry is used twice, whatever the language."""
    feeds = [parse_xml(second_site / path) for path in ("feeds/atom.xml", "en/feeds/atom.xml")]
    ids = [found for feed in feeds for found in select(feed, "//a:id/text()")]
    assert len(ids) == len(set(ids)) == 12


def test_no_address_makes_a_detour(second_site: Path) -> None:
    """No address goes up, as `/en/../a.html` does."""
    urls = [url for page in pages_of(second_site) for url in page.values("//@href | //@src")]
    assert not [url for url in urls if ".." in url.split("/")]
    assert b"/../" not in (second_site / "sitemap.xml").read_bytes()


def test_static_files_are_there_once(second_site: Path) -> None:
    """Pictures, fonts and styles serve both languages from one place; data stand in two.

    Each language's index of the search is a whole of Pagefind's, with its own scripts.
    """
    static = {
        path: content
        for path, content in files_of(second_site).items()
        if not path.endswith((".html", ".xml", "feed.json", "titles.json", ".ics"))
        and not path.startswith(("en/data/", "pagefind/"))
    }
    digests = Counter(hashlib.sha256(content).digest() for content in static.values())
    assert not [path for path in static if path.startswith("en/")]
    assert max(digests.values()) == 1


@pytest.mark.parametrize("name", ["articles/tin.fr.md", "pages/trang.de.md", "articles/tin.md"])
def test_unknown_language_is_a_problem(small_site: SmallSite, name: str) -> None:
    """A file in a language without a site is reported at its name, not by a KeyError."""
    built = small_site({name: "---\ntitle: Bonjour\n---\nSalut.\n"})
    assert built.code == 1
    assert built.out.startswith(f"content/{name}: ")
    assert "[file-language-" in built.out
    assert not built.err


def test_lang_in_front_matter_is_a_problem(small_site: SmallSite) -> None:
    """Pelican's `lang` is no field of ours: the file's name tells the language."""
    text = (SECOND_CONTENT / "articles/chi-tieng-viet.vi.md").read_text(encoding="utf-8")
    built = small_site(
        {"articles/chi-tieng-viet.vi.md": text.replace("---\n", "---\nlang: fr\n", 1)}
    )
    assert built.code == 1
    assert "[field-unknown]" in built.out


def test_every_source_is_read_once(tmp_path: Path) -> None:
    """A build opens each Markdown and data file once, not once per language."""
    places = ["--content", str(SECOND_CONTENT), "--output", str(tmp_path / "output")]
    done = run_apart(["-c", COUNT_READS, "build", *places])
    assert done.returncode == 0, done.stdout + done.stderr
    sources = [path for path in SECOND_CONTENT.rglob("*") if path.suffix in {".md", ".yaml"}]
    counts = {match[0]: int(match[1]) for match in re.findall(r'"([^"]+)": (\d+)', done.stderr)}
    counts = {path: count for path, count in counts.items() if path.startswith(str(SECOND_CONTENT))}
    assert counts == {str(path): 1 for path in sources}


def test_two_builds_in_one_process(tmp_path: Path) -> None:
    """A build leaves nothing behind in modules that changes the next one."""
    first = build_here(SECOND_CONTENT, tmp_path / "one" / "output")
    second = build_here(SECOND_CONTENT, tmp_path / "two" / "output")
    assert (first.code, second.code) == (0, 0)
    assert differences(first.files(), second.files()) == {}


def test_build_after_a_refused_one(small_site: SmallSite, second_site: Path) -> None:
    """A refused build, and one of other content, leave nothing behind for the next."""
    assert small_site({"articles/tin.vi.md": "no front matter"}).code == 1
    assert small_site({"pages/huong-dan.vi.md": None, "data/site.yaml": None}).code == 1
    built = small_site({}, "--production")
    assert built.code == 0
    assert differences(built.files(), files_of(second_site)) == {}


def test_overrides_stay_as_they_were(tmp_path: Path) -> None:
    """i18n_subsites writes into its overrides; each run of ours gets fresh ones."""
    conf = runpy.run_path(str(ROOT / "pelicanconf.py"))
    before = copy.deepcopy({name: value for name, value in conf.items() if name.isupper()})
    for number in range(2):
        assert build_here(SECOND_CONTENT, tmp_path / str(number) / "output").code == 0
    after = runpy.run_path(str(ROOT / "pelicanconf.py"))
    assert before == {name: value for name, value in after.items() if name.isupper()}
    assert "I18N_SUBSITES" not in before


def test_pelican_itself_builds_the_same(tmp_path: Path, second_site: Path) -> None:
    """The command `pelican`, run in another folder, makes the same site as ours."""
    output = tmp_path / "output"
    conf = ["-s", str(ROOT / "publishconf.py"), "-o", str(output)]
    done = run_apart(["-m", "pelican", str(SECOND_CONTENT), *conf], cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files_of(output) == files_of(second_site)


def test_pelican_itself_refuses_broken_content(tmp_path: Path) -> None:
    """`pelican` with a fault in content prints it, ends with 1 and touches no output."""
    content = overlay(SECOND_CONTENT, tmp_path / "content", {"articles/tin.vi.md": "Không."})
    done, before, after = pelican_over_a_good_site(tmp_path, content, ROOT / "pelicanconf.py")
    assert done.returncode == 1
    assert "content/articles/tin.vi.md:1:1: " in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert after == before


@pytest.mark.parametrize("settings", [BROKEN_REGISTER, BROKEN_START], ids=["register", "start"])
def test_pelican_never_builds_without_the_plugin(tmp_path: Path, settings: str) -> None:
    """When the plugin cannot be connected or fails at once, nothing is built, exit code 1."""
    conf = tmp_path / "conf.py"
    conf.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{settings}", encoding="utf-8")
    shutil.copytree(SECOND_CONTENT, tmp_path / "content")
    done, before, after = pelican_over_a_good_site(tmp_path, tmp_path / "content", conf)
    assert done.returncode == 1
    assert after == before


def pelican_over_a_good_site(
    tmp_path: Path, content: Path, conf: Path
) -> tuple[CompletedProcess[str], Files, Files]:
    """Run `pelican` where a good build stands; return the run and both states of the output."""
    output = tmp_path / "output"
    assert build_here(SECOND_CONTENT, output).code == 0
    before = files_of(output)
    theme = ["-t", str(ROOT / "theme")]
    done = run_apart(["-m", "pelican", str(content), "-s", str(conf), "-o", str(output), *theme])
    return done, before, files_of(output)
