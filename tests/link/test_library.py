"""The library: pairs, what they inherit, their addresses, and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from tests.link.making import (
    ENGLISH_SUMMARY,
    NOW,
    SUMMARY,
    english,
    library_of,
    linked,
    page,
    rules_of,
    text,
    translation,
)

A, EN = "articles/a.vi.md", "articles/a.en.md"
COVER = "{image: images/bridge.svg, alt: Cầu}"


def test_translation_inherits_what_has_no_language(tmp_path: Path) -> None:
    """Date, section, ids, status and the cover's picture come from the original."""
    files = {
        A: text(topics="[music]", partners="[ban-mai]", cover=COVER, updated="2024-02-01"),
        EN: translation(cover="{alt: A bridge}"),
    }
    pair = library_of(tmp_path, files).articles["a"]
    vi, en = pair["vi"], pair["en"]
    assert (en.moment, en.section, en.topics, en.partners) == (
        vi.moment, vi.section, ("music",), ("ban-mai",),
    )  # fmt: skip
    assert (en.updated, en.is_translation, vi.is_translation) == (vi.updated, True, False)
    assert en.cover is not None
    assert (en.cover.image, en.cover.alt) == ("images/bridge.svg", "A bridge")


def test_original_may_be_english(tmp_path: Path) -> None:
    """The file without `translation` is the original."""
    files = {
        EN: english(),
        A: translation(title="Bài", summary=SUMMARY),
    }
    pair = library_of(tmp_path, files).articles["a"]
    assert (pair["vi"].is_translation, pair["en"].is_translation) == (True, False)


def test_without_a_mark_vietnamese_is_the_original(tmp_path: Path) -> None:
    """Giving a neutral field again is allowed when it is equal."""
    pair = library_of(tmp_path, {A: text(), EN: english()}).articles["a"]
    assert pair["en"].is_translation


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({EN: translation(date="2024-01-02", section="culture")}, ["pair-no-original a.en.md"]),
        ({A: text(), EN: translation(topics="[music]")}, ["neutral-different a.en.md"]),
        ({A: text(cover=COVER), EN: translation()}, ["cover-alt-missing a.en.md"]),
        ({A: text(), EN: translation(cover="{alt: A}")}, ["cover-image-missing a.en.md"]),
        ({A: text(cover="{alt: A}"), EN: translation()}, ["cover-image-missing a.vi.md"]),
        ({A: text(cover="{image: images/bridge.svg}")}, ["cover-alt-missing a.vi.md"]),
        ({A: text(cover="{image: images/none.svg, alt: A}")}, ["image-missing a.vi.md"]),
        ({A: text(section="none")}, ["section-unknown a.vi.md"]),
        ({A: text(date="", section="")}, ["field-missing a.vi.md"] * 2),
        ({A: text(), "articles/x/a.vi.md": text(title="B")}, ["key-duplicate a.vi.md"]),
        ({A: text(), "articles/b.vi.md": text()}, ["address-duplicate b.vi.md"]),
        ({"pages/b.vi.md": page("Lưu trữ")}, ["address-duplicate b.vi.md"]),
        ({"pages/b.vi.md": page("en")}, ["address-duplicate b.vi.md"]),
        ({A: text(aliases="[/gioi-thieu]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/gioi-thieu/index.html]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/gi%6Fi-thieu/]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/index.html]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/cu/tin, /cu/TIN/]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/theme/x.html]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/cards/x.png]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/tim-kiem/]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/tim-kiem/titles.json]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/en/archive/2023/]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/feeds/atom.xml]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/sitemap.xml]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/en/archive/page/2/]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/song-ngu/cu/]")}, ["address-duplicate a.vi.md"]),
        ({A: text(aliases="[/song-ngu/2019/05/cu/]")}, []),
        ({A: text(aliases="[/cu/, /cu/b%C3%A0i.html, /B/c.php]")}, []),
        ({A: text(aliases="[/a/../b]")}, ["alias-invalid a.vi.md"]),
        ({A: text(aliases="[/a/%2e%2e/b]")}, ["alias-invalid a.vi.md"]),
        ({A: text(aliases="[/a%00, /a%2Fb%FF, /a%3Cb]")}, ["alias-invalid a.vi.md"] * 3),
        ({A: text(aliases="[/a.html/b/]")}, ["alias-invalid a.vi.md"]),
        ({A: text(slug="a" * 81)}, ["slug-invalid a.vi.md"]),
        ({A: text(title="…")}, ["slug-invalid a.vi.md"]),
        (
            {
                "pages/b.vi.md": page("B"),
                "pages/b.en.md": page(
                    "B",
                    status="draft",
                    summary=ENGLISH_SUMMARY,
                    translation='{revision: "000000"}',
                ),
            },
            ["neutral-different b.en.md"],
        ),
        (
            {
                "pages/about.vi.md": page("Giới thiệu", status="draft"),
                A: text("[a](../pages/about.vi.md)"),
            },
            ["link-to-draft a.vi.md", "link-to-draft site.yaml"],
        ),
    ],
)
def test_fault_between_files_is_reported(
    files: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    """What only the whole site can tell is told in the file that is to be changed."""
    assert rules_of(tmp_path, files) == expected


def test_broken_original_is_the_only_report(tmp_path: Path) -> None:
    """Its translation is not blamed for what it cannot inherit."""
    files = {A: text(title=""), EN: translation(cover="{alt: A}")}
    assert rules_of(tmp_path, files) == ["field-missing a.vi.md"]


def test_decorative_cover_needs_no_words(tmp_path: Path) -> None:
    """A picture that says nothing may be silent in both languages."""
    files = {A: text(cover="{image: images/bridge.svg, decorative: true}"), EN: translation()}
    cover = library_of(tmp_path, files).articles["a"]["en"].cover
    assert cover is not None
    assert (cover.alt, cover.width, cover.height) == ("", 160, 90)


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"publish_on": "2999-01-01"}])
def test_waiting_article_is_shown_in_previews_only(fields: dict[str, str], tmp_path: Path) -> None:
    """A draft and a day that has not come keep both languages back."""
    files = {A: text(**fields), EN: translation()}
    assert "a" not in library_of(tmp_path / "site", files).articles
    shown = library_of(tmp_path / "preview", files, with_drafts=True).articles
    assert set(shown["a"]) == {"vi", "en"}


