"""Intake: a content folder becomes typed entries. Runs read and schema over every file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from plugins.bulletin.link.entries import Entries
from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.entry import Entry, TextEntry
from plugins.bulletin.model.records import Site, Term
from plugins.bulletin.problems import Place, Problem, read_rules
from plugins.bulletin.read.content import RawData, read_data
from plugins.bulletin.read.files import FoundFile, find_files
from plugins.bulletin.read.names import DataName, Name, TextName, read_name
from plugins.bulletin.schema import records
from plugins.bulletin.readings import Means, Reading, read_texts
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry

DEFAULT_ZONE = "UTC"
# Name of a list file or a folder of records -> kind that references name.
_KINDS = {
    "sections": "section",
    "topics": "topic",
    "countries": "country",
    "documents": "document",
    "partners": "partner",
    "associations": "association",
}


@dataclass(slots=True)
class _Gathered:
    """Entries as they come in, by kind."""

    site: Entry[Site] | None = None
    lists: dict[str, dict[str, Entry[Any]]] = field(default_factory=dict)
    glossary: list[Entry[Term]] = field(default_factory=list)
    articles: list[TextEntry[ArticleFields]] = field(default_factory=list)
    pages: list[TextEntry[PageFields]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    body_keys: dict[str, bytes] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def take_in(content: Path, means: Means | None = None) -> tuple[Entries, list[Problem]]:
    """Read and check every file of a content folder. Problems of all files are returned."""
    if not content.is_dir():
        reason = "no such folder"
        return Entries(), [read_rules.FILE_UNREADABLE.at(Place(content.name), reason=reason)]
    files, problems = find_files(content)
    return take_files(files, problems, means or Means())


def take_files(
    files: Iterable[FoundFile], problems: list[Problem], means: Means
) -> tuple[Entries, list[Problem]]:
    """Read and check the files that were found; `problems` are those of finding them."""
    gathered = _Gathered(problems=list(problems))
    named = _name_files(files, gathered)
    for file, name in named:
        if isinstance(name, DataName):
            _take_data(gathered, name, *read_data(file, name))
    texts = [(file, name) for file, name in named if isinstance(name, TextName)]
    for file, reading in read_texts(texts, _zone(gathered), means):
        _take_text(gathered, file, reading)
    return _entries(gathered), gathered.problems


def retake(
    files: Iterable[FoundFile], entries: Entries, means: Means
) -> tuple[Entries, list[Problem]]:
    """Read texts anew beside records that have not changed.

    Returns:
        The records of `entries` with the texts of `files` alone, and the texts' problems.
    """
    gathered = _Gathered(site=entries.site)
    named = _name_files(files, gathered)
    texts = [(file, name) for file, name in named if isinstance(name, TextName)]
    for file, reading in read_texts(texts, _zone(gathered), means):
        _take_text(gathered, file, reading)
    taken = replace(
        entries,
        articles=tuple(gathered.articles),
        pages=tuple(gathered.pages),
        body_keys=gathered.body_keys,
        broken=entries.broken | gathered.broken,
    )
    return taken, gathered.problems


def _zone(gathered: _Gathered) -> str:
    return gathered.site.record.timezone if gathered.site else DEFAULT_ZONE


def _name_files(files: Iterable[FoundFile], gathered: _Gathered) -> list[tuple[FoundFile, Name]]:
    named = []
    for file in files:
        name, faults = read_name(file.name, file.path)
        gathered.problems += faults
        if name is None:
            continue
        named.append((file, name))
        if not isinstance(name, (TextName, DataName)):
            gathered.images.append(file.name)
    return named


def _take_data(
    gathered: _Gathered, name: DataName, raw: RawData | None, problems: list[Problem]
) -> None:
    gathered.problems += problems
    if raw is None:
        kind = _KINDS.get(name.folder or name.stem, name.stem)
        gathered.broken.add((kind, name.stem if name.folder else "*"))
    elif name.folder:
        _take_record(gathered, raw)
    elif name.stem == "site":
        gathered.site, faults = records.check_site(raw)
        gathered.problems += faults
        if gathered.site is None:
            gathered.broken.add(("site", "*"))
    elif name.stem == "glossary":
        gathered.glossary, faults = records.check_glossary(raw)
        gathered.problems += faults
    else:
        _take_list(gathered, raw)


def _take_record(gathered: _Gathered, raw: RawData) -> None:
    entry, faults = records.check_record(raw)
    gathered.problems += faults
    if entry is None:
        gathered.broken.add((_KINDS[raw.name.folder], raw.name.stem))
    else:
        gathered.lists.setdefault(raw.name.folder, {})[raw.name.stem] = entry


def _take_list(gathered: _Gathered, raw: RawData) -> None:
    entries, faults = records.check_list(raw)
    gathered.problems += faults
    gathered.lists[raw.name.stem] = entries
    kind = _KINDS[raw.name.stem]
    gathered.broken |= {(kind, identity) for identity in records.ids_in(raw) - set(entries)}


def _take_text(gathered: _Gathered, file: FoundFile, reading: Reading) -> None:
    gathered.problems += reading.problems
    entry = reading.entry
    if entry is None:
        gathered.broken.add(("file", file.name))
        return
    gathered.body_keys[file.path] = reading.body_key
    if isinstance(entry.fields, ArticleFields):
        gathered.articles.append(cast("ArticleEntry", entry))
    else:
        gathered.pages.append(cast("PageEntry", entry))


def _entries(gathered: _Gathered) -> Entries:
    return Entries(
        site=gathered.site,
        glossary=tuple(gathered.glossary),
        articles=tuple(gathered.articles),
        pages=tuple(gathered.pages),
        images=frozenset(gathered.images),
        body_keys=gathered.body_keys,
        broken=frozenset(gathered.broken),
        **{name: gathered.lists.get(name, {}) for name in (*records.LISTS, *records.FOLDERS)},
    )
