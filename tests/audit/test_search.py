"""What a search page asks for must be there, readable, and of its language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.bulletin.audit.auditing import audit, audit_changes
from plugins.bulletin.audit.known import Known
from plugins.bulletin.audit.settings import AuditSettings
from tests.audit.small_site import BASE_URL, clean_site, write_site

ENTRY, TITLES, WORDS = "pagefind/pagefind-entry.json", "titles.json", "pagefind/words/1.json"
META = "pagefind/pagefind.en_1.pf_meta"
HOME = "en/index.html"
PAGE = "/en/2023/08/cooperation/"
ROW = [PAGE, "Cooperation", "", {"year": ["2023"]}]

Files = dict[str, str]


def search_site(base_url: str = BASE_URL) -> Files:
    """Return the small site with a search on its English home page."""
    prefix = base_url.removeprefix(BASE_URL)
    files = clean_site(base_url)
    search = f'<div data-bundle="{prefix}/pagefind/" data-titles="{prefix}/titles.json"></div>\n'
    files[HOME] = files[HOME].replace("<h1>", f"{search}<h1>")
    entry = {"languages": {"en": {"hash": "en_1", "wasm": None, "page_count": 1}}}
    return files | {
        ENTRY: json.dumps(entry),
        TITLES: json.dumps({"pages": [ROW], "words": [["read", "1"]]}),
        WORDS: json.dumps({"read": [0]}),
        META: "x",
        "pagefind/wasm.unknown.pagefind": "x",
        "pagefind/pagefind.js": "x",
        "pagefind/pagefind-worker.js": "x",
    }


def told(folder: Path, files: Files, base_url: str = BASE_URL) -> list[str]:
    """Return what is told of a site: the file, and the problem's first half."""
    problems = audit(write_site(folder, files), AuditSettings(base_url=base_url))
    return [
        f"{problem.place.path.removeprefix('output/')}: {problem.message('en')}"
        for problem in problems
    ]


@pytest.mark.parametrize("base_url", [BASE_URL, f"{BASE_URL}/below"])
def test_whole_search_is_content(tmp_path: Path, base_url: str) -> None:
    """All that is named is there, also below a path of the host."""
    assert told(tmp_path, search_site(base_url), base_url) == []


@pytest.mark.parametrize(
    ("path", "named_by", "url"),
    [
        (ENTRY, HOME, f"/{ENTRY}"),
        (TITLES, HOME, "/titles.json"),
        (WORDS, TITLES, f"/{WORDS}"),
    ],
)
def test_what_search_asks_for_is_there(tmp_path: Path, path: str, named_by: str, url: str) -> None:
    """A file that was not copied is told where it is named."""
    files = search_site()
    del files[path]
    assert told(tmp_path, files) == [f"{named_by}: the search needs {url}, which is not there"]


@pytest.mark.parametrize("path", [META, "pagefind/pagefind.js", "pagefind/wasm.unknown.pagefind"])
def test_parts_of_the_index_are_there(tmp_path: Path, path: str) -> None:
    """What the entry of the index leads to is missing like any file that is loaded."""
    files = search_site()
    del files[path]
    name = path.removeprefix("pagefind/")
    assert told(tmp_path, files) == [f"{ENTRY}: the file {name} is missing"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (ENTRY, {"languages": {"en": {}}}),
        (ENTRY, {"languages": ["en"]}),
        (ENTRY, []),
        (TITLES, [ROW]),
        (TITLES, {"pages": [ROW[:2]], "words": []}),
        (TITLES, {"pages": [[1, "", "", {}]], "words": []}),
        (TITLES, {"pages": {}, "words": []}),
        (TITLES, {"pages": [ROW], "words": [["read"]]}),
        (WORDS, {}),
        (WORDS, {"read": []}),
        (WORDS, {"read": [-1]}),
        (WORDS, {"read": [1]}),
        (WORDS, {"read": [True]}),
        (WORDS, {"read": 0}),
    ],
)
def test_other_forms_are_told(tmp_path: Path, path: str, content: object) -> None:
    """What the page's script could not read, or would lead past the last title, is a problem."""
    files = search_site() | {path: json.dumps(content)}
    assert told(tmp_path, files) == [f"{path}: the search cannot read this file"]


@pytest.mark.parametrize("text", ["", "{"])
def test_what_is_no_json_is_told_once(tmp_path: Path, text: str) -> None:
    """Why a file cannot be read at all is said already."""
    found = told(tmp_path, search_site() | {TITLES: text})
    assert len(found) == 1
    assert "search" not in found[0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/gone/", "the search needs /gone/, which is not there"),
        ("/theme/emblem.svg", "the search needs /theme/emblem.svg, which is not there"),
        ("/2023/08/hop-tac/", "/2023/08/hop-tac/ is in “vi”, but the search page is in “en”"),
    ],
)
def test_titles_lead_to_pages_of_the_language(tmp_path: Path, address: str, expected: str) -> None:
    """Each address of the titles is a page, and one that the visitor of the search reads."""
    titles = {"pages": [ROW, [address, "", "", {}]], "words": []}
    assert told(tmp_path, search_site() | {TITLES: json.dumps(titles)}) == [f"{TITLES}: {expected}"]


def test_json_that_no_page_asks_for_is_left_alone(tmp_path: Path) -> None:
    """Data that happen to look like titles or words are no search of this site."""
    others = {"data/a.json": json.dumps({"pages": [], "words": []}), "b.json": '{"a": [9]}'}
    assert told(tmp_path, clean_site() | others) == []


def without(path: str) -> Callable[[Files], Files]:
    """Return what takes a file out of a site."""
    return lambda files: {name: text for name, text in files.items() if name != path}


@pytest.mark.parametrize("path", [ENTRY, TITLES, WORDS, META])
def test_an_audit_that_knows_the_rest_finds_the_same(tmp_path: Path, path: str) -> None:
    """After a file has gone, and when it is back, the problems are those of a fresh audit."""
    settings = AuditSettings(BASE_URL)
    whole = write_site(tmp_path / "1", search_site())
    cut = write_site(tmp_path / "2", without(path)(search_site()))
    before = audit_changes(whole, settings, Known())
    changed = audit_changes(cut, settings, before.known)
    assert changed == audit_changes(cut, settings, Known())
    assert changed.problems
    assert audit_changes(whole, settings, changed.known) == before
