"""Rows: a page whose every row stands for itself, read without a tree.

Pages of one site are mostly the same rows. A row with none but whole and ordinary tags says the
same wherever it stands, so it is read once for all pages. A page with any other row is refused:
`tree` reads it. The tests hold both ways against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from plugins.bulletin.audit.tags import Item, Said, read_tag

Items = tuple[Item, ...]

# lxml follows 2,048 elements into each other; fewer tags than that cannot be nested deeper.
MOST_TAGS, _DEEP = 1900, 100
_KEPT = 1 << 12

# An attribute that hardly any tag has is looked for in trees alone.
_TEXT = r"[^{0}<&\x00-\x1f\x7f]*(?:&(?:amp|lt|gt|quot|#34|#39);[^{0}<&\x00-\x1f\x7f]*)*"
_VALUE = _TEXT.format('">')
_ATTRIBUTE = rf' (?!on|style\b|data-draft\b|data-bounds\b)[a-z][a-zA-Z0-9:-]*(?:="{_VALUE}")?'
_OPENING = re.compile(rf"<([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*) ?/?>")
_ROOT = re.compile(r'<html lang="([A-Za-z-]*)">')
_CLOSING = re.compile(r"</([a-z][a-z0-9]*)>")
_SCRIPT = re.compile(r"(<script[^<>]*>)([^<]*)</script>")
_JSON_LD = '<script type="application/ld+json">'
_TITLE = re.compile(rf"<title>({_TEXT.format('')})</title>")
_is_silent = re.compile(
    rb"[^<]*(?:<(?:/?(?:p|li|ul|div|span|strong|em|b|td|th|tr|time)"
    rb"|(?:p|li|ul|div|span|td|time)(?: class=\"[\w -]*\")?"
    rb"(?: (?:lang|datetime)=\"[\w:+-]*\")?)>[^<]*)*"
).fullmatch
_is_silent_head = re.compile(
    rb'<meta property="(?:og:(?!image|(?:title|type|url)")|article:)[a-z_:]+"'
    rb' content="[^"<>&\x00-\x1f\x7f]*">'
).fullmatch
_tags = re.compile(rb"<[^<>]*>").findall
_names = re.compile(rb"<(/?[a-z0-9]+)").findall
_attributes = re.compile(r' ([^ ="]+)(?:="([^"]*)")?').findall

_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#34": '"', "#39": "'"}
_ENTITY = re.compile("&(" + "|".join(_ENTITIES) + ");")

_METADATA, _BODY, _SCRIPTS = frozenset({"meta", "link"}), frozenset({"body"}), frozenset({"script"})
_ORDINARY = """
a abbr address area article aside audio b bdi bdo blockquote br button caption circle cite
code col colgroup data dd defs del desc details dfn div dl dt ellipse em fieldset figcaption
figure footer form g h1 h2 h3 h4 h5 h6 header hgroup hr i image img input ins kbd label
legend li line main map mark menu meter nav ol output p path picture polygon polyline pre
progress q rect s samp search section small source span strong sub summary sup svg symbol
table tbody td text tfoot th thead time tr track tspan u ul use var video wbr
"""
# No name of the head or of the page's frame, and none whose content is no markup.
ORDINARY = frozenset(_ORDINARY.split())


def read_rows(data: bytes) -> Said | None:
    """Return what a page says, or None when it must be read as a tree."""
    if b"\0" in data or b"\r" in data or not _is_utf8(data):
        return None
    rows = data.split(b"\n")
    if data.count(b"<") - data.count(b"</") > MOST_TAGS and sum(map(_depth, rows)) > MOST_TAGS:
        return None
    if rows[0].lower() != b"<!doctype html>" or rows[-3:] != [b"</body>", b"</html>", b""]:
        return None
    root = _ROOT.fullmatch(rows[1].decode())
    if root is None or rows[2] != b"<head>" or b"</head>" not in rows:
        return None
    end = rows.index(b"</head>")
    head, body = rows[3:end], rows[end + 2 : -3]
    found = [*map(_head_row, head), (), _body_tag(rows[end + 1]), *map(_body_row, body)]
    if None in found:
        return None
    said = Said(root[1])
    said.add(4, found)
    return said


@lru_cache(_KEPT)
def _body_row(row: bytes) -> Items | None:
    """Return what a row of the body says, None when that may depend on the rows around it."""
    if _is_silent(row):
        return ()
    if b"<script" in row:
        return _script(row)
    tags = _tags(row)
    if len(tags) != row.count(b"<"):
        return None
    found = [items for items in map(_tag, tags) if items != ()]
    return None if None in found else tuple(chain.from_iterable(filter(None, found)))


@lru_cache(_KEPT)
def _depth(row: bytes) -> int:
    """Return how many elements may be open after a row, rather too many than too few."""
    opened: list[bytes] = []
    deepest = 0
    for name in _names(row):
        if name[:1] != b"/":
            opened.append(name)
            deepest = max(deepest, len(opened))
        elif opened and opened[-1] == name[1:]:
            opened.pop()
    return len(opened) if deepest <= _DEEP else MOST_TAGS + 1


@lru_cache(_KEPT)
def _head_row(row: bytes) -> Items | None:
    """Return what a row of the head says: nothing, or one element."""
    if _is_silent_head(row):
        return ()
    if row.startswith((b"<meta", b"<link")):
        return _items(row.decode(), _METADATA)
    if row.startswith(b"<title"):
        title = _TITLE.fullmatch(row.decode())
        return (("titles", _decoded(title[1])),) if title else None
    return _script(row) if row else ()


def _body_tag(row: bytes) -> Items | None:
    return _items(row.decode(), _BODY)


def _script(row: bytes) -> Items | None:
    """Return what a row says that is one script; markup in it would be none."""
    script = _SCRIPT.fullmatch(row.decode())
    if script is None:
        return None
    if script[1] == _JSON_LD:
        return (("structured", script[2]),)
    return _items(script[1], _SCRIPTS) if "ld+json" not in script[1].lower() else None


@lru_cache(_KEPT)
def _tag(tag: bytes) -> Items | None:
    """Return what an ordinary tag says; one that closes says nothing."""
    text = tag.decode()
    if closing := _CLOSING.fullmatch(text):
        return () if closing[1] in ORDINARY else None
    return _items(text, ORDINARY)


def _items(tag: str, names: frozenset[str]) -> Items | None:
    """Return what a whole tag with one of some names says."""
    found = _OPENING.fullmatch(tag)
    if found is None or found[1] not in names:
        return None
    attributes = _read_attributes(found[2])
    if attributes is None:
        return None
    items = read_tag(found[1], attributes)
    return (*items, ("ids", attributes["id"])) if "id" in attributes else items


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
