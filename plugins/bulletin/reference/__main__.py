"""`python -m plugins.bulletin.reference [--check]`: write the reference, or tell what is stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.bulletin.reference.pages import FOLDER, PAGES, stale_pages, write_pages


def main(arguments: Sequence[str]) -> int:
    """Write every page, or with `--check` name those that differ; return the exit code."""
    options = make_parser().parse_args(arguments)
    folder: Path = options.folder
    if not options.check:
        write_pages(folder)
        sys.stdout.write(f"{folder.as_posix()}: {len(PAGES)} pages\n")
        return 0
    stale = stale_pages(folder)
    for path in stale:
        sys.stderr.write(f"{path.as_posix()} is out of date; run python3 tasks.py docs\n")
    return int(bool(stale))


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    parser = argparse.ArgumentParser(prog="reference", description="Generate docs/reference.")
    parser.add_argument("--check", action="store_true", help="name stale files, write nothing")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="folder of the pages")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
