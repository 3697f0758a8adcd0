"""Words for kinds of values, in both languages of the reports."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.problems import Problem, Words, schema_rules as rules
from plugins.bulletin.read.yaml_values import RawValue, Unquoted

LANGUAGE_NAMES = {
    "vi": Words("Vietnamese", "tiếng Việt"),
    "en": Words("English", "tiếng Anh"),
}

_TEXT = Words("text", "chữ")
_A_LIST = Words("a list", "một danh sách")
_A_GROUP = Words("a group of fields", "một nhóm trường")
_NOTHING = Words("nothing", "trống")
_READ_AS = {
    "bool": Words("true or false", "đúng hoặc sai"),
    "int": Words("a number", "một số"),
    "float": Words("a number", "một số"),
    "timestamp": Words("a date", "ngày tháng"),
    "null": _NOTHING,
    "text": _TEXT,
    "list": _A_LIST,
}
_ODD_NUMBER = Words("a number of a special kind", "một số kiểu đặc biệt")
_SPECIAL = Words("a sign of YAML", "một ký hiệu của YAML")
_IN_QUOTES = Words("put it between quotes: {}", "đặt trong ngoặc kép: {}")


class _Wanted(Struct, frozen=True):
    """What a field takes, and how to write it."""

    kind: Words
    fix: Words


_DATE = _Wanted(Words("a date", "ngày tháng"), Words("write 2023-08-17", "viết 2023-08-17"))
_NUMBER = _Wanted(
    Words("a plain number", "một số viết thường"),
    Words(
        "write digits with a decimal point and without quotes, e.g. 102.6",
        "viết chữ số với dấu chấm thập phân, không có ngoặc kép, ví dụ 102.6",
    ),
)
_TRUTH = _Wanted(
    Words("true or false", "true hoặc false"),
    Words("write true or false, without quotes", "viết true hoặc false, không có ngoặc kép"),
)
_LIST = _Wanted(_A_LIST, Words("write a list: [one, two]", "viết thành danh sách: [một, hai]"))
_GROUP = _Wanted(
    _A_GROUP,
    Words(
        "write its fields below it, indented, or in braces: {name: …}",
        "viết các trường ở dưới, thụt lề, hoặc trong ngoặc nhọn: {name: …}",
    ),
)
_WANTED = {
    "float": _NUMBER,
    "int": _NUMBER,
    "bool": _TRUTH,
    "tuple": _LIST,
    "dataclass": _GROUP,
    "date": _DATE,
}


def describe(value: RawValue) -> Words:
    """Say what kind of value YAML read."""
    if isinstance(value, Unquoted):
        return _READ_AS.get(value.reads_as, _SPECIAL)
    if value is None:
        return _NOTHING
    if isinstance(value, Mapping):
        return _A_GROUP
    return _A_LIST if isinstance(value, tuple) else _TEXT


def type_problem(path: FieldPath, found: RawValue, kind: str, *, marks: Marks) -> Problem:
    """Return the problem of a value of the wrong type.

    Args:
        path: The field.
        found: Its raw value.
        kind: Pydantic's kind of error, such as `float_type`, or `date`.
        marks: Places in the file.
    """
    wanted = _WANTED.get(kind.partition("_")[0]) or _text_wanted(found)
    return rules.TYPE_WRONG.at(
        marks.place(*path),
        field=label(path),
        found=f"`{found}`" if isinstance(found, (str, Unquoted)) else "…",
        read=_ODD_NUMBER if wanted is _NUMBER and _is_number(found) else describe(found),
        wanted=wanted.kind,
        fix=wanted.fix,
    )


def _is_number(found: RawValue) -> bool:
    return isinstance(found, Unquoted) and found.reads_as in ("int", "float")


def label(path: FieldPath) -> str:
    """Return a field's name with those of the groups around it: `position.lat`."""
    return ".".join(part for part in path if isinstance(part, str)) or "…"


def _text_wanted(found: RawValue) -> _Wanted:
    if found is None:
        return _Wanted(
            _TEXT, Words("write the text, or delete the line", "viết chữ, hoặc xóa dòng này")
        )
    if isinstance(found, (tuple, Mapping)):
        return _Wanted(_TEXT, Words("write one line of text", "viết một dòng chữ"))
    quoted = '"' + str(found)[:60] + '"'
    return _Wanted(_TEXT, Words(_IN_QUOTES.en.format(quoted), _IN_QUOTES.vi.format(quoted)))
