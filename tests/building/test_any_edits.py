"""After any edits an incremental build equals one from nothing, byte for byte.

`BULLETIN_EXAMPLES` and `BULLETIN_STEPS` raise how much is tried; then choices are random.
The numbers of steps, edits and compared trees are printed at the end.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, Phase, event, note, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from msgspec.structs import replace

from plugins.bulletin import manifest
from plugins.bulletin.building import Done
from tests.building.edits import OTHER_EDITS, TEXT_EDITS, Edit, break_file, remove_original
from tests.building.issue_edits import ISSUE_EDITS, MEDIA_EDITS
from tests.building.places import (
    NOW,
    Files,
    base_content,
    base_theme,
    differences,
    make_site,
    told,
)

EXAMPLES = int(os.environ.get("BULLETIN_EXAMPLES", "0"))
STEPS = int(os.environ.get("BULLETIN_STEPS", "15"))
URLS = ("https://bulletin.example", "https://bulletin.example/under", "https://other.example")
DAYS = (0, 1, 8, 30, 40, 400)
TEXTS = (*TEXT_EDITS, *MEDIA_EDITS)
OTHERS = (*OTHER_EDITS, *ISSUE_EDITS)
EDITS = (*TEXTS, *OTHERS)
MISHAPS = ("settings", "time", "meddling", "touch")
SPOILING = (break_file, remove_original)  # mostly refused, and the output then untouched
MEMORY = Path("/dev/shm")  # quicker than a disk, where there is one
COUNT: Counter[str] = Counter()  # what all examples of this process came to
MADE: Counter[str] = Counter()  # edits that could be made, and mishaps, by name
_TOLD = """
{sequences} sequences, {steps} steps, {edits} edits of {kinds} kinds and {mishaps} mishaps;
{builds} builds, each beside one from nothing: {refused} refused alike and touching nothing,
{trees} trees compared byte for byte; none differed
"""

choices = st.randoms(use_true_random=False)


class Editing(RuleBasedStateMachine):
    """A site on disk, edited and built; `good` is what was last built without an error."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(
            tempfile.mkdtemp(prefix="bulletin-", dir=MEMORY if MEMORY.is_dir() else None)
        )
        self.site = make_site(self.folder)
        content = {f"content/{name}": raw for name, raw in base_content().items()}
        theme = {f"theme/{name}": raw for name, raw in base_theme().items()}
        files = content | theme
        self.files = {name: raw.decode() for name, raw in files.items() if ".png" not in name}
        self.on_disk = dict(self.files)
        self.good = dict(self.files)
        self.tree: Files = {}
        self.refusals = 0
        self.turn = 0
        self.patience = manifest._UNSETTLED

    @initialize(is_settled=st.booleans())
    def begin(self, *, is_settled: bool) -> None:
        """Trust a file's time at once, or only when it is old enough, as in earnest."""
        manifest._UNSETTLED = 0 if is_settled else self.patience
        COUNT["sequences"] += 1
        self.build()

    @rule(edits=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3), by=choices)
    def edit_texts(self, edits: list[Edit], by: Random) -> None:
        """Edit articles and pages, and build."""
        self.step(edits, by)

    @rule(edits=st.lists(st.sampled_from(OTHERS), min_size=1, max_size=2), by=choices)
    def edit_others(self, edits: list[Edit], by: Random) -> None:
        """Edit records, the site's identity or the theme, and build."""
        self.step(edits, by)

    @rule(edits=st.lists(st.sampled_from(EDITS), min_size=3, max_size=6), by=choices)
    def edit_much(self, edits: list[Edit], by: Random) -> None:
        """Edit several things, and build."""
        self.step(edits, by)

    @rule(edit=st.sampled_from(TEXTS), mishap=st.sampled_from(MISHAPS), by=choices)
    def meet(self, edit: Edit, mishap: str, by: Random) -> None:
        """Let something happen that is no edit, mostly together with one, and build."""
        COUNT["mishaps"] += 1
        MADE[mishap] += 1
        event(mishap)
        getattr(self, mishap)(by)
        self.step([edit] if by.random() < 0.7 else [], by)

    def settings(self, by: Random) -> None:
        """Build for another address, at another time, earlier or later, or with drafts."""
        now = NOW + timedelta(days=by.choice(DAYS))
        self.site = dataclasses.replace(
            self.site,
            settings=replace(
                self.site.settings,
                base_url=by.choice(URLS),
                now=now,
                with_drafts=by.random() < 0.2,
            ),
        )

    def time(self, by: Random) -> None:
        """Let days pass, or go back."""
        now = NOW + timedelta(days=by.choice(DAYS))
        self.site = dataclasses.replace(self.site, settings=replace(self.site.settings, now=now))

    def meddling(self, by: Random) -> None:
        """Spoil, delete or empty files of the output or of what builds keep."""
        places = sorted(path for path in (self.folder / "live").rglob("*") if path.is_file())
        # Without it and without a cache nothing tells that the folder is one to write into.
        places = [place for place in places if place.name != "sitemap.xml"]
        # How many files are kept is not the same in each run, so no choice may depend on it.
        numbers = [by.randrange(10**6) for _ in range(by.randint(1, 3))]
        deed = by.choice((spoil, empty, Path.unlink))
        for place in {places[number % len(places)] for number in numbers}:
            deed(place)

    def touch(self, by: Random) -> None:
        """Write a file again as it is."""
        name = by.choice(sorted(self.on_disk))
        self.site.write({name: self.on_disk[name].encode()})

    def step(self, edits: Sequence[Edit], by: Random) -> None:
        """Edit the files, and build."""
        COUNT["steps"] += 1
        for edit in edits:
            note(edit.__name__)
            event(edit.__name__)
            self.edit(edit, by)
        self.build()

    def edit(self, edit: Edit, by: Random) -> None:
        """Edit the files; an edit of a file that was broken changes nothing."""
        before = dict(self.files)
        try:
            edit(self.files, by)
        except (KeyError, TypeError, ValueError, IndexError, yaml.YAMLError):
            self.files = before
        MADE[edit.__name__] += self.files != before

    def build(self) -> None:
        """Build, compare, and after two refusals go back to what was good."""
        self.write()
        before = self.site.tree()
        self.turn += 1  # another process reads in every second build
        done = self.site.build(jobs=1 + self.turn % 2)
        clean, tree = self.site.clean()
        COUNT["builds"] += 1
        assert (done.is_refused, told(done)) == (clean.is_refused, told(clean))
        self.settle(done, tree, before)

    def settle(self, done: Done, tree: Files, before: Files) -> None:
        """Compare the trees of a good build; see that a refused one touched nothing."""
        if done.is_refused:
            COUNT["refused"] += 1
            assert differences(self.site.tree(), before) == {}
            self.refusals += 1
            if self.refusals == 2:
                self.files, self.refusals = dict(self.good), 0
            return
        assert differences(self.site.tree(), tree) == {}
        COUNT["trees"] += 1
        self.good, self.refusals = dict(self.files), 0

    def write(self) -> None:
        """Bring the files on disk up to the edits."""
        gone = self.on_disk.keys() - self.files.keys()
        changed = {n: t.encode() for n, t in self.files.items() if self.on_disk.get(n) != t}
        self.site.write(dict.fromkeys(gone) | changed)
        self.on_disk = dict(self.files)

    def teardown(self) -> None:
        """Leave nothing behind."""
        manifest._UNSETTLED = self.patience
        shutil.rmtree(self.folder, ignore_errors=True)


