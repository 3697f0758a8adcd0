"""Reading: one output file into its facts, whatever it is. Never raises for what a file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.bulletin.audit.facts import Fault, FileFacts, fault
from plugins.bulletin.audit.for_machines import (
    REDIRECTS,
    ROBOTS,
    read_manifest,
    read_redirects,
    read_robots,
)
from plugins.bulletin.audit.memory import share
from plugins.bulletin.audit.pages import read_page
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.audit.styles import read_style
from plugins.bulletin.audit.texts import check_text
from plugins.bulletin.problems import audit_rules as rules

LIMIT_MB = 50  # as sitemaps.org allows; more would only fill the memory

_PAGES = (".html", ".htm")
_TEXTS = (*_PAGES, ".xml", ".json", ".txt", ".csv", ".ics", ".geojson", ".css", ".webmanifest")

Reader = Callable[[str, bytes, Ground], FileFacts]


class Content(NamedTuple):
    """The bytes of a file, or why there are none; only the size of what is no text is of use."""

    size: int
    data: bytes = b""
    fault: Fault | None = None

    @property
    def digest(self) -> str:
        """Return what changes when the content does."""
        return blake2b(self.data, digest_size=12).hexdigest() if self.data else str(self.size)


def observe(ground: Ground, path: str, data: bytes) -> FileFacts:
    """Return the facts of a file from its content, before it is on disk."""
    is_large = len(data) > LIMIT_MB * 1_000_000
    if is_large and is_text(path):
        return facts_of(path, _too_large(len(data)), ground)
    return facts_of(path, Content(len(data), data if is_text(path) else b""), ground)


def load(output: Path, path: str) -> Content:
    """Return the content of a file; one that cannot be read has a fault instead."""
    location = output / path
    try:
        size = location.stat().st_size
        if size > LIMIT_MB * 1_000_000 and is_text(path):
            return _too_large(size)
        return Content(size, location.read_bytes() if is_text(path) else b"")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Content(0, fault=fault(rules.DATA_INVALID, reason=reason))


def _too_large(size: int) -> Content:
    return Content(size, fault=fault(rules.DATA_INVALID, reason=f"> {LIMIT_MB} MB"))


def facts_of(path: str, content: Content, ground: Ground) -> FileFacts:
    """Return the facts of a file whose content is at hand."""
    known = tuple(_check_file(path, content))
    if not content.data or content.fault:
        return FileFacts(known)
    if _is_binary(content.data):
        return FileFacts((*known, fault(rules.TEXT_NOT_UTF8)))
    facts = _reader(path)(path, content.data, ground)
    faults = (*known, *check_text(content.data), *facts.faults)
    return share(facts._replace(faults=faults))


def is_text(path: str) -> bool:
    """Tell whether a file is one that says something."""
    return path.lower().endswith(_TEXTS) or path == REDIRECTS


def is_page(path: str) -> bool:
    """Tell whether a file should be a page."""
    return path.lower().endswith(_PAGES)


def _check_file(path: str, content: Content) -> Iterator[Fault]:
    """Report what is wrong with a file whatever it says.

    Files whose name starts with a dot may be empty: they are marks for servers.
    """
    folders, _, name = path.rpartition("/")
    if content.fault:
        yield content.fault
    elif content.size == 0 and not name.startswith("."):
        yield fault(rules.FILE_EMPTY)
    if "drafts" in folders.split("/"):
        yield fault(rules.DRAFT_PUBLISHED)


def _is_binary(data: bytes) -> bool:
    """Tell whether bytes are no text at all; UTF-16 looks the same, and browsers differ on it."""
    return b"\0" in data[:8192]


def _reader(path: str) -> Reader:
    name = path.lower()
    if is_page(name):
        return read_page
    return _READERS_BY_PATH.get(path) or _READERS.get("." + name.rpartition(".")[2], _read_other)


def _read_other(_path: str, _data: bytes, _ground: Ground) -> FileFacts:
    return FileFacts()


def _read_xml(path: str, data: bytes, ground: Ground) -> FileFacts:
    from plugins.bulletin.audit.data import read_xml  # needs lxml, as an edited text does not

    return read_xml(path, data, ground)


def _read_json(path: str, data: bytes, ground: Ground) -> FileFacts:
    from plugins.bulletin.audit.data import read_json

    return read_json(path, data, ground)


_READERS_BY_PATH: dict[str, Reader] = {ROBOTS: read_robots, REDIRECTS: read_redirects}
_READERS: dict[str, Reader] = {
    ".css": read_style,
    ".xml": _read_xml,
    ".json": _read_json,
    ".webmanifest": read_manifest,
}
