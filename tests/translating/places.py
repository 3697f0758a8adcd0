"""Places: small content folders and real git repositories for the tests of pairs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tests.link.making import MINIMAL, text, translation
from tests.site.building import Built, run_here

ORIGINAL = "articles/k.vi.md"
TRANSLATION = "articles/k.en.md"
BODY = "Đoạn một nói về cầu.\n\n## Phần hai\n\nĐoạn ba nói về sông Hương và mùa xuân."
PAIR = {ORIGINAL: text(BODY), TRANSLATION: translation("One.\n\n## Two\n\nThree.")}


def content_of(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Return a content folder: the minimal site with files put over it."""
    content = folder / "content"
    if not content.exists():
        shutil.copytree(MINIMAL, content)
    for name, written in files.items():
        raw = written if isinstance(written, bytes) else written.encode()
        (content / name).write_bytes(raw)
    return content


def run(content: Path, command: str, *options: str, day: str = "2026-01-11") -> Built:
    """Run a command on a content folder on some day, reporting in English."""
    noon = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    env = {"SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}
    given = () if "--language" in options else ("--language", "en")
    return run_here(command, "--content", str(content), *given, *options, output=content, env=env)


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    """Run git with a fixed identity and date, and none of the machine's settings."""
    stamp = f"{day}T00:00:00Z"
    person = {"NAME": "Biên tập", "EMAIL": "editor@example.org", "DATE": stamp}
    given = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in person.items()
    }
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), **given, **plain},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def commit(folder: Path, day: str) -> None:
    """Commit everything in a folder, which becomes a repository with the first commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all", day=day)
    git(folder, "commit", "--quiet", "--message", f"Edits of {day}", day=day)


def rewrite(content: Path, found: str, put: str, *, name: str = ORIGINAL) -> None:
    """Put one string in the place of another, which must be there, in a file."""
    before = (content / name).read_text("utf-8")
    assert found in before
    (content / name).write_text(before.replace(found, put), encoding="utf-8")
