"""The directory of the benchmark: as many records as asked for, the same each time, and good."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from benchmarks.directory import Size, write_directory
from plugins.bulletin.examining import examine
from plugins.bulletin.settings import BuildSettings
from tools.paths import ROOT

SIZE = Size(60, 130)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_directory_is_whole_and_without_problems(tmp_path: Path) -> None:
    """Partners, relations and documents are as many as asked for, and break no rule."""
    write_directory(SIZE, tmp_path / "content")
    now = datetime(2026, 1, 1, tzinfo=UTC)
    settings = BuildSettings(
        tmp_path / "content", ROOT / "theme", tmp_path / "output", "https://example.org", now
    )
    library, problems = examine(settings)
    assert problems == []
    assert library is not None
    partners = library.records.partners.values()
    assert len(partners) == SIZE.partners
    assert sum(len(partner.relations) for partner in partners) == SIZE.relations
    assert len(library.records.documents) == SIZE.documents
    assert any(relation.documents for partner in partners for relation in partner.relations)


def test_same_seed_same_directory(tmp_path: Path) -> None:
    """A second making gives the same bytes; another seed gives others."""
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_directory(SIZE, tmp_path / name, seed)
    one, again, other = (files_of(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one.keys() == other.keys()
    assert one != other
