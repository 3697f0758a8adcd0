"""The search index in builds: made when what it says changed, and never stale or half there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.bulletin import indexing, searching
from plugins.bulletin.problems.machine import BrokenIndexer
from plugins.bulletin.render.search_words import folded
from plugins.bulletin.text.html import text_of
from tests.building.places import Site, build_and_go_on, differences, heading_fonts, make_site, told

ENTRY = "pagefind/{}/pagefind-entry.json"
TITLES = {"vi": "tim-kiem/titles.json", "en": "en/search/titles.json"}
ALONE = """---
title: Chỉ một bài
date: 2024-03-01 09:00
section: news
summary: Trang này chỉ có một bài, bằng tiếng Việt, nên tiếng Anh chưa có gì để tìm.
---
Bài này đứng một mình.
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a small site that was built once."""
    made = make_site(tmp_path)
    done = made.build()
    assert not done.is_refused, told(done)
    return made


def entry(site: Site, language: str) -> bytes:
    """Return what leads to the parts of a language's index."""
    return site.tree()[ENTRY.format(language)]


def never(*_: object) -> None:
    """Stand for Pagefind where it must not run."""
    raise AssertionError("Pagefind ran")


def an_article(site: Site, language: str) -> str:
    """Return the name of an article's file."""
    found = sorted((site.folder / "content").rglob(f"articles/**/*.{language}.md"))
    return found[0].relative_to(site.folder).as_posix()


def test_each_language_has_an_index_of_its_own_pages(site: Site) -> None:
    """Every language's bundle has the parts that its entry leads to, and no interface."""
    tree = site.tree()
    for language in ("vi", "en"):
        told_by = json.loads(tree[ENTRY.format(language)])["languages"]
        assert list(told_by) == [language]
        parts = [path for path in tree if path.startswith(f"pagefind/{language}/")]
        assert f"pagefind/{language}/pagefind.{told_by[language]['hash']}.pf_meta" in parts
        fragments = [path for path in parts if path.endswith(".pf_fragment")]
        assert len(fragments) == told_by[language]["page_count"] > 0
        assert not [path for path in parts if "ui" in path.rpartition("/")[2]]


@pytest.mark.parametrize("language", TITLES)
def test_words_are_said_by_the_pages_they_lead_to(site: Site, language: str) -> None:
    """Titles name every file of words; each word stands on each page that its file names."""
    tree = site.tree()
    told_by = json.loads(tree[TITLES[language]])
    folder = f"pagefind/{language}/words/"
    files = [f"{folder}{name}.json" for _, name in told_by["words"]]
    assert sorted(files) == sorted(path for path in tree if path.startswith(folder))
    pages = [address.removeprefix("/") + "index.html" for address, *_ in told_by["pages"]]
    read = [frozenset(folded(text_of(tree[path].decode()))) for path in pages]
    rows = [row for file in files for row in json.loads(tree[file]).items()]
    assert len(rows) > 100
    for word, places in rows:
        assert all(word in read[place] for place in places), word


def test_edit_makes_the_index_of_its_language_anew(site: Site) -> None:
    """A changed text changes the index of its language alone, as a build from nothing makes it."""
    before = {language: entry(site, language) for language in ("vi", "en")}
    name = an_article(site, "vi")
    text = (site.folder / name).read_text(encoding="utf-8")
    site.write({name: f"{text}\nThêm một câu có từ hiếm.\n".encode()})
    done = site.build()
    assert not done.is_refused, told(done)
    assert entry(site, "vi") != before["vi"]
    assert entry(site, "en") == before["en"]
    words = [raw for path, raw in site.tree().items() if path.startswith("pagefind/vi/words/")]
    assert any(b'"hiem":[' in raw for raw in words)
    assert differences(site.tree(), site.clean()[1]) == {}


