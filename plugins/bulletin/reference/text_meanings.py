"""Meanings of the fields of articles and pages: one line each, in both languages."""

from __future__ import annotations

from plugins.bulletin.model.article import (
    ArticleFields,
    CoverFields,
    PageFields,
    ParityWaiver,
    TranslationFields,
)
from plugins.bulletin.model.media import InfographicFields, VideoFields
from plugins.bulletin.problems import Words

_TITLE = Words("The headline; the slug is made from it", "Tiêu đề; đuôi địa chỉ lấy từ đây")
_SUMMARY = Words(
    "What the text is about, for lists and search engines",
    "Tóm tắt, dùng trong danh sách và cho máy tìm kiếm",
)
_SLUG = Words(
    "Last segment of the address, when the title shall not decide it",
    "Đuôi địa chỉ, khi không muốn lấy từ tiêu đề",
)
_ALIASES = Words(
    "Earlier addresses, from which visitors are led to this text",
    "Các địa chỉ cũ, từ đó người đọc được dẫn tới bài này",
)
_PARITY = Words(
    "Differences between the two languages that stand, each with its reason",
    "Những chỗ hai ngôn ngữ được phép khác nhau, mỗi chỗ kèm lý do",
)
_NAME_OF_MEDIA = Words("What it is called, in this language", "Tên gọi, bằng ngôn ngữ của bài")
_CAPTION_OF_MEDIA = Words("Line below it", "Chú thích bên dưới")
_TRANSLATION = Words("Marks this file as a translation", "Đánh dấu tệp này là bản dịch")

