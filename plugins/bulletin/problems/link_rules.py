"""Rules of linking: what only the whole site can tell."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

REFERENCE_UNKNOWN = {
    kind: Rule(
        f"{kind}-unknown",
        Severity.ERROR,
        Words(
            f"there is no {en} “{{found}}”{{guess_en}}", f"không có {vi} “{{found}}”{{guess_vi}}"
        ),
        Words(f"use one of {file}: {{known}}", f"dùng một mã trong {file}: {{known}}"),
    )
    for kind, en, vi, file in (
        ("section", "section", "chuyên mục", "data/sections.yaml"),
        ("topic", "topic", "chủ đề", "data/topics.yaml"),
        ("partner", "partner", "đối tác", "data/partners/"),
        ("country", "country", "quốc gia", "data/countries.yaml"),
        ("association", "association", "hội", "data/associations/"),
        ("document", "document", "văn bản", "data/documents.yaml"),
        ("page", "page", "trang", "pages/"),
        ("article", "article", "bài", "articles/"),
    )
}
NAVIGATION_TARGET = Rule(
    "navigation-target",
    Severity.ERROR,
    Words("the menu cannot lead to “{found}”", "trình đơn không dẫn tới “{found}” được"),
    Words(
        "use section:ID, page:KEY, partners, associations, documents, anniversaries, issues, "
        "multimedia, archive or authors",
        "dùng section:MÃ, page:TÊN, partners, associations, documents, anniversaries, issues, "
        "multimedia, archive hoặc authors",
    ),
)
DATE_FUTURE = Rule(
    "date-future",
    Severity.ERROR,
    Words(
        "{field} is {found}, which is still ahead (today is {today})",
        "{field} là {found}, chưa đến (hôm nay là {today})",
    ),
    Words(
        "correct it, or leave the entry out until it has happened",
        "sửa lại, hoặc để đến khi việc đã diễn ra mới ghi",
    ),
)
END_BEFORE_START = Rule(
    "end-before-start",
    Severity.ERROR,
    Words(
        "the relation has its end ({found}) before its beginning ({start})",
        "quan hệ kết thúc ({found}) trước khi bắt đầu ({start})",
    ),
    Words("correct `date` or `ended`", "sửa `date` hoặc `ended`"),
)
PLACE_SAME_NAME = Rule(
    "place-same-name",
    Severity.ERROR,
    Words("{other} has the name “{found}” already", "{other} đã có tên “{found}”"),
    Words(
        "keep one file with the relations of both; if they are two places, "
        "add `distinct_from: [{id}]`",
        "giữ một tệp với quan hệ của cả hai; nếu là hai nơi khác nhau, "
        "thêm `distinct_from: [{id}]`",
    ),
)
PLACE_TOO_NEAR = Rule(
    "place-too-near",
    Severity.ERROR,
    Words(
        "{other} lies only {far_en} km from here, as if both were one place",
        "{other} chỉ cách đây {far_vi} km, như thể cả hai là một nơi",
    ),
    Words(
        "keep one file with the relations of both, or correct the position; "
        "if they are two places, add `distinct_from: [{id}]`",
        "giữ một tệp với quan hệ của cả hai, hoặc sửa vị trí; "
        "nếu là hai nơi khác nhau, thêm `distinct_from: [{id}]`",
    ),
)
DATA_UNRECORDED = Rule(
    "data-unrecorded",
    Severity.WARNING,
    Words(
        "the data have changed since the newest entry, of {date}",
        "dữ liệu đã thay đổi sau mục mới nhất, ghi ngày {date}",
    ),
    Words(
        "run `python3 tasks.py data-changes --record` and commit this file",
        "chạy `python3 tasks.py data-changes --record` rồi commit tệp này",
    ),
)
KEY_DUPLICATE = Rule(
    "key-duplicate",
    Severity.ERROR,
    Words("{other} has the same name and language", "{other} trùng tên và ngôn ngữ"),
    Words("rename one of the two files", "đổi tên một trong hai tệp"),
)
ADDRESS_DUPLICATE = Rule(
    "address-duplicate",
    Severity.ERROR,
    Words(
        "the address {address} belongs already to {other_en}",
        "địa chỉ {address} đã thuộc về {other_vi}",
    ),
    Words(
        "give one of the two another `slug` or alias",
        "đặt `slug` hoặc địa chỉ cũ (alias) khác cho một trong hai",
    ),
)
ALIAS_INVALID = Rule(
    "alias-invalid",
    Severity.ERROR,
    Words(
        "the old address “{found}” has not the form of a path",
        "địa chỉ cũ “{found}” không có dạng đường dẫn",
    ),
    Words(
        "write it from the first slash on, e.g. {example}",
        "viết từ dấu gạch chéo đầu tiên, ví dụ {example}",
    ),
)
SLUG_INVALID = Rule(
    "slug-invalid",
    Severity.ERROR,
    Words(
        "“{found}” cannot be the end of an address", "“{found}” không dùng làm đuôi địa chỉ được"
    ),
    Words("write `slug: {example}`", "viết `slug: {example}`"),
)
PAIR_NO_ORIGINAL = Rule(
    "pair-no-original",
    Severity.ERROR,
    Words(
        "this file is marked as a translation, but no file is its original",
        "tệp này được đánh dấu là bản dịch nhưng không có bản gốc",
    ),
    Words(
        "delete `translation` in the original, or add the file in the other language",
        "xóa `translation` ở bản gốc, hoặc thêm tệp ngôn ngữ kia",
    ),
)
STUB_ALONE = Rule(
    "stub-alone",
    Severity.ERROR,
    Words(
        "this file only introduces an article, but no file in the other language has the article",
        "tệp này chỉ giới thiệu bài, nhưng không có tệp ngôn ngữ kia chứa bài đó",
    ),
    Words(
        "add the article in the other language, or delete `stub` and write the article here",
        "thêm bài bằng ngôn ngữ kia, hoặc xóa `stub` và viết bài ở đây",
    ),
)
NEUTRAL_DIFFERENT = Rule(
    "neutral-different",
    Severity.ERROR,
    Words(
        "{field} is “{found}” here, but “{expected}” in {other}",
        "ở đây {field} là “{found}”, nhưng trong {other} là “{expected}”",
    ),
    Words(
        "delete it here; a translation takes it from its original",
        "xóa ở đây; bản dịch lấy trường này từ bản gốc",
    ),
)
LINK_BROKEN = Rule(
    "link-broken",
    Severity.ERROR,
    Words(
        "the link leads to “{target}”, which does not exist{guess_en}",
        "liên kết dẫn tới “{target}”, nhưng không có nơi đó{guess_vi}",
    ),
    Words(
        "correct the path; it begins at the folder of this file",
        "sửa đường dẫn; tính từ thư mục của tệp này",
    ),
)
ANCHOR_BROKEN = Rule(
    "anchor-broken",
    Severity.ERROR,
    Words(
        "{target} has no heading “#{anchor}”{guess_en}",
        "{target} không có tiêu đề “#{anchor}”{guess_vi}",
    ),
    Words(
        "use one of {known}, or leave out # and what follows",
        "dùng một trong: {known}, hoặc bỏ # và phần sau",
    ),
)
LINK_TO_DRAFT = Rule(
    "link-to-draft",
    Severity.ERROR,
    Words(
        "the link leads to {target}, which is not published yet",
        "liên kết dẫn tới {target}, bài chưa đăng",
    ),
    Words(
        "publish that article first, or take the link out", "đăng bài đó trước, hoặc bỏ liên kết"
    ),
)
IMAGE_MISSING = Rule(
    "image-missing",
    Severity.ERROR,
    Words("there is no picture “{target}”{guess_en}", "không có ảnh “{target}”{guess_vi}"),
    Words(
        "put the picture in content/images/, or correct the path",
        "đặt ảnh vào content/images/, hoặc sửa đường dẫn",
    ),
)
IMAGE_BROKEN = Rule(
    "image-broken",
    Severity.ERROR,
    Words(
        "the picture “{target}” cannot be shown: {reason_en}",
        "không hiển thị được ảnh “{target}”: {reason_vi}",
    ),
    Words(
        "save it again as JPEG, PNG, WebP or plain SVG",
        "lưu lại ở dạng JPEG, PNG, WebP hoặc SVG thường",
    ),
)
COVER_IMAGE_MISSING = Rule(
    "cover-image-missing",
    Severity.ERROR,
    Words("the cover names no picture", "ảnh bìa không ghi tên ảnh"),
    Words(
        "add `image: images/…` to the cover of the original, or delete `cover`",
        "thêm `image: images/…` vào ảnh bìa của bản gốc, hoặc xóa `cover`",
    ),
)
COVER_ALT_MISSING = Rule(
    "cover-alt-missing",
    Severity.ERROR,
    Words(
        "the cover has no description in this language",
        "ảnh bìa chưa có lời mô tả bằng ngôn ngữ này",
    ),
    Words(
        "add `alt: …` under `cover` and say what it shows, or `decorative: true` in the original",
        "thêm `alt: …` dưới `cover` để tả nội dung ảnh, hoặc `decorative: true` ở bản gốc",
    ),
)
TRANSLATION_STALE = Rule(
    "translation-stale",
    Severity.WARNING,
    Words(
        "{original} has changed since this translation was confirmed: {changes_en}",
        "{original} đã thay đổi sau khi bản dịch này được xác nhận: {changes_vi}",
    ),
    Words(
        "bring it in step, then run `python3 tasks.py translate {key} --confirm`",
        "sửa bản dịch cho khớp rồi chạy `python3 tasks.py translate {key} --confirm`",
    ),
)
TRANSLATION_UNCONFIRMED = Rule(
    "translation-unconfirmed",
    Severity.WARNING,
    Words(
        "nobody has confirmed that this says the same as {original}",
        "chưa ai xác nhận bản dịch này nói đúng như {original}",
    ),
    Words(
        "read both, then run `python3 tasks.py translate {key} --confirm`",
        "đọc cả hai bản rồi chạy `python3 tasks.py translate {key} --confirm`",
    ),
)

RULES = (
    *REFERENCE_UNKNOWN.values(),
    *(value for value in list(globals().values()) if isinstance(value, Rule)),
)
