"""Fields: what an editor may write in front matter and in the files of `content/data`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plugins.bulletin.link.pairs import NEUTRAL, REQUIRED
from plugins.bulletin.model.article import (
    ArticleFields,
    CoverFields,
    PageFields,
    ParityWaiver,
    TranslationFields,
)
from plugins.bulletin.model.changes import DataChange, FieldChange, RecordChange
from plugins.bulletin.model.common import LocalText, Position, Source
from plugins.bulletin.model.issues import IssueCover, IssueFields, IssuePart
from plugins.bulletin.model.media import InfographicFields, VideoFields
from plugins.bulletin.model.records import (
    Aliases,
    Association,
    Contact,
    CountryFields,
    CountryName,
    DatedFact,
    DiplomaticRelations,
    Document,
    HomeCity,
    Licence,
    MapLabel,
    NavigationItem,
    Partner,
    PartnerName,
    Relation,
    Section,
    Site,
    Term,
    Topic,
)
from plugins.bulletin.problems import Words
from plugins.bulletin.reference.change_meanings import CHANGES
from plugins.bulletin.reference.issue_meanings import ISSUES
from plugins.bulletin.reference.kinds import Field, fields_of, plain_name
from plugins.bulletin.reference.markup import code, page, table
from plugins.bulletin.reference.record_meanings import RECORDS
from plugins.bulletin.reference.text_meanings import TEXTS

# File below content/data -> its record, then the groups of fields that only it has.
FILES: dict[str, tuple[type, ...]] = {
    "site.yaml": (Site, HomeCity, Contact, Licence, NavigationItem, MapLabel),
    "sections.yaml": (Section,),
    "topics.yaml": (Topic,),
    "countries.yaml": (CountryFields, CountryName, DiplomaticRelations),
    "documents.yaml": (Document,),
    "partners/ID.yaml": (Partner, PartnerName, Aliases, Relation),
    "associations/ID.yaml": (Association, DatedFact),
    "issues/ID.yaml": (IssueFields, IssueCover, IssuePart),
    "glossary.yaml": (Term,),
    "changes.yaml": (DataChange, RecordChange, FieldChange),
}
SHARED = (LocalText, Source, Position)
TEXT_SHAPES = (ArticleFields, PageFields, CoverFields, TranslationFields, ParityWaiver)
MEANINGS: dict[type, dict[str, Words]] = {**TEXTS, **RECORDS, **ISSUES, **CHANGES}

TEXT_INTRODUCTION = """\
A text begins with its fields between two lines of `---`; Markdown follows.
`articles/…/KEY.vi.md` and `KEY.en.md` are one pair, and so are two files in `pages/`.
The original is the file without `translation`; of two such files it is the Vietnamese one.
A translation leaves out what is *inherited*; giving it again is allowed when it is equal.
A file with `stub: true` has a title and summary alone, for lists: the article is in the other file.
A date is written `2023-08-17` or `2023-08-17 09:00`, in the time zone of the site."""
DATA_INTRODUCTION = """\
Files of `content/data`, in YAML.
A file with one record has its fields at the left margin; a file with many has a list of them.
A date is written as exactly as it is known: `2013-08-12`, `2013-08` or `2013`.
Text that YAML takes for something else, as `no` or `0123`, goes into quotes."""
MEDIA_INTRODUCTION = """\
In the text, between a line of three backticks with the word `{}` and a line of three backticks."""
HEAD = ("field", "type", "required", "limits and values", "meaning", "ý nghĩa")


def front_matter_page() -> str:
    """Return the page of the fields of articles and pages."""
    return page(
        "Front matter",
        TEXT_INTRODUCTION,
        "## Articles",
        _table(ArticleFields, _text_anchor, _article_duty),
        "## Pages",
        _table(PageFields, _text_anchor),
        "## Cover",
        _table(CoverFields, _text_anchor, _cover_duty),
        "## Video",
        MEDIA_INTRODUCTION.format("video"),
        _table(VideoFields, _text_anchor, _media_duty),
        "## Infographic",
        MEDIA_INTRODUCTION.format("infographic"),
        _table(InfographicFields, _text_anchor, _media_duty),
        "## Translation",
        _table(TranslationFields, _text_anchor),
        "## Parity waiver",
        _table(ParityWaiver, _text_anchor),
    )


def data_page() -> str:
    """Return the page of the records of `content/data`."""
    parts = [part for name, shapes in FILES.items() for part in _file(name, shapes)]
    shared = [part for shape in SHARED for part in (f"### {_title(shape)}", _table(shape))]
    return page("Data files", DATA_INTRODUCTION, *parts, "## Shared groups of fields", *shared)


def _file(name: str, shapes: Iterable[type]) -> Iterable[str]:
    record, *groups = shapes
    yield f"## {name}"
    yield (record.__doc__ or "").split("\n")[0].replace(". ", ".\n")
    yield _table(record)
    for shape in groups:
        yield f"### {_title(shape)}"
        yield _table(shape)


def _title(shape: type) -> str:
    return plain_name(shape).capitalize()


def data_anchor(shape: type) -> str:
    """Return the link to a group of fields on the page of data files."""
    name = plain_name(shape)
    return f"[{name}](#{name.replace(' ', '-')})"


def _text_anchor(shape: type) -> str:
    here = data_anchor(shape)
    return here if shape in TEXT_SHAPES else here.replace("(#", "(data.md#")


def _duty(field: Field) -> str:
    return "yes" if field.is_required else "no"


def _article_duty(field: Field) -> str:
    if field.name in REQUIRED:
        return "in the original; inherited"
    return "no; inherited" if field.name in (*NEUTRAL, "updated") else _duty(field)


def _cover_duty(field: Field) -> str:
    if field.name == "alt":
        return "yes, unless `decorative`"
    return "no; inherited" if field.name in ("image", "decorative") else _duty(field)


def _media_duty(field: Field) -> str:
    if field.name in ("transcript", "description", "table"):
        return "one of them"
    return _duty(field)


def _table(
    shape: type,
    anchor: Callable[[type], str] = data_anchor,
    duty: Callable[[Field], str] = _duty,
) -> str:
    meanings = MEANINGS[shape]
    rows = [
        (
            code(field.name),
            field.kind,
            duty(field),
            _limits(field),
            meanings[field.name].en,
            meanings[field.name].vi,
        )
        for field in fields_of(shape, anchor)
    ]
    return table(HEAD, rows)


def _limits(field: Field) -> str:
    default = f"default {field.default}" if field.default else ""
    return "; ".join(part for part in (field.limits, default) if part)
