"""Search: how long a visitor with a telephone waits for the first result, and what it costs.

    python -m benchmarks.search --output FOLDER

The folder is a site that was built for the public, of the benchmark's corpus. Each query is typed
on a page that was just opened, over the network that Lighthouse takes for a slow 4G, on a
processor four times slower.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Page

from benchmarks.preview import chromium

LIMIT = 0.5  # seconds
ROUND_TRIP = 150  # milliseconds
DOWN, UP = 1638.4, 750  # kilobits a second
SLOWER = 4
QUERIES = {
    "vi": ("huu nghi", "đối ngoại", "da nang", "hợp tác", "duong", "hoa binh", "Vientiane"),
    "en": ("friendship", "cooperation", "delegation", "Vientiane", "hanoi"),
}
# Of the corpus: words that texts say and no title does.
IN_TEXTS = {
    "vi": ("Kazakhstan", "khoảng", "cuối buổi"),
    "en": ("photographs", "Thailand", "speaker materials"),
}
# Words of no page at all: there is no first result, only the index's word that there is none, or
# its guess by the beginning of the word.
NOWHERE = {"vi": ("núi lửa",), "en": ("peace", "festival")}
SENT: list[int] = []  # bytes of every answer since the page was opened
ADDRESSES = {"vi": "/tim-kiem/", "en": "/en/search/"}
KEY = 150  # milliseconds from key to key on a telephone
SETTLE = 1500  # milliseconds without a request before typing begins
WATCH = """(query) => new Promise((resolve) => {
  const own = document.querySelector("[data-own]"), field = document.querySelector("#search-q");
  let start = 0, typed = 0;
  const {dataset} = own, ways = {attributes: true, attributeFilter: ["data-first", "data-query"]};
  const told = () => [dataset.first, dataset.query].includes(query) &&
    resolve((performance.now() - start) / 1000);
  new MutationObserver(told).observe(own, ways);
  const type = () => {
    typed += 1;
    field.value = query.slice(0, typed);
    start = performance.now();
    field.dispatchEvent(new Event("input", {bubbles: true}));
    if (typed < query.length) setTimeout(type, KEY);
  };
  type();
  setTimeout(() => resolve(-1), 20000);
})"""


@dataclass(frozen=True, slots=True)
class Row:
    """One query: seconds to the first result (-1: none), kilobytes for it, and for the page.

    `by` is what showed the first result: titles and words of texts, or the index.
    """

    language: str
    text: str
    seconds: float
    cost: float
    before: float
    by: str


class Quiet(SimpleHTTPRequestHandler):
    """Sends files and says nothing."""

    protocol_version = "HTTP/1.1"

    def send_header(self, keyword: str, value: str) -> None:
        """Count what is sent: a browser tells nothing of what its workers ask for."""
        if keyword == "Content-Length":
            SENT.append(int(value))
        super().send_header(keyword, value)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def measure(output: Path, queries: Mapping[str, Sequence[str]]) -> list[Row]:
    """Type every query and return what was measured."""
    with served(output) as url, chromium() as page:
        session = page.context.new_cdp_session(page)
        throttle(session)
        return [
            ask(page, f"{url}{ADDRESSES[language]}", query=(language, text))
            for language, texts in queries.items()
            for text in texts
        ]


def throttle(session: CDPSession) -> None:
    """Make a telephone of the browser."""
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    conditions = {"offline": False, "latency": ROUND_TRIP}
    speeds = {"downloadThroughput": DOWN * 128, "uploadThroughput": UP * 128}
    session.send("Network.emulateNetworkConditions", conditions | speeds)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def ask(page: Page, url: str, *, query: tuple[str, str]) -> Row:
    """Open the page, let it load what it loads by itself, type, and measure."""
    SENT.clear()
    page.goto(url, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLE)
    before = sum(SENT) / 1000
    seconds = float(page.evaluate(WATCH.replace("KEY", str(KEY)), query[1]))
    own = page.locator("[data-own]")
    by = "first" if own.get_attribute("data-first") == query[1] else "index"
    page.wait_for_timeout(SETTLE)
    is_empty = own.locator("[data-link]").count() == 0
    return Row(*query, seconds, sum(SENT) / 1000 - before, before, "nothing" if is_empty else by)


def lines(rows: Sequence[Row]) -> str:
    """Return the measurements as lines."""
    return "\n".join(
        f"{row.language}  {row.text:<18} {row.seconds:6.2f} s {row.cost:7.0f} kB  {row.by}"
        for row in rows
    )


def table(rows: Sequence[Row]) -> str:
    """Return the measurements of what has results, and what they come to."""
    found = [row.seconds for row in rows if row.seconds >= 0]
    ready = f"ready to search after {median(row.before for row in rows):.0f} kB"
    cost = f"median cost of a query {median(row.cost for row in rows):.0f} kB"
    told = f"first result: median {median(found):.2f} s, worst {max(found):.2f} s, limit {LIMIT} s"
    return "\n".join([lines(rows), told, cost, ready])


def weigh(output: Path) -> str:
    """Return how much the files that answer first weigh, as they are and as gzip sends them."""
    told = []
    for language, address in ADDRESSES.items():
        raw = (output / address.strip("/") / "titles.json").read_bytes()
        pages, packed = len(json.loads(raw)["pages"]), _packed(raw)
        sizes = f"{len(raw) / pages:.0f} bytes a page, packed {packed / pages:.0f}"
        told.append(f"titles {language}: {pages} pages, {packed / 1000:.0f} kB packed; {sizes}")
        words = [file.read_bytes() for file in (output / "pagefind" / language).glob("words/*")]
        whole, largest = sum(map(len, words)) / 1000, max(map(_packed, words)) / 1000
        one = f"the largest {largest:.1f} kB packed"
        told.append(f"words {language}: {len(words)} files, {whole:.0f} kB together; {one}")
    return "\n".join(told)


def _packed(raw: bytes) -> int:
    return len(gzip.compress(raw, 6, mtime=0))


def main() -> int:
    """Measure, print, and return 1 where the worst query misses the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="site built for the public")
    output = parser.parse_args().output
    rows = measure(output, QUERIES) + measure(output, IN_TEXTS)
    nowhere = lines(measure(output, NOWHERE))
    sys.stdout.write(f"{table(rows)}\nin no page:\n{nowhere}\n{weigh(output)}\n")
    return int(min(row.seconds for row in rows) < 0 or max(row.seconds for row in rows) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
