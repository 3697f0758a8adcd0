"""Fixtures of browser tests: Chromium of the machine, and both sites served on loopback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.serving import serve
from tests.site.building import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 20_000  # milliseconds
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
]

OpenPage = Callable[..., AbstractContextManager[Page]]


def find_chromium() -> str:
    """Return the browser's path; a machine without one fails the tests and says what to do."""
    given = os.environ.get("BULLETIN_CHROMIUM")
    found = (shutil.which(name) for name in ([given] if given else NAMES))
    path = next((path for path in found if path), None)
    assert path, "there is no Chromium: install it, or set BULLETIN_CHROMIUM to its path"
    return path


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Return one browser for all tests of a process."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, "--no-sandbox"] if is_root else QUIET
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe; when it is missing the tests fail."""
    assert AXE.is_file(), f"{AXE} is missing: run npm ci --ignore-scripts"
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def real_url(real_site: Path) -> Iterator[str]:
    """Serve the site of the real content."""
    with serve(real_site) as url:
        yield url


@pytest.fixture(scope="session")
def second_url(second_site: Path) -> Iterator[str]:
    """Serve the second bulletin."""
    with serve(second_site) as url:
        yield url


@pytest.fixture
def open_page(chromium: Browser) -> OpenPage:
    """Return a function that opens a page of its own, as Playwright's `new_context` takes it.

    The machine's locale does not matter: every page has the locale vi-VN.
    """

    @contextmanager
    def opened(width: int = 1280, **options: Any) -> Iterator[Page]:
        size = {"width": width, "height": 800}
        settings = {"service_workers": "block", **options}  # it would fetch on between tests
        context = chromium.new_context(viewport=size, locale="vi-VN", **settings)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        try:
            yield context.new_page()
        finally:
            context.close()

    return opened
