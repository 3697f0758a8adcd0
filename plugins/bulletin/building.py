"""Building: one build from beginning to end, and never two at once in one place.

What is heavy — Pelican, the theme, the library — is imported when it is needed: a build
that finds nothing changed needs none of it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Container, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.bulletin import manifest as manifests
from plugins.bulletin.errands import FEW, Runner, engage
from plugins.bulletin.locking import take_lock
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.publish.files import refuse_foreign
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.collecting import collect_seldom

if TYPE_CHECKING:
    from plugins.bulletin.orders import Order
    from plugins.bulletin.state import Build

_OUTCOME = {
    "en": "{written} written, {removed} removed, {untouched} untouched",
    "vi": "ghi {written} tệp, xóa {removed}, giữ nguyên {untouched}",
}
LEFT = {
    "en": "{count} new texts were not judged for language and parity; run `python3 tasks.py check`",
    "vi": "{count} bài mới chưa được soát chữ và đối chiếu; hãy chạy `python3 tasks.py check`",
}
_REASONS = {
    "en": {
        "": "{path} is not made by this build",
        "same": "{path} is as before: nothing that it is made of changed",
        "new": "{path} is new",
        "damaged": "{path} was not on disk as the last build left it",
        "template": "{path}: its template changed, or one that it includes",
        "frame": "{path}: the frame changed — menu, identity, styles, words or address",
        "own": "{path}: what it is about changed",
        "around": "{path}: what it shows of other articles or records changed",
    },
    "vi": {
        "": "{path} không thuộc lượt dựng này",
        "same": "{path} như cũ: không có gì tạo nên nó thay đổi",
        "new": "{path} là tệp mới",
        "damaged": "{path} trên đĩa không còn như lượt dựng trước để lại",
        "template": "{path}: mẫu trang của nó, hoặc mẫu mà nó dùng, đã thay đổi",
        "frame": "{path}: khung trang đã thay đổi — trình đơn, tên, kiểu chữ, câu chữ hoặc địa chỉ",
        "own": "{path}: chính nội dung của nó đã thay đổi",
        "around": "{path}: điều nó dẫn từ bài khác hoặc dữ liệu đã thay đổi",
    },
}


def _unchanged(known: Container[str], path: str) -> tuple[str, ...]:
    return ("same",) if path in known else ("",)


class Done(Struct, frozen=True):
    """What a build came to. `reasons` tells what changed of an output's inputs."""

    problems: Sequence[Problem]
    reasons: Callable[[str], tuple[str, ...]]
    is_refused: bool = False
    written: int = 0
    removed: int = 0
    untouched: int = 0
    unjudged: int = 0  # texts

    def outcome(self, language: ReportLanguage) -> str:
        """Say how many files were written, removed and left alone."""
        counts = {"written": self.written, "removed": self.removed, "untouched": self.untouched}
        return _OUTCOME[language].format_map(counts)

    def left(self, language: ReportLanguage) -> str:
        """Say what was left to `check`; nothing where nothing was."""
        return LEFT[language].format(count=self.unjudged) if self.unjudged else ""

    def explain(self, path: str, language: ReportLanguage) -> str:
        """Say why an output was made again."""
        said = (_REASONS[language][reason] for reason in self.reasons(path))
        return "\n".join(sentence.format(path=path) for sentence in said)


def build(
    conf: Path, settings: BuildSettings, language: ReportLanguage, *, tell: Tell = silent
) -> Done:
    """Bring the output up to date with the content.

    Args:
        conf: Pelican's settings file.
        settings: What to build, and where.
        language: Of what is said while it waits for another build.
        tell: Takes how far the build is.

    Raises:
        OSError: The machine refused something; the last good output stands.
    """
    if not settings.cache.exists():  # nothing may be made beside a folder of another origin
        refuse_foreign(settings.output, settings.content)
    collect_seldom()
    runner = _engage(settings)
    runner.prepare(import_readers)  # before it is known whether anything changed
    try:
        with take_lock(settings, language):
            return _build_locked(conf, settings, runner, tell=tell)
    finally:
        runner.dismiss()


