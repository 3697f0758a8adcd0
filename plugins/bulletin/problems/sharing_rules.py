"""Rules of what other sites and devices are told: Open Graph and the web manifest."""

from __future__ import annotations

from plugins.bulletin.problems.audit_words import audit_rule as _rule
from plugins.bulletin.problems.problem import Rule

SHARING_LACKING = _rule(
    "sharing-lacking",
    "the words for sharing (Open Graph) lack {missing} — add it, or take all of them out",
    "thông tin chia sẻ (Open Graph) thiếu {missing} — thêm vào, hoặc bỏ hết",
)
SHARING_OTHER = _rule(
    "sharing-other",
    "og:url names {url}, not this page — write {address}",
    "og:url ghi {url}, không phải trang này — ghi {address}",
)
MANIFEST_LACKING = _rule(
    "manifest-lacking",
    "the web manifest has no {missing} — add it, or take the manifest out",
    "web manifest thiếu {missing} — thêm vào, hoặc bỏ tệp này",
)

RULES = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
