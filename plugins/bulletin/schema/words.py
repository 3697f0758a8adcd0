"""Words for kinds of values, in both languages of the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.bulletin.read.yaml_values import RawValue, Unquoted

LANGUAGE_NAMES = {
    "vi": {"language_en": "Vietnamese", "language_vi": "tiếng Việt"},
    "en": {"language_en": "English", "language_vi": "tiếng Anh"},
}

_READ_AS = {
    "bool": ("true or false", "đúng/sai"),
    "int": ("a number", "số"),
    "float": ("a number", "số"),
    "timestamp": ("a date", "ngày tháng"),
    "null": ("nothing", "trống"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a field takes, and how to write it, in both languages."""

    en: str
    vi: str
    fix_en: str
    fix_vi: str


_NUMBER = Wanted("a number", "số", "write a number, e.g. 102.6", "viết một số, ví dụ 102.6")
_LIST = Wanted("a list", "danh sách", "write a list: [one, two]", "viết thành danh sách: [một, hai]")
_TRUTH = Wanted("true or false", "true hoặc false", "write true or false", "viết true hoặc false")
_DATE = Wanted("a date", "ngày tháng", "write 2023-08-17", "viết 2023-08-17")
_FIELDS = Wanted(
    "a group of fields",
    "một nhóm trường",
    "write its fields below it, indented, or in braces: {name: …}",
    "viết các trường ở dưới, thụt lề, hoặc trong ngoặc nhọn: {name: …}",
)


def describe(value: RawValue) -> tuple[str, str]:
    """Say in English and Vietnamese what kind of value YAML read."""
    if isinstance(value, Unquoted):
        return _READ_AS.get(value.reads_as, ("something else", "kiểu khác"))
    if value is None:
        return _READ_AS["null"]
    if isinstance(value, bool):
        return _READ_AS["bool"]
    if isinstance(value, (int, float)):
        return _READ_AS["int"]
    if isinstance(value, Mapping):
        return "a group of fields", "một nhóm trường"
    return ("a list", "danh sách") if isinstance(value, tuple) else ("text", "chữ")


def wanted(kind: str, found: RawValue) -> Wanted:
    """Say what a field takes, by Pydantic's kind of error."""
    if kind.startswith(("float", "int")):
        return _NUMBER
    if kind.startswith("bool"):
        return _TRUTH
    if kind.startswith("tuple"):
        return _LIST
    if kind.startswith("dataclass"):
        return _FIELDS if _is_group(found) is False else _DATE
    return _text_wanted(found)


def _is_group(found: RawValue) -> bool:
    return isinstance(found, Mapping)


def _text_wanted(found: RawValue) -> Wanted:
    if found is None:
        return Wanted("text", "chữ", "write the text, or delete the line", "viết chữ, hoặc xóa dòng này")
    if isinstance(found, (tuple, Mapping)):
        return Wanted("text", "chữ", "write one line of text", "viết một dòng chữ")
    return Wanted("text", "chữ", f'put it in quotes: "{found}"', f'đặt trong ngoặc kép: "{found}"')
