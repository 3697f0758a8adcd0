"""Addresses: where every thing of the site stands, from the root of the site.

Pure arithmetic. An address begins and ends with `/`; a path of a file does neither.
"""

from __future__ import annotations

from urllib.parse import unquote

from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.records import Section, Topic
from plugins.bulletin.text.slugs import slugify

ROOTS: dict[Language, str] = {"vi": "/", "en": "/en/"}
WORDS: dict[str, dict[Language, str]] = {
    "section": {"vi": "chuyen-muc", "en": "sections"},
    "topic": {"vi": "chu-de", "en": "topics"},
    "partners": {"vi": "doi-tac", "en": "partners"},
    "anniversaries": {"vi": "ky-niem", "en": "anniversaries"},
    "associations": {"vi": "hoi-thanh-vien", "en": "associations"},
    "documents": {"vi": "van-ban", "en": "documents"},
    "issues": {"vi": "so-bao", "en": "issues"},
    "multimedia": {"vi": "da-phuong-tien", "en": "multimedia"},
    "video": {"vi": "video", "en": "videos"},
    "infographic": {"vi": "do-hoa", "en": "infographics"},
    "photograph": {"vi": "anh", "en": "photographs"},
    "authors": {"vi": "tac-gia", "en": "authors"},
    "archive": {"vi": "luu-tru", "en": "archive"},
    "search": {"vi": "tim-kiem", "en": "search"},
    "data": {"vi": "data", "en": "data"},
    "offline": {"vi": "ngoai-tuyen", "en": "offline"},
    "list-page": {"vi": "trang", "en": "page"},
}
WORKER = "/service-worker.js"  # for ever: browsers ask there what became of it
SEARCH_BUNDLES = "/pagefind/"  # Pagefind's script takes what is before it for the site's root
CARDS = "/cards/"
# Lists of their own.
PLACES = (
    "partners",
    "associations",
    "documents",
    "anniversaries",
    "issues",
    "multimedia",
    "archive",
    "authors",
)

MEDIA_KINDS = ("video", "infographic", "photograph")


def home(language: Language) -> str:
    """Return the address of a language's home page."""
    return ROOTS[language]


def article(item: Article) -> str:
    """Return `/2023/08/SLUG/` or `/en/2023/08/SLUG/`."""
    return dated(item.language, item.moment.when.year, item.moment.when.month, item.slug)


def dated(language: Language, year: int, month: int, slug: str) -> str:  # noqa: PLR0917 -- its parts in order
    """Return an article's address from its parts."""
    return f"{ROOTS[language]}{year:04d}/{month:02d}/{slug}/"


def sides(item: Article) -> str:
    """Return `/song-ngu/2023/08/SLUG/`, once for both languages, of the Vietnamese article."""
    return beside(article(item))


def beside(address: str) -> str:
    """Return where both languages stand side by side, from the Vietnamese article's address."""
    return f"/song-ngu{address}"


def page(item: Page) -> str:
    """Return `/SLUG/` or `/en/SLUG/`."""
    return f"{ROOTS[item.language]}{item.slug}/"


def group(kind: str, item: Section | Topic, language: Language) -> str:
    """Return a section's or topic's address; `kind` is `section` or `topic`."""
    return f"{ROOTS[language]}{WORDS[kind][language]}/{group_slug(item, language)}/"


def group_slug(item: Section | Topic, language: Language) -> str:
    """Return the last segment of a section's or topic's address."""
    given = item.slug.in_language(language) if item.slug else ""
    return given or slugify(item.name.in_language(language))


def place(kind: str, language: Language) -> str:
    """Return the address of a page of its own: one of `PLACES`, `data`, `search` or `offline`."""
    return f"{ROOTS[language]}{WORDS[kind][language]}/"


def partner(identity: str, language: Language) -> str:
    """Return `/doi-tac/ID/` or `/en/partners/ID/`."""
    return f"{place('partners', language)}{identity}/"


def association(identity: str, language: Language) -> str:
    """Return `/hoi-thanh-vien/ID/` or `/en/associations/ID/`."""
    return f"{place('associations', language)}{identity}/"


def document(identity: str, language: Language) -> str:
    """Return `/van-ban/ID/` or `/en/documents/ID/`."""
    return f"{place('documents', language)}{identity}/"


def issue(identity: str, language: Language) -> str:
    """Return `/so-bao/ID/` or `/en/issues/ID/`."""
    return f"{place('issues', language)}{identity}/"


def media(kind: str, language: Language) -> str:
    """Return `/da-phuong-tien/video/` or `/en/multimedia/videos/`.

    `kind` is `video`, `infographic` or `photograph`.
    """
    return f"{place('multimedia', language)}{WORDS[kind][language]}/"


def year(number: int, language: Language) -> str:
    """Return the address of a year of the archive: `/luu-tru/2023/` or `/en/archive/2023/`."""
    return f"{place('archive', language)}{number:04d}/"


def author(slug: str, language: Language) -> str:
    """Return `/tac-gia/SLUG/` or `/en/authors/SLUG/`, of a slug that the name alone makes."""
    return f"{place('authors', language)}{slug}/"


def list_page(address: str, number: int, language: Language) -> str:
    """Return the address of page `number` (from 1) of a list."""
    if number == 1:
        return address
    return f"{address}{WORDS['list-page'][language]}/{number}/"


FEEDS = ("atom.xml", "feed.json")


def feed(language: Language, form: str = "atom") -> str:
    """Return the address of a language's feed, a file; `form` is `atom` or `json`."""
    return f"{ROOTS[language]}feeds/{FEEDS[form == 'json']}"


def feeds_of(page: str) -> tuple[str, str]:
    """Return the addresses of the feeds of a section or partner, files beside its page."""
    return f"{page}{FEEDS[0]}", f"{page}{FEEDS[1]}"


def data_file(name: str, language: Language) -> str:
    """Return the address of a file of open data; it stands beside the page about them."""
    return f"{place('data', language)}{name}"


def calendar(language: Language) -> str:
    """Return the address of a language's calendar of anniversaries, a file."""
    return f"{ROOTS[language]}data/anniversaries.ics"


def search_bundle(language: Language) -> str:
    """Return the folder of a language's search index."""
    return f"{SEARCH_BUNDLES}{language}/"


def search_titles(language: Language) -> str:
    """Return the address of what a search answers first, a file beside the search page."""
    return f"{place('search', language)}titles.json"


def offline(language: Language) -> str:
    """Return the address of the page for what was not kept, without a network."""
    return place("offline", language)


def web_manifest(language: Language) -> str:
    """Return the address of a language's web manifest, a file."""
    return f"{ROOTS[language]}manifest.webmanifest"


def card(mark: str) -> str:
    """Return the address of a drawn card, a file; `mark` follows from what stands on it."""
    return f"{CARDS}{mark}.png"


def not_found(language: Language) -> str:
    """Return the address of the page for addresses that lead nowhere, a file."""
    return f"{ROOTS[language]}404.html"


def old(alias: str) -> str:
    """Return the address that an old one comes to: that of a page's file, or of a folder."""
    address = unquote(alias)
    if address.endswith("/index.html"):
        address = address.removesuffix("index.html")
    return address if address.endswith(("/", ".html", ".htm")) else f"{address}/"


def file_of(address: str) -> str:
    """Return the output file of an address: `2023/08/SLUG/index.html`."""
    path = address.removeprefix("/")
    return f"{path}index.html" if not path or path.endswith("/") else path
