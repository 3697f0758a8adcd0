"""Rules of the audit: what may be wrong in a finished output folder. No check lives here.

Each sentence is written as it is reported: the problem, a dash, what to do.
"""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words


def _rule(name: str, en: str, vi: str, *, severity: Severity = Severity.ERROR) -> Rule:
    message_en, _, remedy_en = en.partition(" — ")
    message_vi, _, remedy_vi = vi.partition(" — ")
    words = Words(message_en, message_vi), Words(remedy_en, remedy_vi)
    return Rule("output-" + name, severity, *words)


def _warning(name: str, en: str, vi: str) -> Rule:
    return _rule(name, en, vi, severity=Severity.WARNING)


# Files

NO_PAGES = _rule(
    "no-pages",
    "there is no HTML page in this folder — build the site first",
    "thư mục này không có trang HTML nào — hãy dựng trang trước",
)
FILE_EMPTY = _rule(
    "file-empty",
    "the file is empty — write it again or remove it",
    "tệp rỗng — ghi lại hoặc xoá tệp",
)
FILE_MISSING = _rule(
    "file-missing",
    "this file should be here and is not — build again with --full",
    "lẽ ra phải có tệp này — dựng lại với --full",
)
FILE_UNEXPECTED = _warning(
    "file-unexpected",
    "nothing on the site makes this file — remove it or build again with --full",
    "không có gì trên trang tạo ra tệp này — xoá tệp hoặc dựng lại với --full",
)
ROBOTS_MISSING = _rule(
    "robots-missing",
    "there is no robots.txt — write one that names the sitemap",
    "không có robots.txt — tạo tệp này và nêu sơ đồ trang trong đó",
)
NOT_FOUND_MISSING = _rule(
    "404-missing",
    "there is no 404.html for wrong addresses — make that page",
    "không có 404.html cho địa chỉ sai — tạo trang đó",
)
DRAFT_PUBLISHED = _rule(
    "draft",
    "this is a draft — build without drafts before publishing",
    "đây là bản nháp — dựng lại không kèm bản nháp trước khi đăng",
)
TEXT_NOT_UTF8 = _rule(
    "text-not-utf8",
    "the text is not UTF-8 — write the file in UTF-8",
    "văn bản không phải UTF-8 — ghi tệp bằng UTF-8",
)
TEXT_NOT_NFC = _rule(
    "text-not-nfc",
    "“{word}” keeps letters and marks apart — write the text in NFC",
    "“{word}” tách rời chữ và dấu — ghi văn bản theo chuẩn NFC",
)
PAGE_HEAVY = _warning(
    "page-heavy",
    "the page weighs {size} kB, more than {limit} kB — split it or paginate its lists",
    "trang nặng {size} kB, quá {limit} kB — tách trang hoặc phân trang danh sách",
)
STYLE_HEAVY = _warning(
    "style-heavy",
    "the stylesheet weighs {size} kB compressed, more than {limit} kB — remove unused styles",
    "tệp CSS nặng {size} kB sau khi nén, quá {limit} kB — bỏ những kiểu không dùng",
)

# Links and addresses

LINK_BROKEN = _rule(
    "link-broken",
    "the link to {url} leads nowhere — correct the address or remove the link",
    "liên kết tới {url} không dẫn tới đâu — sửa địa chỉ hoặc bỏ liên kết",
)
ANCHOR_BROKEN = _rule(
    "anchor-broken",
    "{url} names a place that its page does not have — correct the part after #",
    "{url} chỉ tới một vị trí không có trên trang đích — sửa phần sau dấu #",
)
ASSET_MISSING = _rule(
    "asset-missing",
    "the file {url} is not in the output — add it or correct its address",
    "không có tệp {url} trong thư mục kết quả — thêm tệp hoặc sửa địa chỉ",
)
REQUEST_OUTSIDE = _rule(
    "request-outside",
    "the page loads {url} from another host — keep a copy on this site",
    "trang tải {url} từ máy chủ khác — lưu một bản sao trên trang này",
)
ADDRESS_INSECURE = _rule(
    "address-insecure",
    "{url} is this site over http: — write https:",
    "{url} là chính trang này qua http: — hãy viết https:",
)
ADDRESS_DOTS = _rule(
    "address-dots",
    "the address {url} contains “..” — write it without the detour",
    "địa chỉ {url} có “..” — viết lại không đi vòng",
)
ADDRESS_UPPER = _rule(
    "address-upper",
    "the address {address} has a capital letter — use small letters only",
    "địa chỉ {address} có chữ hoa — chỉ dùng chữ thường",
)
ADDRESS_SLASH = _rule(
    "address-slash",
    "the address {url} does not end in a slash as a page should — write {wanted}",
    "địa chỉ {url} không kết thúc bằng dấu gạch chéo — viết {wanted}",
)

