"""Rules of videos and infographics: what a block of fields in a text must say."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words

BLOCK_UNKNOWN = Rule(
    "block-unknown",
    Severity.ERROR,
    Words("there is no block “{kind}”{guess_en}", "không có khối “{kind}”{guess_vi}"),
    Words(
        "use one of: {known}; begin the lines of code with four spaces",
        "dùng một trong các khối: {known}; với mã lệnh, đặt bốn dấu cách ở đầu mỗi dòng",
    ),
)
BLOCK_OPEN = Rule(
    "block-open",
    Severity.ERROR,
    Words("the block “{kind}” has no end", "khối “{kind}” không có dòng kết thúc"),
    Words(
        "put a line with {fence} alone after its last field",
        "thêm một dòng chỉ có {fence} sau trường cuối cùng của khối",
    ),
)
VIDEO_PROVIDER_UNKNOWN = Rule(
    "video-provider-unknown",
    Severity.ERROR,
    Words("no video can be played from “{found}”", "không phát được video từ “{found}”"),
    Words(
        "give the address of one video on {known_en}",
        "ghi địa chỉ của một video trên {known_vi}",
    ),
)
DURATION_INVALID = Rule(
    "duration-invalid",
    Severity.ERROR,
    Words("“{found}” is no length of a video", "“{found}” không phải thời lượng của video"),
    Words("write minutes and seconds, such as 4:32", "ghi phút và giây, ví dụ 4:32"),
)
ALTERNATIVE_MISSING = Rule(
    "alternative-missing",
    Severity.ERROR,
    Words(
        "the {kind_en} says nothing to those who cannot see or hear it",
        "{kind_vi} chưa có phần thay thế cho người không xem hoặc không nghe được",
    ),
    Words("add {fields_en}, in this language", "thêm {fields_vi}, bằng ngôn ngữ của bài này"),
)
TABLE_UNEVEN = Rule(
    "table-uneven",
    Severity.ERROR,
    Words(
        "this row has {found} cells, but the first has {expected}",
        "hàng này có {found} ô, còn hàng đầu có {expected} ô",
    ),
    Words(
        'give every row as many cells as the first; an empty one is ""',
        'cho mỗi hàng số ô bằng hàng đầu; ô trống ghi là ""',
    ),
)

MEDIA_RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
