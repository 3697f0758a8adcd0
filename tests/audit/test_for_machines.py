"""What robots.txt, the map of old addresses and the web manifest name must be there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings
from tests.audit.small_site import BASE_URL, clean_site, write_site

MANIFEST = {"name": "Tin", "start_url": "/", "icons": [{"src": "/theme/emblem.svg"}]}


def told(folder: Path, path: str, text: str) -> list[str]:
    """Return what is told of one more file of a small site: its line and the problem."""
    output = write_site(folder, {**clean_site(), path: text})
    problems = audit(output, AuditSettings(base_url=BASE_URL))
    assert all(problem.place.path == f"output/{path}" for problem in problems)
    return [f"{problem.place.line}: {problem.message('en')}" for problem in problems]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("# a comment\n\n/cu/ /2023/08/hop-tac/ 301\n", []),
        ("/cu/ /moi/ 301\n", ["1: the file /moi/ is missing"]),
        (f"/a /\n/b {BASE_URL}/none 301", [f"2: the file {BASE_URL}/none is missing"]),
        ("/cu/* /moi/:splat\n/b https://elsewhere.example/x\n/alone\n", []),
    ],
)
def test_old_addresses_lead_somewhere(tmp_path: Path, rows: str, expected: list[str]) -> None:
    """Each row leads to what is there; patterns and other sites are left alone."""
    assert told(tmp_path, "_redirects", rows) == expected


def test_sitemaps_of_robots_are_there(tmp_path: Path) -> None:
    """A sitemap that robots.txt names and that is not there is told, in whatever case."""
    rows = f"User-agent: *\nsitemap: {BASE_URL}/none.xml\nSITEMAP: /sitemap.xml\n"
    assert told(tmp_path, "robots.txt", rows) == [f"2: the file {BASE_URL}/none.xml is missing"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps(MANIFEST), []),
        (json.dumps({**MANIFEST, "start_url": "/none/"}), ["the file /none/ is missing"]),
        (json.dumps({**MANIFEST, "icons": [{"src": "a.png"}]}), ["the file a.png is missing"]),
        (json.dumps({**MANIFEST, "icons": "a.png"}), []),
        (json.dumps({**MANIFEST, "name": ""}), ["the web manifest has no name"]),
        ("[]", [f"the web manifest has no {name}" for name in ("icons", "name", "start_url")]),
    ],
)
def test_manifest_is_whole(tmp_path: Path, content: str, expected: list[str]) -> None:
    """A device finds a name, where to start and icons; whatever is named is there."""
    found = told(tmp_path, "app.webmanifest", content)
    assert sorted(found) == [f"0: {line}" for line in expected]


def test_manifest_that_is_no_json(tmp_path: Path) -> None:
    """It is told with its line."""
    [found] = told(tmp_path, "app.webmanifest", "{\n'name'}")
    assert found.startswith("2: ")
