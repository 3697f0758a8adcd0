"""Odd folders: whatever another generator, or an accident, leaves is reported, never a crash."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from plugins.bulletin.audit import reading
from plugins.bulletin.audit.addresses import Base
from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.folder import Listing, list_files
from plugins.bulletin.audit.reading import Content, facts_of
from plugins.bulletin.audit.settings import AuditSettings, Ground
from plugins.bulletin.problems.report import ReportFormat, report
from tests.audit.small_site import ARTICLE, NOINDEX, clean_site, write_site

GROUND = Ground(Base.of("https://example.org"), ("vi", "en"))
PLAIN = f'<html lang="vi"><head><title>a</title>{NOINDEX}</head><body><h1>a</h1>%s</body></html>'


def rules(output: Path) -> list[str]:
    """Return the problems of a folder as `path rule`, each once."""
    found = audit(output, AuditSettings())
    return list(dict.fromkeys(f"{each.place.path} {each.rule.id}" for each in found))


def clean(tmp_path: Path) -> Path:
    """Write the small site and return its folder."""
    return write_site(tmp_path, clean_site())


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """A missing folder, or a file in its place, is one problem."""
    assert rules(tmp_path / "none") == ["none/ output-no-pages"]
    (tmp_path / "file").touch()
    assert rules(tmp_path / "file") == ["file/ output-no-pages"]


def test_links_in_circles(tmp_path: Path) -> None:
    """Links to folders are not followed, nor are links to themselves or to nothing."""
    output = clean(tmp_path)
    (output / "up").symlink_to(output, target_is_directory=True)
    (output / "self.html").symlink_to("self.html")
    (output / "none.html").symlink_to("no/such/page.html")
    assert rules(output) == []


def test_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    """A server gives what a link leads to, and so it is looked at."""
    output = clean(tmp_path)
    (output / "them.css").symlink_to(output / "theme" / "none.css")
    (output / "theme" / "none.css").touch()
    assert rules(output) == [
        "output/them.css output-file-empty",
        "output/theme/none.css output-file-empty",
    ]


def test_pipe_is_no_file(tmp_path: Path) -> None:
    """A pipe would keep its reader waiting for ever."""
    output = clean(tmp_path)
    os.mkfifo(output / "pipe.html")
    assert rules(output) == []


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "<html lang='vi'><title>Huế</title></html>".encode("utf-16"),
        b"\0" * 5000,
    ],
)
def test_binary_named_as_a_page(data: bytes, tmp_path: Path) -> None:
    """What is no text is told so once, and not that it lacks a title too."""
    output = clean(tmp_path)
    (output / "a.html").write_bytes(data)
    assert rules(output) == ["output/a.html output-text-not-utf8"]


def test_huge_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is named, not read."""
    output = clean(tmp_path)
    (output / "data.json").write_bytes(b"[" + b" " * 1_000_000 + b"]")
    monkeypatch.setattr(reading, "LIMIT_MB", 1)
    problems = audit(output, AuditSettings())
    assert report(problems, "en", "text") == (
        "output/data.json: the file cannot be read: > 1 MB — make it again [output-data-invalid]\n"
    )


def test_file_that_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes while the folder is read is reported, and the rest is audited."""
    output = clean(tmp_path)

    def with_a_ghost(output: Path) -> Listing:
        listing = list_files(output)
        return listing._replace(files=(*listing.files, "ghost.html"))

    monkeypatch.setattr("plugins.bulletin.audit.auditing.list_files", with_a_ghost)
    assert rules(output) == ["output/ghost.html output-data-invalid"]


def test_closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be looked into is named."""
    output = clean(tmp_path)
    (output / "closed").mkdir()
    scan = os.scandir

    def refuse(path: Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert rules(output) == ["output/closed/ output-data-invalid"]


def test_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    """A name in another encoding can be printed in every format."""
    output = clean(tmp_path)
    Path(os.fsdecode(os.fsencode(output) + b"/hu\xea.css")).touch()
    problems = audit(output, AuditSettings())
    forms: tuple[ReportFormat, ...] = ("text", "json", "github")
    for form in forms:
        assert "hu\N{REPLACEMENT CHARACTER}.css" in report(problems, "vi", form).encode().decode()


def test_capital_endings(tmp_path: Path) -> None:
    """A page of an old generator may end in .HTM."""
    output = clean(tmp_path)
    (output / "a.HTM").write_text("<p>", encoding="utf-8")
    assert "output/a.HTM output-title-missing" in rules(output)


@pytest.mark.parametrize("canonical", ["http://[", "https://", "://", "https://example.org:port/"])
def test_home_page_with_a_strange_address(canonical: str, tmp_path: Path) -> None:
    """A canonical address that is none leaves the site without a known host."""
    files = clean_site()
    files["index.html"] = files["index.html"].replace(
        'canonical" href="https://example.org/', f'canonical" href="{canonical}'
    )
    assert rules(write_site(tmp_path, files))


def test_base_element(tmp_path: Path) -> None:
    """Relative addresses count from `<base>` where a page has one."""
    files = clean_site()
    text = files[ARTICLE].replace("<head>", '<head><base href="/en/">')
    files[ARTICLE] = text.replace("/en/2023/08/cooperation/#main", "2023/08/cooperation/#main")
    files[ARTICLE] = files[ARTICLE].replace('href="#main"', 'href="/2023/08/hop-tac/#main"')
    assert rules(write_site(tmp_path, files)) == []


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5000,
        "<p " + "a=b " * 5000 + ">",
        "<a href>x</a><a href=''>x</a><img srcset=',,,' alt=''><a href='\x01\x02'>x</a>",
        "<a href='http://[::1'>x</a><a href='//'>x</a><a href='%'>x</a><a href='/%00%ff'>x</a>",
        "<svg><a xlink:href='x'/><script/></svg><math><mi href='y'></math><template><p></template>",
        "<?php echo 1; ?><!DOCTYPE><![CDATA[x]]></html></body><html lang=en><frameset><frame>",
        "<form action='?'><input type=image><button formaction='x'><select><option></form>",
        "<table><tr><a href=x><table></a>" * 50,
        "&#0;&#xD800;&nosuch;&amp<h2>&lt;</h2",
        "<script>" + "<!--<script>" * 50,
        "x" * 11_000_000,
    ],
    ids=lambda body: body[:12],
)
def test_odd_html(body: str) -> None:
    """Markup that no generator should write is read as far as it goes."""
    facts = facts_of("a/index.html", content((PLAIN % body).encode()), GROUND)
    assert facts.page is not None
    assert facts.page.language == "vi"


@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.xml", "a.json", "a.css", "a.txt"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes(data: bytes, path: str) -> None:
    """Any bytes under any name give facts, never an exception."""
    facts_of(path, content(data), GROUND)


@given(
    st.lists(
        st.sampled_from(["<a href='", "'>", "<base href=", "<link rel=alternate hreflang=", "..//"])
        | st.sampled_from(["<meta http-equiv=refresh content='0;url=", "<html lang=", "#:~:", "%"])
        | st.text(max_size=8),
        max_size=30,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_markup(parts: list[str]) -> None:
    """Pieces of markup in any order give facts that can be shared and reported."""
    data = "".join(parts).encode("utf-8", "surrogatepass")
    for found in facts_of("a/index.html", content(data), GROUND).faults:
        assert all(value.isprintable() for _, value in found.details)


def content(data: bytes) -> Content:
    """Return what reading a file with these bytes gives."""
    return Content(len(data), data)
