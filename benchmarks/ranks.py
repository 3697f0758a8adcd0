"""Ranks: which result answers each query of the tests, and where it stands.

    python -m benchmarks.ranks --output FOLDER

The folder is a site of the real content that was built for the public. The queries, and the page
that each must find, are those of `tests/browser/queries.py`.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.preview import chromium
from benchmarks.search import ADDRESSES, served
from tests.browser.queries import QUERIES, Query

HEAD = ("page", "typed", "expected", "rank", "at the latest")
ANSWERED = "(query) => document.querySelector('[data-own]').dataset.query === query"


@dataclass(frozen=True, slots=True)
class Row:
    """One query and the rank of its page, counted from 1; 0 where it is not among the first."""

    query: Query
    rank: int

    @property
    def is_good(self) -> bool:
        """Tell whether the page stands where it must, or before."""
        return 1 <= self.rank <= self.query.place


def ask_all(output: Path) -> list[Row]:
    """Type every query on the page of its language and return the ranks."""
    with served(output) as url, chromium() as page:
        rows = []
        for language, address in ADDRESSES.items():
            page.goto(url + address)
            asked = [query for query in QUERIES if query.language == language]
            rows += [Row(query, rank_of(query, ask(page, query.text))) for query in asked]
        return rows


def ask(page: Page, text: str) -> list[str]:
    """Return where the ranked results lead that a visitor sees first, in their order."""
    page.locator("#search-q").fill(text)
    page.wait_for_function(ANSWERED, arg=text)
    links = page.locator("[data-own] [data-link]")
    return [str(link.get_attribute("href")) for link in links.all()]


def rank_of(query: Query, found: Iterable[str]) -> int:
    """Return the rank of the first result that fits a query, 0 where none does."""
    ranks = (rank for rank, address in enumerate(found, 1) if query.address in address)
    return next(ranks, 0)


def table(rows: Sequence[Row]) -> str:
    """Return the ranks as a table; what stands too late is marked."""
    lines = [HEAD, *(_line(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    shown = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
    good, first = sum(row.is_good for row in rows), sum(row.rank == 1 for row in rows)
    told = f"{len(rows)} queries: {first} first, {good} where they must be or before"
    return "\n".join([*shown, told])


def _line(row: Row) -> tuple[str, ...]:
    query, composed = row.query, unicodedata.normalize("NFC", row.query.text)
    typed = composed if composed == query.text else f"{composed} (NFD)"
    rank = f"{row.rank or '-'}{'' if row.is_good else ' !'}"
    return query.language, typed, query.address, rank, str(query.place)


def main() -> int:
    """Ask, print, and return 1 where a page stands too late."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="site built for the public")
    rows = ask_all(parser.parse_args().output)
    sys.stdout.write(f"{table(rows)}\n")
    return int(not all(row.is_good for row in rows))


if __name__ == "__main__":
    sys.exit(main())
