"""Queries of the real content: what is typed on which page, and what must come first.

The address is that of a result of the page's own language; `place` is where it may stand at the
latest, 1 for the first. Forms of one word that must find the same stand side by side.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

ABOUT_NUMBERS = "doc-ten-mot-van-ban"
FRONT = "muoi-nam-doi-ngoai-nhan-dan"
TALKS = "ha-noi-vieng-chan"


class Query(NamedTuple):
    """One query: the page's language, what is typed, and a part of the address to be found."""

    language: str
    text: str
    address: str
    place: int = 1


def nfd(text: str) -> str:
    """Return text as some keyboards send it: letters and marks apart."""
    return unicodedata.normalize("NFD", text)


QUERIES = (
    # Friendship, in every way of typing it.
    Query("vi", "Hội hữu nghị Việt Nam Đức", "/hoi-thanh-vien/germany/"),
    Query("vi", "hoi huu nghi viet nam duc", "/hoi-thanh-vien/germany/"),
    Query("vi", nfd("Hội Hữu Nghị Việt Nam Đức"), "/hoi-thanh-vien/germany/"),
    Query("vi", "HỘI HỮU NGHỊ VIỆT NAM ĐỨC", "/hoi-thanh-vien/germany/"),
    Query("vi", "hữu nghị cuba", "/hoi-thanh-vien/cuba/"),
    Query("vi", "huu nghi nhat ban", "/hoi-thanh-vien/japan/"),
    Query("vi", "Hội Việt – Mỹ", "/hoi-thanh-vien/united-states/"),
    Query("vi", "hoi viet my", "/hoi-thanh-vien/united-states/"),
    # đ.
    Query("vi", "đối ngoại nhân dân", "/van-ban/12-ct-tw/"),
    Query("vi", "doi ngoai nhan dan", "/van-ban/12-ct-tw/"),
    Query("vi", nfd("đối ngoại nhân dân"), "/van-ban/12-ct-tw/"),
    Query("vi", "mười năm đối ngoại nhân dân", FRONT),
    Query("vi", "muoi nam doi ngoai nhan dan", FRONT),
    Query("vi", "đại hội V", "dai-hoi-v-lien-hiep", 3),
    Query("vi", "dai hoi v lien hiep", "dai-hoi-v-lien-hiep", 3),
    Query("vi", "đọc tên một văn bản", ABOUT_NUMBERS),
    Query("vi", "doc ten mot van ban", ABOUT_NUMBERS),
    # Cities by every name.
    Query("vi", "Viêng Chăn", "/doi-tac/vientiane/"),
    Query("vi", "vieng chan", "/doi-tac/vientiane/"),
    Query("vi", "Vientiane", "/doi-tac/vientiane/"),
    Query("vi", "Viên Chăn", "/doi-tac/vientiane/"),
    Query("vi", "Hà Nội Viêng Chăn hai ngày", TALKS),
    Query("vi", "Bắc Kinh", "/doi-tac/beijing/"),
    Query("vi", "bac kinh", "/doi-tac/beijing/"),
    Query("vi", "Beijing", "/doi-tac/beijing/"),
    Query("vi", "北京", "/doi-tac/beijing/"),
    Query("vi", "Xơ-un", "/doi-tac/seoul/"),
    Query("vi", "Mátxcơva", "/doi-tac/moscow/", 2),
    Query("vi", "matxcova", "/doi-tac/moscow/", 2),
    Query("en", "Vientiane", "/en/partners/vientiane/"),
    Query("en", "Viêng Chăn", "/en/partners/vientiane/"),
    Query("en", "vieng chan", "/en/partners/vientiane/"),
    Query("en", "Peking", "/en/partners/beijing/"),
    Query("en", "Moscow", "/en/partners/moscow/", 2),
    Query("en", "seoul", "/en/partners/seoul/"),
    Query("en", "Saint Petersburg", "/en/partners/saint-petersburg/"),
    # Numbers of documents.
    Query("vi", "12-CT/TW", "/van-ban/12-ct-tw/"),
    Query("vi", "12 ct/tw", "/van-ban/12-ct-tw/"),
    Query("vi", "05 TT/TU", "/van-ban/05-tt-tu/"),
    Query("vi", "05-TT/TU", "/van-ban/05-tt-tu/"),
    Query("vi", "48/KH-LHHN", "/van-ban/48-kh-lhhn/"),
    Query("en", "12-CT/TW", "/en/documents/12-ct-tw/"),
    Query("en", "05 TT/TU", "/en/documents/05-tt-tu/"),
    Query("en", "15-NQ/TW", "/en/documents/15-nq-tw/"),
    # Words of articles and associations.
    Query("en", "Minsk cooperation programme", "hanoi-and-minsk", 2),
    Query("en", "people-to-people diplomacy ten years", "ten-years-of-people-to-people"),
    Query("en", "friendship association cuba", "/en/associations/cuba/"),
    Query("en", "Vietnam Germany", "/en/associations/germany/"),
    Query("en", "Nguyễn Lan Hương", "the-hanoi-unions-fifth-congress", 2),
    Query("en", "nguyen lan huong", "the-hanoi-unions-fifth-congress", 2),
    Query("vi", "kanagawa gyeonggi", "kanagawa-va-gyeonggi"),
    Query("vi", "so ket giua nam 2025", "so-ket-giua-nam-2025"),
)
