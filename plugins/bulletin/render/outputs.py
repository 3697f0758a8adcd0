"""Outputs: one file of the site, what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from plugins.bulletin.model.common import Language


class Inputs(NamedTuple):
    """Digests of all that an output is made of; when none differs, its bytes are the same."""

    template: bytes = b""  # the template and what it names
    frame: bytes = b""  # identity, menu, words of the interface, styles, addresses
    own: bytes = b""  # what the page is about
    around: bytes = b""  # what it shows of other things


class Output(Struct, frozen=True):
    """One file of the site.

    `language` is None for what both share; `source` is the Markdown file, below the content
    folder, that Pelican renders it from, "" for all else. `make` returns its bytes, and
    `inputs` what they come from: listing a site costs little, and only what is asked is found.
    Outputs of one `kin` are of one article, and best made one after the other.
    """

    path: str
    language: Language | None
    inputs: Callable[[], Inputs]
    make: Callable[[], bytes]
    source: str = ""
    kin: str = ""
