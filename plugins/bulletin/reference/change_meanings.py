"""Meanings of the fields of recorded changes: one line each, in both languages."""

from __future__ import annotations

from plugins.bulletin.model.changes import DataChange, FieldChange, RecordChange
from plugins.bulletin.problems import Words

CHANGES: dict[type, dict[str, Words]] = {
    DataChange: {
        "date": Words("When it was recorded", "Ngày ghi"),
        "digest": Words(
            "Digest of the data as they were then; a command writes it",
            "Mã tóm lược của dữ liệu khi đó; do câu lệnh ghi",
        ),
        "records": Words("What changed", "Những gì thay đổi"),
        "note": Words("A remark for visitors, by hand", "Ghi chú cho người đọc, tự viết thêm"),
    },
    RecordChange: {
        "kind": Words("What kind of record", "Loại bản ghi"),
        "id": Words("Its id", "Mã của bản ghi"),
        "name": Words("Its name", "Tên gọi"),
        "change": Words("What happened to it", "Đã được làm gì"),
        "fields": Words(
            "Fields of a changed record, before and after",
            "Các trường của bản ghi được sửa, trước và sau",
        ),
    },
    FieldChange: {
        "field": Words("Name, with a point before each inner one", "Tên trường, cấp dưới sau chấm"),
        "before": Words("What it was; nothing when new", "Giá trị cũ; trống nếu mới có"),
        "after": Words("What it is now; nothing when gone", "Giá trị mới; trống nếu đã bỏ"),
        "item": Words("Part of the record that it is in", "Phần của bản ghi chứa trường này"),
    },
}
