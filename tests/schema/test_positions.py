"""Positions: what lies in a country is let pass, and what an editor mistyped is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, strategies as st

from plugins.bulletin.model.common import Position
from plugins.bulletin.problems import Place
from plugins.bulletin.schema.countries import usual_name
from plugins.bulletin.schema.positions import check_position, country_boxes

PLACE = Place("content/data/partners/a.yaml", 1, 1)
PARTNERS = Path(__file__).parents[2] / "content/data/partners"
CODES = sorted(country_boxes())


def rules_of(lat: float, lon: float, country: str) -> list[str]:
    """Return the rules that a position breaks."""
    return [item.rule.id for item in check_position(Position(lat, lon), country, PLACE)]


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (16.0, 112.0, "VN"),  # quần đảo Hoàng Sa
        (9.0, 114.0, "VN"),  # quần đảo Trường Sa
        (65.5, -171.0, "RU"),  # beyond 180 degrees, and
        (65.5, 175.0, "RU"),  # before
        (-17.8, 178.0, "FJ"),
        (-16.8, -179.9, "FJ"),
        (21.3, -157.8, "US"),
        (1.3, 103.8, "SG"),
        (1.0, 2.0, "QX"),  # no country of the table
    ],
)
def test_far_parts_of_a_country_are_its_own(lat: float, lon: float, country: str) -> None:
    """Islands and what lies beyond 180 degrees belong to their country."""
    assert rules_of(lat, lon, country) == []


@pytest.mark.parametrize(
    ("lat", "lon", "country", "meant"),
    [
        (17.97, -102.6, "LA", "lat: 17.97, lon: 102.6"),
        (-17.97, 102.6, "LA", "lat: 17.97, lon: 102.6"),
        (34.61, -58.38, "AR", "lat: -34.61, lon: -58.38"),
        (2.35, 48.85, "FR", "lat: 48.85, lon: 2.35"),
        (38.9, 77.04, "US", "lat: 38.9, lon: -77.04"),
        (48.85, 2.35, "LA", ""),
    ],
)
def test_what_was_meant_is_offered(lat: float, lon: float, country: str, meant: str) -> None:
    """A lost sign or a changed order is found, and what would fit is said."""
    (problem,) = check_position(Position(lat, lon), country, PLACE)
    assert problem.rule.id == "position-elsewhere"
    assert ("did you mean" in problem.message("en")) is bool(meant)
    assert meant in problem.message("en")
    assert meant in problem.message("vi")


@given(st.sampled_from(CODES), st.data())
def test_every_corner_of_a_country_is_in_it(country: str, data: st.DataObject) -> None:
    """Any point of a rectangle of a country passes, however its longitude is counted."""
    south, west, north, east = data.draw(st.sampled_from(country_boxes()[country]))
    lat = data.draw(st.floats(south, north))
    lon = (data.draw(st.floats(west, east)) + 180) % 360 - 180
    assert rules_of(lat, lon, country) == []


def test_table_has_countries_alone() -> None:
    """Every code of the table is a country's, and its rectangles are on Earth."""
    assert all(usual_name(code, "vi") for code in CODES)
    for south, west, north, east in (box for boxes in country_boxes().values() for box in boxes):
        assert -90 <= south < north <= 90
        assert west < east <= west + 360


def test_positions_of_the_content_pass() -> None:
    """No partner of the content stands in another country."""
    for file in PARTNERS.glob("*.yaml"):
        record = yaml.safe_load(file.read_text(encoding="utf-8"))
        position = record["position"]
        assert rules_of(position["lat"], position["lon"], record["country"]) == [], file.name
