"""Site: the facts of a whole output folder, and the ways through them. Nothing here judges."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from plugins.bulletin.audit.addresses import Base, address_of
from plugins.bulletin.audit.facts import Fault, FeedFacts, FileFacts, PageFacts
from plugins.bulletin.audit.settings import AuditSettings, Ground

Finding = tuple[str, Fault]  # the path of a file, and what is wrong with it


class Site(Struct, frozen=True, dict=True):
    """One output folder: the facts of every file by path.

    Not slotted, since what is counted over all files is kept once it was asked for.
    """

    files: Mapping[str, FileFacts]
    ground: Ground
    settings: AuditSettings

    @property
    def base(self) -> Base:
        """Return where the site lives."""
        return self.ground.base

    @cached_property
    def pages(self) -> Mapping[str, PageFacts]:
        """Return the pages by path."""
        return {path: file.page for path, file in self.files.items() if file.page}

    @cached_property
    def feeds(self) -> Mapping[str, FeedFacts]:
        """Return the feeds by path."""
        return {path: file.feed for path, file in self.files.items() if file.feed}

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Return the path of every file by its own address."""
        return {address_of(path): path for path in self.files}

    def file_at(self, address: str) -> str:
        """Return the path of the file at an address, or "" when there is none.

        A server gives a folder's index for its name, with or without the slash.
        """
        if address in self.addresses or not address:
            return self.addresses.get(address, "")
        if address[1:] in self.files:
            return address[1:]
        return self.addresses.get(address.removesuffix("/") + "/", "")

    def page_at(self, address: str) -> PageFacts | None:
        """Return the page at an address."""
        return self.pages.get(self.file_at(address))
