"""The task that measures the main pages with Lighthouse, as a telephone would load them.

Lighthouse loads a page in Chromium and reckons how long a slow telephone would take. The
pages are served packed by gzip, as hosts do.
"""

import gzip
import json
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median_low
from typing import Any

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from tools import machine, node
from tools.command import run_logged, say
from tools.paths import CACHE, ROOT
from tools.quality import need_test_environment, told

LEAST = 99
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# What is measured -> patterns of its page in each language; the newest that fits is taken.
PAGES = {
    "home": ("index.html", "en/index.html"),
    "article": ("20*/*/*/index.html", "en/20*/*/*/index.html"),
    "directory": ("doi-tac/index.html", "en/partners/index.html"),
    "city": ("doi-tac/*/index.html", "en/partners/*/index.html"),
}
SITE = CACHE / "lighthouse" / "site"
REPORT = CACHE / "lighthouse" / "report.json"
LOG = CACHE / "lighthouse" / "log.txt"
PACKED = (".html", ".css", ".js", ".svg", ".xml", ".json")


class Handler(SimpleHTTPRequestHandler):
    """Sends texts packed by gzip, and says nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a file, a text packed."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        raw = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Return a file's type; texts are UTF-8."""
        found = super().guess_type(path)
        return f"{found}; charset=utf-8" if found.startswith("text/") else found

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@task
def lighthouse(_: Context) -> None:
    """Measure the main pages with Lighthouse; end with 1 below 99 of 100."""
    need_test_environment()
    with told():
        browser = machine.chromium()
    LOG.unlink(missing_ok=True)
    build()
    say(row("page", CATEGORIES))
    with served(SITE) as url:
        scores = [
            score for name, path in pages(SITE) for score in measure(name, url + path, browser)
        ]
    if min(scores) < LEAST:
        raise Exit(code=1)


def build() -> None:
    """Build the site as for the public."""
    env = {"BULLETIN_SITE_URL": "https://bulletin.example", **os.environ}
    options = ["--output", str(SITE), "--production"]
    if run_logged([sys.executable, "-m", "plugins.bulletin", "build", *options], LOG, env=env):
        raise Exit(f"tasks.py: the site cannot be built; see {LOG.relative_to(ROOT)}", code=1)


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield what is measured and its address.

    Raises:
        Exit: A page is not there.
    """
    for name, patterns in PAGES.items():
        for language, pattern in zip(("vi", "en"), patterns, strict=True):
            found = sorted(site.glob(pattern))
            if not found:
                raise Exit(f"tasks.py: the site has no {pattern}", code=1)
            path = found[-1].parent.relative_to(site).as_posix()
            yield f"{name} {language}", "/" if path == "." else f"/{path}/"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; yield its address without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def measure(name: str, url: str, browser: str) -> list[int]:
    """Measure one page, print its scores of 100 and what keeps them low, and return them.

    A page below the least is measured twice more and the middle counts: a machine that is
    busy for a moment makes any page slow.
    """
    reports = [load(url, browser)]
    if min(scores_of(reports[0])) < LEAST:
        reports += [load(url, browser) for _ in range(2)]
    scores = [median_low(each) for each in zip(*map(scores_of, reports), strict=True)]
    say(row(name, map(str, scores)))
    for fault in faults(reports[-1]) if min(scores) < LEAST else ():
        say(f"    {fault}")
    return scores


def load(url: str, browser: str) -> dict[str, Any]:
    """Return Lighthouse's report of one page.

    Raises:
        Exit: Lighthouse failed.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = "--headless=new" + (" --no-sandbox" if is_root else "")
    command = [
        *node.script("lighthouse", "cli/index.js"),
        *(url, "--quiet", "--output=json", f"--output-path={REPORT}"),
        *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"),
    ]
    if run_logged(command, LOG, env={**node.environment(), "CHROME_PATH": browser}):
        raise Exit(f"tasks.py: Lighthouse failed; see {LOG.relative_to(ROOT)}", code=2)
    report: dict[str, Any] = json.loads(REPORT.read_text(encoding="utf-8"))
    return report


def scores_of(report: Mapping[str, Any]) -> list[int]:
    """Return the scores of a report, of 100; what could not be measured is 0."""
    return [int(100 * (report["categories"][key]["score"] or 0) + 0.5) for key in CATEGORIES]


def row(name: str, cells: Iterable[str]) -> str:
    """Lay out one row of the table."""
    widths = (len(key) for key in CATEGORIES)
    return f"{name:<14}" + "  ".join(
        cell.rjust(width) for cell, width in zip(cells, widths, strict=True)
    )


def faults(report: Mapping[str, Any]) -> Iterator[str]:
    """Name each test that counts and was not passed whole, with what was measured."""
    audits, categories = report["audits"], report["categories"]
    for key in CATEGORIES:
        for reference in categories[key]["auditRefs"]:
            audit = audits[reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{key}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
