"""Regions: which letters of a file are read by people, and which name something.

Addresses, code, ids and field names stand for something else, so nobody may change a letter
of them. What a person reads can be judged, and mended, as language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct, field

from plugins.bulletin.model.entry import FieldPath
from plugins.bulletin.read.fences import find_fences, has_fences
from plugins.bulletin.read.finding import blank_code
from plugins.bulletin.read.front_matter import FENCE
from plugins.bulletin.read.media import spans_of_words
from plugins.bulletin.read.yaml_scalars import find_scalars
from plugins.bulletin.read.yaml_values import Scalar

MASK = "\0"  # stands for a letter that is not read; no text has it after decoding
ANY = ""  # the language of names and titles that may be in any

_INDENTS = (" ", "\t")
_SIGNS_OF_CODE = ("`", "\n    ", "\n\t")
_NOT_LINE_END = re.compile("[^\n]+")
# What names something in a Markdown body. Each way begins with a sign of its own, which a search
# can leap to; what begins a line, and a mail address, are looked for where there are some.
_NAMING = re.compile(
    r"\]\((?:[^()\n]|\n(?!\s*\n)|\([^()\n]*\)){0,1000}\)"  # the target of a link or picture
    r"(?:\{decorative\})?"
    r"|\]\[[^\]\n]*\]"
    r"|\[\^[^\]\s]+\]:?"
    r"|<[A-Za-z/!?][^<>]{0,2000}>|<[^<>\n]*>"
    r"|https?://[^\s<>()“”\"]+|www\.[^\s<>()“”\"]+"
    r"|&(?:#\w{1,8}|\w{1,31});"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_FENCE_LINE = re.compile(r"^///.*(?:\n {4,}.*)*$", re.MULTILINE)  # with a block's options
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
_RARE = (("]:", _DEFINITION), ("///", _FENCE_LINE), ("@", _MAIL))
# The text of a link to another site is mostly the title of what is there, in any language.
_OUTSIDE = re.compile(r"(?<!!)\[(?P<title>[^\[\]\n]+)\](?=\(\s*<?https?:)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|[^\"])", re.DOTALL)
_TEXTS: frozenset[FieldPath] = frozenset(
    {("title",), ("summary",), ("cover", "alt"), ("cover", "caption"), ("cover", "credit")}
)
_NAMES: frozenset[FieldPath] = frozenset({("authors",), ("translator",), ("source", "name")})
_NAMES_OF_DATA = ("local", "of")
_LANGUAGES = ("vi", "en")

Span = tuple[int, int]


class Regions(Struct, frozen=True):
    """A text and what is read in it.

    `prose` maps a language to the text with all but its words masked, where line ends stay; it
    may end with the last of them.
    `fields` are the spans of texts in YAML by language, `body` is where a Markdown body begins.
    `kept` are the spans that name something. `is_whole` is False when YAML was broken.
    """

    text: str
    prose: Mapping[str, str]
    fields: tuple[tuple[str, Span], ...] = ()
    body: int = 0
    kept: tuple[Span, ...] = field(default=())
    is_whole: bool = True


def find_regions(text: str, path: str) -> Regions:
    r"""Find what is read in a Markdown or YAML file.

    Args:
        text: The file's text, with `\n` at line ends.
        path: Its path, whose end tells the kind and the language.
    """
    if path.endswith(".yaml"):
        return _regions_of_data(text)
    language = path.removesuffix(".md").rpartition(".")[2]
    return _regions_of_text(text, language if language in _LANGUAGES else ANY)


def _regions_of_data(text: str) -> Regions:
    scalars = find_scalars(text)
    if scalars is None:
        return Regions(text, {}, is_whole=False)
    kinds = [(scalar, None if scalar.is_key else kind_in_data(scalar.path)) for scalar in scalars]
    fields = [(kind, scalar) for scalar, kind in kinds if kind is not None]
    prose = {name: _prose_of_fields(text, fields, name) for name in (*_LANGUAGES, ANY)}
    kept = tuple((scalar.start, scalar.end) for scalar, kind in kinds if kind is None)
    return Regions(text, prose, _spans(fields), len(text), kept)


@lru_cache(maxsize=10_000)  # a thousand records have the same fields
def kind_in_data(path: FieldPath) -> str | None:
    """Return the language of a value of a record, None for what names something."""
    names = _names_in(path)
    if not names or "slug" in names:
        return None
    if names[-1] in _LANGUAGES:
        return names[-1]
    is_name = names[-1] in _NAMES_OF_DATA or names[-2:] in (("source", "name"), ("also", "name"))
    return ANY if is_name else None


def _names_in(path: FieldPath) -> tuple[str, ...]:
    return tuple([step for step in path if isinstance(step, str)])


def letters_in_data(text: str, scalars: Iterable[Scalar]) -> dict[str, list[str]]:
    """Return what is read in a data file, by language: of each value its letters."""
    letters: dict[str, list[str]] = {}
    for scalar in scalars:
        kind = kind_in_data(scalar.path)
        if kind is not None:
            letters.setdefault(kind, []).append(_letters(text, scalar))
    return letters


def _regions_of_text(text: str, language: str) -> Regions:
    first, end, body = _fence_offsets(text)
    scalars = find_scalars(text[first:end])
    is_whole = scalars is not None
    kinds = [(_moved(scalar, first), _kind_in_text(scalar, language)) for scalar in scalars or ()]
    fields = [(kind, scalar) for scalar, kind in kinds if kind is not None]
    titles = [match.span("title") for match in _OUTSIDE.finditer(text[body:])]
    read = read_in_body(text[body:])
    kept = [(scalar.start, scalar.end) for scalar, kind in kinds if kind is None]
    kept += [(body + start, body + end) for start, end in _masked_spans(read)]
    in_any, in_own = _parted(read, titles)
    prose = {ANY: _prose_of_fields(text[:body], fields, ANY) + in_any}
    prose[language] = _prose_of_fields(text[:body], fields, language) + in_own
    return Regions(text, prose, _spans(fields), body, tuple(kept), is_whole)


def _fence_offsets(text: str) -> tuple[int, int, int]:
    """Return where front matter begins and ends and the body begins; all 0 without one."""
    start = after = text.find("\n") + 1
    if not start or text[:start].rstrip() != FENCE:
        return 0, 0, 0
    while after:
        line_end = text.find("\n", after)
        line = text[after:] if line_end < 0 else text[after:line_end]
        if line.rstrip() == FENCE:
            return start, after, len(text) if line_end < 0 else line_end + 1
        after = line_end + 1
    return 0, 0, 0


def _kind_in_text(scalar: Scalar, language: str) -> str | None:
    names: FieldPath = _names_in(scalar.path)
    if scalar.is_key:
        return None
    if names in _TEXTS:
        return language
    return ANY if names in _NAMES else None


def _moved(scalar: Scalar, by: int) -> Scalar:
    return Scalar(
        scalar.path, scalar.start + by, scalar.end + by, scalar.style, is_key=scalar.is_key
    )


def _spans(fields: Iterable[tuple[str, Scalar]]) -> tuple[tuple[str, Span], ...]:
    return tuple((kind, (scalar.start, scalar.end)) for kind, scalar in fields)


def _prose_of_fields(text: str, fields: Iterable[tuple[str, Scalar]], language: str) -> str:
    """Return text with all but the fields of a language masked."""
    pieces, at = [], 0
    for kind, scalar in fields:
        if kind == language:
            pieces += [_masked_text(text[at : scalar.start]), _letters(text, scalar)]
            at = scalar.end
    return "".join((*pieces, _masked_text(text[at:])))


def _letters(text: str, scalar: Scalar) -> str:
    letters = text[scalar.start : scalar.end]
    return _ESCAPE.sub(_masked, letters) if scalar.style == '"' and "\\" in letters else letters


def read_in_body(source: str) -> str:
    """Return a Markdown body with its code and all that names something masked."""
    if has_fences(source):
        source = _mask_fences(source)
    if any(sign in source for sign in _SIGNS_OF_CODE) or source[:1] in _INDENTS:
        source = blank_code(source)
    for sign, pattern in _RARE:
        if sign in source:
            source = pattern.sub(_masked, source)
    return _NAMING.sub(_masked, source)


def _mask_fences(source: str) -> str:
    """Mask blocks of fields but for the words that visitors read of them."""
    pieces, at = [], 0
    for fence in find_fences(source):
        pieces.append(source[at : fence.start])
        at = fence.start
        for start, end in spans_of_words(fence):
            letters = _ESCAPE.sub(_masked, source[start:end])
            pieces += [_masked_text(source[at:start]), letters.replace("`", MASK)]
            at = end
        pieces.append(_masked_text(source[at : fence.end]))
        at = fence.end
    return "".join((*pieces, source[at:]))


def _parted(read: str, titles: Iterable[Span]) -> tuple[str, str]:
    """Return what is read up to the last of some spans with all else masked, and without them."""
    inside, outside, at = [], [], 0
    for start, end in titles:
        inside += [_masked_text(read[at:start]), read[start:end]]
        outside += [read[at:start], _masked_text(read[start:end])]
        at = end
    return "".join(inside), "".join((*outside, read[at:]))


def _masked_spans(read: str) -> Iterator[Span]:
    return (match.span() for match in re.finditer(f"{MASK}+", read))


def _masked(match: re.Match[str]) -> str:
    return _masked_text(match.group())


def _masked_text(text: str) -> str:
    if "\n" not in text:
        return MASK * len(text)
    return _NOT_LINE_END.sub(lambda found: MASK * len(found.group()), text)
