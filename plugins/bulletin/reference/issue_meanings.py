"""Meanings of the fields of an issue: one line each, in both languages."""

from __future__ import annotations

from plugins.bulletin.model.issues import IssueCover, IssueFields, IssuePart
from plugins.bulletin.problems import Words

ISSUES: dict[type, dict[str, Words]] = {
    IssueFields: {
        "title": Words("Title of the issue", "Tên số Bản tin"),
        "date": Words("When it came out, or the year it is of", "Ngày ra số, hoặc năm của số"),
        "id": Words(
            "The file's name; may be left out, and may not differ",
            "Là tên tệp; có thể bỏ, không được khác tên tệp",
        ),
        "number": Words("Its number, where it has one", "Số thứ tự, nếu có"),
        "summary": Words("What is in it, in a sentence or two", "Một, hai câu về nội dung của số"),
        "cover": Words("Its cover, when it has one of its own", "Bìa riêng của số, nếu có"),
        "lead": Words(
            "The article that opens it: its file's name without `.vi.md`",
            "Bài mở đầu: tên tệp bỏ đuôi `.vi.md`",
        ),
        "articles": Words(
            "Articles without a heading, by their names, in their order",
            "Các bài không có đề mục, ghi bằng tên tệp, theo thứ tự",
        ),
        "parts": Words("Articles under headings", "Các bài xếp dưới đề mục"),
    },
    IssueCover: {
        "image": Words(
            "The picture's path from `content/`", "Đường dẫn của ảnh, tính từ `content/`"
        ),
        "alt": Words(
            "What it shows; left out only with `decorative`",
            "Nội dung ảnh; chỉ bỏ khi có `decorative`",
        ),
        "caption": Words("Line below it", "Chú thích dưới ảnh"),
        "credit": Words("Who made it", "Người chụp hoặc vẽ"),
        "decorative": Words("Nobody misses it who cannot see it", "Ảnh chỉ để trang trí"),
    },
    IssuePart: {
        "heading": Words("Heading in the contents", "Đề mục trong mục lục"),
        "articles": Words("Articles under it, in their order", "Các bài dưới đề mục, theo thứ tự"),
    },
}