def test_day_of_publishing_that_has_come_shows(tmp_path: Path) -> None:
    """From its moment on an article is there."""
    assert "a" in library_of(tmp_path, {A: text(publish_on="2025-12-31 23:00")}).articles


def test_draft_page_waits(tmp_path: Path) -> None:
    """A page of status draft is in previews only."""
    files = {"pages/b.vi.md": page("B", status="draft")}
    assert "b" not in library_of(tmp_path / "site", files).pages
    assert "b" in library_of(tmp_path / "preview", files, with_drafts=True).pages


def test_used_pictures_are_listed(tmp_path: Path) -> None:
    """Pictures that nothing shows are not carried into the output."""
    files = {"images/unused.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"}
    assert library_of(tmp_path, files).images == {"images/bridge.svg": None}


def test_site_without_identity_gives_no_library(tmp_path: Path) -> None:
    """Whose bulletin it is must be known, and the missing file is named."""
    library, problems = linked(tmp_path, {"data/site.yaml": ""})
    assert library is None
    assert [str(problem.place) for problem in problems] == ["content/data/site.yaml"]


def test_broken_identity_is_reported_once(tmp_path: Path) -> None:
    """A file that is there but broken is not called missing."""
    assert rules_of(tmp_path, {"data/site.yaml": "name: ["}) == ["yaml-syntax site.yaml"]


def test_broken_list_does_not_blame_those_who_use_it(tmp_path: Path) -> None:
    """One broken file of sections is one problem, not one an article."""
    assert rules_of(tmp_path, {"data/sections.yaml": "- id: ["}) == ["yaml-syntax sections.yaml"]


def test_group_without_a_slug_is_reported_for_each_language(tmp_path: Path) -> None:
    """A name in a script without Latin letters needs a slug."""
    topic = "- id: music\n  name: {vi: Âm nhạc, en: 音楽}\n  description: {vi: a, en: b}\n"
    topic += "- id: students\n  name: {vi: a, en: b}\n  description: {vi: a, en: b}\n"
    topic += "  slug: {vi: Sinh Viên, en: ../x}\n"
    assert rules_of(tmp_path, {"data/topics.yaml": topic}) == ["slug-invalid topics.yaml"] * 3


def test_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    """A mistyped `--content` is told in one line."""
    entries, problems = take_in(tmp_path / "none")
    assert [str(problem.place) for problem in problems] == ["none"]
    assert link(entries, LinkSettings(tmp_path / "none", NOW))[0] is None
