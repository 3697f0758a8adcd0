"""Preview: from saving an article to the new text on the screen of a browser, in seconds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import ConsoleMessage, Page, sync_playwright

from benchmarks.contestants import Ours
from benchmarks.corpus import Article
from benchmarks.layouts import text_in

WARM_UPS = 2  # edits before the first that counts: the first ones fill caches
PATIENCE = 60_000  # milliseconds
MARK = "Câu này được lưu lần thứ"
_READY = re.compile(r"http://localhost:\d+")
_ARGUMENTS = ("--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run")
# Tells the last of our sentences and the moment, once the page that has it was painted.
_WATCH = f"""
addEventListener("DOMContentLoaded", () => {{
  const told = [...document.body.innerText.matchAll(/{MARK} (\\d+)/g)].map((found) => found[1]);
  const tell = () => console.log("shown", told.at(-1) ?? "-", Date.now());
  requestAnimationFrame(() => setTimeout(tell, 0));
}});
"""


def measure(ours: Ours, articles: Sequence[Article], edits: int) -> list[float]:
    """Return the seconds from each save to the new text in Chromium.

    Args:
        ours: A prepared folder of our generator.
        articles: What its content was made of.
        edits: How many times to save; each time a sentence more in another article.
    """
    with served(ours) as url, chromium() as page:
        delays = [
            delay(ours, page, url, article=articles[len(articles) * number // 11 % len(articles)])
            for number in range(WARM_UPS + edits)
        ]
    return delays[WARM_UPS:]


def delay(ours: Ours, page: Page, url: str, *, article: Article) -> float:
    """Open an article, save it with a sentence more, and return the seconds until that is shown."""
    number = time.monotonic_ns() // 1_000_000
    page.goto(f"{url}/{article.date:%Y/%m}/{text_in(article.slug, 'vi')}/", wait_until="load")
    with page.expect_console_message(lambda line: is_shown(line, number)) as shown:
        ours.append(article, f"{MARK} {number}.")
        saved = time.time()
    return float(shown.value.text.split()[2]) / 1000 - saved


def is_shown(line: ConsoleMessage, number: int) -> bool:
    """Tell whether a page says that it shows the sentence of a number."""
    return line.text.startswith(f"shown {number} ")


@contextmanager
def served(ours: Ours) -> Iterator[str]:
    """Run our `serve` until the block ends; yield its address once the site is there."""
    command = [sys.executable, "-m", "plugins.bulletin", "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, "--language", "en"],
        cwd=ours.folder,
        env=ours.env,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    lines = process.stderr or ()
    found = (_READY.search(line) for line in lines)
    address = next((match for match in found if match), None)
    if address is None:
        raise RuntimeError("the preview did not start")
    return address.group()


@contextmanager
def chromium() -> Iterator[Page]:
    """Open a page in the machine's Chromium that tells when it shows one of our sentences."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if is_root else [])]
    with sync_playwright() as playwright:
        path = os.environ["BULLETIN_CHROMIUM"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        page = browser.new_page(locale="vi-VN")
        page.set_default_timeout(PATIENCE)
        page.add_init_script(_WATCH)
        yield page
        browser.close()