def _build_locked(conf: Path, settings: BuildSettings, runner: Runner, *, tell: Tell) -> Done:
    try:
        runner.prepare(partial(warm_readers, settings))
        look = manifests.look(settings)
        if look.last is not None and look.is_fresh(settings):
            return _left_alone(look.last, settings)
        # What is loaded stays, and little is made beside it; the process ends with the build.
        if len(look.found.changed) < FEW:
            gc.disable()
        return _build(conf, settings, look, runner=runner, tell=tell)
    finally:
        runner.dismiss()  # before another build may touch what this one kept


def _engage(settings: BuildSettings) -> Runner:
    """Return who reads what changed, and runs Pelican, while this process does the rest."""
    if settings.jobs < 2 or settings.is_full or not manifests.has_manifest(settings):
        return Runner()
    return engage()


def import_readers() -> None:
    """Import what reads and judges; what builds keep is not touched, as no lock is needed."""
    from plugins.bulletin import ahead, intake  # noqa: F401
    from plugins.bulletin.parity import align  # noqa: F401


def warm_readers(settings: BuildSettings) -> None:
    """Let what reads and judges read something."""
    from plugins.bulletin.means import means_of
    from plugins.bulletin.readings import warm_up

    warm_up(means_of(settings, silent).shelf)


def import_pelican() -> None:
    """Import Pelican and what it is given."""
    from plugins.bulletin import hooks  # noqa: F401


def _left_alone(last: manifests.Manifest, settings: BuildSettings) -> Done:
    """Return what a build comes to that has nothing to do."""
    known = last.outputs
    lost = _check_live(settings, known)
    reasons = partial(_unchanged, known)
    return Done([*last.problems, *lost], reasons, is_refused=bool(lost), untouched=len(known))


def _check_live(settings: BuildSettings, known: Collection[str]) -> list[Problem]:
    if settings.live is None:
        return []
    from plugins.bulletin.publish.live import check_vanished

    return check_vanished(settings.live, known, settings.prefix)


def _build(
    conf: Path, settings: BuildSettings, look: manifests.Look, *, runner: Runner, tell: Tell
) -> Done:
    from plugins.bulletin.ahead import set_out

    start = set_out(settings, look, runner, tell=tell)
    if start.runner is None:
        runner.dismiss()  # nothing is to be read that one process would read
    runner.prepare(import_pelican)
    from plugins.bulletin import pipeline  # while the runner reads

    begun = pipeline.begin(settings, look, start, tell=tell)
    del start  # it holds what the last build kept, of which little may be left by now
    if begun.is_refused:
        return Done(begun.problems, partial(_unchanged, ()), is_refused=True)
    if begun.is_done:
        pipeline.conclude(begun)
    else:
        _make(conf, begun, runner)
    return _done(begun)


def _make(conf: Path, begun: Build, runner: Runner) -> None:
    from plugins.bulletin import pipeline

    work = partial(ask_pelican, conf, begun.order())
    try:
        pipeline.start(begun)
        if runner.process and len(begun.stale) < FEW:
            runner.send(work)
            asked: Callable[[], Collection[str]] = partial(runner.fetch, work)
        else:
            runner.dismiss()
            # Now, for Pelican's articles take as much as our library, and are gone before the end.
            asked = partial(frozenset, work())
        pipeline.finish(begun, asked)
    finally:
        pipeline.stop(begun)


def ask_pelican(conf: Path, order: Order) -> set[str]:
    """Run Pelican in this process, which imports it then, and return what it asks for."""
    from plugins.bulletin.hooks import run

    return run(conf, order)


def _done(begun: Build) -> Done:
    from plugins.bulletin.listing import reasons

    changes = begun.changes
    return Done(
        begun.problems,
        partial(reasons, begun),
        is_refused=begun.is_refused,
        written=len(changes.written) if changes else 0,
        removed=len(changes.removed) if changes else 0,
        untouched=len(begun.inputs) - (len(changes.written) if changes else 0),
        unjudged=begun.entries.unjudged,
    )
