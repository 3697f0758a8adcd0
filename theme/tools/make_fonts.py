"""Cut the two font families down to what the site prints, and measure their fallbacks.

Run by a maintainer when a family is updated; the results are committed:

    npm pack @fontsource/be-vietnam-pro @fontsource-variable/source-serif-4
    python theme/tools/make_fonts.py SANS_PACKAGE SERIF_PACKAGE theme/static/fonts

Needs fontTools and brotli. "Source" is a reserved name of the OFL, so the cut
serif is called Bulletin Serif. Hinting goes: it is half of the weight.
"""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

RANGES = {
    "latin": "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,"
    "U+2002-200D,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,"
    "U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2212",
    "vietnamese": "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,"
    "U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
    "latin-ext": "U+0100-0101,U+0104-010F,U+0112-0127,U+012A-0130,U+0132-0151,"
    "U+0154-0167,U+016A-017F,U+0218-021B,U+2116",
}
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"]
SAMPLE = (
    "Thành phố và các địa phương kết nghĩa tiếp tục mở rộng quan hệ hữu nghị, hợp tác. "
    "The city and its partners keep widening their friendship and cooperation, year by year. "
)


def cut(source: Path, ranges: str, weights: float | tuple[float, float] | None) -> TTFont:
    """Return the font with only `ranges` and, for a variable font, only `weights`."""
    font = TTFont(source)
    if weights is not None:
        font = reopen(instantiateVariableFont(font, {"wght": weights}))
    options = Options(hinting=False, layout_features=FEATURES, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(ranges))
    subsetter.subset(font)
    return font


def reopen(font: TTFont) -> TTFont:
    """Return the font as read back from its bytes: lazy tables trip the subsetter."""
    stream = io.BytesIO()
    font.flavor = None
    font.save(stream)
    stream.seek(0)
    return TTFont(stream)


def rename(font: TTFont) -> None:
    """Replace the reserved family name in the name table."""
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16, 25}:
            text = record.toUnicode().replace("Source Serif 4", "Bulletin Serif")
            record.string = text.replace("SourceSerif4", "BulletinSerif")


def save(font: TTFont, target: Path) -> None:
    """Write `font` as WOFF2 with the same bytes on every run."""
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.stat().st_size:>7}  {target.name}")


def make_sans(package: Path, target: Path) -> None:
    """Cut Be Vietnam Pro: medium for the interface, bold for headings."""
    for subset, ranges in RANGES.items():
        for weight in (500, 700):
            source = package / f"files/be-vietnam-pro-{subset}-{weight}-normal.woff2"
            save(cut(source, ranges, None), target / f"be-vietnam-pro-{subset}-{weight}.woff2")


def make_serif(package: Path, target: Path) -> None:
    """Cut Source Serif 4: roman from 400 to 700, italic at 400."""
    for subset, ranges in RANGES.items():
        for style, weights in (("normal", (400, 700)), ("italic", 400)):
            source = package / f"files/source-serif-4-{subset}-wght-{style}.woff2"
            font = cut(source, ranges, weights)
            rename(font)
            save(font, target / f"bulletin-serif-{subset}-{style}.woff2")


def advance(fonts: list[TTFont], character: str) -> float:
    """Return the advance in em in the first font that has the character, else of its base."""
    for font in fonts:
        name = font.getBestCmap().get(ord(character))
        if name:
            return float(font["hmtx"][name][0] / font["head"].unitsPerEm)
    return advance(fonts, unicodedata.normalize("NFD", character)[0])


def mean_advance(fonts: list[TTFont], text: str) -> float:
    """Return the mean advance of `text` in em."""
    return sum(advance(fonts, character) for character in text) / len(text)


def print_fallback(fonts: list[TTFont], system: Path) -> None:
    """Print the descriptors that make a system font take the room of ours."""
    scale = mean_advance(fonts, SAMPLE) / mean_advance([TTFont(system)], SAMPLE)
    hhea, em = fonts[0]["hhea"], fonts[0]["head"].unitsPerEm
    ascent, descent = hhea.ascent / em / scale, -hhea.descent / em / scale
    print(f"{system.name}: size-adjust {scale:.1%}; ascent {ascent:.1%}; descent {descent:.1%}")


def main(sans: str, serif: str, target: str, *systems: str) -> None:
    """Write every file; with two system fonts (sans, serif) print the fallback descriptors."""
    make_sans(Path(sans), Path(target))
    make_serif(Path(serif), Path(target))
    names = ("be-vietnam-pro-{}-500", "be-vietnam-pro-{}-700", "bulletin-serif-{}-normal")
    for name, system in zip(names, systems, strict=True):
        files = [Path(target) / f"{name.format(s)}.woff2" for s in ("latin", "vietnamese")]
        print_fallback([TTFont(file) for file in files], Path(system))


if __name__ == "__main__":
    main(*sys.argv[1:])
