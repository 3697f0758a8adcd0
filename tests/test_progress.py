"""Progress: one line that is written over on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.bulletin.building import build
from plugins.bulletin.progress import Display
from plugins.bulletin.render import printing
from tests.building.places import CONF, make_site
from tests.site.building import ROOT, SECOND_CONTENT, environment

# A command for which a second goes by whenever it tells something, so that it tells all.
SLOWLY = """
import itertools, sys
from plugins.bulletin import cli, progress
ticks = itertools.count()
progress.CLOCK = lambda: float(next(ticks))
sys.exit(cli.main(sys.argv[1:]))
"""
STAGES = ["reading", "linking", "search", "pages", "audit", "live", "keeping"]


class Terminal(io.StringIO):
    """A stream that says that it is a terminal, and shows what stands on its line."""

    def isatty(self) -> bool:
        """Be a terminal."""
        return True


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        """Begin at a time like any other."""
        self.now = 5000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def screen(text: str) -> str:
    """Return what a terminal's line shows after a text with returns of the carriage."""
    line: list[str] = []
    column = 0
    for letter in text:
        if letter == "\r":
            column = 0
            continue
        line[column : column + 1] = [letter]
        column += 1
    return "".join(line).rstrip()


def test_quick_work_is_not_told() -> None:
    """What is done within a second shows nothing, and leaves nothing to clear."""
    stream, clock = Terminal(), Clock()
    display = Display(stream, "en", clock, columns=80)
    for done in range(10):
        clock.now += 0.099
        display.tell("pages", done, 10)
    display.clear()
    assert stream.getvalue() == ""


def test_one_line_on_a_terminal() -> None:
    """The line is written over, ten times a second at most, and gone at the end."""
    stream, clock = Terminal(), Clock()
    display = Display(stream, "en", clock, columns=80)
    shown = []
    for done in range(400):
        clock.now += 0.01
        display.tell("pages", done * 25, 10_000)
        shown.append(screen(stream.getvalue()))
    assert "making pages: 2,475/10,000" in shown
    assert 25 <= len(set(shown)) <= 32  # of three seconds; the first is silent
    display.tell("linking", 0, 0)
    assert screen(stream.getvalue()) == "linking …"
    display.clear()
    assert screen(stream.getvalue()) == ""
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().endswith("\r")


@pytest.mark.parametrize("columns", [10, 20, 80])
def test_line_never_breaks(columns: int) -> None:
    """A terminal narrower than the words shows their beginning, on one line."""
    stream, clock = Terminal(), Clock()
    display = Display(stream, "vi", clock, columns=columns)
    clock.now += 2
    display.tell("keeping", 0, 0)
    display.tell("pages", 3, 7)
    assert all(len(part) < columns for part in stream.getvalue().split("\r"))


def test_few_plain_lines_elsewhere() -> None:
    """Without a terminal each stage is a line, and one that lasts is told of every ten seconds."""
    stream, clock = io.StringIO(), Clock()
    display = Display(stream, "vi", clock)
    for stage in ("reading", "pages"):
        for done in range(1, 1201):
            clock.now += 0.01
            display.tell(stage, done, 1200)
    display.clear()
    assert stream.getvalue().splitlines() == [
        "đang đọc bài: 100/1.200",
        "đang đọc bài: 1.100/1.200",
        "đang tạo trang: 1/1.200",
        "đang tạo trang: 1.001/1.200",
    ]


def test_closed_stream_ends_no_build() -> None:
    """When nobody listens any more, work goes on."""

    class Broken(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    clock = Clock()
    display = Display(Broken(), "en", clock)
    clock.now += 5
    display.tell("linking", 0, 0)
    display.clear()


def places(tmp_path: Path) -> list[str]:
    """Return the options of a build that writes below a folder."""
    return ["--content", str(SECOND_CONTENT), "--output", str(tmp_path / "output")]


def on_terminal(arguments: Sequence[str]) -> tuple[int, str, str]:
    """Run a command whose standard error is a terminal; return code, output and what it showed."""
    leader, follower = os.openpty()
    command = [sys.executable, "-c", SLOWLY, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=follower
    ) as process:
        os.close(follower)
        shown = b"".join(_read_all(leader))
        out = process.stdout.read() if process.stdout else b""
    os.close(leader)
    return process.returncode, out.decode(), shown.decode()


def _read_all(terminal: int) -> Iterator[bytes]:
    try:
        while part := os.read(terminal, 4096):
            yield part
    except OSError:  # how Linux tells that nobody writes any more
        return


def test_build_on_a_terminal(tmp_path: Path) -> None:
    """A build shows each stage on one line of the terminal and leaves the line empty."""
    options = ["build", *places(tmp_path), "--language", "vi", "--format", "json"]
    code, out, shown = on_terminal(options)
    assert code == 0
    assert json.loads(out) == []
    lines = shown.split("\r")
    for words in ("đang đọc bài: 20/20", "đang nối liên kết …", "đang tạo trang: ", "kiểm tra"):
        assert any(words in line for line in lines), words
    assert "\n" not in shown
    assert screen(shown) == ""


def test_refusal_stands_on_a_clean_line(tmp_path: Path) -> None:
    """What the machine refuses half way is told on a line from which progress is gone."""
    site = make_site(tmp_path)
    (site.folder / "theme/translations/en/LC_MESSAGES/messages.po").unlink()
    given = ["--content", str(site.settings.content), "--theme", str(site.settings.theme)]
    code, _, shown = on_terminal(["build", *given, "--output", str(site.live), "--language", "en"])
    assert code == 1
    (line, end) = shown.replace("\r\n", "\n").split("\n")
    assert end == ""
    assert screen(line).endswith("[file-gone]")
    assert screen(line).startswith(str(tmp_path))


def test_commands_without_a_terminal(tmp_path: Path) -> None:
    """`build`, `check` and `audit` tell plain lines on standard error, and nothing else there."""
    for name in ("build", "audit", "check"):
        given = ["--content", str(SECOND_CONTENT)] if name == "check" else places(tmp_path)
        done = subprocess.run(
            [sys.executable, "-c", SLOWLY, name, *given, "--language", "en", "--format", "github"],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stdout) == (0, ""), name
        assert "\r" not in done.stderr
        lines = done.stderr.splitlines()
        assert 1 <= len(lines) <= 7, lines
        assert all(": " in line or line.endswith(" …") for line in lines), lines


def test_pages_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes outputs tells how many of all are made, whether alone or with others."""
    monkeypatch.setattr(printing, "WORTH_A_POOL", 2)
    monkeypatch.setattr(printing, "_CHUNK", 3)
    for jobs in (1, 2):
        told: list[tuple[str, int, int]] = []
        site = make_site(tmp_path / str(jobs))
        given = replace(site.settings, jobs=jobs)
        build(CONF, given, "en", tell=lambda *what: told.append(what))  # noqa: B023
        made = [done for stage, done, _ in told if stage == "pages"]
        assert made == sorted(made)
        assert len(made) > 5
        assert made[-1] == len(site.tree())
        assert list(dict.fromkeys(row[0] for row in told)) == STAGES
