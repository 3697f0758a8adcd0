"""Videos and infographics of a site: on pages, side by side, in feeds, and after an edit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT, build_here, overlay
from tests.site.media import HEADS, PAGES, SAID, SHOWN, with_media


@pytest.mark.parametrize("language", ["vi", "en"])
def test_video_is_a_poster_and_a_link(small_site: SmallSite, language: str) -> None:
    """The page itself asks no other host for anything; the audit would refuse it."""
    built = small_site(with_media())
    assert built.code == 0, built.err
    page = built.text(PAGES[language])
    assert 'href="https://www.youtube.com/watch?v=abcdefghijk"' in page
    assert 'data-player="https://www.youtube-nocookie.com/embed/abcdefghijk?' in page
    assert not re.search(r"<(?:iframe|video)\b", page)
    assert not re.search(r' src="https?://', page)
    assert re.search(r'srcset="/images/poster\.[0-9a-f]+\.400\.avif', page)
    assert "&lt;" in page
    assert "<mẫu>" not in page
    assert SAID[language] in page


@pytest.mark.parametrize("language", ["vi", "en"])
def test_infographic_says_the_same_as_a_table(small_site: SmallSite, language: str) -> None:
    """Rows and columns have their names, and the picture its own."""
    page = small_site(with_media()).text(PAGES[language])
    first, second = HEADS[language].split(", ")
    assert f'<th scope="col">{first}</th><th scope="col">{second}</th>' in page
    assert '<th scope="row">2023</th><td>4</td>' in page
    assert f'alt="{SHOWN[language]}"' in page


def test_both_languages_stand_side_by_side(small_site: SmallSite) -> None:
    """Each block is beside its counterpart, with words of its own language."""
    page = small_site(with_media()).text(PAGES["sides"])
    rows = [row for row in page.split('<div class="sides__row') if '<figure class="video' in row]
    assert len(rows) == 1
    assert all(said in rows[0] for said in SAID.values())
    assert "bulletin-media" not in page


def test_feed_names_the_video(small_site: SmallSite) -> None:
    """Whoever reads in another program gets the link, and no script."""
    feed = small_site(with_media()).text("feeds/atom.xml")
    assert "https://www.youtube.com/watch?v=abcdefghijk" in feed
    assert "https://bulletin.example/images/bridge.svg" in feed
    assert "bulletin-media" not in feed
    assert "script" not in feed


def test_edit_of_a_block_is_seen_everywhere(tmp_path: Path) -> None:
    """An incremental build of an edited transcript is that of a build from nothing."""
    content = overlay(SECOND_CONTENT, tmp_path / "content", with_media())
    assert build_here(content, tmp_path / "output").code == 0
    changed = with_media(**{SAID["vi"]: "Lời chào khác."})
    for name, text in changed.items():
        if isinstance(text, str):
            (content / name).write_text(text, encoding="utf-8")
    built = build_here(content, tmp_path / "output")
    clean = build_here(content, tmp_path / "clean" / "output", "--full")
    assert "Lời chào khác." in built.text(PAGES["vi"])
    assert built.files() == clean.files()


FAULTS = {
    "ulr: a": ("url: https://youtu.be/abcdefghijk", "field-unknown", 1),
    "credit: Ai đó": ("poster: ../images/poster.jpg", "field-missing", 1),
    "poster: ../images/no.jpg": ("poster: ../images/poster.jpg", "image-missing", 3),
    "poster: https://a.example/b.jpg": ("poster: ../images/poster.jpg", "image-elsewhere", 3),
    "url: youtube": ("url: https://youtu.be/abcdefghijk", "url-invalid", 1),
    "duration: [4": ("duration: 4:32", "yaml-syntax", 4),
    "language: Anh": ("language: en", "value-unknown", 5),
    "transcript:": ("transcript: Lời chào đầu tiên.", "alternative-missing", 0),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_in_a_block_is_reported_on_its_line(small_site: SmallSite, fault: str) -> None:
    """Whatever is wrong in it, the report names the line of the field, or of the block."""
    good, rule, below = FAULTS[fault]
    files = with_media(**{good: fault})
    built = small_site(files, env={"BULLETIN_LANGUAGE": "en"})
    lines = str(files["articles/first-exchange.vi.md"]).split("\n")
    start = lines.index("```video") + 1
    reported = [line for line in (built.out + built.err).split("\n") if f"[{rule}]" in line]
    assert built.code == 1
    assert len(reported) == 1, built.out + built.err
    assert reported[0].startswith("content/articles/first-exchange.vi.md:")
    at = int(reported[0].split(":")[1])
    assert at == start + below
