"""Settings of an audit. Nothing here reads a file."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from plugins.bulletin.audit.addresses import Base
from plugins.bulletin.progress import Count, uncounted


class MapLabel(NamedTuple):
    """A name that every map in a language must print when it shows the name's place."""

    language: str
    text: str
    lat: float
    lon: float


class AuditSettings(Struct, frozen=True):
    """What the audit cannot see in the folder itself.

    base_url: Address of the folder's root, such as https://example.org/repo; empty in a preview,
        where the home page's canonical address is taken when it is absolute.
    languages: Codes that `lang` may have; the first one's pages stand at the root.
    expected: Every file that belongs there, relative with "/"; None leaves orphans unchecked.
    with_drafts: Whether drafts belong there, as in a preview.
    jobs: Processes that read files, at least 1. What is found never depends on it.
    map_labels: Names that maps must print; a folder does not tell them.
    tell: Takes the number of files read so far, and of all that are to be read.
    """

    base_url: str = ""
    languages: tuple[str, ...] = ("vi", "en")
    expected: frozenset[str] | None = None
    with_drafts: bool = False
    jobs: int = 1
    map_labels: tuple[MapLabel, ...] = ()
    tell: Count = uncounted


class Ground(NamedTuple):
    """All that the facts of a file depend on beside the file; other ground, other facts."""

    base: Base
    languages: tuple[str, ...]
    map_labels: tuple[MapLabel, ...] = ()
