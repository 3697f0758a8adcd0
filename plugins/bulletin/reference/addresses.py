"""Addresses: every function of `link/addresses.py` with what it gives for a sample."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Body, Page
from plugins.bulletin.model.common import LANGUAGES, Language, LocalText, Moment
from plugins.bulletin.model.records import Section, Topic
from plugins.bulletin.reference.markup import code, page, table
from plugins.bulletin.render.data_outputs import ONCE, data_address
from plugins.bulletin.text.dates import ZONE
from plugins.bulletin.text.slugs import LONGEST_SLUG, slugify

NAME = LocalText("Đối ngoại nhân dân", "People-to-people diplomacy")
TITLES = LocalText("Bài viết đầu tiên", "A first article")
SECTION = Section("sample", NAME, NAME)
TOPIC = Topic("sample", NAME, NAME)
KEY = "first-article"
PARTNER = "vientiane"
ASSOCIATION = "laos"
AUTHOR = slugify("Nguyễn Thị Ánh")
DOCUMENT = "12-ct-tw"
ISSUE = "2023-08"
SLUG_SAMPLES = (
    "Đối ngoại nhân dân",
    "Đường xa – bạn gần: hai ngày làm việc",
    "The Union’s 6th Congress",
)
INTRODUCTION = """\
An address begins at the root of the site and ends in a slash, unless it is that of a file.
It has small letters, digits and hyphens only.
Below a path, as on project pages of a forge, the path goes before every address."""


def _article(language: Language) -> str:
    return addresses.article(_sample(language))


def _sample(language: Language) -> Article:
    title = TITLES.in_language(language)
    return Article(
        key=KEY,
        language=language,
        path=f"content/articles/{KEY}.{language}.md",
        title=title,
        summary="",
        moment=Moment(datetime(2023, 8, 17, tzinfo=ZONE), has_time=False),
        section=SECTION.id,
        slug=slugify(title),
        body=Body(""),
        links=(),
    )


def _sides() -> str:
    return addresses.sides(_sample("vi"))


def _page(language: Language) -> str:
    title = NAME.in_language(language)
    path = f"content/pages/{KEY}.{language}.md"
    return addresses.page(Page(KEY, language, path, title, "", slugify(title), Body(""), ()))


def _second(language: Language) -> str:
    return addresses.list_page(addresses.group("section", SECTION, language), 2, language)


def _section(language: Language) -> str:
    return addresses.group("section", SECTION, language)


def _feeds(page: str) -> str:
    """Return the address of the first feed of a page; the other one stands beside it."""
    return addresses.feeds_of(page)[0]


# What it is, where its address comes from, and a sample in each language.
ROWS: tuple[tuple[str, str, Callable[[Language], str]], ...] = (
    ("home page", "fixed", addresses.home),
    ("article", "year and month of `date`, then `slug` or the title", _article),
    ("page", "`slug` or the title", _page),
    ("section", "`slug` or the name", _section),
    ("topic", "`slug` or the name", lambda name: addresses.group("topic", TOPIC, name)),
    ("second page of a list", "number of the page", _second),
    ("partner directory", "fixed", lambda name: addresses.place("partners", name)),
    ("partner", "name of its file", lambda name: addresses.partner(PARTNER, name)),
    ("associations", "fixed", lambda name: addresses.place("associations", name)),
    ("association", "name of its file", lambda name: addresses.association(ASSOCIATION, name)),
    ("documents", "fixed", lambda name: addresses.place("documents", name)),
    ("document", "its `id`", lambda name: addresses.document(DOCUMENT, name)),
    ("anniversaries", "fixed", lambda name: addresses.place("anniversaries", name)),
    ("issues", "fixed", lambda name: addresses.place("issues", name)),
    ("issue", "name of its file", lambda name: addresses.issue(ISSUE, name)),
    ("multimedia", "fixed", lambda name: addresses.place("multimedia", name)),
    ("videos", "fixed", lambda name: addresses.media("video", name)),
    ("infographics", "fixed", lambda name: addresses.media("infographic", name)),
    ("photographs", "fixed", lambda name: addresses.media("photograph", name)),
    ("authors", "fixed", lambda name: addresses.place("authors", name)),
    ("author", "the name in bylines", lambda name: addresses.author(AUTHOR, name)),
    ("archive", "fixed", lambda name: addresses.place("archive", name)),
    ("year of the archive", "year of `date`", lambda name: addresses.year(2023, name)),
    ("search", "fixed", lambda name: addresses.place("search", name)),
    ("search index", "one folder a language", addresses.search_bundle),
    ("titles for search", "fixed, a file", addresses.search_titles),
    ("open data", "fixed", lambda name: addresses.place("data", name)),
    ("data file", "fixed, a file", lambda name: addresses.data_file("partners.csv", name)),
    ("Atom feed", "fixed, a file", addresses.feed),
    ("JSON Feed", "fixed, a file", lambda name: addresses.feed(name, "json")),
    ("feeds of a section", "beside its page", lambda name: _feeds(_section(name))),
    (
        "feeds of a partner",
        "beside its page",
        lambda name: _feeds(addresses.partner(PARTNER, name)),
    ),
    ("calendar of anniversaries", "fixed, a file", addresses.calendar),
    ("web manifest, where `offline` is on", "fixed, a file", addresses.web_manifest),
    ("page without a network, as above", "fixed", addresses.offline),
    ("page for wrong addresses", "fixed, a file", addresses.not_found),
)
SHARED = ("/sitemap.xml", "/robots.txt", addresses.WORKER, *map(data_address, ONCE))


def addresses_page() -> str:
    """Return the page of addresses."""
    head = ("what", "comes from", "Vietnamese", "English")
    rows = [(what, source, *map(code, _both(make))) for what, source, make in ROWS]
    files = [(code(address), code(addresses.file_of(address))) for address in _file_samples()]
    slugs = [(title, code(slugify(title))) for title in SLUG_SAMPLES]
    return page(
        "Addresses",
        INTRODUCTION,
        table(head, rows),
        f"Once for both languages: {', '.join(map(code, SHARED))}.",
        f"An article in both languages stands once more, side by side: {code(_sides())}.\n"
        "That page is not for search engines, and names the article as canonical.",
        "## Slugs",
        _slug_rules(),
        table(("title", "slug"), slugs),
        "## Files",
        table(("address", "file in the output folder"), files),
    )


def _both(make: Callable[[Language], str]) -> Iterable[str]:
    return [make(language) for language in LANGUAGES]


def _file_samples() -> tuple[str, ...]:
    return ("/", _article("en"), addresses.feed("vi"))


def _slug_rules() -> str:
    return (
        f"A slug has 1–{LONGEST_SLUG} characters of a–z, 0–9 and hyphens.\n"
        "Marks are dropped, `đ` becomes `d`, and a long title is cut between words.\n"
        "A `slug` in the front matter is taken as it is, or refused."
    )
