"""Maps: what they show, what they must not, and how heavy they may be."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from lxml import html

from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.catalogs import load_catalog
from plugins.bulletin.render.environment import make_environment, read_templates
from plugins.bulletin.render.map_land import world_window
from plugins.bulletin.render.map_spots import MOST, tie_of
from plugins.bulletin.render.map_views import MapPanel, MapView
from plugins.bulletin.render.maps import map_inputs, partners_map, place_map, small_map
from tests.render.map_desk import KINDS, LABELS, make_partner, map_desk, scattered

THEME = Path(__file__).parents[2] / "theme"
LIMIT = 20_000  # bytes of the whole map, compressed
LIMIT_OF_PLACE = 6_000
LONELY = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


def draw(view: MapView | MapPanel, language: Language = "vi") -> str:
    """Return the markup of a map, as the theme draws it."""
    environment = make_environment(read_templates(THEME), load_catalog(THEME, language))
    module = environment.get_template("components/map.html").module
    name = "partners_map" if isinstance(view, MapView) else "place_map"
    return str(getattr(module, name)(view))


def names_in(panel: MapPanel) -> set[str]:
    """Return every name that a drawing prints."""
    return {" ".join(name.lines) for mark in panel.marks for name in mark.names}


def weight(markup: str) -> int:
    """Return the bytes of a text, compressed as a server does."""
    return len(gzip.compress(markup.encode("utf-8"), 6))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 26, 100])
def test_both_labels_stand_at_every_width(language: Language, count: int) -> None:
    """The world map prints both archipelagos' names in each tier of widths, whatever crowds."""
    world = partners_map(map_desk(scattered(count), language)).world
    tiers = {
        (" ".join(name.lines), tier)
        for mark in world.marks
        for name in mark.names
        for tier in name.tiers or ("narrow", "middle", "wide")
    }
    wanted = {(label, tier) for label in LABELS[language] for tier in ("narrow", "middle", "wide")}
    assert wanted <= tiers


@given(LONELY)
@settings(max_examples=30)
def test_small_map_has_all_labels_or_none(place: tuple[float, float]) -> None:
    """A map of one place anywhere either shows both archipelagos with names, or neither."""
    partner = make_partner(1, *place)
    shown = names_in(place_map(map_desk([partner]), partner))
    assert set(LABELS["vi"]) <= shown or not shown & {*LABELS["vi"], "Mẫu"}
    assert "Mẫu 1" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_name_is_printed(language: Language) -> None:
    """Words of a drawing are partners' names, the home city's, and those of the site's list."""
    partners = scattered(60)
    desk = map_desk(partners, language)
    home = desk.library.records.site.home_city.name.in_language(language)
    allowed = {*LABELS[language], home} | {getattr(item.name, language) for item in partners}
    document = html.fromstring(draw(partners_map(desk), language))
    printed = {
        " ".join("".join(map(str, text.itertext())).split()) for text in document.iter("text")
    }
    assert printed
    assert printed <= allowed
    allowed_tags = {"svg", "a", "title", "circle", "path", "text", "tspan"}
    assert {tag.tag for svg in document.iter("svg") for tag in svg.iter()} <= allowed_tags


def test_land_is_one_shape_without_lines() -> None:
    """A drawing has one outline, of land; no other path but symbols and lines to names."""
    document = html.fromstring(draw(partners_map(map_desk(scattered(60)))))
    classes = {str(path.get("class")).split()[0] for path in document.iter("path")}
    assert classes <= {"map__land", "map__mark", "map__home", "map__isles", "map__leader"}
    drawings = [svg for svg in document.iter("svg") if svg.get("data-bounds")]
    assert all(len(svg.findall("svg/path[@class='map__land']")) == 1 for svg in drawings)


@pytest.mark.parametrize(("count", "limit"), [(26, LIMIT), (100, LIMIT), (2000, LIMIT)])
def test_weight(count: int, limit: int) -> None:
    """The whole map with all its marks, names and links stays light."""
    assert weight(draw(partners_map(map_desk(scattered(count))))) < limit


def test_weight_of_a_small_map() -> None:
    """The map of one place is a few kilobytes, also where the coast is long."""
    for lon, lat in [(10.7, 59.9), (23.7, 38.0), (121.0, 14.6), (102.6, 18.0)]:
        partner = make_partner(1, lon, lat)
        assert weight(draw(place_map(map_desk([partner]), partner))) < LIMIT_OF_PLACE


