"""Small parts of the workshop: options, locks, and programs of the machine."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tools import machine, site
from tools.failure import Failure
from tools.paths import ROOT, from_root

LOCKS = [*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"]


def test_flags() -> None:
    """True is a bare flag; None and False are left out; a number is written."""
    options: dict[str, str | int | bool | None] = {"full": True, "fix": False, "output": None}
    assert site.flags({**options, "port": 0}) == ["--full", "--port", "0"]


def test_path_holds_from_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder given in another place is still that folder."""
    monkeypatch.chdir(tmp_path)
    assert from_root("out") == str(tmp_path / "out")
    assert from_root(None) is None
    monkeypatch.chdir(ROOT)
    assert from_root("out") == "out"


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_locks_name_no_index(path: Path) -> None:
    """Packages come from wherever pip and npm are set to look."""
    text = path.read_text(encoding="utf-8")
    assert "resolved" not in text
    assert not re.search(r"index-url|find-links|\.(tgz|whl|tar\.gz)\b", text)


@pytest.mark.parametrize("name", ["base", "test"])
def test_every_package_has_a_hash(name: str) -> None:
    """Nothing is installed that was not seen when the lock was made."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text.strip()) if entry[0] != "#"]
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)


FIND = {"CHROMIUM": machine.find_chromium, "FIREFOX": machine.find_firefox}


@pytest.mark.parametrize("variable", FIND)
def test_browser_given_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str
) -> None:
    """$CHROMIUM and $FIREFOX win over what is on PATH."""
    browser = tmp_path / "my-browser"
    browser.write_text("#!/bin/sh\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv(variable, str(browser))
    assert FIND[variable]() == str(browser)


@pytest.mark.parametrize("package", ["chromium", "firefox-esr"])
def test_missing_browser_is_told(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """A machine without a browser where none may be installed fails the tests, and says how."""
    monkeypatch.setattr(machine, "may_install", lambda: False)
    monkeypatch.setattr(machine, "find_browser", lambda *_: None)
    need = {"chromium": machine.chromium, "firefox-esr": machine.firefox}[package]
    with pytest.raises(Failure, match=f"sudo apt-get install {package}'"):
        need()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no newsboat for Windows")
def test_missing_newsboat_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without newsboat where it may not be installed fails the tests, and says how."""
    monkeypatch.setattr(machine, "may_install", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Failure, match="sudo apt-get install newsboat'"):
        machine.newsboat()


def test_missing_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing may be installed, a person is told what to install."""
    monkeypatch.setattr(machine, "may_install", lambda: False)
    with pytest.raises(Failure, match="sudo apt-get install thing-package"):
        machine.found_or_installed(lambda: None, "thing-package", thing="a thing")
