"""Broken sites: one tiny folder per rule, and the whole report it must give.

`tests/sites/broken/RULE/content/` holds what is added to `tests/sites/minimal/content/`, or
replaces a file of it; `expected.txt` is the report in English, an empty line, and the report in
Vietnamese. What git or a file system does not hold well is made by `RECIPES`.

After a change of wording run this file with UPDATE_EXPECTED=1 and read the diff.
"""

from __future__ import annotations

import os
import shutil
import string
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.problems import (
    Problem,
    Rule,
    glossary_rules,
    hygiene_rules,
    issue_rules,
    link_rules,
    live_rules,
    media_rules,
    parity_rules,
    picture_rules,
    read_rules,
    schema_rules,
)
from plugins.bulletin.problems.report import report
from plugins.bulletin.read.files import TEXT_LIMIT
from tests.pictures.drawing import png_of

SITES = Path(__file__).parent / "sites"
MINIMAL = SITES / "minimal" / "content"
BROKEN = SITES / "broken"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
ALL_RULES = (
    *read_rules.RULES,
    *hygiene_rules.RULES,
    *glossary_rules.RULES,
    *parity_rules.RULES,
    *schema_rules.RULES,
    *link_rules.RULES,
    *picture_rules.PICTURE_RULES,
    *media_rules.MEDIA_RULES,
    *issue_rules.ISSUE_RULES,
)
RULES: dict[str, Rule] = {rule.id: rule for rule in ALL_RULES}
IS_UPDATING = bool(os.environ.get("UPDATE_EXPECTED"))

VISIT = "articles/first-visit.vi.md"


