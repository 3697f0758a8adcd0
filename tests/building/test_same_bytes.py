"""The same bytes from any folder, machine setting and number of processes; and no clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.bulletin import readings
from plugins.bulletin.audit import gathering
from plugins.bulletin.render import printing
from tests.building.places import differences, make_site, told
from tests.site.building import build_apart, environment, files_of

SETTINGS = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"},
]
DAY = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
WAITING = """---
title: Bài hẹn ngày
date: 2024-06-01
section: news
summary: Một bài ví dụ để thử, dài đủ bốn mươi ký tự như quy định.
publish_on: 2026-03-01 15:00
---
Xem [bài thứ hai](second-exchange.vi.md).
"""


def test_machine_leaves_no_mark(tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and jobs change no byte of the output."""
    trees = []
    for number, given in enumerate(SETTINGS):
        site = make_site(tmp_path / str(number) / ("deep" * number))
        theme = ("--theme", str(site.settings.theme), "--full", "--jobs", str(number + 1))
        env = environment(**given)
        built = build_apart(site.settings.content, site.live, *theme, env=env)
        assert built.code == 0, built.out + built.err
        trees.append(site.tree())
    assert differences(trees[0], trees[1]) == {}


def test_jobs_leave_no_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process, two or three: the same bytes and the same report, from nothing and later."""
    for module, name in (
        (readings, "WORTH_A_POOL"),
        (printing, "WORTH_A_POOL"),
        (gathering, "FEW"),
    ):
        monkeypatch.setattr(module, name, 2)
    for module in (readings, printing):
        monkeypatch.setattr(module, "_CHUNK", 3)
    site = make_site(tmp_path)
    outputs = [replace(site.settings, output=tmp_path / str(n) / "site", jobs=n) for n in (1, 2, 3)]
    for _ in range(2):
        done = [site.build(output=given.output, jobs=given.jobs) for given in outputs]
        trees = [files_of(given.output) for given in outputs]
        assert differences(trees[0], trees[1]) == differences(trees[0], trees[2]) == {}
        assert len({told(each) for each in done}) == 1
        site.edit("content/data/site.yaml", "Sample Bulletin", "Sample Bulletin of Jobs")


def test_day_of_publishing_comes_and_goes(tmp_path: Path) -> None:
    """With no edit an article appears at its moment, and a clock set back takes it away."""
    site = make_site(tmp_path, {"content/articles/hen.vi.md": WAITING.encode()})
    path = "2024/06/bai-hen-ngay/index.html"
    moments = [-1, 0, 1, -3600, 86_400, -1]
    for seconds in moments:
        now = DAY + timedelta(seconds=seconds)
        done = site.build(now=now)
        clean, tree = site.clean(now=now)
        assert told(done) == told(clean)
        assert differences(site.tree(), tree) == {}
        assert (path in tree) == (seconds >= 0)
        again = site.build(now=now)
        assert (again.written, again.removed) == (0, 0)
