"""Intake: a content folder becomes typed entries. Runs read and schema over every file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from plugins.bulletin.link.entries import Entries
from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.entry import Entry, TextEntry
from plugins.bulletin.model.records import Site, Term
from plugins.bulletin.problems import Place, Problem, Words, read_rules
from plugins.bulletin.read.content import RawData, RawText, read_data, read_text
from plugins.bulletin.read.files import FoundFile, find_files
from plugins.bulletin.read.names import DataName, Name, TextName, read_name
from plugins.bulletin.schema import records
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry, check_text

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
    broken: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def take_in(content: Path) -> tuple[Entries, list[Problem]]:
    """Read and check every file of a content folder. Problems of all files are returned."""
    if not content.is_dir():
        reason = Words("there is no such folder", "không có thư mục này")
        return Entries(), [read_rules.FILE_UNREADABLE.at(Place(content.name), reason=reason)]
    files, problems = find_files(content)
    gathered = _Gathered(problems=problems)
    named = _name_files(files, gathered)
    for file, name in named:
        if isinstance(name, DataName):
            _take_data(gathered, name, *read_data(file, name))
    zone = gathered.site.record.timezone if gathered.site else DEFAULT_ZONE
    for file, name in named:
        if isinstance(name, TextName):
            _take_text(gathered, file, *read_text(file, name), zone=zone)
    return _entries(gathered), gathered.problems


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


def _take_text(
    gathered: _Gathered,
    file: FoundFile,
    raw: RawText | None,
    problems: list[Problem],
    *,
    zone: str,
) -> None:
    gathered.problems += problems
    entry, faults = check_text(raw, zone=zone) if raw is not None else (None, [])
    gathered.problems += faults
    if entry is None:
        gathered.broken.add(("file", file.name))
    elif isinstance(entry.fields, ArticleFields):
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
        broken=frozenset(gathered.broken),
        **{name: gathered.lists.get(name, {}) for name in (*records.LISTS, *records.FOLDERS)},
    )
