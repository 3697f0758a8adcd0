"""Tongue: paragraphs in the other language, and all that may be in any."""

from __future__ import annotations

import pytest

from plugins.bulletin.hygiene import check_file
from tests.hygiene.asking import problems_in, rules_in
from tests.site.building import REAL_CONTENT

ENGLISH = "The guests from the sister city were received by the Union and stayed for three days."
VIETNAMESE = "Đoàn đại biểu của thành phố bạn được Liên hiệp đón tiếp và ở lại thành phố ba ngày."


@pytest.mark.parametrize(
    ("words", "language", "rules"),
    [
        (ENGLISH, "vi", ["language-english"]),
        (VIETNAMESE, "en", ["language-vietnamese"]),
        (f"{VIETNAMESE}\n\n- {ENGLISH}", "vi", ["language-english"]),
        (f"{ENGLISH}\n\n## Tiêu đề\n\n{VIETNAMESE}", "en", ["language-vietnamese"]),
        (ENGLISH, "en", []),
        (VIETNAMESE, "vi", []),
    ],
)
def test_paragraph_in_the_other_language(words: str, language: str, rules: list[str]) -> None:
    """Each paragraph is judged by itself."""
    assert rules_in(words, language) == rules


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (f"> {ENGLISH}", "vi"),
        (f"Ông nói: “{ENGLISH}”", "vi"),
        (
            "*Friendship and Cooperation between the Peoples of the World for Peace and the Young*",
            "vi",
        ),
        (f"[{ENGLISH}](https://example.org/)", "vi"),
        ("Toulouse, Île-de-France, Gyeonggi, Fukuoka, Vientiane, Phnom Penh, Seoul, Tokyo", "vi"),
        ("Vietnam Union of Friendship Organizations (VUFO), Friends of the Earth", "vi"),
        ("Nguyễn Thị Mai, Trần Văn Bình, Lê Thị Hòa, Phạm Văn Đồng, Bùi Thị Xuân, Võ Văn An", "en"),
        (f"She said: “{VIETNAMESE}”", "en"),
        ("The words *đối ngoại nhân dân* and *hội hữu nghị* are those of the Union.", "en"),
        ("Vì sao?", "en"),
    ],
)
def test_names_quotations_and_titles_may_be_in_any_language(words: str, language: str) -> None:
    """None of these is the editor's own wording."""
    assert rules_in(words, language) == []


def test_title_and_texts_of_records_are_judged() -> None:
    """A field is one paragraph, shorter ones too."""
    fields = f"---\ntitle: A visit of the guests from the city\nsummary: {ENGLISH}\n---\n"
    places = [(item.place.line, item.place.column) for item in problems_in("Bài.", fields=fields)]
    assert places == [(2, 8), (3, 10)]


def test_real_content_gives_no_alarm() -> None:
    """Nothing in the bulletin's own texts and records is told, by any rule of hygiene."""
    files = [file for kind in ("md", "yaml") for file in REAL_CONTENT.rglob(f"*.{kind}")]
    assert files
    for file in files:
        path = f"content/{file.relative_to(REAL_CONTENT).as_posix()}"
        assert check_file(file.read_bytes(), path, "hòa") == []


def test_every_real_text_is_known_under_the_other_language() -> None:
    """Each article's body, put under the other language's name, is told in most paragraphs."""
    for file in REAL_CONTENT.rglob("articles/*/*.md"):
        ours = file.name.split(".")[-2]
        other = "en" if ours == "vi" else "vi"
        found = check_file(file.read_bytes(), f"content/articles/a.{other}.md", "hòa")
        told = [item for item in found if item.rule.id.startswith("language-")]
        parts = file.read_text(encoding="utf-8").split("\n\n")
        paragraphs = [part for part in parts if len(part.split()) > 25]
        assert len(told) >= 0.8 * len(paragraphs)
