"""Rules of the search: the index and the titles that a search page asks for."""

from __future__ import annotations

from plugins.bulletin.problems.audit_words import audit_rule as _rule
from plugins.bulletin.problems.problem import Rule

SEARCH_BROKEN = _rule(
    "search-broken",
    "the search needs {url}, which is not there — build again, or copy the whole folder",
    "phần tìm kiếm cần {url} nhưng không có — dựng lại, hoặc chép đủ cả thư mục",
)
SEARCH_INVALID = _rule(
    "search-invalid",
    "the search cannot read this file — build again with --full",
    "phần tìm kiếm không đọc được tệp này — chạy lại lệnh build với --full",
)
SEARCH_LANGUAGE = _rule(
    "search-language",
    "{url} is in “{found}”, but the search page is in “{language}” — list pages of one language",
    "{url} là “{found}” nhưng trang tìm kiếm là “{language}” — chỉ liệt kê trang cùng ngôn ngữ",
)

RULES = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
