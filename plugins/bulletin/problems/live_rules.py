"""Rules of going live: what visitors had, and would lose."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

ADDRESS_VANISHED = Rule(
    "address-vanished",
    Severity.ERROR,
    Words(
        "the address {address} is live, and this build has nothing there",
        "địa chỉ {address} đang có trên trang web, nhưng bản dựng này không còn gì ở đó",
    ),
    Words(
        "add it to the text that visitors should find instead: `aliases: [{address}]`",
        "thêm vào bài mà người đọc nên được dẫn tới: `aliases: [{address}]`",
    ),
)

LIVE_RULES = (ADDRESS_VANISHED,)
