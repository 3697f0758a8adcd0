"""A small site without a fault, as a mapping of paths to text, for tests to break."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

BASE_URL = "https://example.org"
ARTICLE = "2023/08/hop-tac/index.html"
ENGLISH = "en/2023/08/cooperation/index.html"
NOINDEX = '<meta name="robots" content="noindex">'

Files = Mapping[str, str]

_MINIMAL = Path(__file__).parents[1] / "sites" / "minimal-output"


def clean_site(base_url: str = BASE_URL) -> dict[str, str]:
    """Return two pages in each language with all that the audit asks for."""
    prefix = base_url.removeprefix(BASE_URL)
    found = {path: path.read_text(encoding="utf-8") for path in _MINIMAL.rglob("*.*")}
    return {
        path.relative_to(_MINIMAL).as_posix(): text.replace('="/', f'="{prefix}/').replace(
            BASE_URL, base_url
        )
        for path, text in found.items()
    }


def write_site(folder: Path, files: Files) -> Path:
    """Write a site into a folder named output, and return that."""
    output = folder / "output"
    for name, text in files.items():
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return output