# Markup

ID_REPEATED = _rule(
    "id-repeated",
    "the id “{id}” is on this page more than once — give each element its own id",
    "id “{id}” xuất hiện nhiều lần trên trang — mỗi phần tử cần id riêng",
)
ALT_MISSING = _rule(
    "alt-missing",
    'the image {url} has no alt — describe it, or write alt="" when it is decoration',
    'ảnh {url} không có alt — mô tả ảnh, hoặc viết alt="" nếu chỉ để trang trí',
)
HEADING_MISSING = _rule(
    "heading-missing",
    "the page has no h1 — give it one main heading",
    "trang không có h1 — thêm một tiêu đề chính",
)
HEADING_SKIPPED = _warning(
    "heading-skipped",
    "h{level} follows h{before} — use the next level, h{wanted}",
    "h{level} đứng ngay sau h{before} — dùng cấp kế tiếp, h{wanted}",
)
SCRIPT_INLINE = _rule(
    "script-inline",
    "a script stands inside the page — move it to a file of its own",
    "có mã script nằm trong trang — chuyển sang tệp riêng",
)
STYLE_INLINE = _rule(
    "style-inline",
    "a style stands inside the page — move it to the stylesheet",
    "có kiểu trình bày nằm trong trang — chuyển sang tệp CSS",
)
HANDLER_INLINE = _rule(
    "handler-inline",
    "“{name}” runs a script from inside the page — move it to a file of its own",
    "“{name}” chạy script ngay trong trang — chuyển sang tệp riêng",
)

# Metadata

TITLE_MISSING = _rule(
    "title-missing",
    "the page has no title — fill its <title>",
    "trang không có tiêu đề — điền <title>",
)
TITLE_REPEATED = _warning(
    "title-repeated",
    "“{title}” is also the title of {other} — tell the two pages apart",
    "“{title}” cũng là tiêu đề của {other} — phân biệt hai trang",
)
DESCRIPTION_MISSING = _warning(
    "description-missing",
    "the page has no description — add a meta description of one sentence",
    "trang không có mô tả — thêm một câu trong meta description",
)
CANONICAL_MISSING = _rule(
    "canonical-missing",
    "the page has no canonical address — add a canonical link to itself",
    "trang không có địa chỉ chính tắc — thêm liên kết canonical tới chính nó",
)
CANONICAL_OTHER = _rule(
    "canonical-other",
    "canonical names {url}, but this page is {address} — name this page, or set noindex",
    "canonical ghi {url}, còn trang này là {address} — ghi chính trang này hoặc đặt noindex",
)

# Languages

