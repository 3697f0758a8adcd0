"""Drawing of cards: words on paper, in ink and the bulletin's colour, as a PNG of 16 shades."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from msgspec import Struct
from PIL import Image, ImageColor, ImageDraw

from plugins.bulletin.pictures.cards import HEIGHT, WIDTH, Card
from plugins.bulletin.pictures.faces import Family
from plugins.bulletin.pictures.typesetting import Run, break_lines, set_line, width_of

PAPER = (251, 247, 239)
INK = (29, 25, 22)
_MARGIN = 80
_BAND = 15  # the lowest row of the coloured band
_BEARING = 3  # what large letters leave free at their left
_ASCENT = 1.02  # of a first line, with the marks above capitals
SIZES = (84, 76, 68, 60, 54, 48, 42)  # of the title, the largest that fits
_TITLE_TOP, _TITLE_HEIGHT = 172, 330
_LEADING = 1.26  # two marks above a capital and one below the line before it do not touch
_SHADES = 8  # of one colour on paper; two such scales make a palette of four bits


class _Sheet(Struct, frozen=True):
    """How much of each colour lies on the paper, and the family that words are set in."""

    family: Family
    ink: Image.Image
    accent: Image.Image

    def put(self, text: str, left: int, base: int, *, size: int, weight: int = 700) -> None:
        """Set a line in ink from its left end, standing on `base`; all are pixels."""
        _put(self.ink, (left, base), self.line(text, size, weight))

    def line(self, text: str, size: int, weight: int) -> tuple[Run, ...]:
        """Return the runs of a line."""
        return set_line(text, self.family.of_weight(weight), size)


def draw(card: Card, family: Family) -> bytes:
    """Draw a card and return its PNG."""
    sheet = _Sheet(family, Image.new("L", (WIDTH, HEIGHT)), Image.new("L", (WIDTH, HEIGHT)))
    ImageDraw.Draw(sheet.accent).rectangle((0, 0, WIDTH, _BAND), fill=255)
    sheet.put(card.name, _MARGIN, 96, size=36)
    _rule(sheet, 140)
    _title(card.title, sheet)
    _rule(sheet, 520)
    _foot(card, sheet)
    return _png(sheet, card.accent)


def _title(title: str, sheet: _Sheet) -> None:
    size, lines = fit(title, sheet.family)
    step = round(size * _LEADING)
    first = _TITLE_TOP + (_TITLE_HEIGHT - step * len(lines)) // 2 + round(size * _ASCENT)
    for number, line in enumerate(lines):
        sheet.put(line, _MARGIN - _BEARING, first + number * step, size=size)


def fit(title: str, family: Family) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits, and its lines; the smallest cuts it."""
    bold, width = family.of_weight(700), WIDTH - 2 * _MARGIN
    for size in SIZES:
        lines = break_lines(title, bold, size=size, width=width)
        room = int(_TITLE_HEIGHT / (size * _LEADING))
        if len(lines) <= room:
            return size, lines
    return size, [*lines[: room - 1], f"{lines[room - 1].rpartition(' ')[0]} …"]


def _foot(card: Card, sheet: _Sheet) -> None:
    _put(sheet.accent, (_MARGIN, 572), sheet.line(card.below, 32, 500))
    place = sheet.line(card.place, 28, 500)
    if width_of(place) + width_of(sheet.line(card.below, 32, 500)) < WIDTH - 3 * _MARGIN:
        _put(sheet.ink, (WIDTH - _MARGIN - round(width_of(place)), 572), place)


def _rule(sheet: _Sheet, top: int) -> None:
    ImageDraw.Draw(sheet.ink).rectangle((_MARGIN, top, WIDTH - _MARGIN, top + 1), fill=255)


def _put(on: Image.Image, where: tuple[int, int], runs: Sequence[Run]) -> None:
    """Draw a line from its left end, standing on the line `where` says."""
    left, base = where
    drawing = ImageDraw.Draw(on)
    for run in runs:
        drawing.text((left, base), run.text, fill=255, font=run.font, anchor="ls")
        left += round(run.width)


def _png(sheet: _Sheet, accent: str) -> bytes:
    """Join both colours; where both are, the accent lies above."""
    steps = [round(level / 255 * (_SHADES - 1)) for level in range(256)]
    joined = sheet.ink.point(steps)
    above = sheet.accent.point([step + _SHADES for step in steps])
    joined.paste(above, mask=sheet.accent.point(_is_any))
    flat = Image.frombytes("P", joined.size, joined.tobytes())
    flat.putpalette(_palette(ImageColor.getrgb(accent)[:3]))
    stream = BytesIO()
    flat.save(stream, "PNG", bits=4, compress_level=6)
    return stream.getvalue()


def _is_any(level: float) -> int:
    return 255 if level else 0


def _palette(accent: Sequence[int]) -> list[int]:
    return [
        round(paper + (full - paper) * step / (_SHADES - 1))
        for colour in (INK, accent)
        for step in range(_SHADES)
        for paper, full in zip(PAPER, colour, strict=True)
    ]
