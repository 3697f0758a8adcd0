"""The rule of the audit about maps, told apart since `audit_rules.py` is full."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

LABEL_MISSING = Rule(
    "output-map-label-missing",
    Severity.ERROR,
    Words(
        "the map shows the place of “{label}” without that name",
        "bản đồ có vị trí của “{label}” mà không ghi tên ấy",
    ),
    Words(
        "build again with --full; if it stays, the theme’s map leaves out a name of `map_labels`",
        "chạy lại lệnh build với --full; nếu vẫn còn, bản đồ của giao diện bỏ sót một tên "
        "trong `map_labels`",
    ),
)
