"""Words: how each language writes numbers, months, money and measures. Only tables live here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plugins.bulletin.text import Language

# How sure a word is to be a fact: GHOST only answers to one, SOFT differs only from another.
GHOST, SOFT, STRICT = 0, 1, 2

# Bounds of a number, as letters: m more, l less or nearly, a about, n at least, x at most.
# A dot tells that the word may have another sense, so that no bound at all fits too.
MORE, LESS, ABOUT, LEAST, MOST = "m", "l", "a", "n", "x"

_NUMBERS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_MONTHS_EN = (
    "january february march april may june july august september october november december"
).split()

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

_SCALES_VI = {
    "chục": 10, "tá": 12, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000,
    "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_SCALES_EN = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "trillion": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip

_CURRENCIES_VI = {
    "đồng": "VND", "vnd": "VND", "vnđ": "VND", "đ": "VND", "usd": "USD", "đô la": "USD",
    "đô la mỹ": "USD", "đô la úc": "AUD", "eur": "EUR", "euro": "EUR", "yên": "JPY",
    "jpy": "JPY", "won": "KRW", "krw": "KRW", "nhân dân tệ": "CNY", "cny": "CNY", "ndt": "CNY",
    "bảng anh": "GBP", "gbp": "GBP", "rúp": "RUB", "rub": "RUB", "kíp": "LAK",
    "lak": "LAK", "baht": "THB", "bạt": "THB", "thb": "THB", "riel": "KHR", "franc": "CHF",
    "rupee": "INR", "aud": "AUD", "zloty": "PLN", "złoty": "PLN", "tugrik": "MNT", "tenge": "KZT",
    "peso": "PESO", "rand": "ZAR", "rupiah": "IDR", "ringgit": "MYR", "forint": "HUF",
    "hryvnia": "UAH", "lira": "TRY", "sgd": "SGD", "chf": "CHF", "dirham": "DIRHAM",
}  # fmt: skip
_CURRENCIES_EN = {
    "dong": "VND", "đồng": "VND", "vietnamese dong": "VND", "vietnam dong": "VND", "vnd": "VND",
    "usd": "USD", "dollar": "USD", "dollars": "USD", "us dollars": "USD", "us dollar": "USD",
    "u s dollars": "USD", "american dollars": "USD", "australian dollars": "AUD", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "japanese yen": "JPY", "jpy": "JPY",
    "won": "KRW", "korean won": "KRW", "south korean won": "KRW", "krw": "KRW", "yuan": "CNY",
    "chinese yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "pound": "GBP",
    "pounds": "GBP", "pounds sterling": "GBP", "british pounds": "GBP", "gbp": "GBP",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rub": "RUB",
    "russian roubles": "RUB", "russian rubles": "RUB", "kip": "LAK", "lao kip": "LAK",
    "lak": "LAK", "baht": "THB", "thai baht": "THB", "thb": "THB", "riel": "KHR",
    "riels": "KHR", "swiss francs": "CHF", "franc": "CHF", "francs": "CHF", "rupee": "INR",
    "rupees": "INR", "aud": "AUD", "zloty": "PLN", "złoty": "PLN", "zlotys": "PLN",
    "tugrik": "MNT", "tugriks": "MNT", "tenge": "KZT", "peso": "PESO", "pesos": "PESO",
    "rand": "ZAR", "rupiah": "IDR", "ringgit": "MYR", "forint": "HUF", "forints": "HUF",
    "hryvnia": "UAH", "lira": "TRY", "sgd": "SGD", "chf": "CHF", "dirhams": "DIRHAM",
}  # fmt: skip
_DOLLARS = {"úc": "AUD", "singapore": "SGD", "canada": "CAD", "hồng kông": "HKD", "hong kong": "HKD"}
_CURRENCIES_VI |= {f"đô la {country}": code for country, code in _DOLLARS.items()}
_CURRENCIES_VI |= {"việt nam đồng": "VND", "mỹ kim": "USD", "ơ rô": "EUR", "bảng ai cập": "GBP"}
_CURRENCIES_EN |= {f"{country} dollars": code for country, code in _DOLLARS.items()}
_CURRENCIES_EN |= {"canadian dollars": "CAD", "cents": "cent", "cent": "cent"}
# Letters before a dollar sign that say whose it is; none is a US dollar.
DOLLARS = {"a": "AUD", "s": "SGD", "c": "CAD", "ca": "CAD", "hk": "HKD", "us": "USD", "u": "USD"}
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₫": "VND", "₩": "KRW"}

_LENGTHS = {"km": "km", "m": "m", "cm": "cm", "mm": "mm", "km²": "km²", "m²": "m²", "m³": "m³"}
_LENGTHS |= {"km2": "km²", "m2": "m²", "m3": "m³"}
_PLAIN = {**_LENGTHS, "ha": "ha", "kg": "kg", "g": "g", "kwh": "kWh", "mw": "MW", "kw": "kW"}
_UNITS_VI = {
    **_PLAIN, "ki lô mét": "km", "kilômét": "km", "cây số": "km", "mét": "m", "dặm": "mile",
    "mét vuông": "m²", "mét khối": "m³", "ki lô mét vuông": "km²", "km vuông": "km²",
    "hecta": "ha", "héc ta": "ha", "tấn": "t", "tạ": "quintal", "ki lô gam": "kg", "kilôgam": "kg",
    "cân": "kg", "gam": "g", "lít": "l", "giây": "second", "phút": "minute", "giờ": "hour",
    "tiếng": "hour", "tiếng đồng hồ": "hour", "ngày": "day", "tuần": "week", "tháng": "month",
    "năm": "year", "thập kỷ": "decade", "thập niên": "decade", "thế kỷ": "century",
    "xăng ti mét": "cm", "độ c": "°", "độ": "°", "ký": "kg", "kí": "kg", "phân": "cm",
    "lạng": "lạng", "yến": "yến", "hải lý": "nautical mile",
}  # fmt: skip
_UNITS_EN = {
    **_PLAIN, "sq km": "km²", "square km": "km²", "sq m": "m²", "acre": "acre", "inch": "inch",
    "feet": "foot", "foot": "foot", "degree celsius": "°", "degrees celsius": "°",
    "degree": "°", "nautical mile": "nautical mile", "hectare": "ha", "tonne": "t", "ton": "t", "metric ton": "t", "kilo": "kg",
    "gram": "g", "mile": "mile", "kilogram": "kg", "kilogramme": "kg",
}  # fmt: skip
for _size, _short in (("kilo", "k"), ("centi", "c"), ("milli", "m"), ("", "")):
    for _ending in ("metre", "meter"):
        _UNITS_EN[_size + _ending] = f"{_short}m"
        _UNITS_EN[f"square {_size}{_ending}"] = f"{_short}m²"
        _UNITS_EN[f"cubic {_size}{_ending}"] = f"{_short}m³"
_UNITS_EN |= {"litre": "l", "liter": "l"}
_UNITS_EN |= {
    word: word for word in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
}
_UNITS_EN |= {f"{word}s": unit for word, unit in list(_UNITS_EN.items()) if len(word) > 3}
_UNITS_EN |= {"inches": "inch", "days": "day", "century": "century", "centuries": "century"}

# Units as multiples of another one, so that 90 minutes are an hour and a half.
BASES: Mapping[str, tuple[str, int | Decimal]] = {
    "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86_400),
    "week": ("second", 604_800), "year": ("month", 12), "decade": ("month", 120),
    "century": ("month", 1200), "km": ("m", 1000), "cm": ("m", Decimal("0.01")),
    "ha": ("m²", 10_000), "km²": ("m²", 1_000_000), "kg": ("g", 1000), "t": ("g", 1_000_000),
    "quintal": ("g", 100_000), "yến": ("g", 10_000), "lạng": ("g", 100),
}  # fmt: skip

_BOUNDS_VI = {
    "hơn": "m", "trên": "m.", "quá": "m.", "vượt": "m.", "vượt quá": "m", "vượt mức": "m",
    "nhiều hơn": "m", "lớn hơn": "m", "cao hơn": "m.", "gần": "l", "dưới": "l", "ngót": "l",
    "chưa đầy": "l", "chưa đến": "l", "chưa tới": "l", "không đầy": "l", "suýt soát": "l",
    "ít hơn": "l", "thấp hơn": "l.", "khoảng": "a", "chừng": "a", "xấp xỉ": "a", "ước": "a.",
    "khoảng hơn": "am", "ước chừng": "a", "ước tính": "a.", "ước khoảng": "a", "độ": "a.",
    "tầm": "a.", "ít nhất": "n", "tối thiểu": "n", "không dưới": "n", "tối đa": "x.",
    "không quá": "x.", "lên tới": "x.", "lên đến": "x.", "tới": "x.", "đến": "x.",
    "nhiều nhất": "x.", "không ít hơn": "n", "trên dưới": "a", "hơn kém": "a", "ngoài": "m.",
    "cỡ": "a.", "non": "l.",
}  # fmt: skip
_BOUNDS_EN = {
    "more than": "m", "greater than": "m", "over": "m.", "above": "m.", "exceeding": "m",
    "exceeded": "m", "exceeds": "m", "exceed": "m", "upwards of": "m", "just over": "m",
    "well over": "m", "a little over": "m", "slightly more than": "m", "topped": "m.",
    "surpassing": "m", "surpassed": "m", "past": "m.", "beyond": "m.", "nearly": "l",
    "almost": "l", "close to": "l", "less than": "l", "fewer than": "l", "under": "l",
    "below": "l", "just under": "l", "not quite": "l", "short of": "l.", "approaching": "l",
    "about": "a.", "around": "a.", "some": "a.", "approximately": "a", "roughly": "a",
    "an estimated": "a", "estimated": "a.", "circa": "a", "at least": "n", "no fewer than": "n",
    "no less than": "n", "not less than": "n", "not fewer than": "n", "a minimum of": "n",
    "minimum": "n.", "up to": "x.", "as many as": "x.", "as much as": "x.", "at most": "x.",
    "no more than": "x.", "not more than": "x.", "a maximum of": "x.", "not exceeding": "x.",
    "maximum": "x.", "under the age of": "l", "over the age of": "m", "below the age of": "l",
    "above the age of": "m", "aged under": "l", "aged over": "m", "older than": "m",
    "younger than": "l", "higher than": "m.", "in excess of": "m", "a little less than": "l",
    "a little under": "l", "slightly over": "m", "somewhat over": "m", "fully": ".",
}  # fmt: skip
# "rẻ hơn 10.000 đồng" is 10,000 dong cheaper, not more than so much.
_BOUNDS_VI |= {
    f"{word} hơn": "m."
    for word in (
        "nhiều lớn cao dài rộng sâu xa đông đắt nặng già tốt nhanh sớm mạnh dày khá tăng "
        "ngắn nhỏ rẻ chậm muộn trẻ kém nhẹ hẹp mỏng yếu nóng lạnh mát ấm gần giỏi trội"
    ).split()
}
_BOUNDS_VI |= {"ít hơn": "l.", "thấp hơn": "l.", "dưới": "l."}
_BOUNDS_EN |= {"under": "l.", "below": "l."}
_COMPARED = {
    "older later higher bigger longer larger taller heavier more greater wider deeper": ("m", "x."),
    "younger earlier lower smaller shorter less fewer lighter": ("l", "n"),
}
for _words, (_plain_bound, _negated) in _COMPARED.items():
    for _word in _words.split():
        _BOUNDS_EN.setdefault(f"{_word} than", _plain_bound)
        _BOUNDS_EN |= {f"{_no} {_word} than": _negated for _no in ("no", "not", "never")}

_AFTER_VI = {"trở lên": "n", "trở xuống": "x."}
_AFTER_EN = {"or more": "n", "or so": "a", "plus": "n.", "odd": "am", "or fewer": "x.", "or less": "x."}
_AFTER_EN |= {f"{_joint} {_word}": "n" for _joint in ("and", "or") for _word in ("over", "above", "older", "up", "upwards")}
_AFTER_EN |= {f"{_joint} {_word}": "x." for _joint in ("and", "or") for _word in ("under", "below", "younger")}

# fmt: off
# What "năm" counts where it means five and not a year.
COUNTED_VI = frozenset((
    "người đại biểu nước quốc địa đối thành tỉnh quận huyện xã phường văn bản hội đoàn dự thỏa hiệp "
    "nghị cuộc chương hoạt buổi lần mục điểm nhóm tổ chi cơ đơn lĩnh nội nhiệm khóa vấn bài bức "
    "chiếc cuốn trường bệnh doanh công ngày tháng năm tuần giờ phút học sinh nhà nghệ bạn giải câu "
    "con cây khu làng phòng trang gian quầy suất phần bước trụ kiến kênh đội hạng loại tác chuyến "
    "cán thành viên quỹ cầu tuyến triệu tỷ nghìn ngàn trăm mươi hạt cụm bên sự ý ủy ban tòa di"
).split())
NOT_FIVE_BEFORE = frozenset((
    "hàng hằng mỗi một hai ba bốn sáu bảy tám chín mười mươi nhiều những các cả cuối đầu giữa "
    "qua đón số vài mấy nửa suốt ngày tháng trăm nghìn triệu rưỡi"
).split())
# Words that turn "more than" into "at most" further on in the sentence.
NEGATIONS = frozenset((
    "không chưa chẳng đừng cấm no not never nobody none without cannot nor neither rarely seldom"
).split())
KIN_VI = frozenset("anh chị cô chú bác ông bà dì cậu em".split())  # anh Ba is a name
FEW_VI = ("vài", "dăm", "đôi", "mấy")  # vài ba: a few
# Words that make no number of "ba" (ba lô), nor of "chín" (nấu chín).
NOT_THREE_AFTER = frozenset("lô má mẹ gác chỉ rọi toong hoa phải con".split())
NOT_NINE_BEFORE = frozenset("nấu quả lúa gạo cơm trái vừa hơi đã sắp luộc hấp nướng xào".split())
# Words after which one capital letter I, V or X is a number.
ROMAN_BEFORE = frozenset((
    "hội khóa thứ kỳ quý kỷ tập chương phần hạng lần đợt nhóm loại khối cấp bậc vòng số "
    "congress term chapter part section volume article session class phase war round grade "
    "category type quarter stage book no congresses phụ mục tier group khoá"
).split())
# fmt: on
DAY_PARTS_VI = {"sáng": 0, "trưa": 0, "chiều": 12, "tối": 12, "đêm": 12, "khuya": 12}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one to three words with what they mean, longest first."""

    meanings: Mapping[str, str]
    longest: Mapping[str, int]  # by first word, for phrases read forwards
    longest_back: Mapping[str, int]  # by last word, for phrases read backwards


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All tables of one language. `groups` and `point` part and end a whole number."""

    groups: str
    point: str
    scales: Mapping[str, int]
    currencies: Phrases
    units: Phrases
    bounds: Phrases
    after: Phrases
    months: Mapping[str, int]
    percent: Phrases


def _phrases(meanings: Mapping[str, str]) -> Phrases:
    return Phrases(meanings, _longest(meanings, 0), _longest(meanings, -1))


def _longest(phrases: Iterable[str], end: int) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        longest[words[end]] = max(longest.get(words[end], 0), len(words))
    return longest


VOCABULARIES: Mapping[Language, Vocabulary] = {
    "vi": Vocabulary(
        ".",
        ",",
        _SCALES_VI,
        _phrases(_CURRENCIES_VI),
        _phrases(_UNITS_VI),
        _phrases(_BOUNDS_VI),
        _phrases(_AFTER_VI),
        MONTHS_VI,
        _phrases({"phần trăm": "%", "điểm phần trăm": "%"}),
    ),
    "en": Vocabulary(
        ",",
        ".",
        _SCALES_EN,
        _phrases(_CURRENCIES_EN),
        _phrases(_UNITS_EN),
        _phrases(_BOUNDS_EN),
        _phrases(_AFTER_EN),
        MONTHS_EN,
        _phrases(
            {
                "percent": "%",
                "per cent": "%",
                "pct": "%",
                "percentage points": "%",
                "percentage point": "%",
            }
        ),
    ),
}

# Words for money that mean something else with a small number: 12 won medals, 3 kíp thợ.
LARGE_ONLY = ("won", "kíp", "bảng", "kip")
LARGE = 1000
# Words after "đồng" and "đô" with which they are no money: 5 đồng chí, 3 đô thị.
NOT_MONEY_VI = frozenset((
    "chí bào đội nghiệp minh loại thời hồ niên phục tác bằng ruộng đẳng hương môn diễn tháp "
    "thị vật đốc hộ thành"
).split())

ROMAN = re.compile(r"(?=[IVXL])(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})")
