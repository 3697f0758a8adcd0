"""Rules of the audit: what may be wrong in a finished output folder. No check lives here.

Each sentence is written as it is reported: the problem, a dash, what to do.
"""

from __future__ import annotations

from plugins.bulletin.problems import audit_maps, search_rules, sharing_rules, structured_rules
from plugins.bulletin.problems.audit_words import audit_rule as _rule, audit_warning as _warning
from plugins.bulletin.problems.problem import Rule

# Files

NO_PAGES = _rule(
    "no-pages",
    "there is no HTML page in this folder — build the site first",
    "thư mục này không có trang HTML nào — chạy lệnh build trước",
)
FILE_EMPTY = _rule(
    "file-empty",
    "the file is empty — make it again or remove it",
    "tệp rỗng — tạo lại hoặc xóa tệp",
)
FILE_MISSING = _rule(
    "file-missing",
    "this file should be here but is not — build again with --full",
    "lẽ ra phải có tệp này — chạy lại lệnh build với --full",
)
FILE_UNEXPECTED = _warning(
    "file-unexpected",
    "nothing on the site makes this file — remove it, or build again with --full",
    "không có nội dung nào tạo ra tệp này — xóa tệp, hoặc chạy lại lệnh build với --full",
)
ROBOTS_MISSING = _rule(
    "robots-missing",
    "there is no robots.txt — add one that names the sitemap",
    "không có robots.txt — thêm tệp này và ghi địa chỉ sitemap vào đó",
)
NOT_FOUND_MISSING = _rule(
    "404-missing",
    "there is no 404.html for wrong addresses — add that page",
    "không có trang 404.html cho địa chỉ sai — thêm trang đó",
)
DRAFT_PUBLISHED = _rule(
    "draft",
    "this is a draft — build without drafts before publishing",
    "đây là bản nháp — chạy lệnh build không kèm bản nháp rồi mới đăng",
)
TEXT_NOT_UTF8 = _rule(
    "text-not-utf8",
    "the file is not text in UTF-8 — save it as UTF-8",
    "tệp không phải văn bản UTF-8 — lưu lại bằng mã UTF-8",
)
TEXT_NOT_NFC = _rule(
    "text-not-nfc",
    "“{word}” keeps letters and marks apart — type it again in composed Unicode (NFC)",
    "“{word}” viết bằng dấu tổ hợp rời — gõ lại bằng bộ gõ Unicode dựng sẵn (NFC)",
)
PAGE_HEAVY = _warning(
    "page-heavy",
    "the page weighs {size} kB, more than {limit} kB — split it, or spread its list over pages",
    "trang nặng {size} kB, quá {limit} kB — tách trang, hoặc chia danh sách thành nhiều trang",
)
STYLE_HEAVY = _warning(
    "style-heavy",
    "the stylesheet weighs {size} kB compressed, more than {limit} kB — remove unused styles",
    "tệp CSS nặng {size} kB sau khi nén, quá {limit} kB — bỏ những kiểu không dùng đến",
)

# Links and addresses

LINK_BROKEN = _rule(
    "link-broken",
    "the link to {url} leads nowhere — correct the address or remove the link",
    "liên kết {url} không dẫn tới đâu cả — sửa địa chỉ hoặc bỏ liên kết",
)
ANCHOR_BROKEN = _rule(
    "anchor-broken",
    "{url} names a place that its page does not have — correct the part after #",
    "{url} chỉ tới một chỗ không có trên trang đích — sửa phần sau dấu #",
)
ASSET_MISSING = _rule(
    "asset-missing",
    "the file {url} is missing — add it or correct its address",
    "thiếu tệp {url} — thêm tệp hoặc sửa địa chỉ",
)
REQUEST_OUTSIDE = _rule(
    "request-outside",
    "{url} is loaded from another site — keep a copy on this one",
    "{url} được tải từ trang web khác — lưu một bản trên trang web này",
)
ADDRESS_INSECURE = _rule(
    "address-insecure",
    "{url} leads to this site over http: — write https:",
    "{url} dẫn tới chính trang web này qua http: — viết https:",
)
ADDRESS_DOTS = _rule(
    "address-dots",
    "the address {url} makes a detour over “..” — write it straight",
    "địa chỉ {url} đi vòng qua “..” — viết thẳng tới đích",
)
ADDRESS_UPPER = _rule(
    "address-upper",
    "the address {address} has a capital letter — use small letters only",
    "địa chỉ {address} có chữ hoa — chỉ dùng chữ thường",
)
ADDRESS_SLASH = _rule(
    "address-slash",
    "the address {url} does not end in a slash — write {wanted}",
    "địa chỉ {url} không kết thúc bằng dấu gạch chéo — viết {wanted}",
)

