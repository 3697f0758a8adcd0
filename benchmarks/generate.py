"""Generate: write the three equivalent corpora of one size. `python -m benchmarks.generate`."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpus import make_articles, read_terms
from benchmarks.layouts import write_ours
from benchmarks.peer_layouts import write_hugo, write_pelican


def main() -> None:
    """Write the corpora that the arguments ask for."""
    parser = argparse.ArgumentParser(description="Write a corpus for the benchmark.")
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--only", choices=("ours", "hugo", "pelican"))
    options = parser.parse_args()
    generate(options.pairs, options.into, only=options.only)


def generate(pairs: int, folder: Path, *, only: str | None = None) -> None:
    """Write `ours/content`, `hugo/content` and `pelican/content` below a new folder."""
    terms = read_terms()
    articles = make_articles(pairs, terms)
    if only in (None, "ours"):
        write_ours(articles, folder / "ours/content")
    if only in (None, "hugo"):
        write_hugo(articles, terms, folder / "hugo/content")
    if only in (None, "pelican"):
        write_pelican(articles, terms, folder / "pelican/content")


if __name__ == "__main__":
    main()
