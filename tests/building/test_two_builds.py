"""Two builds of one output at once: the second waits."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock

from plugins.bulletin import locking
from tests.building.forge import forge
from tests.building.places import differences, make_site
from tests.site.building import build_apart, build_here


def test_second_build_waits_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While another build holds the lock, a build waits, tells it, and then does its work."""
    site = make_site(tmp_path)
    site.cache.mkdir(parents=True)
    lock = FileLock(site.cache / "lock", thread_local=False)
    lock.acquire()
    threading.Timer(0.5, lock.release).start()
    began = time.monotonic()
    assert not site.build().is_refused
    assert time.monotonic() - began >= 0.4
    assert "another build is running here" in capsys.readouterr().err


def test_two_processes_at_once(tmp_path: Path) -> None:
    """Two builds begun together both end well, and the site is that of one build."""
    site = make_site(tmp_path)
    done: list[int] = []

    def run() -> None:
        built = build_apart(site.settings.content, site.live, "--theme", str(site.settings.theme))
        done.append(built.code)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [0, 0]
    assert differences(site.tree(), site.clean()[1]) == {}


def test_patience_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the other build does not end, that is one line and exit code 1."""
    site = make_site(tmp_path)
    site.cache.mkdir(parents=True)
    monkeypatch.setattr(locking, "PATIENCE", 0.1)
    with FileLock(site.cache / "lock"):
        built = build_here(site.settings.content, site.live, "--language", "en")
    assert built.code == 1
    assert built.err.splitlines()[-1].endswith("[build-running]")
    assert "Traceback" not in built.err


@pytest.mark.parametrize("seconds", [0.2, 0.4])
def test_lock_of_a_killed_build(tmp_path: Path, seconds: float) -> None:
    """Neither a killed build nor the processes that worked for it keep the next one waiting."""
    site = make_site(tmp_path)
    with forge(site.settings, jobs=2) as smith:
        smith.build(seconds=seconds)
        began = time.monotonic()
        site.build()
        assert time.monotonic() - began < 30
    assert differences(site.tree(), site.clean()[1]) == {}
