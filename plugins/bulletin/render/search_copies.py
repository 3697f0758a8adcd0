"""Search copies: what search is to know of each page, in the HTML that Pagefind reads.

They are no pages: nobody sees them, and they hold neither menu nor styles, so that a change of
the theme leaves the index alone. `theme/static/js/search.js` reads what is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from markupsafe import escape
from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language, LocalText, other_language
from plugins.bulletin.model.issues import IssueFields
from plugins.bulletin.model.library import Library, Records
from plugins.bulletin.model.media import MEDIA_MARK, InfographicFields, VideoFields
from plugins.bulletin.model.records import Association, Document, Partner
from plugins.bulletin.render.related import document_name
from plugins.bulletin.store.digests import digest_of

# Pagefind takes marks off letters, and đ is no letter with a mark. Ḓ is one, and no language of
# the site has it: so "doi ngoai" finds "đối ngoại", and "đối ngoại" finds it first.
STROKED = str.maketrans({"đ": "ḓ", "Đ": "Ḓ"})
SUMMARY_WEIGHT = 3
NAME_WEIGHT = 5
UNDATED = "0000"  # sorts after all others when the newest come first


Facts = tuple[tuple[str, str], ...]


class Copy(Struct, frozen=True):
    """One page as search knows it; `own` changes with anything that its HTML says.

    Its `title`, the `names` that find it as well and its `facts` answer before Pagefind does.
    """

    address: str
    own: bytes
    html: Callable[[], str]
    title: str
    names: tuple[str, ...]
    facts: Facts


class Known(Struct, frozen=True):
    """What search knows of a page.

    `title` is shown, `names` are found as well; by what it is `called` a page is found
    before those that speak of it. `facts` narrow: pairs of a filter's name and a value. `body`
    is HTML.
    """

    title: str
    body: str
    facts: Facts = ()
    names: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


def search_copies(library: Library, language: Language) -> Iterator[Copy]:
    """Yield a copy of every page of a language that search is to find."""
    yield from _articles(library, language)
    yield from _pages(library, language)
    yield from _records(library.records, language)
    yield from _issues(library, language)


def write_copy(known: Known, language: Language) -> str:
    """Return a copy's HTML."""
    facts = "".join(
        f'<i data-pagefind-filter="{name}[data-value]" data-value="{escape(value)}"></i>'
        for name, value in known.facts
    )
    when = dict(known.facts).get("date", UNDATED)
    order = f'<i data-pagefind-sort="date[data-value]" data-value="{when}"></i>'
    words = _meta("title", known.title) + _meta("names", " · ".join(dict.fromkeys(known.names)))
    words += _meta("called", " · ".join(dict.fromkeys(known.called)))
    whole = f"<body data-pagefind-body>{words}{order}{facts}{known.body}</body>"
    return f'<!DOCTYPE html><html lang="{language}">{whole}</html>'.translate(STROKED)


def _meta(name: str, text: str) -> str:
    """Say something that is found and not quoted."""
    if not text:
        return ""
    return f'<i data-pagefind-meta="{name}[data-value]" data-value="{escape(text)}"></i>'


def _articles(library: Library, language: Language) -> Iterator[Copy]:
    names = cache(partial(_names_of_partner, library.records))
    for pair in library.articles.values():
        article = pair.get(language)
        if article is None or article.status != "published":
            continue
        named = [names(key) for key in article.partners]
        address = addresses.article(article)
        own = digest_of(article.digest, article.stub, named, _twin(pair, language))
        facts = _facts_of(article, _twin(pair, language))
        flat = tuple(dict.fromkeys(name for names in named for name in names))
        html = partial(_article, library, article, facts, names=flat)
        yield Copy(address, own, html, article.title, flat, facts)


def _facts_of(article: Article, twin: Facts) -> Facts:
    when = article.moment.when
    return (
        ("kind", "article"),
        ("section", article.section),
        ("year", str(when.year)),
        ("date", when.date().isoformat()),
        *(("partner", key) for key in article.partners),
        *twin,
    )


def _article(library: Library, article: Article, facts: Facts, *, names: tuple[str, ...]) -> str:
    body = _lead(article.summary) + _body(library, article)
    if article.stub is not None:  # what the other language says of it, which has no other page
        names += (article.stub.title, article.stub.summary)
    return write_copy(Known(article.title, body, facts, names), article.language)


def _twin(pair: Mapping[Language, Article] | Mapping[Language, Page], language: Language) -> Facts:
    """Return the address of the same text in the other language, as a fact."""
    other = pair.get(other_language(language))
    if other is None or other.status != "published":
        return ()
    at = addresses.article(other) if isinstance(other, Article) else addresses.page(other)
    return (("twin", at),)


