"""Structured data: JSON-LD that no title can break, with what schema.org asks for."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st
from lxml import html

from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.structured import block, breadcrumbs, encode
from plugins.bulletin.render.views import Link
from tests.conftest import SmallSite
from tests.site.building import BASE_URL
from tests.site.pages import Page, page_at, pages_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SETTINGS = RenderSettings(Path("content"), Path("theme"), "https://example.org/repo", NOW)
HOSTILE = "</script><script>alert(1)</script><!-- ]]> \u2028\u2029 & \\ \" '"
# What schema.org and search engines ask of each type that we print, and what they recommend.
WANTED = {
    "WebSite": {"name", "url", "publisher", "inLanguage"},
    "Organization": {"name", "url", "areaServed"},
    "City": {"name"},
    "AdministrativeArea": {"name", "url", "containedInPlace"},
    "State": {"name", "url", "containedInPlace"},
    "Country": {"name"},
    "GeoCoordinates": {"latitude", "longitude"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "ContactPoint": {"contactType"},
    "PublicationIssue": {"name", "url", "datePublished", "isPartOf", "hasPart"},
    "Periodical": {"name", "publisher"},
    "Article": {"headline", "url", "inLanguage"},
    "CreativeWork": {"url", "inLanguage"},
    "NewsArticle": {
        *("headline", "description", "url", "inLanguage", "datePublished", "dateModified"),
        *("author", "publisher", "articleSection", "license"),
    },
    "Person": {"name"},
}


def read(markup: str) -> Any:
    """Read a block out of a page as a browser finds it."""
    page = html.document_fromstring(f"<html><head>{markup}</head><body>b</body></html>")
    [script] = page.iter("script")
    assert [body.text for body in page.iter("body")] == ["b"]
    return json.loads(script.text or "")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
@example(HOSTILE)
def test_no_text_ends_the_block(text: str) -> None:
    """Whatever a title says, the block is one block and says the same."""
    written = block([encode({"@type": "City", "name": text})])
    assert written is not None
    assert not set(written.removeprefix('<script type="application/ld+json">')[:-9]) & set(
        "<>&\u2028\u2029"
    )
    assert read(written)["name"] == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=5))
def test_breadcrumb_counts_from_one(names: list[str]) -> None:
    """Steps are in order, and all but the page itself have a whole address."""
    links = [Link(name, f"/repo/{number}/") for number, name in enumerate(names)]
    written = block(breadcrumbs(SETTINGS, links))
    assert written is not None
    steps = read(written)["itemListElement"]
    assert [step["position"] for step in steps] == [*range(1, len(names) + 1)]
    assert [step["name"] for step in steps] == names
    assert [step.get("item") for step in steps] == [
        *(f"https://example.org/repo/{number}/" for number in range(len(names) - 1)),
        None,
    ]


def test_page_without_a_way_has_no_block() -> None:
    """A home page leads from nowhere, and nothing is printed for it."""
    assert breadcrumbs(SETTINGS, [Link("Home", "/")]) == ()
    assert block([]) is None


def nodes_of(page: Page) -> list[dict[str, Any]]:
    """Return every node of a page, outermost first; mere references are none."""
    found: list[dict[str, Any]] = []

    def walk(value: object) -> None:
        if isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            if "@type" in value:
                found.append(value)
            walk(list(value.values()))

    for text in page.values("//script[@type='application/ld+json']/text()"):
        walk(json.loads(text))
    return found


@pytest.mark.parametrize("name", ["real_site", "second_site"])
def test_nodes_have_what_is_asked(name: str, request: pytest.FixtureRequest) -> None:
    """Every node of the finished site is of a known type and has what that asks for."""
    output: Path = request.getfixturevalue(name)
    found = [(page.path, node) for page in pages_of(output) for node in nodes_of(page)]
    assert {node["@type"] for _, node in found} <= WANTED.keys()
    lacking = [
        (path, node["@type"], name)
        for path, node in found
        for name in WANTED[node["@type"]] - node.keys()
    ]
    assert lacking == []


@pytest.mark.parametrize("name", ["real_site", "second_site"])
def test_pages_with_a_way_tell_it(name: str, request: pytest.FixtureRequest) -> None:
    """The block says what the visible breadcrumb says; pages not for search engines need none."""
    output: Path = request.getfixturevalue(name)
    told = 0
    for page in pages_of(output):
        shown = page.elements("//nav[contains(@class,'breadcrumb')]//li")
        lists = [node for node in nodes_of(page) if node["@type"] == "BreadcrumbList"]
        names = [step["name"] for node in lists for step in node["itemListElement"]]
        if page.values("//meta[@name='robots']/@content") == ["noindex"]:
            assert nodes_of(page) == []
            continue
        assert names == [" ".join(step.text_content().split()) for step in shown]
        told += len(lists)
    assert told


def test_city_tells_where_it_is(second_site: Path) -> None:
    """A city has its position; a region's is that of the city it is of."""
    city = nodes_of(page_at(second_site, "/en/partners/duong-mau/"))[0]
    assert city["@type"] == "City"
    assert city["alternateName"] == ["Đường Mẫu", "ຕົວຢ່າງ", "Mẫu Đường", "Rapids"]
    assert (city["geo"]["latitude"], city["geo"]["longitude"]) == (17.5, 102.5)
    assert city["containedInPlace"]["name"] == "Laos"
    region = nodes_of(page_at(second_site, "/doi-tac/mau-thu-hai/"))[0]
    assert region["@type"] == "AdministrativeArea"
    assert "geo" not in region
    assert region["containsPlace"]["name"] == "Exempleville"


def test_home_page_presents_the_publisher(second_site: Path) -> None:
    """The publisher is told with what the site's identity knows, and nothing it does not."""
    page = page_at(second_site, "/en/")
    site, publisher = (node for node in nodes_of(page) if "@id" in node)
    assert site["publisher"] == {"@id": publisher["@id"]} == {"@id": f"{BASE_URL}/#publisher"}
    assert publisher["name"] == "Sample Union of Huế"
    assert publisher["alternateName"] == ["SU", "Liên hiệp mẫu thành phố Huế"]
    assert publisher["contactPoint"]["email"] == "editors@union.example"
    assert publisher["foundingDate"] == "1996-02-29"
    assert "address" not in publisher


def test_hostile_title_in_a_whole_site(small_site: SmallSite) -> None:
    """An editor's title can break neither the page nor the block."""
    text = (
        "---\ntitle: \"A </script><!-- & 'b' -->\"\ndate: 2024-05-01\nsection: news\n"
        "summary: Một bài ví dụ để thử, đủ dài như quy định, về một tiêu đề lạ.\n---\nĐoạn.\n"
    )
    built = small_site({"articles/tieu-de.vi.md": text})
    assert built.code == 0, built.out
    page = next(page for page in pages_of(built.output) if page.path.startswith("2024/05/"))
    trail = next(node for node in nodes_of(page) if node["@type"] == "BreadcrumbList")
    assert trail["itemListElement"][-1]["name"] == "A </script><!-- & 'b' -->"
