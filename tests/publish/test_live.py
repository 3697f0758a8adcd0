"""An address that visitors have and a build would take from them is an error, until an alias."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.link import addresses
from plugins.bulletin.problems import live_rules
from plugins.bulletin.problems.report import report
from plugins.bulletin.publish.live import check_vanished, live_addresses
from tests.building.places import Site, make_site, told
from tests.site.building import files_of

SITES = Path(__file__).parents[1] / "sites"
FOLDER = SITES / "broken" / "address-vanished"
IS_UPDATING = bool(os.environ.get("UPDATE_EXPECTED"))
ARTICLE = "content/articles/second-exchange.vi.md"
OLD = "/2024/02/giao-luu-lan-hai/"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site that was built, and published into a folder of its own."""
    made = make_site(tmp_path)
    assert not made.build().is_refused
    shutil.copytree(made.live, tmp_path / "served")
    return made


def rules(site: Site, **changes: object) -> list[str]:
    """Build against what is served; return what is reported of it."""
    done = site.build(live=site.folder / "served", **changes)
    found = [problem for problem in done.problems if problem.rule in live_rules.LIVE_RULES]
    assert done.is_refused == bool(found), told(done)
    return [dict(problem.details)["address"] for problem in found]


def test_every_live_rule_has_its_folder() -> None:
    """The one rule has the folder that is tried here."""
    assert [rule.id for rule in live_rules.LIVE_RULES] == [FOLDER.name]


def test_broken_folder_gives_its_report() -> None:
    """The folder is reported as expected.txt says, in both languages."""
    problems = check_vanished(FOLDER / "live", {"index.html", "2024/01/bai/index.html"})
    found = report(problems, "en", "text") + "\n" + report(problems, "vi", "text")
    expected = FOLDER / "expected.txt"
    if IS_UPDATING:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_same_site_loses_nothing(site: Site) -> None:
    """What is live is what is built, even where nothing is left to do, or all is made anew."""
    assert rules(site) == []
    assert rules(site, is_full=True) == []


def test_new_address_needs_the_old_one(site: Site) -> None:
    """A new slug is refused and touches nothing; with the old address as an alias it is good."""
    before = site.tree()
    site.edit(ARTICLE, "slug: giao-luu-lan-hai", "slug: ten-moi")
    assert rules(site) == [OLD]
    assert site.tree() == before
    site.edit(ARTICLE, "slug: ten-moi", f"slug: ten-moi\naliases: [{OLD}]")
    assert rules(site) == []
    assert 'url=/2024/02/ten-moi/"' in (site.live / OLD[1:] / "index.html").read_text("utf-8")
    beside = (site.live / f"song-ngu{OLD}" / "index.html").read_text("utf-8")
    assert 'url=/song-ngu/2024/02/ten-moi/"' in beside


def test_withdrawn_translation_needs_an_address(site: Site) -> None:
    """What stood side by side is told of where its article stays."""
    outputs = {path for path in files_of(site.live) if not path.startswith(f"song-ngu{OLD}")}
    lost = check_vanished(site.folder / "served", outputs)
    assert [dict(problem.details)["address"] for problem in lost] == [f"/song-ngu{OLD}"]


def test_alias_that_is_live_must_stay(site: Site) -> None:
    """An alias that was published is an address like any other."""
    site.edit(ARTICLE, "slug: giao", "aliases: [/tin/b%C3%A0i.html, /cu]\nslug: giao")
    site.build()
    shutil.copytree(site.live, site.folder / "served", dirs_exist_ok=True)
    site.edit(ARTICLE, "aliases: [/tin/b%C3%A0i.html, /cu]\n", "")
    assert rules(site) == ["/cu/", "/tin/b%C3%A0i.html"]


def test_nothing_to_do_is_no_way_round(site: Site) -> None:
    """A build without `live` has made the loss; the next one still reports it."""
    site.edit(ARTICLE, "slug: giao-luu-lan-hai", "slug: ten-moi")
    assert not site.build().is_refused
    assert rules(site) == [OLD]


def test_host_without_a_folder(site: Site) -> None:
    """The sitemap and the map for servers tell all public addresses, below a path too."""
    url = "https://bulletin.example/under"
    site.edit(ARTICLE, "slug: giao", "aliases: [/cu]\nslug: giao")
    site.build(base_url=url)
    served = site.folder / "served"
    shutil.rmtree(served)
    served.mkdir()
    for name in ("sitemap.xml", "_redirects"):
        shutil.copy(site.live / name, served)
    assert rules(site, base_url=url) == []
    site.edit(ARTICLE, "aliases: [/cu]\nslug: giao-luu-lan-hai", "slug: ten-moi")
    assert rules(site, base_url=url) == [OLD, "/cu/"]


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    """Before the first publishing nothing is live."""
    assert live_addresses(tmp_path / "none") == set()
    assert check_vanished(tmp_path / "none", set()) == []


@given(st.lists(st.from_regex(r"(?:/[a-z0-9][a-z0-9-]{0,5}){0,3}/", fullmatch=True), max_size=6))
def test_what_is_built_is_never_lost(found: list[str]) -> None:
    """Addresses and files are two names of one thing."""
    outputs = {addresses.file_of(address) for address in found}
    assert {addresses.old(f"/{path}") for path in outputs} == set(found)


def test_second_build_writes_nothing(site: Site) -> None:
    """Looking at what is live changes no output."""
    before = files_of(site.live)
    done = site.build(live=site.folder / "served")
    assert (done.written, done.removed) == (0, 0)
    assert files_of(site.live) == before
