"""Pages: the list of generated files, and whether those on disk are up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.bulletin.reference.addresses import addresses_page
from plugins.bulletin.reference.commands import commands_page
from plugins.bulletin.reference.fields import data_page, front_matter_page
from plugins.bulletin.reference.rules import rules_page

FOLDER = Path("docs") / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "addresses.md": addresses_page,
    "commands.md": commands_page,
    "data.md": data_page,
    "front-matter.md": front_matter_page,
    "rules.md": rules_page,
}


def write_pages(folder: Path) -> None:
    """Write every generated page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (folder / name).write_bytes(make().encode("utf-8"))


def stale_pages(folder: Path) -> list[Path]:
    """Return the pages that are missing or differ from what the code says."""
    return [folder / name for name, make in PAGES.items() if _differs(folder / name, make())]


def _differs(location: Path, text: str) -> bool:
    return not location.is_file() or location.read_bytes().decode("utf-8", "replace") != text
