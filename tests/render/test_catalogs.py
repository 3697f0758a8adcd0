"""Catalogs: words of the interface, and nothing of the machine that reads them."""

from plugins.bulletin.render.catalogs import load_catalog
from tests.site.building import ROOT


def test_no_clock_in_a_catalog() -> None:
    """A catalog without dates gets none from the clock, or every minute changes every page."""
    catalog = load_catalog(ROOT / "theme", "vi")
    assert catalog.info()["pot-creation-date"] == "2000-01-01 00:00+0000"