def _pages(library: Library, language: Language) -> Iterator[Copy]:
    for pair in library.pages.values():
        page = pair.get(language)
        if page is not None and page.status == "published":
            facts = (("kind", "page"), *_twin(pair, language))
            body = _lead(page.summary) + _body(library, page)
            yield _copy(addresses.page(page), Known(page.title, body, facts), language)


def _records(records: Records, language: Language) -> Iterator[Copy]:
    """Yield copies of the pages of records: few and short, so each is its own digest."""
    for partner in records.partners.values():
        at = partial(addresses.partner, partner.id)
        yield _record(at, _of_partner(records, partner, language), language)
    for association in records.associations.values():
        at = partial(addresses.association, association.id)
        yield _record(at, _of_association(records, association, language), language)
    for document in records.documents.values():
        at = partial(addresses.document, document.id)
        yield _record(at, _of_document(document, language), language)


def _issues(library: Library, language: Language) -> Iterator[Copy]:
    for identity, issue in library.issues.items():
        known = _of_issue(issue.fields, language)
        yield _record(partial(addresses.issue, identity), known, language)


def _of_issue(issue: IssueFields, language: Language) -> Known:
    facts = (("kind", "issue"), ("year", str(issue.date.year)), ("date", str(issue.date)))
    said = [*_notes(language, issue.summary, *(part.heading for part in issue.parts))]
    called = (issue.number,) if issue.number else ()
    body = "".join(map(_words, said))
    return Known(issue.title.in_language(language), body, facts, called=called)


def _record(at: Callable[[Language], str], known: Known, language: Language) -> Copy:
    twin = ("twin", at(other_language(language)))
    return _copy(at(language), replace(known, facts=(*known.facts, twin)), language)


def _copy(address: str, known: Known, language: Language) -> Copy:
    """Return a copy that is short enough to be its own digest."""
    html = write_copy(known, language)
    names = (*known.called, *known.names)
    return Copy(address, digest_of(html), partial(str, html), known.title, names, known.facts)


def _of_partner(records: Records, partner: Partner, language: Language) -> Known:
    country = records.countries[partner.country].name
    names = _names_of_partner(records, partner.id)
    said = [country.in_language(language), *_notes(language, partner.note)]
    for relation in partner.relations:
        said += [relation.title.in_language(language), *_notes(language, relation.note)]
    shown = _words(" · ".join(dict.fromkeys(names)), weight=NAME_WEIGHT)
    facts = (("kind", "partner"), ("partner", partner.id))
    title, body = partner.name.in_language(language), shown + "".join(map(_words, said))
    return Known(title, body, facts, called=names)


def _names_of_partner(records: Records, identity: str) -> tuple[str, ...]:
    """Return every name of a partner, so that each finds what speaks of it by another."""
    partner = records.partners[identity]
    name, aliases = partner.name, partner.aliases
    return tuple(filter(None, (name.vi, name.en, name.local, *aliases.vi, *aliases.en)))


def _of_association(records: Records, item: Association, language: Language) -> Known:
    said = [records.countries[item.country].name.in_language(language)]
    said += _notes(language, item.note)
    for fact in item.facts:
        said.append(fact.text.in_language(language))
    body = "".join(map(_words, said))
    other = item.name.in_language(other_language(language))
    facts = (("kind", "association"),)
    return Known(item.name.in_language(language), body, facts, (other,))


def _of_document(item: Document, language: Language) -> Known:
    said = [item.issuer.in_language(language), *_notes(language, item.note)]
    facts = [("kind", "document")]
    if item.date is not None:
        facts += [("year", str(item.date.year)), ("date", str(item.date))]
    title, body = document_name(item, language), "".join(map(_words, said))
    return Known(title, body, tuple(facts), called=(item.number,) if item.number else ())


def _body(library: Library, text: Article | Page) -> str:
    """Return a text's HTML with the words of its videos and infographics in their places."""
    html = library.html_of(text)
    for number, block in enumerate(text.body.media):
        html = html.replace(MEDIA_MARK % number, "".join(map(_words, _said_in(block.fields))))
    return html


def _said_in(fields: VideoFields | InfographicFields) -> list[str]:
    said = [fields.title, fields.caption, *fields.description]
    if isinstance(fields, VideoFields):
        return [*said, *fields.transcript]
    return [*said, *(" · ".join(map(str, row)) for row in fields.table or ())]


def _notes(language: Language, *notes: LocalText | None) -> list[str]:
    return [note.in_language(language) for note in notes if note is not None]


def _lead(summary: str) -> str:
    return _words(summary, weight=SUMMARY_WEIGHT)


def _words(text: str, weight: int = 1) -> str:
    return f'<p data-pagefind-weight="{weight}">{escape(text)}</p>'
