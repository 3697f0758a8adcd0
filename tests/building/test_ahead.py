"""Reading ahead: another process reads an edit, and the build does without it where it must."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from plugins.bulletin import ahead, building, manifest
from plugins.bulletin.errands import Runner, engage
from tests.building.places import Site, differences, make_site, told

ARTICLE = "content/articles/short-news-1.vi.md"
HERE = os.getpid()

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


def who(_: int = 0) -> int:
    """Return the number of the process that runs this."""
    return os.getpid()


def fail_elsewhere(how: Callable[[], int]) -> int:
    """Work in the test's process alone."""
    return who() if os.getpid() == HERE else how()


def die() -> int:
    """End the process at once."""
    os._exit(9)


def die_with(_: object) -> None:
    """End the process at once, whatever it was given."""
    die()


def complain() -> int:
    """Fail as a program does."""
    raise LookupError("not here")


def is_gone(process: int) -> bool:
    """Tell whether a process that this one began has ended and was waited for."""
    try:
        os.waitpid(process, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def next_descriptor() -> int:
    """Return the number that the next open file has: the lowest that is free."""
    with Path(os.devnull).open("rb") as file:
        return file.fileno()


def test_work_is_done_elsewhere() -> None:
    """A runner does one work after the other, and is gone when it is dismissed."""
    runner = engage()
    assert runner.process not in {0, HERE}
    sent = runner.process
    for _ in range(2):
        runner.prepare(who)
        runner.send(who)
    assert [runner.fetch(who), runner.fetch(who)] == [sent, sent]
    runner.dismiss()
    assert is_gone(sent)
    assert runner.fetch(who) == HERE


def test_much_goes_through() -> None:
    """More than a pipe holds, there and back."""
    runner, much = engage(), b"x" * 3_000_000
    work = partial(bytes, much)
    runner.send(work)
    assert runner.fetch(work) == much
    runner.dismiss()


@pytest.mark.parametrize("how", [die, complain])
def test_work_that_fails_elsewhere_is_done_here(how: Callable[[], int]) -> None:
    """What kills the other process, or is wrong in it, costs time alone."""
    work = partial(fail_elsewhere, how)
    runner = engage()
    sent = runner.process
    runner.send(work)
    assert runner.fetch(work) == HERE
    assert is_gone(sent)


@pytest.mark.parametrize("prepare", [die, complain])
def test_a_runner_that_cannot_prepare_itself_is_done_without(prepare: Callable[[], None]) -> None:
    """Sending to a process that is gone says nothing."""
    runner = engage()
    sent = runner.process
    runner.prepare(prepare)
    runner.send(who)
    assert runner.fetch(who) == HERE
    assert is_gone(sent)


def test_a_fault_of_the_work_itself_comes_to_light_here() -> None:
    """Nothing is hidden by another process."""
    runner = engage()
    runner.send(complain)
    with pytest.raises(LookupError):
        runner.fetch(complain)


@pytest.mark.parametrize("with_work", [False, True])
def test_a_runner_can_be_dismissed(with_work: bool) -> None:
    """It ends when nobody wants it, before it had work and after, and closes nothing of others."""
    runner = engage()
    sent = runner.process
    if with_work:
        runner.send(who)
    with Path(os.devnull).open("rb") as other:
        runner.dismiss()
        runner.dismiss()
        assert other.read() == b""
    assert is_gone(sent)


def test_a_system_that_gives_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is done here, and no pipe is left open."""

    def refuse() -> int:
        raise BlockingIOError

    before = next_descriptor()
    monkeypatch.setattr(os, "fork", refuse)
    assert engage().fetch(who) == HERE
    assert next_descriptor() == before
    monkeypatch.delattr(os, "fork")
    assert engage().fetch(who) == HERE


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site that was built, with an article edited since."""
    monkeypatch.setattr(manifest, "_UNSETTLED", 0)
    site = make_site(tmp_path)
    assert not site.build().is_refused
    site.edit(ARTICLE, "Một đoạn", "Lại một đoạn")
    return site


def test_an_edit_is_read_elsewhere(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build's own process takes what the other one read."""
    take = ahead._take

    def elsewhere(*given: object) -> object:
        assert os.getpid() != HERE
        return take(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(ahead, "_take", elsewhere)
    done = site.build(jobs=2)
    assert not done.is_refused
    assert done.written
    assert not differences(site.tree(), site.clean()[1])


def test_an_edit_is_read_here_when_the_other_process_dies(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is the same, and so is the report."""
    monkeypatch.setattr(building, "warm_readers", die_with)
    done = site.build(jobs=2)
    clean, tree = site.clean()
    assert told(done) == told(clean)
    assert not differences(site.tree(), tree)


def test_a_fault_is_told_whoever_reads(site: Site) -> None:
    """Errors of an edit come back from the other process."""
    site.edit(ARTICLE, "---\n", "---\nsection: no-such-section\n")
    reports = {told(site.build(jobs=jobs)) for jobs in (1, 2)}
    assert len(reports) == 1
    assert "no-such-section" in reports.pop()


def test_nobody_is_engaged_in_vain(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where one process is asked for, nor where everything is read."""
    engaged: list[int] = []

    def note() -> Runner:
        engaged.append(1)
        return Runner()

    monkeypatch.setattr(building, "engage", note)
    site.build()
    site.clean(jobs=2)
    assert not engaged
    site.build(jobs=2)
    assert engaged


def test_a_build_without_a_change_leaves_nobody_behind(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who prepared in vain is ended at once."""
    site.build(jobs=2)
    processes: list[int] = []

    def note() -> Runner:
        runner = engage()
        processes.append(runner.process)
        return runner

    monkeypatch.setattr(building, "engage", note)
    assert site.build(jobs=2).written == 0
    assert len(processes) == 1
    assert is_gone(processes[0])
