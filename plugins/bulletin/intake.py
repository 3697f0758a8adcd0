"""Intake: a content folder becomes typed entries. Runs read and schema over every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct, field

from plugins.bulletin.changes.states import RECORDED, Key, digest, fact_digests
from plugins.bulletin.hygiene import is_sound
from plugins.bulletin.judging import Measure, ReadText, judge
from plugins.bulletin.link.entries import Entries, Taken
from plugins.bulletin.means import Means
from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.changes import DataChange
from plugins.bulletin.model.entry import Entry, TextEntry
from plugins.bulletin.model.issues import IssueFields
from plugins.bulletin.model.records import (
    Association,
    Country,
    Document,
    Partner,
    Section,
    Site,
    Term,
    Topic,
)
from plugins.bulletin.problems import Place, Problem, Words, read_rules
from plugins.bulletin.read.content import RawData, read_data_bytes
from plugins.bulletin.read.files import FoundFile, find_files, folder_name, read_bytes
from plugins.bulletin.read.names import DataName, Name, TextName, read_name
from plugins.bulletin.readings import read_texts
from plugins.bulletin.record_readings import DataFile, RecordReading, read_records
from plugins.bulletin.schema import records
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.text.tones import ToneStyle

NO_FOLDER = Words("there is no such folder", "không có thư mục này")
# Name of a list file or a folder of records -> kind that references name.
_KINDS = {
    "sections": "section",
    "topics": "topic",
    "countries": "country",
    "documents": "document",
    "partners": "partner",
    "associations": "association",
    "issues": "issue",
}


DEFAULT_ZONE = "UTC"  # while the site has no identity


class _Gathered(Struct):
    """Entries as they come in, by kind."""

    site: Entry[Site] | None = None
    lists: dict[str, dict[str, Entry[object]]] = field(default_factory=dict)
    glossary: list[Entry[Term]] = field(default_factory=list)
    changes: list[Entry[DataChange]] = field(default_factory=list)
    facts: dict[Key, bytes] = field(default_factory=dict)  # digests
    articles: list[TextEntry[ArticleFields]] = field(default_factory=list)
    pages: list[TextEntry[PageFields]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    reading_keys: dict[str, bytes] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    read: list[ReadText] = field(default_factory=list)  # what is to be judged
    lists_read: list[tuple[ReadText, RawData | None]] = field(default_factory=list)
    unjudged: int = 0


def take_in(content: Path, means: Means | None = None) -> tuple[Entries, list[Problem]]:
    """Read and check every file of a content folder. Problems of all files are returned."""
    if not content.is_dir():
        place = Place(folder_name(content))
        return Entries(), [read_rules.FILE_UNREADABLE.at(place, reason=NO_FOLDER)]
    files, problems = find_files(content)
    return take_files(files, problems, means or Means())


def take_files(
    files: Iterable[FoundFile], problems: Iterable[Problem], means: Means
) -> tuple[Entries, list[Problem]]:
    """Read and check the files that were found; `problems` are those of finding them."""
    gathered = _Gathered(problems=list(problems))
    for problem in list(gathered.problems):
        unread = problem.place.path.partition("/")[2]
        _leave_out(gathered, unread, read_name(unread, unread)[0] if unread else None)
    named = _name_files(files, gathered)
    _take_all_data(gathered, named, means)
    _take_all_texts(gathered, named, means)
    return _entries(gathered), gathered.problems


def retake(files: Iterable[FoundFile], entries: Entries, means: Means) -> Taken:
    """Read and judge texts anew beside records that have not changed."""
    gathered = _Gathered(site=entries.site, glossary=list(entries.glossary))
    gathered.lists["partners"] = dict(entries.partners)
    _take_all_texts(gathered, _name_files(files, gathered), means)
    return Taken(
        tuple(gathered.articles),
        tuple(gathered.pages),
        gathered.reading_keys,
        frozenset(gathered.broken),
        gathered.unjudged,
        tuple(gathered.problems),
    )


def _take_all_data(
    gathered: _Gathered, named: Iterable[tuple[FoundFile, Name]], means: Means
) -> None:
    single: list[tuple[FoundFile, DataFile]] = []
    for file, name in named:
        if not isinstance(name, DataName):
            continue
        raw, faults = read_bytes(file)
        gathered.problems += faults
        if faults:
            _leave_out(gathered, file.name, name)
        elif name.folder:
            single.append((file, DataFile(file.path, name, raw)))
        else:
            _take_data(gathered, file.name, DataFile(file.path, name, raw), shelf=means.shelf)
    style = _style(gathered)
    gathered.read += [
        text for text, data in gathered.lists_read if data is None or not is_sound(data, style)
    ]
    readings = read_records([record for _, record in single], style, means)
    for (file, record), reading in zip(single, readings, strict=True):
        _take_record(gathered, file, record.name, reading=reading)


def _take_all_texts(
    gathered: _Gathered, named: Iterable[tuple[FoundFile, Name]], means: Means
) -> None:
    texts = [(file, name) for file, name in named if isinstance(name, TextName)]
    for file, name, reading, raw in read_texts(texts, _zone(gathered), means):
        gathered.problems += reading.problems
        gathered.read.append(ReadText(raw, file.path, reading.entry))
        if reading.entry is None:
            _leave_out(gathered, file.name, name)
        else:
            gathered.reading_keys[file.path] = reading.key
            _take_text(gathered, reading.entry)
    problems, gathered.unjudged = judge(gathered.read, _measure(gathered), means)
    gathered.problems += problems


def _measure(gathered: _Gathered) -> Measure:
    """Return what the two languages of a text are judged by."""
    partners = cast("Mapping[str, Entry[Partner]]", gathered.lists.get("partners", {}))
    site = gathered.site.record if gathered.site else None
    return Measure(
        tuple(entry.record for entry in gathered.glossary),
        tuple(entry.record for entry in partners.values()),
        _style(gathered),
        is_error=site is not None and site.parity == "error",
        is_error_of_terms=site is not None and site.glossary == "error",
    )


def _style(gathered: _Gathered) -> ToneStyle:
    return gathered.site.record.tone_marks if gathered.site else "hòa"


def _zone(gathered: _Gathered) -> str:
    return gathered.site.record.timezone if gathered.site else DEFAULT_ZONE


def _name_files(files: Iterable[FoundFile], gathered: _Gathered) -> list[tuple[FoundFile, Name]]:
    named = []
    for file in files:
        name, faults = read_name(file.name, file.path)
        gathered.problems += faults
        if name is None:
            _leave_out(gathered, file.name, name)
            continue
        named.append((file, name))
        if not isinstance(name, (TextName, DataName)):
            gathered.images.append(file.name)
    return named


def _leave_out(gathered: _Gathered, file_name: str, name: Name | None) -> None:
    """Note what cannot be used, so that what refers to it is no further problem."""
    gathered.broken.add(("file", file_name))
    if isinstance(name, DataName):
        kind = _KINDS.get(name.folder or name.stem, name.stem)
        gathered.broken.add((kind, name.stem if name.folder else "*"))
    elif isinstance(name, TextName):
        gathered.broken.add((name.kind.removesuffix("s"), name.key))


def _take_data(gathered: _Gathered, file_name: str, file: DataFile, *, shelf: Shelf | None) -> None:
    """Check a data file that is not of one record of many."""
    data, problems = read_data_bytes(file.raw, file.path, file.name)
    gathered.problems += problems
    gathered.facts |= fact_digests(data) if data else {}
    if file.name != RECORDED:  # there stands what others were told, right or wrong
        gathered.lists_read.append((ReadText(file.raw, file.path, None), data))
    if data is None or not _is_used(gathered, data, shelf):
        _leave_out(gathered, file_name, file.name)


def _is_used(gathered: _Gathered, data: RawData, shelf: Shelf | None) -> bool:
    """Check what a data file holds; tell whether it can be used."""
    if data.name.stem == "site":
        gathered.site, faults = records.check_site(data, shelf)
    elif data.name.stem == "glossary":
        gathered.glossary, faults = records.check_glossary(data, shelf)
    elif data.name == RECORDED:
        gathered.changes, faults = records.check_changes(data, shelf)
    else:
        _take_list(gathered, data, shelf)
        return True
    gathered.problems += faults
    return not faults


def _take_record(
    gathered: _Gathered, file: FoundFile, name: DataName, *, reading: RecordReading
) -> None:
    gathered.problems += reading.problems
    gathered.facts |= reading.facts
    if reading.entry is None:
        _leave_out(gathered, file.name, name)
    else:
        gathered.lists.setdefault(name.folder, {})[name.stem] = reading.entry


def _take_list(gathered: _Gathered, raw: RawData, shelf: Shelf | None) -> None:
    """Check a list; the good ones of its records are used even when others are broken."""
    entries, faults = records.check_list(raw, shelf)
    gathered.problems += faults
    gathered.lists[raw.name.stem] = entries
    kind = _KINDS[raw.name.stem]
    gathered.broken |= {(kind, identity) for identity in records.ids_in(raw) - set(entries)}


def _take_text(gathered: _Gathered, entry: ArticleEntry | PageEntry) -> None:
    if isinstance(entry.fields, ArticleFields):
        gathered.articles.append(entry)
    else:
        gathered.pages.append(entry)


def _digest(gathered: _Gathered) -> str:
    """Return the digest of the data; none while a file of them cannot be used."""
    is_broken = any(kind == "file" and name.startswith("data/") for kind, name in gathered.broken)
    return "" if is_broken else digest(gathered.facts)


def _entries(gathered: _Gathered) -> Entries:
    lists = gathered.lists
    return Entries(
        site=gathered.site,
        sections=cast("Mapping[str, Entry[Section]]", lists.get("sections", {})),
        topics=cast("Mapping[str, Entry[Topic]]", lists.get("topics", {})),
        countries=cast("Mapping[str, Entry[Country]]", lists.get("countries", {})),
        documents=cast("Mapping[str, Entry[Document]]", lists.get("documents", {})),
        partners=cast("Mapping[str, Entry[Partner]]", lists.get("partners", {})),
        associations=cast("Mapping[str, Entry[Association]]", lists.get("associations", {})),
        issues=cast("Mapping[str, Entry[IssueFields]]", lists.get("issues", {})),
        glossary=tuple(gathered.glossary),
        changes=tuple(gathered.changes),
        facts=_digest(gathered),
        articles=tuple(gathered.articles),
        pages=tuple(gathered.pages),
        images=frozenset(gathered.images),
        reading_keys=gathered.reading_keys,
        broken=frozenset(gathered.broken),
        unjudged=gathered.unjudged,
    )
