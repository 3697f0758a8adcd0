"""Assets: the theme's styles, fonts, icons and scripts, under names that carry their digest.

A name changes with the content, so that browsers may keep a file for ever.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from plugins.bulletin.problems.machine import BrokenTheme

FOLDER = "theme"
FEED_STYLES = ("site.css", "fonts.css", "tokens.css", "feed.css")
_URL = re.compile(r"url\((['\"]?)\.\./(fonts|icons)/([^'\")]+)\1\)")
_IMPORT = re.compile(r"(\bfrom \")\./([^\"/]+)\.js(?=\";)")
_PRELOAD = "preload.txt"


class Assets(Struct, frozen=True):
    """The theme's output: files by path below the output, and the addresses pages use."""

    files: Mapping[str, bytes]
    stylesheet: str
    script: str
    icons: Mapping[str, str] = field(default_factory=dict)
    preloaded: tuple[str, ...] = ()
    modules: Mapping[str, str] = field(default_factory=dict)  # addresses of scripts by stem
    feed_style: str = ""
    workers: Mapping[str, bytes] = field(default_factory=dict)  # sources by stem
    mark: bytes = b""  # mask of the app icons


def load_assets(theme: Path, accent: str) -> Assets:
    """Read the theme's static files.

    Args:
        theme: The theme's folder; `static/css/order.txt` lists the styles in their order.
        accent: The bulletin's colour, as CSS writes it; it goes into the styles and icons, for
            no page may carry a style of its own.

    Raises:
        FileNotFoundError: The order names a file that is not there.
        BrokenTheme: A style names a font or icon that is not there, or a script imports no script.
    """
    static = theme / "static"
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for location in sorted([*static.glob("fonts/*"), *static.glob("icons/*")]):
        if location.name == _PRELOAD:
            continue
        if location.suffix == ".txt":
            files[f"{FOLDER}/{location.name}"] = location.read_bytes()
            continue
        content = _painted(location, accent)
        name = _digested(location.name, content)
        names[location.name] = name
        files[f"{FOLDER}/{name}"] = content
    order = (static / "css" / "order.txt").read_text("utf-8").split()
    stylesheet, feed_style = (
        _add_style(files, name, _stylesheet(static / "css", parts, names, accent=accent))
        for name, parts in (("site.css", order), ("feed.css", FEED_STYLES))
    )
    modules = _modules(static / "js", files)
    return Assets(
        files,
        stylesheet,
        modules.get("site", ""),
        {name: f"/{FOLDER}/{names[name]}" for name in names if name.endswith(".svg")},
        tuple(f"/{FOLDER}/{names[name]}" for name in _preloaded(static / "fonts")),
        modules,
        feed_style,
        {location.stem: location.read_bytes() for location in static.glob("worker/*.js")},
        (static / "app" / "mark.png").read_bytes(),
    )


def _add_style(files: dict[str, bytes], name: str, style: bytes) -> str:
    """Add a stylesheet under its digested name, and return its address."""
    path = f"{FOLDER}/{_digested(name, style)}"
    files[path] = style
    return f"/{path}"


def _preloaded(fonts: Path) -> list[str]:
    listing = fonts / _PRELOAD
    return listing.read_text("utf-8").split() if listing.exists() else []


def _painted(location: Path, accent: str) -> bytes:
    """Read a file; a drawing gets the accent for `currentColor`, as no style reaches into it."""
    content = location.read_bytes()
    is_drawing = location.suffix == ".svg"
    return content.replace(b"currentColor", accent.encode()) if is_drawing else content


def _digested(name: str, content: bytes) -> str:
    """Put a digest before the suffix: `site.3f9a1c0b.css`."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:8]}.{suffix}"


def _stylesheet(
    folder: Path, order: Sequence[str], names: Mapping[str, str], *, accent: str
) -> bytes:
    """Join the styles in their order and point them at the digested names beside them."""
    parts = [(folder / name).read_text("utf-8") for name in order]
    parts.append(f"@layer tokens {{ :root {{ --accent: {accent}; }} }}\n")
    joined = "".join(part if part.endswith("\n") else part + "\n" for part in parts)
    missing = [found for found in _URL.finditer(joined) if found.group(3) not in names]
    if missing:
        raise BrokenTheme(folder, f"{missing[0].group()} leads to no file")
    joined = _URL.sub(lambda match: f"url({names[match.group(3)]})", joined)
    return joined.encode("utf-8")


def _modules(folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    """Add the theme's scripts and return their addresses: `site` is for every page.

    Those that import none come first, so that the others can name them by their digests.

    Raises:
        BrokenTheme: A script is no UTF-8, or imports what is not there or imports others itself.
    """
    found: dict[str, str] = {}
    sources = {location.name: _source(location) for location in folder.glob("*.js")}
    for name in sorted(sources, key=lambda name: (bool(_IMPORT.search(sources[name])), name)):
        content = _IMPORT.sub(partial(_import, folder, found), sources[name]).encode()
        digested = _digested(name, content)
        files[f"{FOLDER}/{digested}"] = content
        found[name.removesuffix(".js")] = f"/{FOLDER}/{digested}"
    return found


def _source(location: Path) -> str:
    try:
        return location.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise BrokenTheme(location, str(error)) from error


def _import(folder: Path, found: Mapping[str, str], imported: re.Match[str]) -> str:
    """Return an import with the digested name of its script, which lies beside."""
    if imported[2] not in found:
        raise BrokenTheme(folder, f"{imported[0]} leads to no script that imports none")
    return f"{imported[1]}./{found[imported[2]].rpartition('/')[2]}"
