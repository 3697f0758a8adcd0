"""The audit stands alone: it judges what other generators made, on what is really wrong there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.contestants import Pelican
from benchmarks.corpus import make_articles, read_terms
from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings
from plugins.bulletin.problems.report import report
from tests.site.building import run_here

SETTINGS = AuditSettings(base_url="https://example.org")
# Pelican with the theme that it brings.
STOCK = """SITENAME = "Ban tin"
SITEURL = "https://example.org"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "vi"
FEED_ALL_ATOM = "feeds/all.atom.xml"
"""
ARTICLE = """Title: Một bài
Date: 2024-01-02
Category: Tin

Một đoạn văn, với [một liên kết](/khong-co/).
"""


def rules_in(output: Path) -> set[str]:
    """Return which rules an output breaks."""
    return {each.rule.id.removeprefix("output-") for each in audit(output, SETTINGS)}


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of stock Pelican with one article."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "content").mkdir()
    (folder / "pelicanconf.py").write_text(STOCK, encoding="utf-8")
    (folder / "content" / "bai.md").write_text(ARTICLE, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-q"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return folder / "output"


def test_stock_pelican_is_judged(stock: Path) -> None:
    """What the stock theme lacks is told, the broken link too, and nothing that is good."""
    found = rules_in(stock)
    assert found >= {"404-missing", "robots-missing", "sitemap-missing", "link-broken"}
    assert found >= {"canonical-missing", "description-missing"}
    assert not found & {"data-invalid", "text-not-utf8", "feed-invalid", "feed-item-broken"}
    broken = [each for each in audit(stock, SETTINGS) if each.rule.id == "output-link-broken"]
    assert "/khong-co/" in {dict(each.details)["url"] for each in broken}


def test_feed_of_stock_pelican_is_read(stock: Path) -> None:
    """An item of its feed whose page is taken away is told."""
    [page] = stock.glob("mot-bai.html")
    text = page.read_bytes()
    page.unlink()
    try:
        problems = audit(stock, SETTINGS)
    finally:
        page.write_bytes(text)
    found = {each.place.path for each in problems if each.rule.id == "output-feed-item-broken"}
    assert found >= {"output/feeds/all.atom.xml"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_command_needs_no_content(stock: Path, language: str) -> None:
    """The command reports in either language, and ends with 1."""
    options = ("--output", str(stock), "--language", language, "--format", "json")
    done = run_here("audit", *options, output=stock)
    assert (done.code, done.err) == (1, "")
    rows = json.loads(done.out)
    assert {row["severity"] for row in rows} <= {"error", "warning"}
    assert all(row["path"].startswith("output") and row["message"] for row in rows)


def test_bilingual_pelican_is_judged(tmp_path: Path) -> None:
    """A site in two languages: what its plugin is known to get wrong is found."""
    terms = read_terms()
    peer = Pelican(tmp_path / "peer")
    peer.prepare(make_articles(3, terms), terms)
    done = subprocess.run(
        peer.command(),
        cwd=peer.folder,
        env=peer.env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    output = peer.folder / peer.output
    found = rules_in(output)
    # Feeds of two languages in one, ".." in addresses, and tables of languages that differ.
    assert found >= {"feed-language", "address-dots", "sitemap-hreflang", "canonical-missing"}
    assert not found & {"no-pages", "sitemap-missing", "404-missing", "data-invalid"}
    assert report(audit(output, SETTINGS), "vi", "text")
