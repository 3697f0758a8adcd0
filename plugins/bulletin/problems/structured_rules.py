"""Rules of structured data: what may be wrong in a page's JSON-LD. No check lives here."""

from __future__ import annotations

from plugins.bulletin.problems.audit_words import audit_rule as _rule
from plugins.bulletin.problems.problem import Rule

STRUCTURED_INVALID = _rule(
    "structured-invalid",
    "structured data cannot be read: {reason} — write valid JSON",
    "không đọc được dữ liệu có cấu trúc: {reason} — viết đúng dạng JSON",
)
STRUCTURED_LACKING = _rule(
    "structured-lacking",
    "structured data ({kind}) lack {missing} — add it, or take the block out",
    "dữ liệu có cấu trúc ({kind}) thiếu {missing} — thêm vào, hoặc bỏ cả khối",
)
STRUCTURED_RELATIVE = _rule(
    "structured-relative",
    "structured data give {field} as {url} — write the whole address, with https:",
    "dữ liệu có cấu trúc ghi {field} là {url} — viết đủ địa chỉ, có https:",
)
STRUCTURED_BROKEN = _rule(
    "structured-broken",
    "structured data name {url}, which is not there — correct the address",
    "dữ liệu có cấu trúc ghi {url} nhưng không có trang hay tệp đó — sửa địa chỉ",
)
BREADCRUMB_ORDER = _rule(
    "breadcrumb-order",
    "the steps of the breadcrumb are numbered {found} — count them from 1, in order",
    "các bước của đường dẫn được đánh số {found} — đánh số lần lượt từ 1",
)

RULES = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
