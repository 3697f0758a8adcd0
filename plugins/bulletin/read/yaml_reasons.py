"""YAML's complaints, in words for people who do not know YAML."""

from __future__ import annotations

from plugins.bulletin.problems import Words

CURLY_QUOTES = Words(
    "the quotation marks “ ” come from a word processor; YAML knows only the straight one",
    "dấu ngoặc kép cong “ ” từ phần mềm soạn thảo; YAML chỉ hiểu dấu ngoặc kép thẳng",
)
TAB = Words("a tab stands where spaces must", "có ký tự tab ở chỗ phải là dấu cách")
TOO_DEEP = Words(
    "lists or groups are nested too deeply",
    "danh sách hoặc nhóm lồng vào nhau quá nhiều tầng",
)
_OTHER = Words("its form is not right", "sai cách viết")

# A part of libyaml's own words -> ours.
_REASONS = {
    "mapping values are not allowed": Words(
        "there is a second colon, the line is indented too far, or the line above has no colon",
        "có thêm dấu hai chấm, dòng thụt vào quá sâu, hoặc dòng trên thiếu dấu hai chấm",
    ),
    "could not find expected ':'": Words(
        "a colon is missing after the field's name",
        "thiếu dấu hai chấm sau tên trường",
    ),
    "expected ',' or ']'": Words(
        "the list that opens here with [ is not closed with ], or lacks a comma",
        "danh sách mở bằng [ ở đây chưa được đóng bằng ], hoặc thiếu dấu phẩy",
    ),
    "expected ',' or '}'": Words(
        "the group that opens here with { is not closed with }, or lacks a comma",
        "nhóm mở bằng { ở đây chưa được đóng bằng }, hoặc thiếu dấu phẩy",
    ),
    "expected node content": Words(
        "a list or group is not complete", "một danh sách hoặc nhóm chưa trọn vẹn"
    ),
    "unexpected end of stream": Words(
        "the quotation mark that opens here is never closed",
        "dấu ngoặc kép mở ở đây chưa được đóng",
    ),
    "expected key": Words(
        "the indent or a quotation mark does not fit",
        "thụt lề hoặc dấu ngoặc kép không khớp",
    ),
    "expected '-' indicator": Words(
        "the items of the list do not begin in the same column",
        "các mục của danh sách không thẳng cột",
    ),
    "block sequence entries are not allowed": Words(
        "a list cannot begin in the same line as the field's name",
        "danh sách không được bắt đầu cùng dòng với tên trường",
    ),
    "cannot start any token": Words(
        "a value cannot begin with this character",
        "giá trị không được bắt đầu bằng ký tự này",
    ),
    "found a tab": TAB,
    "expected alphabetic or numeric": Words(
        "a value cannot begin with * or &", "giá trị không được bắt đầu bằng * hoặc &"
    ),
    "<document start>": Words(
        "a line of ... parts the fields in two", "có dòng ... cắt đôi các trường"
    ),
    "unknown escape character": Words(
        "a backslash \\ stands inside quotation marks",
        "có dấu gạch chéo ngược \\ trong ngoặc kép",
    ),
    "found another document": Words(
        "a line of --- or ... parts the fields in two",
        "có dòng --- hoặc ... cắt đôi các trường",
    ),
}
# Complaints whose beginning, and not whose end, is where the editor has to look.
_OPENED = ("could not find expected ':'", "expected ',' or", "unexpected end of stream")


def reason_of(complaint: str) -> Words:
    """Return libyaml's complaint in both languages."""
    return next((words for part, words in _REASONS.items() if part in complaint), _OTHER)


def is_about_beginning(complaint: str) -> bool:
    """Tell whether the fault lies where the broken part begins."""
    return any(part in complaint for part in _OPENED)