TEXTS: dict[type, dict[str, Words]] = {
    ArticleFields: {
        "title": _TITLE,
        "summary": _SUMMARY,
        "date": Words(
            "Day that the article carries; year and month are in its address",
            "Ngày của bài; năm và tháng nằm trong địa chỉ",
        ),
        "section": Words("Id in `sections.yaml`", "Mã trong `sections.yaml`"),
        "topics": Words("Ids in `topics.yaml`", "Các mã trong `topics.yaml`"),
        "partners": Words(
            "Names of files in `partners/`; their pages list the article",
            "Tên tệp trong `partners/`; trang đối tác sẽ liệt kê bài này",
        ),
        "associations": Words("Names of files in `associations/`", "Tên tệp trong `associations/`"),
        "documents": Words("Ids in `documents.yaml`", "Các mã trong `documents.yaml`"),
        "authors": Words("Who wrote it, as printed", "Người viết, ghi như in trên bài"),
        "translator": Words("Who translated it", "Người dịch"),
        "source": Words(
            "Where the facts come from, printed below the text",
            "Nguồn của dữ kiện, in dưới bài",
        ),
        "cover": Words("Picture on top and in lists", "Ảnh đầu bài và trong danh sách"),
        "slug": _SLUG,
        "aliases": _ALIASES,
        "updated": Words(
            "When the text was last changed in substance", "Lần sửa nội dung gần nhất"
        ),
        "publish_on": Words(
            "The first build after this moment shows the article",
            "Bài hiện ra từ lần dựng đầu tiên sau thời điểm này",
        ),
        "status": Words(
            "`published` when left out; a draft is not built, a hidden article is in no list",
            "Bỏ trống là `published`; bản nháp không được dựng, bài ẩn không có trong danh sách",
        ),
        "stub": Words(
            "`true` when this file has only the title and summary of an article that is written "
            "in the other language alone; lists show them",
            "Ghi `true` khi tệp này chỉ có tiêu đề và tóm tắt của một bài chỉ viết bằng ngôn ngữ "
            "kia; danh sách sẽ dùng hai phần này",
        ),
        "translation": _TRANSLATION,
        "parity": _PARITY,
        "link_mentions": Words(
            "`false` when the partners that this article names shall get no automatic links",
            "Ghi `false` khi không muốn tên đối tác trong bài này tự thành liên kết",
        ),
    },
    PageFields: {
        "title": _TITLE,
        "summary": _SUMMARY,
        "slug": _SLUG,
        "aliases": _ALIASES,
        "status": Words(
            "`published` when left out; given in each file of the pair",
            "Bỏ trống là `published`; mỗi tệp của cặp ghi riêng",
        ),
        "translation": _TRANSLATION,
        "parity": _PARITY,
    },
    CoverFields: {
        "image": Words(
            "Path from the content folder; without one there is no cover",
            "Đường dẫn tính từ thư mục content; không có thì bài không có ảnh bìa",
        ),
        "alt": Words(
            "What the picture shows, for those who do not see it",
            "Tả nội dung ảnh cho người không nhìn thấy",
        ),
        "caption": Words("Line below the picture", "Chú thích dưới ảnh"),
        "credit": Words("Who made the picture", "Tác giả của ảnh"),
        "decorative": Words(
            "Says that the picture shows nothing that matters, so needs no `alt`",
            "Cho biết ảnh chỉ để trang trí, không cần `alt`",
        ),
    },
    VideoFields: {
        "url": Words(
            "Address on YouTube or Vimeo, or of a file that ends in `.mp4` or `.webm`",
            "Địa chỉ trên YouTube, Vimeo, hoặc của tệp có đuôi `.mp4`, `.webm`",
        ),
        "title": _NAME_OF_MEDIA,
        "poster": Words(
            "Picture that stands for the video; path from the folder of the text",
            "Ảnh đại diện của video; đường dẫn tính từ thư mục của bài",
        ),
        "caption": _CAPTION_OF_MEDIA,
        "transcript": Words(
            "All that is said, in this language; an empty line begins a paragraph",
            "Toàn bộ lời trong video, bằng ngôn ngữ của bài; dòng trống để tách đoạn",
        ),
        "description": Words(
            "What is shown, where little or nothing is said",
            "Tả những gì video quay, khi có ít hoặc không có lời",
        ),
        "credit": Words("Who made it", "Tác giả hoặc nơi sản xuất"),
        "duration": Words("Minutes and seconds, as `4:32`", "Phút và giây, như `4:32`"),
        "language": Words(
            "Language that is spoken, where it is not the text's",
            "Ngôn ngữ của lời nói, khi khác ngôn ngữ của bài",
        ),
    },
    InfographicFields: {
        "image": Words(
            "The picture; path from the folder of the text",
            "Hình; đường dẫn tính từ thư mục của bài",
        ),
        "title": _NAME_OF_MEDIA,
        "caption": _CAPTION_OF_MEDIA,
        "description": Words(
            "All that the picture says; an empty line begins a paragraph",
            "Toàn bộ nội dung của hình bằng lời; dòng trống để tách đoạn",
        ),
        "table": Words(
            "Rows of cells; the first row names the columns, the first cell of a row names it",
            "Các hàng gồm nhiều ô; hàng đầu là tên cột, ô đầu mỗi hàng là tên hàng",
        ),
        "source": Words("Where its facts come from", "Nguồn của số liệu, dữ kiện"),
        "credit": Words("Who drew it", "Người vẽ"),
    },
    ParityWaiver: {
        "fact": Words(
            "What either language says there, as the report quotes it",
            "Điều một trong hai ngôn ngữ ghi ở chỗ ấy, như báo cáo trích lại",
        ),
        "reason": Words("Why the two may differ", "Vì sao hai bên được khác nhau"),
    },
    TranslationFields: {
        "revision": Words(
            "Digest of the original when the translation was last confirmed; "
            "zeros until then, and `translate KEY --confirm` writes it",
            "Mã băm của bản gốc khi bản dịch được xác nhận lần cuối; "
            "toàn số 0 khi chưa xác nhận, do `translate KEY --confirm` ghi",
        ),
        "confirmed": Words(
            "Day of that; written by the same command", "Ngày xác nhận; do lệnh đó ghi"
        ),
        "paragraphs": Words(
            "Short digests of the original's paragraphs, by which changed ones are named; "
            "written by the same command",
            "Mã băm ngắn của từng đoạn bản gốc, để gọi tên đoạn đã đổi; do lệnh đó ghi",
        ),
    },
}
