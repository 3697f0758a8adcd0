"""Rules of parity: where the two languages of one text say different things."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

_SAY_THE_SAME = Words(
    "make both languages say the same, or add the fact to `parity` with a reason",
    "sửa để hai ngôn ngữ nói giống nhau, hoặc ghi điểm này vào `parity` kèm lý do",
)


def _rule(identity: str, en: str, vi: str, remedy: Words = _SAY_THE_SAME) -> Rule:
    return Rule(f"parity-{identity}", Severity.WARNING, Words(en, vi), remedy)


def _fact(identity: str, en: str, vi: str) -> Rule:
    return _rule(
        identity,
        f"{en} differs: {{original_en}} in the original ({{where}}), {{translation_en}} here",
        f"{vi} khác nhau: bản gốc ({{where}}) {{original_vi}}, ở đây {{translation_vi}}",
    )


PARITY_NUMBER = _fact("number", "a number", "con số")
PARITY_DATE = _fact("date", "a date or time", "ngày tháng hoặc giờ")
PARITY_DOCUMENT = _fact("document", "the number of a document", "số hiệu văn bản")
PARITY_MONEY = _fact("money", "a sum of money", "số tiền")
PARITY_PERCENT = _fact("percent", "a percentage", "tỷ lệ phần trăm")
PARITY_LINK = _fact("link", "a link", "liên kết")
PARITY_IMAGE = _fact("image", "a picture", "hình")
PARITY_PARTNER = _fact("partner", "a partner city", "tên đối tác")
PARITY_HEADING = _fact("heading", "a heading", "tiêu đề mục")
PARITY_LIST = _fact("list", "a list or table", "danh sách hoặc bảng")
PARITY_BLOCK = _fact("block", "a part of the text", "một phần của bài")
PARITY_WAIVER_UNUSED = _rule(
    "waiver-unused",
    "`parity` names “{found}”, but no difference has it",
    "`parity` ghi “{found}”, nhưng không có khác biệt nào như vậy",
    Words("delete this entry of `parity`", "xóa mục này trong `parity`"),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
