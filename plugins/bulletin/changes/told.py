"""Told: changes of the data as lines for editors, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bulletin.model.changes import FieldChange, RecordChange
from plugins.bulletin.problems import Words
from plugins.bulletin.problems.problem import ReportLanguage

CHANGES = {
    "added": Words("added", "thêm"),
    "changed": Words("changed", "sửa"),
    "removed": Words("removed", "bỏ"),
}
KINDS = {
    "partner": Words("partner", "đối tác"),
    "country": Words("country", "quốc gia"),
    "association": Words("association", "hội"),
    "document": Words("document", "văn bản"),
}
NOTHING = Words("Nothing changed in the data.", "Dữ liệu không có gì thay đổi.")
RECORDED = Words("Recorded in {path}.", "Đã ghi vào {path}.")
IN_STEP = Words(
    "{path} tells of every change of the data.", "{path} đã ghi mọi thay đổi của dữ liệu."
)
NO_STATE = Words(
    "there is no folder and no commit “{found}” — name one of the two after --since",
    "không có thư mục hay commit nào là “{found}” — ghi một trong hai sau --since",
)
BROKEN = Words(
    "the data cannot be read: {found} — run `check` and correct them first",
    "không đọc được dữ liệu: {found} — chạy `check` và sửa trước",
)


def say(words: Words, language: ReportLanguage, **details: str) -> str:
    """Return a sentence in a language."""
    return words.fill(language, details)


def tell(records: Iterable[RecordChange], language: ReportLanguage) -> str:
    """Return the changes, one record or field a line."""
    return "".join(f"{line}\n" for record in records for line in _lines(record, language))


def _lines(record: RecordChange, language: ReportLanguage) -> Iterator[str]:
    change = say(CHANGES[record.change], language)
    kind = say(KINDS[record.kind], language)
    yield f"{change} {kind} {record.id} ({record.name.in_language(language)})"
    for field in record.fields:
        yield f"  {_place(field, language)}: {field.before or '—'} → {field.after or '—'}"


def _place(field: FieldChange, language: ReportLanguage) -> str:
    item = f" [{field.item.in_language(language)}]" if field.item else ""
    return f"{field.field}{item}"
