"""Programs of the machine that tests need, and their installation where that is allowed.

Standard library only. On Debian and Ubuntu root gets the system's package;
elsewhere a person is told what to install. Nothing is ever skipped.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.command import run_logged, say
from tools.failure import Failure
from tools.paths import CACHE

CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_PLACES = (
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:/Program Files/Mozilla Firefox/firefox.exe",
)
OLDEST_JAVA = 17


def may_install() -> bool:
    """Tell whether the system's packages can be installed without asking anyone."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> bool:
    """Install a system package; return whether it worked. The log is .cache/apt.log."""
    say(f"Installing the system package {package} …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    log = CACHE / "apt.log"
    run_logged(["apt-get", "update"], log, env=env)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", package]
    return run_logged(command, log, env=env) == 0


def find_chromium() -> str | None:
    """Find a browser of the Chromium family: $CHROMIUM, then PATH, then the usual places."""
    return find_browser("CHROMIUM", CHROMIUM_NAMES, CHROMIUM_PLACES)


def find_firefox() -> str | None:
    """Find Firefox, best the one with long support: $FIREFOX, then PATH, then the usual places."""
    return find_browser("FIREFOX", FIREFOX_NAMES, FIREFOX_PLACES)


def find_browser(variable: str, names: Iterable[str], places: Iterable[str]) -> str | None:
    """Find a browser where a variable of the environment says, by name on PATH, or in a place."""
    given = os.environ.get(variable)
    if given:
        return shutil.which(given)
    named = (shutil.which(name) for name in names)
    placed = (place for place in places if Path(place).is_file())
    return next((path for path in (*named, *placed) if path), None)


def find_java() -> str | None:
    """Find a Java of at least version 17, as the HTML checker needs."""
    path = shutil.which("java")
    if path is None:
        return None
    command = [path, "-version"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stderr
    version = re.search(r'version "(\d+)', told)
    return path if version and int(version[1]) >= OLDEST_JAVA else None


def chromium() -> str:
    """Return the path of a browser, after installing one where that is allowed.

    Raises:
        Failure: There is none and none could be installed.
    """
    return found_or_installed(find_chromium, "chromium", thing="Chromium or Google Chrome")


def firefox() -> str:
    """Return the path of Firefox, after installing it where that is allowed.

    Raises:
        Failure: There is none and none could be installed.
    """
    return found_or_installed(find_firefox, "firefox-esr", thing="Firefox")


def newsboat() -> str:
    """Return the path of newsboat, a reader of feeds, after installing it where that is allowed.

    There is none for Windows, where it is "" and its tests are left out.

    Raises:
        Failure: There is none and none could be installed.
    """
    if sys.platform == "win32":
        return ""
    return found_or_installed(lambda: shutil.which("newsboat"), "newsboat", thing="newsboat")


def java() -> str:
    """Return the path of Java 17, after installing it where that is allowed.

    Raises:
        Failure: There is none and none could be installed.
    """
    return found_or_installed(find_java, "default-jre-headless", thing="Java 17")


def found_or_installed(find: Callable[[], str | None], package: str, *, thing: str) -> str:
    """Return what `find` finds, at once or after installing the package."""
    path = find()
    if path is None and may_install() and install(package):
        path = find()
    if path is None:
        raise Failure(
            f"the tests need {thing}; install it, on Debian or Ubuntu with "
            f"'sudo apt-get install {package}'",
            f"Kiểm thử cần {thing}; hãy cài, trên Debian hoặc Ubuntu bằng "
            f"'sudo apt-get install {package}'",
        )
    return path
