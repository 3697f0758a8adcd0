"""Markup: small pieces of Markdown that the generated pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NOTICE = "*Generated from the code by `python3 tasks.py docs`; change the code, not this page.*"

_CODE = re.compile(r"(`[^`]*`)")
_SPECIAL = re.compile(r"([\\*_<>\[\]|])")


def page(title: str, *parts: str) -> str:
    """Join a title, the notice and the parts of a page, an empty line between them."""
    return "\n\n".join((f"# {title}", NOTICE, *parts)) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; a cell keeps its Markdown, but not its bars and line ends."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def escape(text: str) -> str:
    """Return plain text that Markdown shows as it is; code between backticks stays code."""
    parts = _CODE.split(text)
    return "".join(
        part if part.startswith("`") and len(part) > 1 else _SPECIAL.sub(r"\\\1", part)
        for part in parts
    )


def code(text: object) -> str:
    """Return text as code."""
    return f"`{text}`"


def _cell(text: str) -> str:
    bare = text.replace("\n", " ").replace("\\|", "|")
    return bare.replace("|", "\\|")
