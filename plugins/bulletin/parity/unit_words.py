"""Money and measures: what stands after a number. Only tables live here."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from plugins.bulletin.parity.words import listed

CURRENCIES_VI = {
    "đồng": "VND", "vnd": "VND", "vnđ": "VND", "đ": "VND", "usd": "USD", "đô la": "USD",
    "đô la mỹ": "USD", "đô la úc": "AUD", "eur": "EUR", "euro": "EUR", "yên": "JPY",
    "jpy": "JPY", "won": "KRW", "krw": "KRW", "nhân dân tệ": "CNY", "cny": "CNY", "ndt": "CNY",
    "bảng anh": "GBP", "gbp": "GBP", "rúp": "RUB", "rub": "RUB", "kíp": "LAK",
    "lak": "LAK", "baht": "THB", "bạt": "THB", "thb": "THB", "riel": "KHR", "franc": "CHF",
    "rupee": "INR", "aud": "AUD", "zloty": "PLN", "złoty": "PLN", "tugrik": "MNT", "tenge": "KZT",
    "peso": "PESO", "rand": "ZAR", "rupiah": "IDR", "ringgit": "MYR", "forint": "HUF",
    "hryvnia": "UAH", "lira": "TRY", "sgd": "SGD", "chf": "CHF", "dirham": "DIRHAM",
}  # fmt: skip
CURRENCIES_EN = {
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
_DOLLARS = {
    "úc": "AUD",
    "singapore": "SGD",
    "canada": "CAD",
    "hồng kông": "HKD",
    "hong kong": "HKD",
}
CURRENCIES_VI |= {f"đô la {country}": code for country, code in _DOLLARS.items()}
CURRENCIES_VI |= {"việt nam đồng": "VND", "mỹ kim": "USD", "ơ rô": "EUR", "bảng ai cập": "GBP"}
CURRENCIES_EN |= {f"{country} dollars": code for country, code in _DOLLARS.items()}
CURRENCIES_EN |= {"canadian dollars": "CAD", "cents": "cent", "cent": "cent"}
# Letters before a dollar sign that say whose it is; none is a US dollar.
DOLLARS = {"a": "AUD", "s": "SGD", "c": "CAD", "ca": "CAD", "hk": "HKD", "us": "USD", "u": "USD"}
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₫": "VND", "₩": "KRW"}

_LENGTHS = {"km": "km", "m": "m", "cm": "cm", "mm": "mm", "km²": "km²", "m²": "m²", "m³": "m³"}
_LENGTHS |= {"km2": "km²", "m2": "m²", "m3": "m³"}
_PLAIN = {**_LENGTHS, "ha": "ha", "kg": "kg", "g": "g", "kwh": "kWh", "mw": "MW", "kw": "kW"}
UNITS_VI = {
    **_PLAIN, "ki lô mét": "km", "kilômét": "km", "cây số": "km", "mét": "m", "dặm": "mile",
    "mét vuông": "m²", "mét khối": "m³", "ki lô mét vuông": "km²", "km vuông": "km²",
    "hecta": "ha", "héc ta": "ha", "tấn": "t", "tạ": "quintal", "ki lô gam": "kg", "kilôgam": "kg",
    "cân": "kg", "gam": "g", "lít": "l", "giây": "second", "phút": "minute", "giờ": "hour",
    "tiếng": "hour", "tiếng đồng hồ": "hour", "ngày": "day", "tuần": "week", "tháng": "month",
    "năm": "year", "thập kỷ": "decade", "thập niên": "decade", "thế kỷ": "century",
    "xăng ti mét": "cm", "độ c": "°", "độ": "°", "ký": "kg", "kí": "kg", "phân": "cm",
    "lạng": "lạng", "yến": "yến", "hải lý": "nautical mile",
}  # fmt: skip
UNITS_EN = {
    **_PLAIN, "sq km": "km²", "square km": "km²", "sq m": "m²", "acre": "acre", "inch": "inch",
    "feet": "foot", "foot": "foot", "degree celsius": "°", "degrees celsius": "°",
    "degree": "°", "nautical mile": "nautical mile",
    "hectare": "ha", "tonne": "t", "ton": "t", "metric ton": "t", "kilo": "kg",
    "gram": "g", "mile": "mile", "kilogram": "kg", "kilogramme": "kg",
}  # fmt: skip
for _size, _short in (("kilo", "k"), ("centi", "c"), ("milli", "m"), ("", "")):
    for _ending in ("metre", "meter"):
        UNITS_EN[_size + _ending] = f"{_short}m"
        UNITS_EN[f"square {_size}{_ending}"] = f"{_short}m²"
        UNITS_EN[f"cubic {_size}{_ending}"] = f"{_short}m³"
UNITS_EN |= {"litre": "l", "liter": "l"}
UNITS_EN |= {
    word: word for word in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
}
UNITS_EN |= {f"{word}s": unit for word, unit in list(UNITS_EN.items()) if len(word) > 3}
UNITS_EN |= {"inches": "inch", "days": "day", "century": "century", "centuries": "century"}

# Units as multiples of another one, so that 90 minutes are an hour and a half.
BASES: Mapping[str, tuple[str, int | Decimal]] = {
    "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86_400),
    "week": ("second", 604_800), "year": ("month", 12), "decade": ("month", 120),
    "century": ("month", 1200), "km": ("m", 1000), "cm": ("m", Decimal("0.01")),
    "ha": ("m²", 10_000), "km²": ("m²", 1_000_000), "kg": ("g", 1000), "t": ("g", 1_000_000),
    "quintal": ("g", 100_000), "yến": ("g", 10_000), "lạng": ("g", 100),
}  # fmt: skip

# Words for money that mean something else with a small number: 12 won medals, 3 kíp thợ.
LARGE_ONLY = ("won", "kíp", "bảng", "kip")
LARGE = 1000
# Words after "đồng" and "đô" with which they are no money: 5 đồng chí, 3 đô thị.
NOT_MONEY_VI = frozenset(
    listed(
        "chí bào đội nghiệp minh loại thời hồ niên phục tác bằng ruộng đẳng hương môn diễn tháp "
        "thị vật đốc hộ thành"
    )
)