def linked(view: MapView) -> list[str]:
    """Return where the marks of a map lead."""
    panels = (view.world, *view.near)
    return [mark.url for panel in panels for mark in panel.marks if mark.url]


@given(st.lists(LONELY, max_size=40))
@settings(max_examples=25)
def test_every_partner_is_linked_once(places: list[tuple[float, float]]) -> None:
    """Whatever is crowded, each partner has one link on the map, and dots repeat the rest."""
    partners = [make_partner(number, *place) for number, place in enumerate(places)]
    view = partners_map(map_desk(partners))
    urls = linked(view)
    assert len(urls) == len(set(urls)) == len(partners)
    near = sum(len([mark for mark in panel.marks if mark.url]) for panel in view.near)
    assert len(view.world.dots) == near


def test_many_partners_become_groups() -> None:
    """Beyond a limit neighbours share a mark; none is lost, for groups tell how many they are."""
    view = partners_map(map_desk(scattered(2000), "en"))
    marks = [mark for panel in (view.world, *view.near) for mark in panel.marks]
    groups = [int(mark.title.split()[0]) for mark in marks if mark.kind == "group"]
    assert len(linked(view)) + len(groups) <= MOST
    assert sum(groups) + len(linked(view)) == 2000


def test_links_have_names_with_tie() -> None:
    """A link says which partner it leads to, its country and its tie."""
    markup = draw(partners_map(map_desk([make_partner(1, 2.0, 48.0)], "en")), "en")
    assert "<title>Sample 1, Sample Land – Twin cities or friendship agreement</title>" in markup


@pytest.mark.parametrize(
    ("kinds", "tie"),
    [
        (["delegation", "memorandum"], "cooperation"),
        (["delegation"], "delegation"),
        ([], "none"),
        (["front-to-front", "delegation"], "bodies"),
    ],
)
def test_closest_tie_counts(kinds: list[str], tie: str) -> None:
    """A mark shows the closest tie; delegations alone look different from an agreement."""
    made = [make_partner(1, 0, 0, kind).relations[0] for kind in kinds]
    partner = make_partner(1, 0, 0, "")
    assert tie_of(with_relations(partner, made)) == tie


def with_relations(partner: Partner, relations: Iterable[object]) -> Partner:
    """Return the partner with other relations."""
    return replace(partner, relations=tuple(relations))  # type: ignore[arg-type]


def test_legend_names_what_is_shown() -> None:
    """The legend has a row for each kind of mark on the map and for the home city, no more."""
    partners = [make_partner(n, n * 20, n * 5, kind) for n, kind in enumerate(KINDS[:2])]
    view = partners_map(map_desk(partners))
    assert [row.kind for row in view.legend] == ["friendship", "cooperation", "home"]
    assert partners_map(map_desk([])).legend[0].kind == "home"


def test_front_map_has_no_link() -> None:
    """The front page's map is a picture: dots, the home city and the labels."""
    view = small_map(map_desk(scattered(5)))
    assert linked(view) == []
    assert len(view.world.dots) == 5
    assert set(LABELS["vi"]) <= names_in(view.world)


def test_inputs_change_with_what_is_drawn() -> None:
    """A partner that moves, is renamed or gets a closer tie makes the map stale."""
    first = map_inputs(map_desk([make_partner(1, 2, 48)]))
    assert first == map_inputs(map_desk([make_partner(1, 2, 48)]))
    others = [
        [make_partner(1, 2, 49)],
        [make_partner(2, 2, 48)],
        [make_partner(1, 2, 48, "delegation")],
    ]
    assert all(map_inputs(map_desk(partners)) != first for partners in others)


def test_cut_is_in_the_atlantic() -> None:
    """Africa's west and South America's east are the ends of the map, nothing is cut off."""
    window = world_window()
    dakar, recife = window.place(-17.4, 14.7), window.place(-34.9, -8.1)
    assert 0 < dakar.x < 0.03
    assert 0.97 < recife.x < 1
    assert window.place(105.85, 21.03).x < window.place(-74.0, 40.7).x


def test_shape_is_the_style_sheets() -> None:
    """The style sheet gives the world map the shape that its window has."""
    tokens = (THEME / "static" / "css" / "tokens.css").read_text("utf-8")
    found = re.search(r"--map-world: (\d+) / (\d+)", tokens)
    assert found
    window = world_window()
    assert int(found[1]) / int(found[2]) == pytest.approx(window.width / window.height, rel=1e-4)
