"""Acting: what `data-changes` does — tell, check or record how the data changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.changes import told
from plugins.bulletin.changes.compare import compare
from plugins.bulletin.changes.recording import (
    Recorded,
    read_recorded,
    with_digest,
    with_entry,
)
from plugins.bulletin.changes.revisions import FILE, open_repository
from plugins.bulletin.changes.states import State, files_of, state_digest, state_of
from plugins.bulletin.model.changes import RecordChange
from plugins.bulletin.problems import Words
from plugins.bulletin.problems.problem import ReportLanguage


class Side(Struct, frozen=True):
    """One of two states, and what its own file of changes holds."""

    state: State
    recorded: Recorded

    @property
    def digest(self) -> str:
        """Return the digest of the state."""
        return state_digest(self.state)


class Complaint(Struct, frozen=True):
    """Why a state cannot be had."""

    words: Words
    found: str

    def say(self, language: ReportLanguage) -> str:
        """Return the sentence in a language."""
        return told.say(self.words, language, found=self.found)


class Comparison(Struct, frozen=True):
    """The data now, the data then, and what differs."""

    now: Side
    before: Side
    records: tuple[RecordChange, ...]

    @property
    def is_recorded(self) -> bool:
        """Tell whether the file of changes knows the data as they are."""
        return self.now.recorded.digest == self.now.digest

    def text(self, day: date) -> str:
        """Return the file of changes with what differs recorded in it.

        Where nothing differs, as after a merge of two branches that both recorded theirs, the
        newest entry only gets the digest of the data as they are.
        """
        if not self.records and self.now.recorded.entries:
            return with_digest(self.now.recorded, self.now.digest)
        then, now = self.before.recorded, self.now.recorded
        note = now.note if now.digest != then.digest else None
        return with_entry(then.entries, self.records, day=day, digest=self.now.digest, note=note)


def look_back(content: Path, since: str = "") -> Comparison | Complaint:
    """Compare the data of a content folder with what they were.

    Args:
        content: The folder.
        since: Another content folder, or a commit; "" is the commit in which changes were
            recorded last, or no data at all where none ever were.
    """
    now = _side(files_of(content))
    if isinstance(now, Complaint):
        return now
    before = _before(content, since)
    if isinstance(before, Complaint):
        return before
    return Comparison(now, before, compare(before.state, now.state))


def _before(content: Path, since: str) -> Side | Complaint:
    if since and (Path(since) / "data").is_dir():
        return _side(files_of(Path(since)))
    repository = open_repository(content)
    commit = ""
    if repository is not None:
        commit = repository.commit(since) if since else repository.last_recorded()
    if repository is None or not commit:
        return Complaint(told.NO_STATE, since) if since else Side({}, Recorded())
    return _side(repository.files(commit))


def _side(files: Iterable[tuple[str, bytes]]) -> Side | Complaint:
    found = dict(files)
    state, problems = state_of(found.items())
    if problems:
        return Complaint(told.BROKEN, ", ".join(sorted({item.place.path for item in problems})))
    return Side(state, read_recorded(found.get(FILE, b"")))


def record(content: Path, text: str) -> Path:
    """Write the file of changes and return where it is."""
    location = content / FILE
    location.write_text(text, encoding="utf-8", newline="\n")
    return location
