"""Cards: whole Vietnamese words, large enough, the same in every run, and nothing that is cut."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings, strategies as st
from PIL import Image

from plugins.bulletin.pictures.card_drawing import INK, PAPER, SIZES, draw, fit
from plugins.bulletin.pictures.cards import HEIGHT, WIDTH, Card
from plugins.bulletin.pictures.faces import load_family
from plugins.bulletin.pictures.typesetting import break_lines, set_line, width_of

FAMILY = load_family(Path("theme").resolve())
MARGIN = 80
TITLE_ROWS = range(146, 518)  # between the two rules
DARK = 100  # of 255
STACKED = "Ữ Ặ Ệ Ẫ Ẩ ỗ ẫ ự ậ"
ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẦẨẪẤẬỀỂỄẾỆỒỔỖỐỘỜỞỠỚỢỪỬỮỨỰỲỶỸÝỴ,:–“”"


def card(title: str, *, below: str = "Đối tác") -> Card:
    """Return a card with a title."""
    return Card(title, below, "Hữu nghị và Hợp tác", "bulletin.test", "#9b1c1f", FAMILY.digest)


def drawn(title: str) -> Image.Image:
    """Return a card's picture in shades of grey."""
    return Image.open(BytesIO(draw(card(title), FAMILY))).convert("L")


def dark_rows(picture: Image.Image) -> list[int]:
    """Return the rows of the title's room that have ink."""
    room = picture.crop((0, TITLE_ROWS.start, WIDTH, TITLE_ROWS.stop))
    shades = room.tobytes()
    rows = [shades[start : start + WIDTH] for start in range(0, len(shades), WIDTH)]
    return [number for number, row in enumerate(rows, TITLE_ROWS.start) if min(row) < DARK]


def test_card_has_the_form_that_all_show() -> None:
    """A card is 1200 by 630, in few shades, and light enough for a slow line."""
    content = draw(card("Hà Nội và Viêng Chăn"), FAMILY)
    picture = Image.open(BytesIO(content))
    assert (picture.size, picture.format) == ((WIDTH, HEIGHT), "PNG")
    assert len(content) < 40_000
    assert picture.convert("RGB").getpixel((600, 5)) == (0x9B, 0x1C, 0x1F)


def test_colours_are_those_of_the_theme() -> None:
    """A card lies on the paper of the site, and its words have its ink."""
    tokens = Path("theme/static/css/tokens.css").read_text(encoding="utf-8")
    for name, colour in (("paper", PAPER), ("ink", INK)):
        written = "#" + "".join(f"{part:02x}" for part in colour)
        assert f"--color-{name}: {written};" in tokens.split("@media")[0]


def test_same_words_give_the_same_bytes() -> None:
    """Drawing twice gives one file, and other words another address."""
    assert draw(card(STACKED), FAMILY) == draw(card(STACKED), FAMILY)
    assert card("a").mark != card("b").mark != card("b", below="Chính sách").mark


def test_stacked_marks_of_two_lines_do_not_touch() -> None:
    """Between lines of capitals with two marks above and letters with one below is paper."""
    rows = dark_rows(drawn(f"{STACKED} " * 5))
    gaps = sum(after - before > 1 for before, after in pairwise(rows))
    assert gaps >= 2
    assert rows[0] > TITLE_ROWS.start + 4
    assert rows[-1] < TITLE_ROWS.stop - 4


def test_each_vietnamese_letter_is_set_in_a_file_that_has_it() -> None:
    """No letter of Vietnamese is left out, and none is drawn as an empty box."""
    bold = FAMILY.of_weight(700)
    assert FAMILY.can_set(ALPHABET + STACKED)
    for letter in ALPHABET:
        (run,) = set_line(letter, bold, 60)
        assert run.text == letter
        assert run.font.getmask(letter).getbbox() is not None


def test_letters_that_the_family_lacks_are_known() -> None:
    """A name in Lao letters has no card rather than one with holes."""
    assert not FAMILY.can_set("ວຽງຈັນ")


def test_long_title_says_that_it_goes_on() -> None:
    """A title with no end is cut at a word, in the smallest size, inside its room."""
    size, lines = fit("Tăng cường quan hệ hữu nghị " * 30, FAMILY)
    assert size == min(SIZES)
    assert lines[-1].endswith(" …")
    assert " ".join(lines).removesuffix(" …").split()[-1] in {
        "Tăng",
        "cường",
        "quan",
        "hệ",
        "hữu",
        "nghị",
    }
    rows = dark_rows(drawn("Tăng cường quan hệ hữu nghị " * 30))
    assert rows[-1] < TITLE_ROWS.stop - 4


@given(st.text(ALPHABET + " ", min_size=1, max_size=400))
@settings(deadline=None, max_examples=60)
def test_any_title_stays_inside_its_room(title: str) -> None:
    """Lines hold all words in their order, and only a word that is too long by itself is wider."""
    bold = FAMILY.of_weight(700)
    width = WIDTH - 2 * MARGIN
    lines = break_lines(title, bold, size=42, width=width)
    assert " ".join(lines).split() == title.split()
    for line in lines:
        runs = set_line(line, bold, 42)
        assert width_of(runs) <= width or " " not in line
    draw(card(title), FAMILY)
