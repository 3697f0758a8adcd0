"""Rules of hygiene: letters, marks and habits of both languages in what people read."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

_FIX_EN = "run `python3 tasks.py check --fix`"
_FIX_VI = "chạy `python3 tasks.py check --fix`"

LETTER_D = Rule(
    "letter-d",
    Severity.WARNING,
    Words(
        "“{found}” ({code}) looks like “{right}” but is a letter of another language",
        "“{found}” ({code}) trông giống “{right}” nhưng là chữ của ngôn ngữ khác",
    ),
    Words(f"{_FIX_EN}, or type {{right}}", f"{_FIX_VI}, hoặc gõ lại {{right}}"),
    fixable=True,
)
TONE_MARKS = Rule(
    "tone-marks",
    Severity.WARNING,
    Words(
        "“{found}” has its tone mark on the other vowel than this site's style ({style})",
        "“{found}” đặt dấu thanh khác kiểu chung của trang ({style})",
    ),
    Words(f"{_FIX_EN}, or write “{{right}}”", f"{_FIX_VI}, hoặc viết “{{right}}”"),
    fixable=True,
)
ZERO_WIDTH = Rule(
    "zero-width",
    Severity.WARNING,
    Words(
        "a character without width ({code}) stands here", "ở đây có ký tự không bề rộng ({code})"
    ),
    Words(f"{_FIX_EN}, or delete it", f"{_FIX_VI}, hoặc xóa ký tự đó"),
    fixable=True,
)
SOFT_HYPHEN = Rule(
    "soft-hyphen",
    Severity.WARNING,
    Words("a hidden hyphen ({code}) stands here", "ở đây có gạch nối ẩn ({code})"),
    Words(f"{_FIX_EN}, or delete it", f"{_FIX_VI}, hoặc xóa ký tự đó"),
    fixable=True,
)
SPACE_UNUSUAL = Rule(
    "space-unusual",
    Severity.WARNING,
    Words("a space of another kind ({code}) stands here", "ở đây có dấu cách khác thường ({code})"),
    Words(f"{_FIX_EN}, or type a plain space", f"{_FIX_VI}, hoặc gõ lại dấu cách thường"),
    fixable=True,
)
QUOTES_STRAIGHT = Rule(
    "quotes-straight",
    Severity.WARNING,
    Words(
        "a straight quotation mark stands at “{found}”",
        "có dấu ngoặc kép thẳng ở chỗ “{found}”",
    ),
    Words(
        f"write “…”; {_FIX_EN}, which mends those of which it is sure",
        f"viết “…”; {_FIX_VI} để sửa những chỗ chắc chắn",
    ),
    fixable=True,
)
QUOTES_FOREIGN = Rule(
    "quotes-foreign",
    Severity.WARNING,
    Words(
        "{found} has quotation marks of another house", "{found} dùng dấu ngoặc không theo quy cách"
    ),
    Words(f"{_FIX_EN}, or write {{right}}", f"{_FIX_VI}, hoặc viết {{right}}"),
    fixable=True,
)
DATE_ENGLISH = Rule(
    "date-english",
    Severity.WARNING,
    Words(
        "“{found}” is an English date in a Vietnamese text",
        "“{found}” là cách ghi ngày tháng tiếng Anh trong bài tiếng Việt",
    ),
    Words(
        "write {right}; put a title or a quotation between “…”",
        "viết {right}; đặt tên bài hoặc lời trích trong “…”",
    ),
)
DATE_VIETNAMESE = Rule(
    "date-vietnamese",
    Severity.WARNING,
    Words(
        "“{found}” is a Vietnamese date in an English text, where it may be read the other way",
        "“{found}” là cách ghi ngày tháng tiếng Việt trong bài tiếng Anh, dễ bị đọc nhầm",
    ),
    Words(
        "write {right}; put a title or a quotation between “…”",
        "viết {right}; đặt tên bài hoặc lời trích trong “…”",
    ),
)
WEEKDAY_WRONG = Rule(
    "weekday-wrong",
    Severity.WARNING,
    Words(
        "{date_en} was a {day_en}, not “{found}”",
        "{date_vi} là {day_vi}, không phải “{found}”",
    ),
    Words("write {right}, or correct the date", "viết {right}, hoặc sửa lại ngày"),
)
LANGUAGE_ENGLISH = Rule(
    "language-english",
    Severity.WARNING,
    Words(
        "“{found}” is English in a Vietnamese text",
        "“{found}” là tiếng Anh trong phần tiếng Việt",
    ),
    Words(
        "translate it, or mark it as a quotation with “…” or >",
        "dịch đoạn này, hoặc đánh dấu là lời trích bằng “…” hoặc >",
    ),
)
LANGUAGE_VIETNAMESE = Rule(
    "language-vietnamese",
    Severity.WARNING,
    Words(
        "“{found}” is Vietnamese in an English text",
        "“{found}” là tiếng Việt trong phần tiếng Anh",
    ),
    Words(
        "translate it, or mark it as a quotation with “…” or >",
        "dịch đoạn này, hoặc đánh dấu là lời trích bằng “…” hoặc >",
    ),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
