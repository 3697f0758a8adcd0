"""Sample words of the page of components: examples that name no one and claim nothing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from plugins.bulletin.model.common import Language


class Sample(Struct, frozen=True):
    """The words of one language. `letters` has those with two marks, which clip first."""

    name: str
    title: str
    letters: str
    long: str
    summary: str
    person: str
    translator: str
    source: str
    alt: str
    caption: str
    credit: str
    kind: str
    standing: str
    gap: str
    other_language: str
    body: str


WORDS: Mapping[Language, Sample] = {
    "vi": Sample(
        name="Mục mẫu",
        title="Một bài viết mẫu về buổi giao lưu của hai thành phố",
        letters="Ữ Ặ Ệ ỗ ẫ: CHỮ CÓ HAI DẤU, Những Cỗ Xe Gỗ Ở Đường Mẫu Ấy",
        long="Một tên gọi rất dài, dài hơn mọi tên gọi mà người biên tập nào từng đặt, "
        "để xem trang có giữ được hàng lối khi chữ không còn chỗ",
        summary="Đây là đoạn tóm tắt mẫu, nói trong hai câu bài viết kể điều gì. Câu thứ hai ngắn.",
        person="Người viết mẫu",
        translator="Người dịch mẫu",
        source="Nguồn mẫu",
        alt="Hình vẽ mẫu.",
        caption="Một hình vẽ mẫu.",
        credit="Hình: bản tin mẫu",
        kind="Hữu nghị",
        standing="đang có hiệu lực",
        gap="Đoạn này không có trong bản kia.",
        other_language="English",
        body="""\
Một đoạn văn mẫu với [liên kết](https://source.example/), **chữ đậm**, *chữ nghiêng* và
chú thích.[^1]

## Một đề mục với Ữ Ặ Ệ ỗ ẫ

> Một câu trích dẫn mẫu.

> **Ữ Ặ Ệ ỗ ẫ: câu nói mang cả bài viết, in lớn để người đọc dừng lại.**
> — Người nói mẫu

1. Mục một
2. Mục hai

| Năm | Việc |
| --- | --- |
| 2023 | Bảng hẹp |

| Năm | Đoàn | Người | Kinh phí | Ghi chú |
| --- | ---: | ---: | ---: | --- |
| 2022 | 3 | 42 | 120.000.000 ₫ | Bảng rộng cuộn trong khung của nó |

---

[^1]: Một chú thích mẫu.
""",
    ),
    "en": Sample(
        name="Sample section",
        title="A sample article on a meeting of two cities",
        letters="Ữ Ặ Ệ ỗ ẫ: LETTERS WITH TWO MARKS, From Vietnamese Names",
        long="A very long name, longer than any name that an editor ever gave, to see whether "
        "the page keeps its lines when there is no room left for letters",
        summary="This is a sample summary, which tells in two sentences what it is about. Done.",
        person="A sample author",
        translator="A sample translator",
        source="Sample source",
        alt="A sample drawing.",
        caption="A sample drawing.",
        credit="Drawing: sample bulletin",
        kind="Friendship",
        standing="in force",
        gap="The other version does not have this passage.",
        other_language="Tiếng Việt",
        body="""\
A sample paragraph with [a link](https://source.example/), **bold**, *italics* and a note.[^1]

## A heading with Ữ Ặ Ệ ỗ ẫ

> A sample quotation.

> **Ữ Ặ Ệ ỗ ẫ: the sentence that carries the article, set large so that readers stop.**
> — A sample speaker

1. Item one
2. Item two

| Year | Event |
| --- | --- |
| 2023 | A narrow table |

| Year | Groups | People | Cost | Note |
| --- | ---: | ---: | ---: | --- |
| 2022 | 3 | 42 | 120,000,000 ₫ | A wide table scrolls in its own frame |

---

[^1]: A sample note.
""",
    ),
}
