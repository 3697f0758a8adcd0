"""Names: what the path of a file tells, and which paths tell nothing."""

from __future__ import annotations

import pytest

from plugins.bulletin.problems import Rule, read_rules as rules
from plugins.bulletin.read.names import DataName, ImageName, Name, TextName, read_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("articles/2024/a-b1.vi.md", TextName("articles", "a-b1", "vi")),
        ("pages/about.en.md", TextName("pages", "about", "en")),
        ("data/site.yaml", DataName("", "site")),
        ("data/partners/ban-mai.yaml", DataName("partners", "ban-mai")),
        ("data/associations/laos.yaml", DataName("associations", "laos")),
        ("images/covers/a_b-2.final.jpg", ImageName()),
        ("articles/2024/photo.webp", ImageName()),
    ],
)
def test_good_name_tells_what_a_file_is(name: str, expected: Name) -> None:
    """Folder, key and language come from the path alone."""
    assert read_name(name, f"content/{name}") == (expected, [])


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("articles/Bài.vi.md", "rename it to bai.vi.md"),
        ("articles/a b.en.md", "rename it to a-b.en.md"),
        ("articles/….vi.md", "rename it to ten-bai.vi.md"),
        ("articles/a.vi.MD", "rename it to a.vi.md"),
        ("pages/a.en.markdown", "rename it to a.en.md"),
        ("data/site.yml", "rename it to site.yaml"),
        ("data/partners/Hà Tĩnh.yaml", "rename it to ha-tinh.yaml"),
        ("images/Ảnh 1.JPG", "rename it to images/anh-1.jpg"),
        ("images/Góc phố/a.png", "rename it to images/goc-pho/a.png"),
    ],
)
def test_unusable_name_gets_a_usable_one(name: str, remedy: str) -> None:
    """The remedy is the very name to use."""
    found, (problem,) = read_name(name, f"content/{name}")
    assert found is None
    assert problem.rule is rules.FILE_NAME_INVALID
    assert problem.remedy("en") == remedy


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("articles/a.md", rules.FILE_LANGUAGE_MISSING),
        ("articles/version.2.md", rules.FILE_LANGUAGE_MISSING),
        ("articles/a.fr.md", rules.FILE_LANGUAGE_UNKNOWN),
        ("articles/a.VI.md", rules.FILE_LANGUAGE_UNKNOWN),
        ("articles/a.vi-VN.md", rules.FILE_LANGUAGE_UNKNOWN),
        ("articles/a.docx", rules.FILE_UNEXPECTED),
        ("articles", rules.FILE_UNEXPECTED),
        ("a.vi.md", rules.FILE_UNEXPECTED),
        ("data/people.yaml", rules.FILE_UNEXPECTED),
        ("data/people/lan.yaml", rules.FILE_UNEXPECTED),
        ("data/partners/old/lan.yaml", rules.FILE_UNEXPECTED),
        ("notes/a.yaml", rules.FILE_UNEXPECTED),
    ],
)
def test_name_that_tells_nothing_is_reported(name: str, rule: Rule) -> None:
    """No file is passed over in silence."""
    found, (problem,) = read_name(name, f"content/{name}")
    assert (found, problem.rule) == (None, rule)
