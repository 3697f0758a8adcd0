"""Media: blocks of a text as raw fields with their places, and what of them is read as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plugins.bulletin.model.article import BodyLink
from plugins.bulletin.model.entry import Marks
from plugins.bulletin.model.media import MediaKind
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.fences import Fence
from plugins.bulletin.read.yaml_scalars import find_scalars
from plugins.bulletin.read.yaml_values import RawValue, read_yaml

PICTURES: Mapping[MediaKind, str] = {"video": "poster", "infographic": "image"}
# Fields that visitors read.
WORDS = ("title", "caption", "transcript", "description", "credit", "table")


class RawMedia(Struct, frozen=True):
    """One block as it is written. `picture` is the number of its picture among the links."""

    kind: MediaKind
    value: RawValue
    marks: Marks
    line: int
    picture: int = 0


def read_media(fence: Fence, path: str, first_line: int) -> tuple[RawMedia, list[Problem]]:
    """Read the fields of one block.

    Args:
        fence: The block.
        path: The file's path as problems print it.
        first_line: The file's line on which the body begins, from 1.
    """
    line = first_line + fence.line
    value, marks, problems = read_yaml(fence.text, path, line + 1)
    return RawMedia(fence.kind, value, marks, line), problems


def picture_link(media: RawMedia) -> BodyLink | None:
    """Return a block's picture as a link of the body, for it is looked for and shown as one."""
    name = PICTURES[media.kind]
    target = media.value.get(name) if isinstance(media.value, Mapping) else None
    if not isinstance(target, str) or not target.strip():
        return None
    place = media.marks.place(name)
    # Its words are the block's; a picture without any would be reported.
    return BodyLink(target.strip(), place.line, place.column, is_image=True, alt=name)


def words_of(media: RawMedia) -> list[str]:
    """Return what visitors read of a block, a piece for each paragraph, row and title."""
    value = media.value
    if not isinstance(value, Mapping):
        return []
    found = [value[name] for name in WORDS if name in value]
    return [piece for item in found for piece in _pieces(item)]


def spans_of_words(fence: Fence) -> Iterator[tuple[int, int]]:
    """Yield where the words of a block stand in the body that it was found in."""
    for scalar in find_scalars(fence.text) or ():
        if not scalar.is_key and scalar.path and scalar.path[0] in WORDS:
            yield fence.inner + scalar.start, fence.inner + scalar.end


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            is_row = isinstance(item, tuple)
            yield " ".join(map(str, item)) if is_row else str(item)
    elif value is not None:
        yield from (part for part in str(value).split("\n\n") if part.strip())
