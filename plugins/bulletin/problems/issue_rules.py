"""Rules of issues: each has articles that visitors can see, and a date and number of its own."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

ISSUE_EMPTY = Rule(
    "issue-empty",
    Severity.ERROR,
    Words("the issue names no article", "số báo không có bài nào"),
    Words(
        "name the lead article in `lead` and the others in `articles` or `parts`, by the names of "
        "their files without .vi.md",
        "ghi bài mở đầu ở `lead`, các bài khác ở `articles` hoặc `parts`, bằng tên tệp bỏ đuôi "
        ".vi.md",
    ),
)
ISSUE_ARTICLE_REPEATED = Rule(
    "issue-article-repeated",
    Severity.ERROR,
    Words(
        "the article “{found}” stands in {other} already",
        "bài “{found}” đã có ở {other}",
    ),
    Words(
        "name it once: an article is in one issue, and the `lead` is not in its lists",
        "chỉ ghi một lần: mỗi bài thuộc một số, và bài `lead` không ghi lại trong danh sách",
    ),
)
ISSUE_ARTICLE_UNSEEN = Rule(
    "issue-article-unseen",
    Severity.WARNING,
    Words(
        "visitors do not see “{found}” in this issue, for its status is `{status}`",
        "người đọc không thấy bài “{found}” trong số này, vì trạng thái của bài là `{status}`",
    ),
    Words(
        "give the article `status: published`, or take it out of the issue",
        "đặt `status: published` cho bài, hoặc bỏ bài ra khỏi số báo",
    ),
)
ISSUE_REPEATED = Rule(
    "issue-repeated",
    Severity.ERROR,
    Words(
        "{other} has the same `{field}`, {found}",
        "{other} cũng có `{field}` là {found}",
    ),
    Words(
        "correct `{field}` in one of the two; a date may be a year, a month or a day",
        "sửa `{field}` ở một trong hai số; `date` có thể là năm, tháng hoặc ngày",
    ),
)

ISSUE_RULES = (ISSUE_EMPTY, ISSUE_ARTICLE_REPEATED, ISSUE_ARTICLE_UNSEEN, ISSUE_REPEATED)
