"""Targets: where links lead, in the visitor's language where it can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.bulletin.model.article import ResolvedLink
from tests.link.making import library_of, linked, rules_of, text, translation

A = "articles/a.vi.md"
EN = "articles/a.en.md"


def resolved(folder: Path, target: str, *, name: str = A) -> ResolvedLink:
    """Return where one link of an article leads."""
    body = text(f"## Đầu\n\n[a]({target})")
    files = {name: body} if name == A else {A: text(), name: translation(f"[a]({target})")}
    article = library_of(folder, files).articles["a"]["vi" if name == A else "en"]
    return article.links[0]


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("autumn-term.vi.md", "/2023/09/hoc-ky-mua-thu/"),
        ("./autumn%2Dterm.vi.md", "/2023/09/hoc-ky-mua-thu/"),
        ("autumn-term.vi.md#ba-lop-hoc", "/2023/09/hoc-ky-mua-thu/#ba-lop-hoc"),
        ("first-visit.en.md", "/2024/03/chuyen-tham-dau-tien/"),
        ("../pages/about.vi.md", "/gioi-thieu/"),
        ("../data/partners/ban-mai.yaml", "/doi-tac/ban-mai/"),
        ("../images/bridge.svg", "/images/bridge.svg"),
        ("/gioi-thieu/", "/gioi-thieu/"),
        ("/2023/09/hoc-ky-mua-thu/#ba-lop-hoc", "/2023/09/hoc-ky-mua-thu/#ba-lop-hoc"),
        ("/doi-tac/", "/doi-tac/"),
        ("/feeds/atom.xml", "/feeds/atom.xml"),
        ("#dau", "#dau"),
        ("https://example.org/a?b=1&amp;c", "https://example.org/a?b=1&c"),
    ],
)
def test_link_leads_to_an_address(target: str, url: str, tmp_path: Path) -> None:
    """Paths become addresses in the language of the text they stand in."""
    assert resolved(tmp_path, target).url == url


@pytest.mark.parametrize(
    ("target", "url", "language"),
    [
        ("first-visit.vi.md", "/en/2024/03/a-first-visit/", None),
        ("autumn-term.vi.md", "/2023/09/hoc-ky-mua-thu/", "vi"),
        ("first-visit.en.md", "/en/2024/03/a-first-visit/", None),
        ("../data/partners/ban-mai.yaml", "/en/partners/ban-mai/", None),
        ("../pages/about.vi.md", "/en/about/", None),
        ("/gioi-thieu/", "/en/about/", None),
        ("/en/about/", "/en/about/", None),
        ("/2024/03/chuyen-tham-dau-tien/", "/en/2024/03/a-first-visit/", None),
        ("/2023/09/hoc-ky-mua-thu/", "/2023/09/hoc-ky-mua-thu/", "vi"),
        ("/2023/09/hoc-ky-mua-thu/#ba-lop-hoc", "/2023/09/hoc-ky-mua-thu/#ba-lop-hoc", "vi"),
        ("/", "/en/", None),
        ("/doi-tac/", "/en/partners/", None),
        ("/doi-tac/ban-mai/", "/en/partners/ban-mai/", None),
        ("/luu-tru/#nam-2023", "/en/archive/", None),
        ("/en/archive/#year-2023", "/en/archive/#year-2023", None),
        ("/feeds/atom.xml", "/en/feeds/atom.xml", None),
    ],
)
def test_translation_leads_to_translations(
    target: str, url: str, language: str | None, tmp_path: Path
) -> None:
    """Where there is none, the link says in which language its target is."""
    found = resolved(tmp_path, target, name=EN)
    assert (found.url, found.language) == (url, language)


def test_foreign_target_is_named_by_its_title(tmp_path: Path) -> None:
    """What leads to the other language knows the title there, and nothing else does."""
    foreign = resolved(tmp_path / "a", "autumn-term.vi.md", name=EN)
    own = resolved(tmp_path / "b", "first-visit.vi.md", name=EN)
    assert (foreign.title, own.title) == ("Học kỳ mùa thu", "")


@pytest.mark.parametrize(
    ("there", "target", "url"),
    [
        ("## One\n\n## Two", "b.vi.md#hai", "#two"),
        ("## One\n\n## Two", "b.en.md#two", "#two"),
        ("## One\n\n## Two", "/2024/01/b/#hai", "#two"),
        ("## One\n\n### Two", "b.vi.md#hai", ""),
        ("## One", "b.vi.md#hai", ""),
        ("a[^1]\n\n[^1]: b", "b.vi.md#fn:1", "#fn:1"),
        ("## One\n\n## Two", "b.vi.md#fn:1", ""),
    ],
)
def test_anchor_is_carried_over(there: str, target: str, url: str, tmp_path: Path) -> None:
    """Headings in the same places and notes are found in the other language, else its top is."""
    files = {
        "articles/b.vi.md": text("## Một\n\n## Hai\n\na[^1]\n\n[^1]: b", title="B"),
        "articles/b.en.md": translation(there, title="B en"),
        A: text(),
        EN: translation(f"[a]({target})"),
    }
    link = library_of(tmp_path, files).articles["a"]["en"].links[0]
    assert link.url == f"/en/2024/01/b-en/{url}"


def test_picture_has_its_size(tmp_path: Path) -> None:
    """Width and height keep a page from jumping while it loads."""
    article = library_of(tmp_path, {A: text("![a](../images/bridge.svg)")}).articles["a"]["vi"]
    assert article.links[0] == ResolvedLink("/images/bridge.svg", width=160, height=90)


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("none.vi.md", "link-broken"),
        ("autumn-term.md", "link-broken"),
        ("../../etc/passwd", "link-broken"),
        ("../data/partners/none.yaml", "link-broken"),
        ("../data/topics.yaml", "link-broken"),
        ("../articles", "link-broken"),
        ("/none/", "link-broken"),
        ("/gioi-thieu", "link-broken"),
        ("www.example.org", "link-broken"),
        ("", "link-broken"),
        ("#", "link-broken"),
        ("#none", "anchor-broken"),
        ("#fn:1", "anchor-broken"),
        ("autumn-term.vi.md#none", "anchor-broken"),
        ("/2023/09/hoc-ky-mua-thu/#none", "anchor-broken"),
        ("draft.vi.md", "link-to-draft"),
        ("/2024/01/draft/", "link-to-draft"),
    ],
)
def test_link_to_nothing_is_reported(target: str, rule: str, tmp_path: Path) -> None:
    """No link of a published page leads nowhere."""
    files = {
        A: text(f"[a]({target})"),
        "articles/draft.vi.md": text(title="Draft", status="draft"),
    }
    assert rules_of(tmp_path, files) == [f"{rule} a.vi.md"]


def test_note_can_be_linked_to(tmp_path: Path) -> None:
    """A footnote that exists has an anchor."""
    library_of(tmp_path, {A: text("a[^1] [b](#fn:1)\n\n[^1]: c")})


def test_link_to_a_file_that_was_reported_is_no_further_fault(tmp_path: Path) -> None:
    """One cause is told once: in the file that has it."""
    files = {
        A: text("[b](b.vi.md) [c](../data/partners/c.yaml) ![d](../images/D.svg) [e](e.vi.md)"),
        "articles/b.vi.md": "no front matter",
        "data/partners/c.yaml": "kind: [",
        "images/D.svg": "x",
        "articles/e.vi.md": text(slug="Bad Slug"),
    }
    assert rules_of(tmp_path, files) == [
        "file-name-invalid D.svg",
        "front-matter-missing b.vi.md",
        "slug-invalid e.vi.md",
        "yaml-syntax c.yaml",
    ]


def test_guess_is_a_path_from_the_text(tmp_path: Path) -> None:
    """What is offered can be pasted into the link as it is."""
    _, (problem,) = linked(tmp_path, {"articles/2024/a.vi.md": text("[a](../autum-term.vi.md)")})
    assert "did you mean “../autumn-term.vi.md”?" in problem.message("en")


def test_broken_picture_is_reported_where_it_is_linked(tmp_path: Path) -> None:
    """A link to a damaged picture would show nothing either."""
    files = {A: text("[a](../images/x.png)"), "images/x.png": "x"}
    assert rules_of(tmp_path, files) == ["image-broken a.vi.md"]