# Markup

ID_REPEATED = _rule(
    "id-repeated",
    "the id “{id}” is on this page more than once — give each element its own id",
    "id “{id}” có nhiều lần trên trang — đặt id riêng cho từng phần tử",
)
ALT_MISSING = _rule(
    "alt-missing",
    'the image {url} has no alt — describe it, or write alt="" when it is decoration',
    'ảnh {url} không có alt — tả nội dung ảnh, hoặc viết alt="" nếu ảnh chỉ để trang trí',
)
HEADING_MISSING = _rule(
    "heading-missing",
    "the page has no main heading (h1) — add one",
    "trang không có tiêu đề chính (h1) — thêm một tiêu đề chính",
)
HEADING_SKIPPED = _warning(
    "heading-skipped",
    "h{level} follows h{before} — use the next level, h{wanted}",
    "h{level} đứng ngay sau h{before} — dùng cấp kế tiếp, h{wanted}",
)
SCRIPT_INLINE = _rule(
    "script-inline",
    "a script stands inside the page — move it to a file of its own",
    "có mã lệnh (script) nằm trong trang — chuyển sang tệp riêng",
)
STYLE_INLINE = _rule(
    "style-inline",
    "a style stands inside the page — move it to the stylesheet",
    "có kiểu trình bày (style) nằm trong trang — chuyển sang tệp CSS",
)
HANDLER_INLINE = _rule(
    "handler-inline",
    "“{name}” runs a script from inside the page — move it to a file of its own",
    "“{name}” chạy mã lệnh ngay trong trang — chuyển sang tệp riêng",
)

MAP_LABEL_MISSING = audit_maps.LABEL_MISSING

# Metadata

TITLE_MISSING = _rule(
    "title-missing",
    "the page has no title — fill in <title>",
    "trang không có tiêu đề — điền vào <title>",
)
TITLE_REPEATED = _warning(
    "title-repeated",
    "“{title}” is also the title of {other} — give each page its own",
    "“{title}” cũng là tiêu đề của {other} — đặt cho mỗi trang một tiêu đề riêng",
)
DESCRIPTION_MISSING = _warning(
    "description-missing",
    "the page has no description — add a sentence as its meta description",
    "trang không có mô tả — thêm một câu mô tả (meta description)",
)
CANONICAL_MISSING = _rule(
    "canonical-missing",
    "the page has no canonical address — add a canonical link to itself",
    "trang không ghi địa chỉ chính thức (canonical) — thêm liên kết canonical tới chính nó",
)
CANONICAL_OTHER = _rule(
    "canonical-other",
    "canonical names {url}, but this page is {address} — name this page, or set noindex",
    "canonical ghi {url}, còn trang này là {address} — ghi chính trang này, hoặc đặt noindex",
)

# Languages