def spoil(place: Path) -> None:
    """Put something else in the place of a file's second half."""
    raw = place.read_bytes()
    place.write_bytes(raw[: len(raw) // 2] + b"x")


def empty(place: Path) -> None:
    """Leave nothing of a file but its name."""
    place.write_bytes(b"")


def test_incremental_equals_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever was edited, in whatever order, both builds give the same report and bytes."""
    given = settings(
        max_examples=EXAMPLES or 12,
        stateful_step_count=STEPS,
        derandomize=not EXAMPLES,
        database=None,
        deadline=None,
        print_blob=False,
        phases=(Phase.generate,) if EXAMPLES else (Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Editing, settings=given)
    kinds = {edit.__name__ for edit in EDITS if MADE[edit.__name__]}
    edits = sum(MADE[name] for name in kinds)
    with capsys.disabled():
        print(_TOLD.format_map({"refused": 0, **COUNT, "edits": edits, "kinds": len(kinds)}))


def test_each_edit_by_itself() -> None:
    """Chance leaves out no kind of edit, and no mishap."""
    machine, by = Editing(), Random(3)
    machine.begin(is_settled=False)
    try:
        for edit in dict.fromkeys(EDITS):
            alone(machine, edit, by)
        for mishap in MISHAPS:
            getattr(machine, mishap)(by)
            machine.build()
    finally:
        machine.teardown()


def alone(machine: Editing, edit: Edit, by: Random) -> None:
    """Make an edit that leads to a good build, in at most nine tries, unless it spoils."""
    for _ in range(9):
        machine.files = dict(machine.good)
        made, trees = MADE[edit.__name__], COUNT["trees"]
        machine.edit(edit, by)
        machine.build()
        is_good = COUNT["trees"] > trees or edit in SPOILING
        if is_good and MADE[edit.__name__] > made:
            return
    raise AssertionError(f"{edit.__name__} was never made, or never good")
