"""The HTML checker on every page: the Nu checker, as the W3C's validator runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.building import ROOT

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """Return the checker's command; a missing part fails the tests, and says what to do."""
    java = shutil.which(os.environ.get("BULLETIN_JAVA") or "java")
    assert java, "there is no Java: install Java 17, or set BULLETIN_JAVA to its path"
    assert VNU.is_file(), f"{VNU} is missing: run npm ci --ignore-scripts"
    return [java, "-Xss4m", "-jar", str(VNU)]


def faults(checker: list[str], *folders: Path) -> list[str]:
    """Return what the checker finds in the pages and drawings below folders, in one run."""
    options = ["--skip-non-html", "--also-check-svg", "--errors-only", "--format", "json"]
    options += ["--exit-zero-always", "--stdout", *map(str, folders)]
    done = subprocess.run([*checker, *options], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [
        f"{row['url']}:{row.get('lastLine', 0)}: {row['message']}"
        for row in json.loads(done.stdout)["messages"]
    ]


@pytest.mark.vnu
def test_every_page_is_valid(
    checker: list[str], real_site: Path, second_site: Path, tmp_path: Path
) -> None:
    """No page or drawing has an error, and the checker read them: it tells a planted one."""
    page = "<!doctype html><html lang=vi><title>a</title><p><a href='/'><a href='/'>b</a></a>"
    planted = tmp_path / "planted.html"
    planted.write_text(page, encoding="utf-8")
    told = faults(checker, real_site, second_site, tmp_path)
    assert [row for row in told if planted.name not in row] == []
    assert told
