"""Settings of one build, and where it keeps what it makes. Imports nothing heavy."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.bulletin.store.digests import code_digest, digest_of


class BuildSettings(Struct, frozen=True):
    """All that a build depends on beside the content itself.

    `base_url` has no slash at its end. `now` decides whether a day of publishing has come,
    and which month it is. `is_public` tells that the site is made to be published, with all
    that a preview can do without. `jobs` is a number of processes; `is_full` ignores what
    earlier builds kept. `live` is the folder that visitors are served, whose addresses last.
    """

    content: Path
    theme: Path
    output: Path
    base_url: str
    now: datetime
    with_drafts: bool = False
    is_public: bool = False
    jobs: int = 1
    is_full: bool = False
    live: Path | None = None

    @property
    def cache(self) -> Path:
        """Return the folder of what this output's builds keep; it may be deleted."""
        return self.output.parent / ".cache" / "builds" / self.output.name

    @property
    def staging(self) -> Path:
        """Return the folder in which a build is made before it goes live."""
        return self.cache / "staging" / self.output.name

    @property
    def prefix(self) -> str:
        """Return the path below which the site stands, "" at the root of a host."""
        return urlsplit(self.base_url).path.rstrip("/")

    def fingerprint(self) -> bytes:
        """Return the digest of all that can change an output without a change of content."""
        places = (str(self.content), str(self.theme))
        return digest_of(code_digest(), places, self.base_url, self.with_drafts, self.is_public)


def moment_of_build() -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else the clock's time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
