"""Words: how each language writes numbers and months. Only tables live here."""

from __future__ import annotations

import re

# How sure a word is to be a fact: GHOST only answers to one, SOFT differs only from another.
GHOST, SOFT, STRICT = 0, 1, 2


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a line, for tables that read better without commas."""
    return tuple(words.split())


_NUMBERS_EN = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS_EN = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS_EN = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_MONTHS_EN = listed(
    "january february march april may june july august september october november december"
)

ONES_EN = {word: value for value, word in enumerate(_NUMBERS_EN)}
TENS_EN = {word: value * 10 for value, word in enumerate(_TENS_EN, 2)}
ORDINALS_EN = {word: value for value, word in enumerate(_ORDINALS_EN, 1)}
ORDINALS_EN |= {f"{word[:-1]}ieth": value * 10 for value, word in enumerate(_TENS_EN, 2)}
ORDINALS_EN |= {"hundredth": 100, "thousandth": 1000}
MONTHS_EN = {word: value for value, word in enumerate(_MONTHS_EN, 1)}
MONTHS_EN |= {word[:3]: value for word, value in list(MONTHS_EN.items())} | {"sept": 9}

ONES_VI = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9,
}  # fmt: skip
AFTER_TENS_VI = {
    **ONES_VI, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5,
}  # fmt: skip
ORDINALS_VI = {**ONES_VI, "nhất": 1, "nhì": 2, "tư": 4, "mười": 10}
MONTHS_VI = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip

SCALES_VI = {
    "chục": 10, "tá": 12, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000,
    "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
SCALES_EN = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip

# What "năm" counts where it means five and not a year.
COUNTED_VI = frozenset(
    listed(
        "người đại biểu nước quốc địa đối thành tỉnh quận huyện xã phường văn bản hội đoàn dự thỏa "
        "hiệp nghị cuộc chương hoạt buổi lần mục điểm nhóm tổ chi cơ đơn lĩnh nội nhiệm khóa vấn "
        "bài bức chiếc cuốn trường bệnh doanh công ngày tháng năm tuần giờ phút học sinh nhà nghệ "
        "bạn giải câu con cây khu làng phòng trang gian quầy suất phần bước trụ kiến kênh đội hạng "
        "loại tác chuyến cán thành viên quỹ cầu tuyến triệu tỷ nghìn ngàn trăm mươi hạt "
        "cụm bên sự ý ủy ban tòa di"
    )
)
NOT_FIVE_BEFORE = frozenset(
    listed(
        "hàng hằng mỗi một hai ba bốn sáu bảy tám chín mười mươi nhiều những các cả cuối đầu giữa "
        "qua đón số vài mấy nửa suốt ngày tháng trăm nghìn triệu rưỡi"
    )
)
KIN_VI = frozenset(listed("anh chị cô chú bác ông bà dì cậu em"))  # anh Ba is a name
NOT_THREE = ("ông", "bà", "của", "ngã")
FEW_VI = ("vài", "dăm", "đôi", "mấy")  # vài ba: a few
# Words that make no number of "ba" (ba lô), nor of "chín" (nấu chín).
NOT_THREE_AFTER = frozenset(listed("lô má mẹ gác chỉ rọi toong hoa phải con"))
NOT_NINE_BEFORE = frozenset(listed("nấu quả lúa gạo cơm trái vừa hơi đã sắp luộc hấp nướng xào"))
# Words after which one capital letter I, V or X is a number.
ROMAN_BEFORE = frozenset(
    listed(
        "hội khóa thứ kỳ quý kỷ tập chương phần hạng lần đợt nhóm loại khối cấp bậc vòng số "
        "congress term chapter part section volume article session class phase war round grade "
        "category type quarter stage book no congresses phụ mục tier group khoá"
    )
)
DAY_PARTS_VI = {"sáng": 0, "trưa": 0, "chiều": 12, "tối": 12, "đêm": 12, "khuya": 12}


ROMAN = re.compile(r"(?=[IVXL])(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})")
