"""Rules of the glossary: terms and names of persons in the two languages of a text."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

GLOSSARY_FORM = Rule(
    "glossary-form",
    Severity.WARNING,
    Words(
        "“{found}” has no approved form in {other}{near_en}",
        "“{found}” không có cách dịch đã thống nhất trong {other}{near_vi}",
    ),
    Words(
        "write {forms_en} there, or add the form to data/glossary.yaml",
        "viết {forms_vi} ở đó, hoặc bổ sung cách dịch vào data/glossary.yaml",
    ),
)
NAME_MARKS = Rule(
    "name-marks",
    Severity.WARNING,
    Words(
        "the name “{found}” has other marks than in Vietnamese",
        "tên “{found}” viết khác dấu so với bài tiếng Việt",
    ),
    Words("write “{right}”", "viết “{right}”"),
)
NAME_ORDER = Rule(
    "name-order",
    Severity.WARNING,
    Words(
        "the name “{found}” stands in another order than in Vietnamese",
        "tên “{found}” viết khác thứ tự so với bài tiếng Việt",
    ),
    Words("write “{right}”, family name first", "viết “{right}”, họ đứng trước"),
)
NAME_MISSING = Rule(
    "name-missing",
    Severity.WARNING,
    Words("{other} does not name “{found}”", "{other} không nêu tên “{found}”"),
    Words(
        "give the whole name there, with its marks and the family name first",
        "nêu đủ họ tên ở đó, có dấu và họ đứng trước",
    ),
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