LANGUAGE_MISSING = _rule(
    "language-missing",
    "the page does not tell its language — set lang on <html>",
    "trang không cho biết ngôn ngữ — đặt lang trên <html>",
)
LANGUAGE_UNKNOWN = _rule(
    "language-unknown",
    "“{language}” is not a language of this site — use one of: {languages}",
    "“{language}” không phải ngôn ngữ của trang — dùng một trong: {languages}",
)
LANGUAGE_MISPLACED = _rule(
    "language-misplaced",
    "a page in “{language}” stands under /{folder}/ — move it or correct its lang",
    "trang tiếng “{language}” nằm dưới /{folder}/ — chuyển trang hoặc sửa lang",
)
HREFLANG_RELATIVE = _rule(
    "hreflang-relative",
    "hreflang names {url} — write the whole address with https:",
    "hreflang ghi {url} — viết địa chỉ đầy đủ có https:",
)
HREFLANG_UNKNOWN = _rule(
    "hreflang-unknown",
    "hreflang names “{language}”, not a language of this site — use one of: {languages}",
    "hreflang ghi “{language}”, không phải ngôn ngữ của trang — dùng một trong: {languages}",
)
HREFLANG_BROKEN = _rule(
    "hreflang-broken",
    "hreflang names {url}, which is not there — name a real page or drop the entry",
    "hreflang chỉ tới {url} nhưng không có trang đó — chỉ tới trang có thật hoặc bỏ mục này",
)
HREFLANG_ONE_WAY = _rule(
    "hreflang-one-way",
    "{url} does not name this page in return — write the same table in both pages",
    "{url} không dẫn ngược lại trang này — ghi cùng một bảng ở cả hai trang",
)
HREFLANG_SELF = _rule(
    "hreflang-self",
    "the hreflang table does not name this page itself — add it",
    "bảng hreflang không có chính trang này — thêm vào",
)
HREFLANG_LANGUAGE = _rule(
    "hreflang-language",
    "hreflang calls {url} “{language}”, but that page is in “{found}” — correct one of them",
    "hreflang ghi {url} là “{language}” nhưng trang đó là “{found}” — sửa một trong hai",
)
HREFLANG_DEFAULT = _rule(
    "hreflang-default",
    "x-default names {url}, which is none of the versions — name one of them",
    "x-default chỉ tới {url}, không thuộc các bản ngôn ngữ — chỉ tới một trong các bản đó",
)

# Sitemap and feeds

DATA_INVALID = _rule(
    "data-invalid",
    "the file cannot be read: {reason} — write it again",
    "không đọc được tệp: {reason} — ghi lại tệp",
)
SITEMAP_MISSING = _rule(
    "sitemap-missing",
    "there is no sitemap.xml — list every page for search engines in it",
    "không có sitemap.xml — liệt kê trong đó mọi trang cho máy tìm kiếm",
)
SITEMAP_BROKEN = _rule(
    "sitemap-broken",
    "the sitemap lists {url}, which is no page for search engines — drop the entry",
    "sơ đồ trang nêu {url}, không phải trang dành cho máy tìm kiếm — bỏ mục này",
)
SITEMAP_INCOMPLETE = _rule(
    "sitemap-incomplete",
    "the sitemap does not list this page — add it, or set noindex",
    "sơ đồ trang không có trang này — thêm vào hoặc đặt noindex",
)
SITEMAP_HREFLANG = _rule(
    "sitemap-hreflang",
    "the languages of {url} are not those in its head — write the same table in both",
    "các bản ngôn ngữ của {url} khác với phần head — ghi cùng một bảng ở cả hai nơi",
)
FEED_UNNAMED = _rule(
    "feed-unnamed",
    "the home page names no feed — add a link with rel=alternate and the feed's type",
    "trang chủ không nêu nguồn tin — thêm liên kết rel=alternate với kiểu của nguồn tin",
)
FEED_BROKEN = _rule(
    "feed-broken",
    "the feed {url} is not in the output — write it or drop the link",
    "không có nguồn tin {url} trong thư mục kết quả — tạo tệp hoặc bỏ liên kết",
)
FEED_INVALID = _rule(
    "feed-invalid",
    "this is no feed: {reason} — write valid Atom, RSS or JSON Feed",
    "đây không phải nguồn tin: {reason} — ghi đúng Atom, RSS hoặc JSON Feed",
)
FEED_ITEM_BROKEN = _rule(
    "feed-item-broken",
    "the feed names {url}, which is not there — drop the item or correct its address",
    "nguồn tin nêu {url} nhưng không có trang đó — bỏ mục hoặc sửa địa chỉ",
)
FEED_LANGUAGE = _rule(
    "feed-language",
    "{url} is in “{found}” in a feed in “{language}” — keep a feed to one language",
    "{url} là “{found}” trong nguồn tin “{language}” — mỗi nguồn tin chỉ một ngôn ngữ",
)

AUDIT_RULES = tuple(rule for rule in list(globals().values()) if isinstance(rule, Rule))
AUDIT_RULES_BY_ID = {rule.id: rule for rule in AUDIT_RULES}
