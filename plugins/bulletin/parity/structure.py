"""Structure: blocks without counterpart, and blocks of another kind, level or shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.bulletin.parity.align import Row
from plugins.bulletin.parity.facts import Part, TextFacts
from plugins.bulletin.parity.findings import Finding, place_of
from plugins.bulletin.problems import Rule, Words, parity_rules as rules

_RULES = {
    "heading": rules.PARITY_HEADING,
    "list": rules.PARITY_LIST,
    "table": rules.PARITY_LIST,
    "image": rules.PARITY_IMAGE,
    "figure": rules.PARITY_IMAGE,
}
_SHAPED = ("list", "table", "notes")
_PICTURES = {"image", "figure"}
_SORTS = {
    "paragraph": Words("a paragraph", "một đoạn"),
    "heading": Words("a heading", "một tiêu đề"),
    "list": Words("a list", "một danh sách"),
    "quote": Words("a quotation", "một đoạn trích"),
    "table": Words("a table", "một bảng"),
    "image": Words("a picture", "một hình"),
    "figure": Words("a picture with caption", "một hình có chú thích"),
    "code": Words("a fixed text", "một đoạn giữ nguyên"),
    "rule": Words("a line", "một vạch ngang"),
    "video": Words("a video", "một video"),
    "infographic": Words("an infographic", "một đồ họa"),
    "notes": Words("footnotes", "chú thích cuối bài"),
}


def check_structure(
    original: TextFacts, translation: TextFacts, rows: Sequence[Row]
) -> Iterator[Finding]:
    """Yield what differs in the blocks themselves; a lone block is placed after the last pair."""
    before: tuple[Part | None, Part | None] = None, None
    for row in rows:
        first = original.blocks[row.original] if row.original is not None else None
        second = translation.blocks[row.translation] if row.translation is not None else None
        if first is not None and second is not None:
            yield from _of_shapes(first, second)
        elif first is not None:
            places = first.place(), place_of(before[1])
            yield Finding(_rule(first), first.start or first.kind, "", *places)
        elif second is not None:
            places = place_of(before[0]), second.place()
            yield Finding(_rule(second), "", second.start or second.kind, *places)
        before = first or before[0], second or before[1]


def _rule(part: Part) -> Rule:
    return _RULES.get(part.kind, rules.PARITY_BLOCK)


def _of_shapes(first: Part, second: Part) -> Iterator[Finding]:
    """Yield one finding for two blocks that belong together and are not built alike."""
    rule = _rule(first)
    if first.kind != second.kind:
        if {first.kind, second.kind} <= _PICTURES:
            return
        rule = _RULES.get(first.kind) or _rule(second)
        shown = _sort(first), _sort(second)
    elif first.level != second.level:
        shown = _level(first), _level(second)
    elif first.kind in _SHAPED and first.shape != second.shape:
        rule = rules.PARITY_LIST
        shown = _items(first, second), _items(second, first)
    else:
        return
    yield Finding(rule, first.start, second.start, first.place(), second.place(), shown)


def _sort(part: Part) -> Words:
    sort = _SORTS[part.kind]
    return Words(f"{sort.en}, “{part.start}”", f"có {sort.vi}, “{part.start}”")


def _level(part: Part) -> Words:
    return Words(f"“{part.start}” of level {part.level}", f"ghi “{part.start}” ở cấp {part.level}")


def _items(part: Part, other: Part) -> Words:
    """Tell how many items there are, or where as many are set, how deep and of which kind."""
    count = len(part.shape)
    if count != len(other.shape):
        return Words(
            f"{count} items from “{part.start}” on", f"có {count} mục kể từ “{part.start}”"
        )
    depths = " ".join(("1." if is_ordered else "–") * depth for depth, is_ordered in part.shape)
    return Words(f"items “{depths}”", f"có các mục “{depths}”")
