"""What a build imports: next to nothing where nothing changed, and no more than an edit needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building.places import Site, make_site
from tests.site.building import ROOT

ARTICLE = "content/articles/first-exchange.vi.md"
BUILD = """
import sys
from plugins.bulletin.cli import main
code = main(sys.argv[1:])
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site that was built."""
    site = make_site(tmp_path)
    site.build()
    return site


def imported(site: Site, jobs: int = 1) -> set[str]:
    """Build in a process of its own and return the modules that it imported."""
    places = {"content": site.settings.content, "output": site.live, "theme": site.settings.theme}
    options = [part for name, path in places.items() for part in (f"--{name}", str(path))]
    # What measures the tests' coverage imports a database.
    untraced = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    done = subprocess.run(
        [sys.executable, "-c", BUILD, "build", "--jobs", str(jobs), *options],
        env=untraced | {"BULLETIN_SITE_URL": site.settings.base_url},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.split())


def test_nothing_changed(site: Site) -> None:
    """A build that finds nothing changed imports no room that reads, links or renders."""
    imported(site)  # by its own command, whose settings are not quite those of a test
    modules = imported(site)
    heavy = {"babel", "jinja2", "lxml", "markdown", "pelican", "pydantic_core", "sqlite3", "yaml"}
    rooms = {f"plugins.bulletin.{name}" for name in ("link", "render", "audit", "pipeline", "kept")}
    assert modules & (heavy | rooms) == set()
    assert "plugins.bulletin.manifest" in modules


def test_one_edit(site: Site) -> None:
    """An edit needs neither Pydantic nor docutils, nor what compiles catalogs."""
    imported(site)
    site.edit(ARTICLE, "Đây là văn bản", "Đây là một văn bản")
    modules = imported(site)
    assert modules & {"pydantic", "docutils", "babel.messages"} == set()
    assert {"pelican", "pydantic_core", "plugins.bulletin.hooks"} <= modules


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_one_edit_shared_by_two(site: Site) -> None:
    """What reads, and Pelican, are imported by the other process alone."""
    imported(site)
    site.edit(ARTICLE, "Đây là văn bản", "Đây là một văn bản")
    modules = imported(site, jobs=2)
    reading = {f"plugins.bulletin.{name}" for name in ("intake", "parity", "readings")}
    readers = {"markdown", "yaml", "pydantic_core", *reading}
    assert modules & {"pelican", "plugins.bulletin.hooks", *readers} == set()
    assert {"jinja2", "plugins.bulletin.pipeline"} <= modules


def test_check_renders_nothing(site: Site) -> None:
    """What only reads the content imports no room that makes or audits pages."""
    content = str(site.settings.content)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, "check", "--content", content],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    modules = set(done.stderr.split())
    rooms = {f"plugins.bulletin.{name}" for name in ("render", "audit", "publish", "pipeline")}
    assert modules & {"jinja2", "pelican", *rooms} == set()
    assert "plugins.bulletin.link" in modules


@pytest.mark.parametrize("first", ["import plugins.bulletin.hooks", "import docutils.core"])
def test_docutils_is_there_for_others(first: str) -> None:
    """Only Pelican does without docutils; what imports it before or after gets the real one."""
    asked = "import docutils.core, docutils.nodes; print(docutils.core.Publisher.__module__)"
    script = f"{first}; import plugins.bulletin.hooks; {asked}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "docutils.core"
