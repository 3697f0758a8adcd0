"""Rules of linking: what only the whole site can tell."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

REFERENCE_UNKNOWN = {
    kind: Rule(
        f"{kind}-unknown",
        Severity.ERROR,
        Words(f"there is no {en} “{{found}}”{{guess_en}}", f"không có {vi} “{{found}}”{{guess_vi}}"),
        Words(f"use an id of {file}: {{known}}", f"dùng một mã trong {file}: {{known}}"),
    )
    for kind, en, vi, file in (
        ("section", "section", "chuyên mục", "data/sections.yaml"),
        ("topic", "topic", "chủ đề", "data/topics.yaml"),
        ("partner", "partner", "đối tác", "data/partners/"),
        ("country", "country", "quốc gia", "data/countries.yaml"),
        ("association", "association", "hội", "data/associations/"),
        ("document", "document", "văn bản", "data/documents.yaml"),
        ("page", "page", "trang", "pages/"),
    )
}
NAVIGATION_TARGET = Rule(
    "navigation-target",
    Severity.ERROR,
    Words("“{found}” is not a place the menu can lead to", "trình đơn không dẫn tới “{found}” được"),
    Words("use section:ID, page:KEY, partners or archive", "dùng section:MÃ, page:TÊN, partners hoặc archive"),
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
    Words("the address {address} is taken already by {other}", "địa chỉ {address} đã có ở {other}"),
    Words("give one of the two another `slug`", "đặt `slug` khác cho một trong hai"),
)
SLUG_INVALID = Rule(
    "slug-invalid",
    Severity.ERROR,
    Words("“{found}” cannot be the end of an address", "“{found}” không dùng làm đuôi địa chỉ được"),
    Words("write `slug: {example}`", "viết `slug: {example}`"),
)
BOTH_TRANSLATIONS = Rule(
    "pair-no-original",
    Severity.ERROR,
    Words("this file is marked as a translation, but its pair has no original", "tệp này đánh dấu là bản dịch nhưng cặp không có bản gốc"),
    Words("take `translation` out of the original, or add the file in the other language", "bỏ `translation` ở bản gốc, hoặc thêm tệp ngôn ngữ kia"),
)
NEUTRAL_DIFFERENT = Rule(
    "neutral-different",
    Severity.ERROR,
    Words("{field} is “{found}”, but “{expected}” in {other}", "{field} là “{found}”, nhưng ở {other} là “{expected}”"),
    Words("delete it here; a translation takes it from its original", "xóa ở đây; bản dịch lấy trường này từ bản gốc"),
)
LINK_BROKEN = Rule(
    "link-broken",
    Severity.ERROR,
    Words("the link leads to “{target}”, which does not exist{guess_en}", "liên kết dẫn tới “{target}”, không tồn tại{guess_vi}"),
    Words("correct the path, from this file's folder", "sửa đường dẫn, tính từ thư mục của tệp này"),
)
ANCHOR_BROKEN = Rule(
    "anchor-broken",
    Severity.ERROR,
    Words("{target} has no heading “#{anchor}”{guess_en}", "{target} không có tiêu đề “#{anchor}”{guess_vi}"),
    Words("use one of {known}", "dùng một trong: {known}"),
)
LINK_TO_DRAFT = Rule(
    "link-to-draft",
    Severity.ERROR,
    Words("the link leads to a draft, {target}", "liên kết dẫn tới bản nháp {target}"),
    Words("publish that article first, or take the link out", "đăng bài đó trước, hoặc bỏ liên kết"),
)
IMAGE_MISSING = Rule(
    "image-missing",
    Severity.ERROR,
    Words("there is no picture “{target}”{guess_en}", "không có ảnh “{target}”{guess_vi}"),
    Words("put the file into content/images/ or correct the path", "đặt tệp vào content/images/ hoặc sửa đường dẫn"),
)
IMAGE_BROKEN = Rule(
    "image-broken",
    Severity.ERROR,
    Words("the picture “{target}” cannot be used: {reason}", "không dùng được ảnh “{target}”: {reason}"),
    Words("save it again as JPEG, PNG, WebP or plain SVG", "lưu lại dưới dạng JPEG, PNG, WebP hoặc SVG thường"),
)
COVER_ALT_MISSING = Rule(
    "cover-alt-missing",
    Severity.ERROR,
    Words("the cover has no alternative text", "ảnh bìa không có chữ thay thế"),
    Words("add `alt:` and say what it shows, or `decorative: true`", "thêm `alt:` tả nội dung ảnh, hoặc `decorative: true`"),
)
FILE_CASE = Rule(
    "file-name-invalid",
    Severity.ERROR,
    Words("the file's name “{found}” has letters that a key may not have", "tên tệp “{found}” có ký tự không dùng được"),
    Words("rename it, e.g. to {example}", "đổi tên, ví dụ thành {example}"),
)

RULES = (
    *REFERENCE_UNKNOWN.values(),
    *(value for value in list(globals().values()) if isinstance(value, Rule)),
)
