"""Firefox for tests: a headless browser of the machine, spoken to in WebDriver BiDi.

Playwright drives builds of Firefox that it patched itself; visitors have another one.
https://w3c.github.io/webdriver-bidi/ tells the commands and events.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
PATIENCE = 60  # seconds to wait for the browser's start, and for each of its answers
EVENTS = ["log.entryAdded", "network.beforeRequestSent", "network.responseCompleted"]
PREFERENCES = {"intl.accept_languages": "vi-VN, vi", "intl.locale.requested": "en-US"}
CENTRE = "{block: 'center', behavior: 'instant'}"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}

Values = dict[str, Any]


def find_firefox() -> str:
    """Return the browser's path; a machine without one fails the tests and says what to do."""
    given = os.environ.get("BULLETIN_FIREFOX")
    found = (shutil.which(name) for name in ([given] if given else NAMES))
    path = next((path for path in found if path), None)
    assert path, "there is no Firefox: install firefox-esr, or set BULLETIN_FIREFOX to its path"
    return path


@dataclass
class Firefox:
    """A browser that runs; `events` holds what it told and nobody took yet."""

    connection: ClientConnection
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    events: list[Values] = field(default_factory=list)

    def send(self, method: str, **params: Any) -> Values:
        """Give a command and return its result; what the browser tells meanwhile is kept.

        Raises:
            RuntimeError: The browser refused.
        """
        number = next(self.numbers)
        self.connection.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            told: Values = json.loads(self.connection.recv(timeout=PATIENCE))
            if told.get("id") != number:
                self.events.append(told)
            elif told["type"] == "error":
                raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
            else:
                result: Values = told["result"]
                return result


@dataclass
class Tab:
    """One tab of a browser."""

    firefox: Firefox
    context: str

    def resize(self, width: int, height: int = 800) -> None:
        """Give the page another size."""
        size = {"width": width, "height": height}
        self.firefox.send("browsingContext.setViewport", context=self.context, viewport=size)

    def goto(self, url: str) -> None:
        """Open a page and wait until all of it is there."""
        self.firefox.send(
            "browsingContext.navigate", context=self.context, url=url, wait="complete"
        )

    def evaluate(self, function: str) -> Any:
        """Call a function of the page and return its result, which JSON can write."""
        told = self.firefox.send(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await ({function})() ?? null)",
            target={"context": self.context},
            awaitPromise=True,
        )
        assert told["type"] == "success", told["exceptionDetails"]["text"]
        return json.loads(told["result"]["value"])

    def wait_for(self, function: str) -> None:
        """Wait until a function of the page returns what counts as true."""
        until = time.monotonic() + PATIENCE
        while not self._is_true(function):
            assert time.monotonic() < until, f"the page never came to {function}"
            time.sleep(0.05)

    def _is_true(self, function: str) -> bool:
        try:
            return bool(self.evaluate(function))
        except RuntimeError:  # the page is being left
            return False

    def click(self, selector: str) -> None:
        """Click into the middle of an element with the mouse."""
        found = self.firefox.send(
            "browsingContext.locateNodes",
            context=self.context,
            locator={"type": "css", "value": selector},
            maxNodeCount=1,
        )["nodes"]
        assert found, f"the page has no {selector}"
        self.evaluate(f"() => document.querySelector('{selector}').scrollIntoView({CENTRE})")
        origin = {"type": "element", "element": {"sharedId": found[0]["sharedId"]}}
        steps = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def type(self, *keys: str) -> None:
        """Press keys: names of `KEYS`, else each letter of a text."""
        letters = [letter for key in keys for letter in ([KEYS[key]] if key in KEYS else key)]
        steps = [
            {"type": deed, "value": letter} for letter in letters for deed in ("keyDown", "keyUp")
        ]
        self._act({"type": "key", "id": "keyboard", "actions": steps})

    def _act(self, source: Values) -> None:
        self.firefox.send("input.performActions", context=self.context, actions=[source])

    def take(self, event: str) -> list[Values]:
        """Return what the browser told of one kind about this tab since it was opened."""
        self.evaluate("() => null")  # what it told before the answer is there with it
        told = (told["params"] for told in self.firefox.events if told["method"] == event)
        return [params for params in told if self.context in _contexts(params)]


def _contexts(params: Values) -> tuple[str | None, str | None]:
    """Return which tab an event is about; the browser's own pages load things too."""
    return params.get("context"), params.get("source", {}).get("context")


@contextlib.contextmanager
def running(profile: Path) -> Iterator[Firefox]:
    """Run a browser with an empty profile while the block runs."""
    lines = (
        f"user_pref({json.dumps(key)}, {json.dumps(PREFERENCES[key])});" for key in PREFERENCES
    )
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [find_firefox(), "--headless", "--no-remote", "--remote-debugging-port", "0"]
    process = subprocess.Popen(
        [*command, "--profile", str(profile)],
        env={**os.environ, "HOME": str(profile)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with connect(_address(process, profile), max_size=None, proxy=None) as connection:
            firefox = Firefox(connection)
            firefox.send("session.new", capabilities={})
            firefox.send("session.subscribe", events=EVENTS)
            yield firefox
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _address(process: subprocess.Popen[bytes], profile: Path) -> str:
    """Wait until the browser has written into its profile where it listens."""
    told = profile / "WebDriverBiDiServer.json"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError, ValueError):
            place = json.loads(told.read_text(encoding="utf-8"))
            return f"ws://{place['ws_host']}:{place['ws_port']}/session"
        time.sleep(0.05)
    raise AssertionError(f"Firefox did not start; its exit code is {process.poll()}")


@contextlib.contextmanager
def opened(firefox: Firefox, width: int) -> Iterator[Tab]:
    """Open a tab while the block runs; what the browser told before is forgotten."""
    firefox.events.clear()
    tab = Tab(firefox, firefox.send("browsingContext.create", type="tab")["context"])
    tab.resize(width)
    try:
        yield tab
    finally:
        firefox.send("browsingContext.close", context=tab.context)
