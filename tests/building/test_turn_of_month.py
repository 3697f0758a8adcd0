"""The turn of a month makes stale what shows anniversaries, and no other moment does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.bulletin import manifest
from tests.building.places import Site, differences, make_site, told
from tests.site.building import files_of

# February begins in the site's zone, GMT+7, while it is still January in UTC.
FEBRUARY = datetime(2026, 1, 31, 17, 0, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
# With the second bulletin's founding on 29 February and its agreement of a May.
MOMENTS = (
    datetime(2026, 1, 1, tzinfo=UTC),
    FEBRUARY - MOMENT,
    FEBRUARY,
    datetime(2026, 4, 30, 17, 0, tzinfo=UTC),
    datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC),
    datetime(2026, 12, 31, 17, 0, tzinfo=UTC),
    datetime(2028, 2, 29, 12, 0, tzinfo=UTC),
    FEBRUARY,
)


def text(site: Site, path: str) -> str:
    """Return a file of the output."""
    return (site.live / path).read_text(encoding="utf-8")


def test_outputs_are_those_of_their_moment(tmp_path: Path) -> None:
    """At any moment, on and back, what is live is what a build from nothing makes then."""
    site = make_site(tmp_path)
    for now in MOMENTS:
        done = site.build(now=now)
        clean, tree = site.clean(now=now)
        assert told(done) == told(clean)
        assert differences(site.tree(), tree) == {}
        again = site.build(now=now)
        assert (again.written, again.removed) == (0, 0)


def test_month_turns_in_the_sites_zone(tmp_path: Path) -> None:
    """Until the last second of January nothing is stale; then the blocks of the month are."""
    site = make_site(tmp_path)
    site.build()
    assert "Kỷ niệm sắp tới" in text(site, "index.html")
    still = site.build(now=FEBRUARY - MOMENT)
    assert (still.written, still.removed) == (0, 0)
    turned = site.build(now=FEBRUARY)
    assert 0 < turned.written < turned.untouched
    assert "Kỷ niệm trong tháng" in text(site, "index.html")


def test_nothing_is_read_within_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at the files is enough to tell that a month has not turned, and that it has."""
    monkeypatch.setattr(manifest, "_UNSETTLED", 0)
    site = make_site(tmp_path)
    site.build()
    settings = site.settings
    for now, is_fresh in (
        (FEBRUARY - MOMENT, True),
        (FEBRUARY, False),
        (datetime(2025, 12, 31, 16, 59, 59, tzinfo=UTC), False),
        (datetime(2025, 12, 31, 17, 0, tzinfo=UTC), True),
    ):
        at = type(settings)(
            settings.content, settings.theme, settings.output, settings.base_url, now
        )
        assert manifest.look(at).is_fresh(at) == is_fresh


def test_year_turns(tmp_path: Path) -> None:
    """On New Year's Day page, calendar and head are those of the new year."""
    site = make_site(tmp_path)
    site.build()
    before = files_of(site.live)
    site.build(now=datetime(2026, 12, 31, 17, 0, tzinfo=UTC))
    for path, year in (("ky-niem/index.html", "năm 2027"), ("en/anniversaries/index.html", "2027")):
        assert f"{year} — " in text(site, path)
        assert f"{year} — " not in before[path].decode()
    assert "DTSTART;VALUE=DATE:20280229" in text(site, "data/anniversaries.ics")
    assert b"DTSTART;VALUE=DATE:20260228" in before["data/anniversaries.ics"]


def test_pages_without_anniversaries_stay(tmp_path: Path) -> None:
    """No article and no other list is made anew because a month turns."""
    site = make_site(tmp_path)
    site.build()
    before = files_of(site.live)
    site.build(now=FEBRUARY)
    changed = {path for path, raw in files_of(site.live).items() if raw != before[path]}
    assert changed == {"index.html", "en/index.html"}
