"""People: Vietnamese names of persons in a text. Nothing here judges them.

A name is found by its family name; the few dozen there are cover nearly everybody. Family
names that are as often the beginning of a place's name need a title before them.

Source: Lê Trung Hoa, "Họ và tên người Việt Nam" (Khoa học Xã hội, 2005), the commonest ones.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Person(NamedTuple):
    """A name as it stands in a text."""

    start: int
    end: int
    written: str

    @property
    def name(self) -> str:
        """Return the name with single spaces."""
        return " ".join(self.written.split())


_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Phan|Huỳnh|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Đinh|Trịnh|Đào|Phùng|Trương|"
    "Tạ|Chu|Lưu|Đàm|Quách|Nghiêm|Thân|Triệu|Doãn|Khuất|Hoàng(?! (?:Thành|Cung|Gia)(?!\\w))"
)
# As common in names of places, or as a word: Cao Bằng, Mai Châu, La Habana, Đoàn Bản Mai.
_DOUBTFUL = (
    "Hà|Hồ|Mai|Cao|Lý|Tô|Thái|Tống|Kiều|Bạch|An|La|Lâm|Lương|Châu|Từ|Tôn|Đồng|Giang|Hứa|Kim|Lại|"
    "Lục|Mạc|Mạch|Nhâm|Phí|Quan|Thạch|Tăng|Tiêu|Trang|Văn|Viên|Đậu|Đới|Đoàn|Vương"
)
_TITLES = (
    "ông|bà|cô|anh|chị|bác|đồng chí|giáo sư|tiến sĩ|thạc sĩ|luật sư|bác sĩ|nhà báo|nhà văn|"
    r"nhà thơ|nhạc sĩ|họa sĩ|nghệ sĩ|thiếu tướng|trung tướng|đại tá|gs|ts|pgs|ths|nsnd|nsưt"
)
_ROLES = (
    "chủ tịch|phó chủ tịch|bí thư|phó bí thư|giám đốc|phó giám đốc|bộ trưởng|thứ trưởng|"
    "thủ tướng|trưởng ban|phó trưởng ban|đại sứ|thường trực"
)
# A street, a school or a prize is called after a person, and is no person.
_PLACES = (
    "đường|phố|ngõ|quận|huyện|phường|xã|tỉnh|thành phố|thị xã|làng|trường|trường thpt|đại học|"
    "viện|bảo tàng|nhà hát|cung|công viên|vườn hoa|quảng trường|cầu|hồ|sông|núi|ga|bến|cảng|"
    "giải|giải thưởng|quỹ|chùa|đền|lăng|phủ|nhà tù|bệnh viện|công ty|nhà xuất bản|quần đảo|"
    "đảo|biển|khu|dãy|cao nguyên|sân bay|di tích|triều|nhà|thời|khu di tích|hoàng thành"
)
_LETTERS = "".join(chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))
_UPPER = "A-Z" + "".join(filter(str.isupper, _LETTERS))
_LOWER = "a-z" + "".join(filter(str.islower, _LETTERS))
_GIVEN = rf"[{_UPPER}][{_LOWER}]{{0,6}}"
_SPACE = "[ \n\u00a0]"
# Each begins with letters, so that a search can leap; what stands before is looked at apart.
_SURE = re.compile(rf"(?:{_FAMILY})(?P<given>(?:{_SPACE}{_GIVEN}(?!\w)){{1,4}})")
_TITLED = re.compile(rf"(?:{_DOUBTFUL})(?:{_SPACE}{_GIVEN}(?!\w)){{1,4}}")
_TITLE = re.compile(rf"(?<!\w)(?:{_TITLES})[.]?{_SPACE}+$", re.IGNORECASE)
# A full stop ends a sentence, but for these: then a name may follow.
_AFTER_TITLE = re.compile(rf"(?<!\w)(?:{_TITLES}|{_ROLES}|(?:gs|ts|pgs|ths)[.])\s*$", re.IGNORECASE)
_AFTER_PLACE = re.compile(rf"(?<!\w)(?:(?:{_PLACES})\s+|[0-9]+\s+)$", re.IGNORECASE)
_BEFORE = 24  # letters before a name that may hold a title


def find_people(text: str) -> list[Person]:
    """Find the whole names of persons in Vietnamese text (NFC), family name first.

    A name of two syllables counts only behind a title, "Hà" and the like only behind that of
    a person, and nothing behind the word for a street or another thing that bears a name.
    """
    sure = [_person(match) for match in _SURE.finditer(text) if _is_sure(match)]
    titled = [
        _person(match)
        for match in _TITLED.finditer(text)
        if _TITLE.search(text, max(match.start() - _BEFORE, 0), match.start())
    ]
    return sorted(sure + titled)


def _person(match: re.Match[str]) -> Person:
    return Person(*match.span(), match.group())


def _is_sure(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - _BEFORE, 0) : match.start()]
    if before[-1:].isalnum():
        return False
    if _AFTER_PLACE.search(before):
        return False
    return len(match["given"].split()) > 1 or bool(_AFTER_TITLE.search(before))