LANGUAGE_MISSING = _rule(
    "language-missing",
    "the page does not tell its language — set lang on <html>",
    "trang không cho biết ngôn ngữ — ghi lang trong <html>",
)
LANGUAGE_UNKNOWN = _rule(
    "language-unknown",
    "“{language}” is not a language of this site — use one of: {languages}",
    "“{language}” không phải ngôn ngữ của trang web này — dùng một trong: {languages}",
)
LANGUAGE_MISPLACED = _rule(
    "language-misplaced",
    "a page in “{language}” stands under /{folder}/ — move it or correct its lang",
    "trang ghi ngôn ngữ “{language}” lại nằm dưới /{folder}/ — chuyển trang hoặc sửa lang",
)
HREFLANG_RELATIVE = _rule(
    "hreflang-relative",
    "hreflang names {url} — write the whole address, with https:",
    "hreflang ghi {url} — viết đủ địa chỉ, có https:",
)
HREFLANG_UNKNOWN = _rule(
    "hreflang-unknown",
    "hreflang names “{language}”, not a language of this site — use one of: {languages}",
    "hreflang ghi “{language}”, không phải ngôn ngữ của trang web — dùng một trong: {languages}",
)
HREFLANG_BROKEN = _rule(
    "hreflang-broken",
    "hreflang names {url}, which is not there — name a real page or remove the line",
    "hreflang ghi {url} nhưng không có trang đó — ghi trang có thật hoặc bỏ dòng này",
)
HREFLANG_ONE_WAY = _rule(
    "hreflang-one-way",
    "{url} does not name this page in return — write the same hreflang table on both pages",
    "{url} không dẫn ngược lại trang này — ghi cùng một bảng hreflang ở cả hai trang",
)
HREFLANG_SELF = _rule(
    "hreflang-self",
    "the hreflang table leaves out this page — add it",
    "bảng hreflang thiếu chính trang này — thêm vào",
)
HREFLANG_LANGUAGE = _rule(
    "hreflang-language",
    "hreflang calls {url} “{language}”, but that page is in “{found}” — correct one of the two",
    "hreflang ghi {url} là “{language}” nhưng trang đó là “{found}” — sửa một trong hai",
)
HREFLANG_DEFAULT = _rule(
    "hreflang-default",
    "x-default names {url}, which is none of the versions — name one of them",
    "x-default ghi {url}, không phải bản ngôn ngữ nào của trang này — ghi một trong các bản đó",
)

# Sitemap and feeds

DATA_INVALID = _rule(
    "data-invalid",
    "the file cannot be read: {reason} — make it again",
    "không đọc được tệp: {reason} — tạo lại tệp",
)
SITEMAP_MISSING = _rule(
    "sitemap-missing",
    "there is no sitemap.xml — add one that lists every page",
    "không có sitemap.xml — thêm tệp này và liệt kê mọi trang trong đó",
)
SITEMAP_BROKEN = _rule(
    "sitemap-broken",
    "the sitemap lists {url}, which is no page for search engines — remove the entry",
    "sitemap ghi {url}, không phải trang dành cho máy tìm kiếm — bỏ mục này",
)
SITEMAP_INCOMPLETE = _rule(
    "sitemap-incomplete",
    "the sitemap does not list this page — add it, or set noindex",
    "sitemap thiếu trang này — thêm vào, hoặc đặt noindex",
)
SITEMAP_HREFLANG = _rule(
    "sitemap-hreflang",
    "the sitemap gives {url} other languages than the page does — write the same table in both",
    "sitemap ghi các bản ngôn ngữ của {url} khác với trang đó — ghi cùng một bảng ở cả hai nơi",
)
FEED_UNNAMED = _rule(
    "feed-unnamed",
    "the home page names no feed — add a link with rel=alternate and the feed's type",
    "trang chủ không nêu luồng tin (feed) — thêm liên kết rel=alternate có kiểu của luồng tin",
)
FEED_BROKEN = _rule(
    "feed-broken",
    "the feed {url} is missing — add it or remove the link",
    "thiếu luồng tin (feed) {url} — thêm tệp hoặc bỏ liên kết",
)
FEED_INVALID = _rule(
    "feed-invalid",
    "the feed lacks {missing} — write valid Atom, RSS or JSON Feed",
    "luồng tin (feed) thiếu {missing} — viết đúng dạng Atom, RSS hoặc JSON Feed",
)
FEED_ITEM_BROKEN = _rule(
    "feed-item-broken",
    "the feed names {url}, which is not there — remove the item or correct its address",
    "luồng tin (feed) ghi {url} nhưng không có trang đó — bỏ mục này hoặc sửa địa chỉ",
)
FEED_LANGUAGE = _rule(
    "feed-language",
    "{url} is in “{found}”, but the feed is in “{language}” — keep a feed to one language",
    "{url} là “{found}” nhưng luồng tin (feed) là “{language}” — mỗi luồng tin chỉ một ngôn ngữ",
)

AUDIT_RULES = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
AUDIT_RULES_BY_ID = {
    rule.id: rule
    for rule in (
        *AUDIT_RULES,
        *structured_rules.RULES,
        *sharing_rules.RULES,
        *search_rules.RULES,
    )
}
