"""History: earlier versions of files, asked of git. Without git, or in a part of it, less is known.

Only `status` and `translate` ask; a build never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.store.git import ask_git, find_git

LONGEST = 300  # versions of one file that are looked at

_SIGN = "\0"  # begins the line of a commit: no path has it


class Version(Struct, frozen=True):
    """A file as one commit left it. `name` is its path in the repository at that time."""

    commit: str
    when: datetime
    name: str


class History(Struct, frozen=True):
    """The history of a content folder.

    `cut` names the commits at which a shallow clone ends: what they seem to add is older.
    """

    program: str
    content: Path
    cut: frozenset[str]

    def versions(self, name: str) -> Iterator[Version]:
        """Yield the versions of a file, newest first, through changes of its name.

        Args:
            name: Its path below the content folder.
        """
        given = ("--follow", f"--max-count={LONGEST}", "--", name)
        commit, when = "", datetime.min.replace(tzinfo=UTC)
        for line in self._log(*given):
            if line.startswith(_SIGN):
                commit, when = _commit(line)
            elif line:
                yield Version(commit, when, line)

    def read(self, version: Version) -> bytes:
        """Return the bytes of a version; nothing where the clone does not have them."""
        return self._ask("cat-file", "blob", f"{version.commit}:{version.name}")

    def last_changes(self) -> Mapping[str, datetime]:
        """Return when each file of the folder last changed, where that is known."""
        found: dict[str, datetime] = {}
        commit, when = "", datetime.min.replace(tzinfo=UTC)
        for line in self._log("--relative", "--", "."):
            if line.startswith(_SIGN):
                commit, when = _commit(line)
            elif line and commit not in self.cut:
                found.setdefault(line, when)
            elif line:
                found.setdefault(line, datetime.min.replace(tzinfo=UTC))
        return {name: when for name, when in found.items() if when.year > 1}

    def _log(self, *given: str) -> list[str]:
        form = "--format=%x00%H %ct"
        answer = self._ask("log", form, "--name-only", "--no-show-signature", *given)
        return answer.decode("utf-8", "replace").split("\n")

    def _ask(self, *arguments: str) -> bytes:
        return ask_git(self.program, self.content, *arguments)


def open_history(content: Path) -> History | None:
    """Return the history of a content folder; None where there is none or no git."""
    program = find_git()
    if program is None or not ask_git(program, content, "rev-parse", "--verify", "--quiet", "HEAD"):
        return None
    shallow = ask_git(program, content, "rev-parse", "--git-path", "shallow").decode().strip()
    file = content / shallow
    cut = file.read_text("ascii").split() if shallow and file.is_file() else []
    return History(program, content, frozenset(cut))


def _commit(line: str) -> tuple[str, datetime]:
    commit, _, seconds = line.removeprefix(_SIGN).partition(" ")
    return commit, datetime.fromtimestamp(int(seconds), UTC)
