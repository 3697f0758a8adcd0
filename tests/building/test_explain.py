"""`--explain`: why an output was made again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building.places import Site, make_site
from tests.site.building import build_here

ARTICLE = "2024/02/giao-luu-lan-hai/index.html"
OTHER = "2022/02/tin-ngan-mau-so-2/index.html"
SECTION = "chuyen-muc/tin-mau/index.html"
VI_ONLY = "2024/03/bai-mau-chi-co-tieng-viet/index.html"


def own_text(site: Site) -> None:
    """Edit the article's text."""
    site.edit("content/articles/second-exchange.vi.md", "Một đoạn văn", "Đoạn văn")


def template(site: Site) -> None:
    """Edit the template of articles."""
    site.edit("theme/templates/article.html", "<article", '<article data-x="1"')


def component(site: Site) -> None:
    """Edit a component that the template of articles takes in."""
    site.edit(
        "theme/templates/components/byline.html", "{% endmacro %}", "<!-- x -->{% endmacro %}"
    )


def section(site: Site) -> None:
    """Rename the article's section."""
    site.edit("content/data/sections.yaml", "vi: Tin mẫu", "vi: Tin khác")


def neighbour(site: Site) -> None:
    """Give the next article another title."""
    site.edit("content/articles/chi-tieng-viet.vi.md", "title: Bài mẫu", "title: Bài khác")


def issue(site: Site) -> None:
    """Rename the issue that the article is in."""
    site.edit("content/data/issues/mua-xuan-2024.yaml", "vi: Số mẫu mùa xuân", "vi: Số khác")


def rest_of_issue(site: Site) -> None:
    """Change of the issue what the article does not show."""
    site.edit("content/data/issues/mua-xuan-2024.yaml", "number: 2/2024", "number: 3/2024")


def style(site: Site) -> None:
    """Edit a style, which changes the stylesheet's address on every page."""
    site.edit("theme/static/css/print.css", "@layer", "/* x */ @layer")


def nothing(_: Site) -> None:
    """Change nothing."""


def damage(site: Site) -> None:
    """Spoil the output."""
    (site.live / ARTICLE).write_text("by hand", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "reasons"),
    [
        (own_text, ("own",)),
        (template, ("template",)),
        (component, ("template",)),
        (section, ("frame",)),
        (neighbour, ("around",)),
        (issue, ("around",)),
        (rest_of_issue, ("same",)),
        (style, ("frame",)),
        (nothing, ("same",)),
        (damage, ("damaged",)),
    ],
)
def test_reason(tmp_path: Path, change: Callable[[Site], None], reasons: tuple[str, ...]) -> None:
    """A changed text, template, section, neighbour or output is named as what it is."""
    site = make_site(tmp_path)
    site.build()
    change(site)
    done = site.build()
    assert set(done.reasons(ARTICLE)) == set(reasons)
    assert ARTICLE in done.explain(ARTICLE, "en")
    assert ARTICLE in done.explain(ARTICLE, "vi")


def test_others_are_as_before(tmp_path: Path) -> None:
    """What an edit does not touch is told to be as before."""
    site = make_site(tmp_path)
    site.build()
    own_text(site)
    done = site.build()
    assert done.reasons(OTHER) == ("same",)


def test_new_output(tmp_path: Path) -> None:
    """An output of the first build, or of a new text, is new."""
    site = make_site(tmp_path)
    first = site.build()
    assert {first.reasons(path) for path in site.tree()} == {("new",)}
    text = (site.folder / "content/articles/short-news-1.vi.md").read_bytes()
    site.write({"content/articles/moi.vi.md": text.replace("số 1".encode(), "số 9".encode())})
    done = site.build()
    assert done.reasons("2022/01/tin-ngan-mau-so-9/index.html") == ("new",)
    assert done.reasons(OTHER) == ("around",)  # its neighbour


def test_option(tmp_path: Path) -> None:
    """`--explain` prints the reason; of what is no output it says so."""
    site = make_site(tmp_path)
    places = (site.settings.content, site.live)
    theme = ("--theme", str(site.settings.theme), "--language", "en")
    assert f"{ARTICLE} is new\n" in build_here(*places, *theme, "--explain", ARTICLE).out
    assert "is as before" in build_here(*places, *theme, "--explain", ARTICLE).out
    assert "is not made by this build" in build_here(*places, *theme, "--explain", "x.html").out
    site.edit("content/data/site.yaml", "page_size: 2", "page_size: none")
    refused = build_here(*places, *theme, "--explain", ARTICLE)
    assert refused.code == 1
    assert "not made by" not in refused.out


def test_other_address_of_a_section(tmp_path: Path) -> None:
    """An article without a version leads to its section in the other language, wherever that is."""
    site = make_site(tmp_path)
    site.build()
    site.edit("content/data/sections.yaml", "en: Sample news}", "en: Other news}")
    done = site.build()
    assert not done.is_refused
    assert "around" in done.reasons(VI_ONLY)
    assert b"/en/sections/other-news/" in site.tree()[VI_ONLY]
