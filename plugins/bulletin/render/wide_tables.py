"""Wide tables: one of many columns gets a region of its own, which scrolls and takes the focus.

So a telephone scrolls the table and not the page, by keyboard as well.
"""

from __future__ import annotations

import re

from markupsafe import escape

from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.setting import Desk

COLUMNS = 4  # from here on a table is wide
LABEL = mark("Table; scrolls sideways")

# As Python-Markdown writes them: no table stands in another one.
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)


def with_regions(desk: Desk, html: str) -> str:
    """Put every wide table of a body into a region."""
    if "<table>" not in html:
        return html
    label = escape(desk.say(LABEL))
    start = f'<div class="table-region" role="group" tabindex="0" aria-label="{label}">'
    return _TABLE.sub(lambda found: _framed(found.group(), start), html)


def _framed(table: str, start: str) -> str:
    head = _HEAD.search(table)
    is_wide = head is not None and head.group().count("<th") - 1 >= COLUMNS
    return f"{start}{table}</div>" if is_wide else table