def rewrite(content: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of one file."""
    file = content / name
    file.write_bytes(change(file.read_bytes()))


def lead_outside(content: Path) -> None:
    """Make an article that is a link to a file beside the content folder."""
    outside = content.parent / "outside.vi.md"
    shutil.copy(content / VISIT, outside)
    (content / "articles/outside.vi.md").symlink_to(outside)


def lead_to_folder(content: Path) -> None:
    """Make a folder of pages that is a link to the articles."""
    (content / "pages/more").symlink_to(content / "articles", target_is_directory=True)


def lead_nowhere(content: Path) -> None:
    """Make an article that is a link to nothing, and one that is a link to itself."""
    (content / "articles/nowhere.vi.md").symlink_to("gone.vi.md")
    (content / "articles/round.vi.md").symlink_to("round.vi.md")


def grow(content: Path) -> None:
    """Make an article as long as a thick book."""
    rewrite(content, VISIT, lambda raw: raw + b"\nabcd" * (TEXT_LIMIT // 5))


def encode_otherwise(content: Path) -> None:
    """Save two texts as Word and old programs do, and one file cut within a letter."""
    rewrite(content, VISIT, lambda raw: raw.decode().encode("cp1258", "replace"))
    rewrite(content, "pages/about.vi.md", lambda raw: raw.decode().encode("utf-16"))
    rewrite(content, "data/glossary.yaml", lambda raw: raw.replace("ạ".encode(), b"\xe1\xba"))


def decompose(content: Path) -> None:
    """Type the accents of two lines as characters of their own."""
    loose = unicodedata.normalize("NFD", "Lớp học mở cửa")
    name = "articles/autumn-term.vi.md"
    rewrite(content, name, lambda raw: raw.replace("Lớp học mở cửa".encode(), loose.encode()))
    loose_word = unicodedata.normalize("NFD", "Âm")
    rewrite(
        content, "data/topics.yaml", lambda raw: raw.replace("Âm".encode(), loose_word.encode())
    )


def decompose_names(content: Path) -> None:
    """Type the accents of an address and of code as characters of their own."""
    loose = unicodedata.normalize("NFD", "Huế")
    text = f"\n[Tin](https://hue.example.org/{loose}) và `{loose}`.\n"
    rewrite(content, "articles/autumn-term.vi.md", lambda raw: raw + text.encode())


def put_control_characters(content: Path) -> None:
    """Put a bell into a title, a line separator and a mark of direction into a text."""
    rewrite(content, VISIT, lambda raw: raw.replace(b"title: Chuy", b"title: Ch\x07uy"))
    hidden = "Mỗi\u2028 lớp\u202e".encode()
    name = "articles/autumn-term.vi.md"
    rewrite(content, name, lambda raw: raw.replace("Mỗi lớp".encode(), hidden))


def take_site_away(content: Path) -> None:
    """Delete the site's identity."""
    (content / "data/site.yaml").unlink()


def cut_picture(content: Path) -> None:
    """Save half of a photograph, as a broken transfer does."""
    picture = content / "images/cut.jpg"
    Image.effect_noise((64, 64), 50).convert("RGB").save(picture)
    picture.write_bytes(picture.read_bytes()[:-200])


def move_picture(content: Path) -> None:
    """Save two frames as one picture."""
    frames = [Image.new("RGB", (900, 600), colour) for colour in ("red", "blue")]
    frames[0].save(content / "images/wave.webp", save_all=True, append_images=frames[1:])


def claim_size(content: Path) -> None:
    """Make a picture of a few bytes that asks for gigabytes when it is opened."""
    (content / "images/bomb.png").write_bytes(png_of(60_000, 60_000))
    (content / "images/wall.png").write_bytes(png_of(10_000, 8_001))


def shrink_pictures(content: Path) -> None:
    """Save a cover, and a picture of a text, as narrow as thumbnails."""
    for name, size in (("cover.jpg", (639, 400)), ("thumb.png", (199, 120))):
        Image.new("RGB", size, "teal").save(content / "images" / name)


RECIPES: dict[str, Callable[[Path], None]] = {
    "symlink-outside": lead_outside,
    "symlink-folder": lead_to_folder,
    "file-unreadable": lead_nowhere,
    "file-too-large": grow,
    "not-utf-8": encode_otherwise,
    "not-nfc": decompose,
    "not-nfc-name": decompose_names,
    "control-character": put_control_characters,
    "file-missing": take_site_away,
    "image-broken": cut_picture,
    "image-animated": move_picture,
    "image-too-large": claim_size,
    "image-too-small": shrink_pictures,
}


def make_site(rule: str, folder: Path) -> Path:
    """Return the content folder of the minimal site with a rule's fault in it."""
    content = folder / "content"
    shutil.copytree(MINIMAL, content)
    if (BROKEN / rule / "content").is_dir():
        shutil.copytree(BROKEN / rule / "content", content, dirs_exist_ok=True)
    if rule in RECIPES:
        RECIPES[rule](content)
    return content


def problems_of(content: Path) -> list[Problem]:
    """Return all problems of a content folder."""
    entries, problems = take_in(content)
    _, faults = link(entries, LinkSettings(content, NOW))
    return problems + faults


def test_minimal_site_has_no_problem() -> None:
    """The site that every broken one starts from is itself without fault."""
    assert report(problems_of(MINIMAL), "en", "text") == ""


@pytest.mark.parametrize("rule", sorted(RULES))
def test_broken_site_gives_its_report(rule: str, tmp_path: Path) -> None:
    """A site that breaks one rule gives exactly the expected report, in both languages."""
    problems = problems_of(make_site(rule, tmp_path))
    found = report(problems, "en", "text") + "\n" + report(problems, "vi", "text")
    expected = BROKEN / rule / "expected.txt"
    if IS_UPDATING:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert rule in {problem.rule.id for problem in problems}


def test_every_rule_has_a_folder_and_every_folder_a_rule() -> None:
    """No rule is without its smallest broken site, and no broken site without its rule."""
    folders = {folder.name for folder in BROKEN.iterdir()}
    of_live = {rule.id for rule in live_rules.LIVE_RULES}  # tried in tests/publish
    of_content = {name for name in folders if not name.startswith("output-")}
    assert of_content == set(RULES) | of_live


def test_rules_have_different_ids() -> None:
    """An id names one rule only."""
    ids = [rule.id for rule in ALL_RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", sorted(RULES))
def test_sentences_of_both_languages_ask_for_the_same_values(rule: str) -> None:
    """Both languages of a sentence show the same values, each in its own words."""
    for words in (RULES[rule].message, RULES[rule].remedy):
        english, vietnamese = (
            {name.removesuffix(suffix) for _, name, _, _ in string.Formatter().parse(text) if name}
            for text, suffix in ((words.en, "_en"), (words.vi, "_vi"))
        )
        assert english == vietnamese
        assert words.en
        assert unicodedata.is_normalized("NFC", words.vi)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_place_lies_inside_its_file(rule: str, tmp_path: Path) -> None:
    """Every place names a file of the site, and a line and column that this file has."""
    content = make_site(rule, tmp_path)
    for problem in problems_of(content):
        place = problem.place
        if place.line:
            text = (content.parent / place.path).read_bytes().decode("utf-8", "replace")
            lines = text.replace("\r\n", "\n").split("\n")
            assert 1 <= place.line <= len(lines)
            assert 0 <= place.column <= len(lines[place.line - 1]) + 1
