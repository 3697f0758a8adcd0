"""Content: one file of text or data becomes raw fields. The door between disk and schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.model.article import Body
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.entry import Marks
from plugins.bulletin.problems import Place, Problem, Words, read_rules as rules
from plugins.bulletin.read.bodies import check_links
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.fences import check_fences, find_fences, without_fences
from plugins.bulletin.read.files import FoundFile, read_bytes
from plugins.bulletin.read.front_matter import SplitText, split_front_matter
from plugins.bulletin.read.markdown import convert
from plugins.bulletin.read.media import RawMedia, picture_link, read_media, words_of
from plugins.bulletin.read.names import DataName, TextName
from plugins.bulletin.read.yaml_values import RawValue, Scalar, read_document, read_yaml

FIELDS = Words("fields, each as `name: value`", "các trường, mỗi trường dạng `tên: giá trị`")
ITEMS = Words("a list, each item beginning with `- `", "một danh sách, mỗi mục mở đầu bằng `- `")
_OTHER = Words("text without field names", "chữ không có tên trường")
_SEEN = {
    type(None): Words("nothing", "phần trống"),
    dict: Words("fields outside a list", "các trường nằm ngoài danh sách"),
    tuple: Words("a list", "một danh sách"),
}


class RawText(Struct, frozen=True):
    """One Markdown file: raw fields and a converted body.

    `source` is the body's Markdown, which begins on the file's line `source_line`. `media` are
    the fields of its videos and infographics.
    """

    name: TextName
    fields: Mapping[str, RawValue]
    body: Body
    marks: Marks
    source: str = ""
    source_line: int = 1
    media: tuple[RawMedia, ...] = ()


class RawData(Struct, frozen=True):
    """One YAML file: a raw value (fields, or a list of them).

    `scalars` are the values as they stand in `text`; None where something is wrong with the file.
    """

    name: DataName
    value: RawValue
    marks: Marks
    text: str = ""
    scalars: tuple[Scalar, ...] | None = None


def read_text(file: FoundFile, name: TextName) -> tuple[RawText | None, list[Problem]]:
    """Read one article or page. Its problems are complete even where no value is given."""
    raw, problems = read_bytes(file)
    return read_text_bytes(raw, file.path, name) if not problems else (None, problems)


def read_text_bytes(raw: bytes, path: str, name: TextName) -> tuple[RawText | None, list[Problem]]:
    """Read one article or page from its bytes."""
    text, problems = decode(raw, path)
    if text is None:
        return None, problems
    split, faults = split_front_matter(text, path)
    problems += faults
    if split is None:
        return None, problems
    fields, marks, faults = read_yaml(split.fields, path, split.fields_line)
    body, media, more = _read_body(split, path, name.language)
    problems += faults + more
    if not isinstance(fields, Mapping) and not faults:
        problems.append(not_in_form(path, fields, FIELDS, line=split.fields_line))
    if not isinstance(fields, Mapping) or body is None:
        return None, problems
    return RawText(name, fields, body, marks, split.body, split.body_line, media), problems


def _read_body(
    split: SplitText, path: str, language: Language
) -> tuple[Body | None, tuple[RawMedia, ...], list[Problem]]:
    """Convert a body without its blocks of fields, and read those."""
    fences = tuple(find_fences(split.body))
    problems = check_fences(split.body, path, split.body_line)
    media = []
    for fence in fences:
        block, faults = read_media(fence, path, split.body_line)
        media.append(block)
        problems += faults
        if not isinstance(block.value, Mapping) and not faults:
            problems.append(not_in_form(path, block.value, FIELDS, line=block.line))
    body, faults = convert(
        without_fences(split.body, fences),
        path,
        first_line=split.body_line,
        language=language,
        words=[words_of(block) for block in media],
    )
    problems += faults
    return *_with_pictures(body, media, problems, path=path), problems


def _with_pictures(
    body: Body | None, media: Sequence[RawMedia], problems: list[Problem], *, path: str
) -> tuple[Body | None, tuple[RawMedia, ...]]:
    """Return a body whose links have the pictures of its blocks, and blocks that know theirs."""
    if body is None:
        return None, ()
    links, placed = list(body.links), []
    for block in media:
        placed.append(replace(block, picture=len(links)))
        link = picture_link(block)
        if link is not None:
            problems += check_links([link], path)
            links.append(link)
    return replace(body, links=tuple(links)), tuple(placed)


def read_data_bytes(raw: bytes, path: str, name: DataName) -> tuple[RawData | None, list[Problem]]:
    """Read one file of records from its bytes."""
    text, problems = decode(raw, path)
    if text is None:
        return None, problems
    found = read_document(text, path)
    problems += found.problems
    if found.value is None and found.problems:
        return None, problems
    return RawData(name, found.value, found.marks, text, found.scalars), problems


def not_in_form(path: str, found: RawValue, expected: Words, *, line: int = 1) -> Problem:
    """Return the problem of a file, or an item of one, that is not in the form it needs."""
    seen = _SEEN.get(type(found), _OTHER)
    return rules.YAML_NOT_FIELDS.at(Place(path, line, 1), expected=expected, found=seen)
