"""Words around the names of places, in both languages. Lists alone; nothing here reads a text.

They need not be complete: what is not listed makes a name go unrecognised, never the reverse
of what a text says.
"""

from __future__ import annotations

from collections.abc import Mapping

from plugins.bulletin.text import Language

Words = frozenset[str]


def _set(words: str) -> Words:
    return frozenset(words.split())


# What a place is called with its name -> what kind of place that is.
KINDS_BEFORE: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "thành phố": "city",
        "tp": "city",
        "tp.": "city",
        "thủ đô": "city",
        "cố đô": "city",
        "thủ phủ": "city",
        "đô thị": "city",
        "tỉnh": "province",
        "vùng": "region",
        "vùng thủ đô": "region",
        "bang": "state",
        "tiểu bang": "state",
        "quận": "district",
        "huyện": "district",
    },
    "en": {
        "city of": "city",
        "municipality of": "city",
        "province of": "province",
        "prefecture of": "province",
        "region of": "region",
        "state of": "state",
        "district of": "district",
        "county of": "district",
    },
}
KINDS_AFTER: Mapping[Language, Mapping[str, str]] = {
    "vi": {},
    "en": {
        "city": "city",
        "metropolis": "city",
        "province": "province",
        "prefecture": "province",
        "region": "region",
        "state": "state",
        "district": "district",
        "county": "district",
    },
}
# In capitals behind a name this makes another name of it, as that of a university.
CAPITAL_NAMES_ANOTHER = frozenset({"state"})

# Words in small letters inside a name: Rio de Janeiro, University of Tokyo.
JOINING = "d[aeiu]|dos|das|del|della|den|der|des|el|la|le|les|of|sur|upon|von|van|vor|y"

# Words that begin a sentence, and with it a capital letter that means nothing.
STARTERS: Mapping[Language, Words] = {
    "vi": _set(
        "tại ở từ đến tới với và cùng của thăm về sang khi theo nếu do vì còn riêng cả trong ngoài "
        "sau trước giữa nhưng là rời nay cho như ngay chính khác gần qua vào nhờ để bởi"
    ),
    "en": _set(
        "a about across after all along also although among an and around as at because before "
        "besides between beyond both but by during even for from here how if in including inside "
        "its later like meanwhile near neither nor not now of on once only or our outside over "
        "per since so soon than that the their then there these this those though through to "
        "today toward towards under unlike until via visiting what when where whether while why "
        "with within without yet"
    ),
}

# Who speaks or acts for a place: "the Mayor of" a city is no name of something else.
OF_HEADS = _set(
    "administration assembly assemblymen authorities capital chair chairman chairperson citizens "
    "city committee council county delegates delegation delegations deputy district governor "
    "governors government leader leaders mayor mayors municipal municipality office officials "
    "party people peoples prefecture president province region representative representatives "
    "residents secretary state the vice view views visitors"
)

# Vietnamese writes what bears a place's name in small letters: "sông", "đại học" …
# Right before a name it belongs to something else, or to a person.
HEADS: Mapping[Language, Words] = {
    "vi": _set(
        "ông bà cô chú anh chị bác cụ ngài gs ts đường phố ngõ sông hồ núi biển đảo cầu ga bến "
        "cảng vịnh chợ chùa đền trường viện rạp hãng báo tờ đài đội giải cúp quỹ tàu giờ phim vịt "
        "nhóm kênh phường xã làng thôn chữ tên trận vụ khối"
    ),
    "en": frozenset(),
}
# Up to five words before it, with nothing between that ends the phrase.
FAR_HEADS: Mapping[Language, tuple[str, ...]] = {
    "vi": (
        *("đồng chí", "đại học", "cao đẳng", "học viện", "viện", "nhà hát", "nhà máy", "trường"),
        *("nhà xuất bản", "nhà thi đấu", "nhà thờ", "sân bay", "sân vận động", "bảo tàng"),
        *("bệnh viện", "công ty", "tập đoàn", "ngân hàng", "câu lạc bộ", "khách sạn", "thư viện"),
        *(
            "liên hoan",
            "hội chợ",
            "công viên",
            "quảng trường",
            "đại lộ",
            "thỏa thuận",
            "thoả thuận",
        ),
        *("hiệp định", "hiệp ước", "nghị định thư", "công ước", "tuyên bố", "tạp chí", "nhật báo"),
        *("hãng thông tấn", "đài truyền hình", "đài phát thanh", "dàn nhạc", "thế vận hội"),
        *("vườn thú", "tháp", "tòa nhà", "toà nhà", "cung", "chiến dịch", "múi giờ", "festival"),
    ),
    "en": (),
}
STOPS: Mapping[Language, Words] = {
    "vi": _set(
        "tại ở của và với cùng đến tới từ thăm sang về cho trong ngoài do là giữa vào ra khi có đã "
        "sẽ đang được bị này đó các những một để mà thì hay hoặc như theo bởi rời qua gồm"
    ),
    "en": frozenset(),
}
# In small letters right behind a name: what is called after the place.
TAILS: Mapping[Language, Words] = {
    "vi": frozenset({"times", "university"}),
    "en": _set(
        "time river university airport bay stock street road bridge agreement agreements accord "
        "accords declaration protocol treaty convention summit olympics games duck opera"
    ),
}
