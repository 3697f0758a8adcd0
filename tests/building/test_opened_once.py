"""Content is read once: what was not changed is not opened, what was is opened once."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from plugins.bulletin import manifest
from tests.building.events import listening
from tests.building.places import Site, make_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Make a site whose files are old enough to be trusted, and build it."""
    monkeypatch.setattr(manifest, "_UNSETTLED", 0)
    site = make_site(tmp_path)
    site.build()
    return site


def opened(site: Site, **changes: object) -> Counter[str]:
    """Build, and count how often each file of the content was opened."""
    count: Counter[str] = Counter()
    below = f"{site.settings.content}{os.sep}"

    def listen(kind: str, path: str) -> None:
        if kind == "read" and path.startswith(below) and not Path(path).is_dir():
            count[path.removeprefix(below)] += 1

    with listening(listen):
        assert not site.build(**changes).is_refused
    return count


def test_nothing_changed(site: Site) -> None:
    """A build with nothing to do opens no file of the content."""
    assert opened(site) == {}


def test_one_text_edited(site: Site) -> None:
    """An edit opens its pair and the pairs that link to it, each text once."""
    site.edit("content/articles/short-news-1.vi.md", "Một đoạn", "Đoạn")
    count = opened(site)
    assert count == {f"articles/short-news-1.{name}.md": 1 for name in ("vi", "en")}
    assert opened(site) == {}


def test_text_with_a_picture_edited(site: Site) -> None:
    """A picture is looked into again only when a text that shows it is."""
    site.edit("content/articles/chi-tieng-viet.vi.md", "Chỉ có", "Bài chỉ có")
    count = opened(site)
    assert "articles/chi-tieng-viet.vi.md" in count
    assert set(count) <= {
        "articles/chi-tieng-viet.vi.md",
        "articles/first-exchange.en.md",  # links to it
        "articles/first-exchange.vi.md",
        "images/bridge.svg",
    }
    assert max(count.values()) == 1


def test_theme_edited(site: Site) -> None:
    """A template's edit makes pages again and opens no text."""
    site.edit("theme/templates/article.html", "<article", '<article data-x="1"')
    assert opened(site) == {}


def test_from_nothing(site: Site) -> None:
    """A full build opens every text and every record once."""
    count = opened(site, is_full=True)
    texts = {name: times for name, times in count.items() if name.endswith((".md", ".yaml"))}
    files = [path for path in site.settings.content.rglob("*") if path.suffix in {".md", ".yaml"}]
    assert texts == {path.relative_to(site.settings.content).as_posix(): 1 for path in files}
    assert all(times <= 3 for times in count.values())


def test_refused_build_forgets_nothing(site: Site) -> None:
    """After content in error was mended, only what was edited is opened."""
    name = "content/articles/short-news-1.vi.md"
    text = (site.folder / name).read_bytes()
    site.write({name: b"---\ntitle: [\n"})
    assert site.build().is_refused
    site.write({name: text})
    assert set(opened(site)) == {f"articles/short-news-1.{each}.md" for each in ("vi", "en")}
