"""Files: what is found in a content folder, and what is refused."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from plugins.bulletin.problems import read_rules as rules
from plugins.bulletin.read import files
from plugins.bulletin.read.files import FoundFile, find_files, folder_name, read_bytes


def write(folder: Path, *names: str) -> Path:
    """Return a content folder that holds some files of one byte."""
    content = folder / "content"
    for name in names:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(b"x")
    return content


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The order depends on names alone, so that reports are the same everywhere."""
    content = write(tmp_path, "b.md", "a/z.md", "a/b.md")
    found, problems = find_files(content)
    assert [file.name for file in found] == ["a/b.md", "a/z.md", "b.md"]
    assert [file.path for file in found][-1] == "content/b.md"
    assert problems == []


def test_hidden_files_and_copies_of_editors_are_no_content(tmp_path: Path) -> None:
    """What programs leave behind is passed over without a word."""
    content = write(tmp_path, ".git/x", ".DS_Store", "~$bai.docx", "Thumbs.db", "a.md")
    found, problems = find_files(content)
    assert ([file.name for file in found], problems) == (["a.md"], [])


def test_link_inside_the_folder_is_a_file(tmp_path: Path) -> None:
    """A link to another file of the content is read like a copy of it."""
    content = write(tmp_path, "a.md")
    (content / "b.md").symlink_to("a.md")
    found, problems = find_files(content)
    assert ([file.name for file in found], problems) == (["a.md", "b.md"], [])


def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """A pipe would keep a build waiting for ever."""
    content = write(tmp_path, "a.md")
    os.mkfifo(content / "b.md")
    _, problems = find_files(content)
    assert [problem.rule for problem in problems] == [rules.FILE_UNREADABLE]
    assert "neither a file nor a folder" in problems[0].message("en")


def test_locked_folder_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be opened is a problem, and the rest is read."""
    content = write(tmp_path, "a.md", "locked/b.md")
    scan = os.scandir

    def refuse(folder: Path) -> object:
        if Path(folder).name == "locked":
            raise OSError(errno.EACCES, "no")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found, problems = find_files(content)
    assert [file.name for file in found] == ["a.md"]
    assert str(problems[0].place) == "content/locked"
    assert "bạn không có quyền mở" in problems[0].message("vi")


def test_locked_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read, or fails while it is, gives a problem and no bytes."""
    content = write(tmp_path, "a.md")
    (file,), _ = find_files(content)

    def refuse(_: Path) -> bytes:
        raise OSError("disk")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    raw, problems = read_bytes(file)
    assert raw == b""
    assert "the computer reports an error" in problems[0].message("en")


def test_name_that_is_no_text_is_printable(tmp_path: Path) -> None:
    """Bytes of a name that are not UTF-8, and line ends in it, print as question marks."""
    content = write(tmp_path, "a.md")
    location = os.fsencode(content) + b"/b\xff\n.md"
    with open(location, "wb"):  # noqa: PTH123 -- a Path cannot hold these bytes
        pass
    found, _ = find_files(content)
    assert [file.path for file in found] == ["content/a.md", "content/b??.md"]


@pytest.mark.parametrize("name", ["a.md", "b.yaml", "c.jpg"])
def test_limit_depends_on_the_kind(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of its limit is read, one byte more is refused with both sizes."""
    monkeypatch.setattr(files, "BINARY_LIMIT", 9000)
    monkeypatch.setattr(files, "_LIMITS", {".md": 2000, ".yaml": 5000})
    limit = {"a.md": 2000, "b.yaml": 5000, "c.jpg": 9000}[name]
    content = write(tmp_path, name)
    (content / name).write_bytes(b"x" * limit)
    assert find_files(content)[1] == []
    (content / name).write_bytes(b"x" * (limit + 1))
    (problem,) = find_files(content)[1]
    assert f"{limit // 1000 + 1} kB, more than the limit of {limit // 1000} kB" in problem.message(
        "en"
    )


def test_folder_has_a_name_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--content .` prints the folder's own name and not an empty one."""
    monkeypatch.chdir(tmp_path)
    assert folder_name(Path()) == tmp_path.name
    assert folder_name(Path("/")) == "content"


def test_found_file_knows_size_and_time(tmp_path: Path) -> None:
    """Size and time are there for a cache to tell what changed."""
    (file,), _ = find_files(write(tmp_path, "a.md"))
    assert isinstance(file, FoundFile)
    assert file.size == 1
    assert file.modified == file.location.stat().st_mtime_ns
