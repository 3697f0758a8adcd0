"""Rules of parity: where the two languages of one text say different things."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

_SAY_THE_SAME = Words(
    "make both languages say the same, or add the fact to `parity` with a reason",
    "sửa để hai ngôn ngữ nói giống nhau, hoặc ghi điểm này vào `parity` kèm lý do",
)


def _differs(identity: str, en: str, vi: str) -> Rule:
    """Return the rule of one kind of fact, which quotes both texts."""
    message = Words(
        f"{en} differs: {{original_en}} in the original ({{where}}), {{translation_en}} here",
        f"{vi} không khớp: bản gốc ({{where}}) {{original_vi}}, ở đây {{translation_vi}}",
    )
    return Rule(f"parity-{identity}", Severity.WARNING, message, _SAY_THE_SAME)


PARITY_NUMBER = _differs("number", "a number", "con số")
PARITY_DATE = _differs("date", "a date or time", "ngày tháng hoặc giờ")
PARITY_DOCUMENT = _differs("document", "the number of a document", "số hiệu văn bản")
PARITY_MONEY = _differs("money", "a sum of money", "số tiền")
PARITY_PERCENT = _differs("percent", "a percentage", "tỷ lệ phần trăm")
PARITY_LINK = _differs("link", "a link", "liên kết")
PARITY_IMAGE = _differs("image", "a picture", "hình")
PARITY_PARTNER = _differs("partner", "a partner city", "tên đối tác")
PARITY_HEADING = _differs("heading", "a heading", "tiêu đề mục")
PARITY_LIST = _differs("list", "a list or table", "danh sách hoặc bảng")
PARITY_BLOCK = _differs("block", "a part of the text", "một phần của bài")
PARITY_WAIVER_UNUSED = Rule(
    "parity-waiver-unused",
    Severity.WARNING,
    Words(
        "`parity` names “{found}”, but no difference has it",
        "`parity` ghi “{found}”, nhưng không có khác biệt nào như vậy",
    ),
    Words("delete this entry of `parity`", "xóa mục này trong `parity`"),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
