"""Directory: how long a visitor waits when the directory has thousands of rows.

`python -m benchmarks.directory_page` builds a site of made partners and opens its directory in
Chromium, slowed down. An interaction is timed by the browser itself, from the key or click to
the next picture on the screen (Event Timing); scrolling by the longest time between two frames.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from benchmarks.directory import Size, write_directory

Times = dict[str, list[float]]

WORDS = "song ta can"
TURNS = 14  # of the wheel
SELECTS = ("region", "kind", "decade")
_ARGUMENTS = ("--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run")
# Short events are not told unless asked for; 16 ms is the least that the standard allows.
_WATCH = """
window.told = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.told.push(each.duration);
}).observe({ type: "event", durationThreshold: 16 });
"""
_LONGEST_FRAME = """() => new Promise((done) => {
  let last = performance.now(), longest = 0, left = 20;
  const look = (now) => {
    longest = Math.max(longest, now - last);
    last = now;
    left -= 1;
    if (left) requestAnimationFrame(look); else done(longest);
  };
  requestAnimationFrame(look);
})"""
_SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 400)))"


def main() -> None:
    """Measure what the arguments ask for and print one line for each kind of interaction."""
    parser = argparse.ArgumentParser(description="Time the directory in Chromium.")
    parser.add_argument("--partners", type=int, default=2000)
    parser.add_argument("--throttle", type=float, default=4, help="how many times slower")
    parser.add_argument("--widths", type=int, nargs="+", default=[1280, 320])
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        site = build(options.partners, Path(folder))
        with served(site) as url, chromium() as page:
            for width in options.widths:
                page.set_viewport_size({"width": width, "height": 800})
                times = measure(page, f"{url}/doi-tac/", options.throttle)
                print(table(f"{options.partners} rows, {width} px", options.throttle, times))


def build(partners: int, folder: Path) -> Path:
    """Build a site of made partners and return its output.

    Raises:
        subprocess.CalledProcessError: It has a fault.
    """
    write_directory(Size(partners, 10 * partners), folder / "content")
    command = [sys.executable, "-m", "plugins.bulletin", "build"]
    options = ["--content", str(folder / "content"), "--output", str(folder / "output")]
    subprocess.run([*command, *options], check=True, stdout=subprocess.DEVNULL)
    return folder / "output"


def measure(page: Page, address: str, throttle: float) -> Times:
    """Return the milliseconds of every interaction by its kind."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.goto(address)
    page.evaluate(_SETTLED)
    return {
        "type or delete a letter": typing(page),
        "choose in a filter": choosing(page),
        "sort by a column": sorting(page),
        "scroll, longest frame": scrolling(page),
    }


def typing(page: Page) -> list[float]:
    """Time every letter of a search, and of taking it back."""
    page.locator("[name=q]").focus()
    return [timed_key(page, key) for key in [*WORDS, *["Backspace"] * len(WORDS)]]


def choosing(page: Page) -> list[float]:
    """Time every option of every filter, chosen by keyboard, and the way back to all."""
    times = []
    for name in SELECTS:
        options = page.locator(f"[name={name}] option").count()
        page.locator(f"[name={name}]").focus()
        times += [timed_key(page, "ArrowDown") for _ in range(options - 1)]
        times.append(timed_key(page, "Home"))
    return times


def sorting(page: Page) -> list[float]:
    """Time a sort by every column in both orders."""
    times = []
    for button in page.locator("th[data-column] button").all():
        button.focus()
        times += [timed_key(page, "Enter"), timed_key(page, "Enter")]
    return times


def scrolling(page: Page) -> list[float]:
    """Time the frames while the wheel turns through the rows."""
    page.mouse.move(200, 400)
    times = []
    for _ in range(TURNS):
        page.mouse.wheel(0, 2400)
        times.append(float(page.evaluate(_LONGEST_FRAME)))
    return times


def timed_key(page: Page, key: str) -> float:
    """Press a key and return the milliseconds until what it did was painted.

    What took less than the browser tells of counts as 16.
    """
    page.evaluate("() => { window.told = []; }")
    page.keyboard.press(key)
    page.evaluate(_SETTLED)
    told: list[float] = page.evaluate("() => window.told")
    return max([16.0, *told])


def table(title: str, throttle: float, times: Times) -> str:
    """Return the results as lines of Markdown."""
    head = f"{title}, processor {throttle:g} times slower"
    rows = [
        f"| {name} | {len(taken)} | {median(taken):.0f} | {max(taken):.0f} |"
        for name, taken in times.items()
    ]
    return "\n".join(
        [head, "", "| ms | times | median | most |", "| --- | --- | --- | --- |", *rows, ""]
    )


@contextlib.contextmanager
def chromium() -> Iterator[Page]:
    """Open a page in the machine's Chromium that keeps how long its events take."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if is_root else [])]
    path = os.environ.get("BULLETIN_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        page = browser.new_page()
        page.add_init_script(_WATCH)
        yield page
        browser.close()


class Quiet(SimpleHTTPRequestHandler):
    """Sends files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback while the block runs; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
