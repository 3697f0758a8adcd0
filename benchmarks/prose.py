"""Prose: sentences in Vietnamese and English that say the same, drawn from words.yaml.

Knows templates and chance, nothing of articles' fields, files or generators.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from string import Formatter

import yaml

WORDS = Path(__file__).with_name("words.yaml")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ARTICLE = re.compile(r"\b([Aa]) (?=[aeio])")


@dataclass(frozen=True, slots=True)
class Both:
    """One text in both languages."""

    vi: str
    en: str

    def map(self, change: Callable[[str], str]) -> Both:
        """Return both texts changed alike."""
        return Both(change(self.vi), change(self.en))


@dataclass(frozen=True, slots=True)
class Words:
    """What words.yaml holds: bilingual entries by key, and the parts of names."""

    lists: Mapping[str, tuple[Both, ...]]
    names: tuple[tuple[str, ...], ...]


def read_words(path: Path = WORDS) -> Words:
    """Read templates and words."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    names = tuple(tuple(raw.pop(key)) for key in ("family", "middle", "given"))
    lists = {key: tuple(Both(**item) for item in items) for key, items in raw.items()}
    return Words(lists, names)


def join(parts: Iterable[Both], separator: str) -> Both:
    """Join texts in each language."""
    texts = list(parts)
    return Both(
        separator.join(text.vi for text in texts), separator.join(text.en for text in texts)
    )


def capital(text: str) -> str:
    """Begin a text with a capital letter; marks of emphasis may stand before it."""
    start = next((place for place, letter in enumerate(text) if letter.isalnum()), 0)
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


@dataclass(slots=True)
class Writer:
    """Fills templates by chance; the same seed gives the same texts.

    `subjects` fill slots that belong to one article, as `partner`.
    """

    words: Words
    random: Random
    subjects: dict[str, tuple[Both, ...]] = field(default_factory=dict)

    def write(self, kind: str) -> Both:
        """Write one text of a kind of templates, as `title` or `sentence`."""
        template = self.random.choice(self.words.lists[kind])
        slots = sorted({name for _, name, *_ in Formatter().parse(template.vi) if name})
        filled = {name: self.fill(name) for name in slots}
        vi = template.vi.format(**{name: text.vi for name, text in filled.items()})
        en = template.en.format(**{name: text.en for name, text in filled.items()})
        return Both(capital(vi), capital(_ARTICLE.sub(r"\1n ", en)))

    def fill(self, name: str) -> Both:
        """Draw a text for a slot."""
        makers = {"number": self._number, "year": self._year, "day": self._day}
        if name in self.subjects:
            return self.random.choice(self.subjects[name])
        if name == "person":
            return self._person()
        return makers[name]() if name in makers else self.random.choice(self.words.lists[name])

    def _number(self) -> Both:
        number = str(self.random.randint(12, 480))
        return Both(number, number)

    def _year(self) -> Both:
        year = str(self.random.randint(1996, 2015))
        return Both(year, year)

    def _day(self) -> Both:
        day, month = self.random.randint(1, 28), self.random.randint(1, 12)
        year = self.random.randint(2012, 2025)
        return Both(f"{day}/{month}/{year}", f"{day} {MONTHS[month - 1]} {year}")

    def _person(self) -> Both:
        name = " ".join(self.random.choice(part) for part in self.words.names)
        return Both(name, name)
