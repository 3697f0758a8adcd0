"""Bounds in words: more than, nearly, at least. Only tables live here."""

from __future__ import annotations

from plugins.bulletin.parity.words import listed

# Bounds of a number, as letters: m more, l less or nearly, a about, n at least, x at most.
# A dot tells that the word may have another sense, so that no bound at all fits too.
MORE, LESS, ABOUT, LEAST, MOST = "m", "l", "a", "n", "x"

# Words that turn "more than" into "at most" further on in the sentence.
NEGATIONS = frozenset(
    listed("không chưa chẳng đừng cấm no not never nobody none without cannot nor neither rarely")
)
BOUNDS_VI = {
    "hơn": "m", "trên": "m.", "quá": "m.", "vượt": "m.", "vượt quá": "m", "vượt mức": "m",
    "nhiều hơn": "m", "lớn hơn": "m", "cao hơn": "m.", "gần": "l", "dưới": "l", "ngót": "l",
    "chưa đầy": "l", "chưa đến": "l", "chưa tới": "l", "không đầy": "l", "suýt soát": "l",
    "ít hơn": "l", "thấp hơn": "l.", "khoảng": "a", "chừng": "a", "xấp xỉ": "a", "ước": "a.",
    "khoảng hơn": "am", "ước chừng": "a", "ước tính": "a.", "ước khoảng": "a", "độ": "a.",
    "tầm": "a.", "ít nhất": "n", "tối thiểu": "n", "không dưới": "n", "tối đa": "x.",
    "không quá": "x.", "lên tới": "x.", "lên đến": "x.",
    "nhiều nhất": "x.", "không ít hơn": "n", "trên dưới": "a", "hơn kém": "a", "ngoài": "m.",
    "cỡ": "a.", "non": "l.",
}  # fmt: skip
BOUNDS_EN = {
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
BOUNDS_VI |= {
    f"{word} hơn": "m."
    for word in listed(
        "nhiều lớn cao dài rộng sâu xa đông đắt nặng già tốt nhanh sớm mạnh dày khá tăng "
        "ngắn nhỏ rẻ chậm muộn trẻ kém nhẹ hẹp mỏng yếu nóng lạnh mát ấm gần giỏi trội"
    )
}
BOUNDS_VI |= {"ít hơn": "l.", "thấp hơn": "l.", "dưới": "l."}
BOUNDS_EN |= {"under": "l.", "below": "l."}
_COMPARED = {
    "older later higher bigger longer larger taller heavier more greater wider deeper": ("m", "x."),
    "younger earlier lower smaller shorter less fewer lighter": ("l", "n"),
}
for _words, (_plain_bound, _negated) in _COMPARED.items():
    for _word in listed(_words):
        BOUNDS_EN.setdefault(f"{_word} than", _plain_bound)
        BOUNDS_EN |= {f"{_no} {_word} than": _negated for _no in ("no", "not", "never")}

AFTER_VI = {"trở lên": "n", "trở xuống": "x."}
AFTER_EN = {
    "or more": "n",
    "or so": "a",
    "plus": "n.",
    "odd": "am",
    "or fewer": "x.",
    "or less": "x.",
}
AFTER_EN |= {
    f"{_joint} {_word}": "n"
    for _joint in ("and", "or")
    for _word in ("over", "above", "older", "up", "upwards")
}
AFTER_EN |= {
    f"{_joint} {_word}": "x." for _joint in ("and", "or") for _word in ("under", "below", "younger")
}