def test_change_of_the_theme_leaves_the_index_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind does not run for what no visitor searches for."""
    monkeypatch.setattr(indexing, "_run", never)
    name = "theme/static/css/base.css"
    text = (site.folder / name).read_text(encoding="utf-8")
    site.write({name: f"{text}\n/* Changed. */\n".encode()})
    done = site.build()
    assert not done.is_refused, told(done)
    assert done.written > 0


def test_renamed_partner_is_found_by_its_new_name(site: Site) -> None:
    """What an article says of a partner is part of what search knows of the article."""
    name = min((site.folder / "content" / "data" / "partners").glob("*.yaml"))
    before = entry(site, "vi")
    text = name.read_text(encoding="utf-8")
    name.write_text(text.replace("vi: ", "vi: Tân ", 1), encoding="utf-8")
    done = site.build()
    assert not done.is_refused, told(done)
    assert entry(site, "vi") != before
    assert differences(site.tree(), site.clean()[1]) == {}


@pytest.mark.parametrize(
    "kind",
    [".pf_fragment", ".pf_meta", "pagefind-entry.json", "pagefind.js", "titles.json", "words"],
)
def test_damaged_index_is_mended(site: Site, kind: str) -> None:
    """A part that was removed or cut is there again after the next build."""
    whole = site.tree()
    parts = sorted(path for path in whole if path.endswith(kind) or f"/{kind}/" in path)
    (site.live / parts[0]).unlink()
    (site.live / parts[-1]).write_bytes(b"cut")
    done = site.build()
    assert not done.is_refused, told(done)
    assert differences(site.tree(), whole) == {}


def test_large_site_is_indexed_for_the_public_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an index would cost an editor time, only what is published has one, and it is said."""
    monkeypatch.setattr(searching, "SMALL", 0)
    done = site.build(is_full=True)
    assert not done.is_refused, told(done)
    assert not [path for path in site.tree() if path.startswith("pagefind/")]
    page = site.tree()["en/search/index.html"].decode()
    assert "made when the site is published" in page
    assert "search__form" not in page
    site.write(heading_fonts())
    public = site.build(is_public=True)
    assert not public.is_refused, told(public)
    assert ENTRY.format("vi") in site.tree()
    assert differences(site.tree(), site.clean(is_public=True)[1]) == {}


def test_language_without_a_page_has_no_index(tmp_path: Path) -> None:
    """Its search page says so, and the other language's asks for none."""
    site = make_site(tmp_path)
    content = site.folder / "content"
    texts = [*content.rglob("*.md")]
    records = [*content.glob("data/partners/*"), *content.glob("data/associations/*")]
    issues = [*content.glob("data/issues/*"), content / "data" / "documents.yaml"]
    for path in (*texts, *records, *issues):
        path.unlink()
    site.write({"content/articles/mot-bai.vi.md": ALONE.encode()})
    for page in ("about", "huong-dan"):  # the menu leads there
        site.edit("content/data/site.yaml", f"page:{page}", "archive")
    done = site.build()
    tree = site.tree()
    assert not done.is_refused, told(done)
    assert not [path for path in tree if path.startswith("pagefind/en/")]
    assert TITLES["en"] not in tree
    page, other = tree["en/search/index.html"].decode(), tree["tim-kiem/index.html"].decode()
    assert "nothing to search in this language yet" in page
    assert "data-bundle" not in page
    assert 'data-other-bundle=""' in other


def test_preview_with_drafts_has_no_index(site: Site) -> None:
    """What is not published cannot be found."""
    done = site.build(with_drafts=True, is_public=True)
    assert not done.is_refused, told(done)
    assert not [path for path in site.tree() if path.startswith("pagefind/")]


def test_refusing_indexer_leaves_the_last_output(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When Pagefind is not there the build ends, says so, and the last output stands."""
    before = site.tree()

    def absent() -> Path:
        raise FileNotFoundError("no such program")

    monkeypatch.setattr(indexing, "get_executable", absent)
    name = an_article(site, "en")
    text = (site.folder / name).read_text(encoding="utf-8")
    site.write({name: f"{text}\nOne more sentence.\n".encode()})
    with pytest.raises(BrokenIndexer, match="no such program"):
        build_and_go_on(site.settings)
    assert differences(site.tree(), before) == {}
