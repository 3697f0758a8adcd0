"""Rows: a page whose every row stands for itself, read without a tree.

Pages of one site are mostly the same rows. A row with none but whole and ordinary tags says the
same wherever it stands, so it is read once for all pages. A page with any other row is refused:
`tree` reads it. The tests hold both ways against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from plugins.bulletin.audit.tags import Item, Said, read_tag

Items = tuple[Item, ...]

MOST_TAGS = 2000  # more could nest deeper than lxml follows
_KEPT = 1 << 12

# An attribute that hardly any tag has is looked for in trees alone.
_TEXT = r"[^{0}<&\x00-\x1f\x7f]*(?:&(?:amp|lt|gt|quot|#34|#39);[^{0}<&\x00-\x1f\x7f]*)*"
_VALUE = _TEXT.format('">')
_ATTRIBUTE = rf' (?!on|style\b|data-draft\b)[a-z][a-zA-Z0-9:-]*(?:="{_VALUE}")?'
_OPENING = re.compile(rf"<([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*) ?/?>")
_ROOT = re.compile(r'<html lang="([A-Za-z-]*)">')
_CLOSING = re.compile(r"</([a-z][a-z0-9]*)>")
_SCRIPT = re.compile(r"(<script[^<>]*>)[^<]*</script>")
_TITLE = re.compile(rf"<title>({_TEXT.format('')})</title>")
_tags = re.compile(rb"<[^<>]*>").findall
_attributes = re.compile(r' ([^ ="]+)(?:="([^"]*)")?').findall

_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#34": '"', "#39": "'"}
_ENTITY = re.compile("&(" + "|".join(_ENTITIES) + ");")

_METADATA, _BODY, _SCRIPTS = frozenset({"meta", "link"}), frozenset({"body"}), frozenset({"script"})
# No name of the head or of the page's frame, and none whose content is no markup.
_ORDINARY = frozenset(
    "a abbr address area article aside audio b bdi bdo blockquote br button caption circle cite "
    "code col colgroup data dd defs del desc details dfn div dl dt ellipse em fieldset "
    "figcaption figure footer form g h1 h2 h3 h4 h5 h6 header hgroup hr i image img input ins "
    "kbd label legend li line main map mark menu meter nav ol output p path picture polygon "
    "polyline pre progress q rect s samp search section small source span strong sub summary "
    "sup svg symbol table tbody td text tfoot th thead time tr track tspan u ul use var video "
    "wbr".split()
)


def read_rows(data: bytes) -> Said | None:
    """Return what a page says, or None when it must be read as a tree."""
    if b"\0" in data or b"\r" in data or data.count(b"<") > MOST_TAGS or not _is_utf8(data):
        return None
    rows = data.split(b"\n")
    if rows[0].lower() != b"<!doctype html>" or rows[-3:] != [b"</body>", b"</html>", b""]:
        return None
    root = _ROOT.fullmatch(rows[1].decode())
    if root is None or rows[2] != b"<head>" or b"</head>" not in rows:
        return None
    end = rows.index(b"</head>")
    said = Said(root[1])
    is_read = (
        _add(said, 4, rows[3:end], _head_row)
        and _add(said, end + 2, rows[end + 1 : end + 2], _body_tag)
        and _add(said, end + 3, rows[end + 2 : -3], _body_row)
    )
    return said if is_read else None


def _add(
    said: Said, first: int, rows: Sequence[bytes], read: Callable[[bytes], Items | None]
) -> bool:
    """Take in what some rows say, and tell whether each could be read."""
    for line, items in enumerate(map(read, rows), first):
        if items:
            said.add(line, items)
        elif items is None:
            return False
    return True


@lru_cache(_KEPT)
def _body_row(row: bytes) -> Items | None:
    """Return what a row of the body says, None when that may depend on the rows around it."""
    if b"<script" in row:
        return _script(row)
    tags = _tags(row)
    if len(tags) != row.count(b"<"):
        return None
    found = [items for items in map(_tag, tags) if items != ()]
    return None if None in found else tuple(chain.from_iterable(filter(None, found)))


@lru_cache(_KEPT)
def _head_row(row: bytes) -> Items | None:
    """Return what a row of the head says: nothing, or one element."""
    if row.startswith((b"<meta", b"<link")):
        return _items(row.decode(), _METADATA)
    if row.startswith(b"<title"):
        title = _TITLE.fullmatch(row.decode())
        return (("titles", _decoded(title[1]), ""),) if title else None
    return _script(row) if row else ()


def _body_tag(row: bytes) -> Items | None:
    return _items(row.decode(), _BODY)


def _script(row: bytes) -> Items | None:
    """Return what a row says that is one script; markup in it would be none."""
    script = _SCRIPT.fullmatch(row.decode())
    return _items(script[1], _SCRIPTS) if script else None


@lru_cache(_KEPT)
def _tag(tag: bytes) -> Items | None:
    """Return what an ordinary tag says; one that closes says nothing."""
    text = tag.decode()
    if closing := _CLOSING.fullmatch(text):
        return () if closing[1] in _ORDINARY else None
    return _items(text, _ORDINARY)


def _items(tag: str, names: frozenset[str]) -> Items | None:
    """Return what a whole tag with one of some names says."""
    found = _OPENING.fullmatch(tag)
    if found is None or found[1] not in names:
        return None
    attributes = _read_attributes(found[2])
    if attributes is None:
        return None
    items = read_tag(found[1], attributes)
    return (*items, ("ids", attributes["id"], "")) if "id" in attributes else items


def _read_attributes(text: str) -> Mapping[str, str] | None:
    """Return attributes by name; browsers differ on one that is there twice."""
    rows = _attributes(text)
    attributes = {name.lower(): value for name, value in rows}
    if "&" in text:
        attributes = {name: _decoded(value) for name, value in attributes.items()}
    return attributes if len(attributes) == len(rows) else None


def _decoded(value: str) -> str:
    return _ENTITY.sub(lambda found: _ENTITIES[found[1]], value)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
