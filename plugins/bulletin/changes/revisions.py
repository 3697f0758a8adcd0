"""Revisions: the data as a commit has them. Only `data-changes` asks; a build never does."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.store.git import ask_git, find_git

FILE = "data/changes.yaml"


class Repository(Struct, frozen=True):
    """The repository that a content folder lies in."""

    program: str
    content: Path

    def commit(self, revision: str) -> str:
        """Return the whole name of a commit, "" where there is none of that name."""
        wanted = f"{revision}^{{commit}}"
        return self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)

    def last_recorded(self) -> str:
        """Return the newest commit in which what changed was recorded, "" without one."""
        return self._ask("log", "-1", "--format=%H", "--no-show-signature", "--", FILE)

    def files(self, commit: str) -> Iterator[tuple[str, bytes]]:
        """Yield the data files of a commit by their names below the content folder."""
        packed = ask_git(self.program, self.content, "archive", "--format=tar", commit, "data")
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            for member in archive.getmembers():
                if member.isfile() and (file := archive.extractfile(member)):
                    yield member.name, file.read()

    def _ask(self, *arguments: str) -> str:
        return ask_git(self.program, self.content, *arguments).decode("ascii", "replace").strip()


def open_repository(content: Path) -> Repository | None:
    """Return the repository of a content folder; None where there is none or no git."""
    program = find_git()
    if program is None:
        return None
    repository = Repository(program, content)
    return repository if repository.commit("HEAD") else None
