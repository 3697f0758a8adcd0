"""Site: the whole output folder, every file read once. Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from plugins.bulletin.audit.addresses import Base, Reach, Target, resolve
from plugins.bulletin.audit.data import (
    is_feed,
    is_sitemap,
    parse_xml,
    read_feed,
    read_json,
    read_sitemap,
)
from plugins.bulletin.audit.facts import (
    DataFault,
    FeedFacts,
    PageFacts,
    SitemapEntry,
    StyleFacts,
    TextFacts,
)
from plugins.bulletin.audit.pages import read_page
from plugins.bulletin.audit.settings import AuditSettings
from plugins.bulletin.audit.styles import read_style
from plugins.bulletin.audit.texts import read_text
from plugins.bulletin.problems import Place

_HTML = (".html", ".htm")
_TEXTS = (*_HTML, ".xml", ".json", ".txt", ".csv", ".ics", ".geojson", ".css", ".webmanifest")

Fact = PageFacts | StyleFacts | TextFacts | FeedFacts | SitemapEntry | DataFault
SomeFact = TypeVar("SomeFact", bound=Fact)


@dataclass(frozen=True)
class Site:
    """One output folder: every file with its size, and the facts of those that say something.

    Not slotted, since what is counted over all pages is kept once it was asked for.
    """

    folder: str
    base: Base
    settings: AuditSettings
    sizes: Mapping[str, int]
    facts: tuple[Fact, ...]

    @cached_property
    def pages(self) -> Mapping[str, PageFacts]:
        """Return the pages by path."""
        return {page.path: page for page in self._of(PageFacts)}

    @cached_property
    def styles(self) -> tuple[StyleFacts, ...]:
        """Return the stylesheets."""
        return tuple(self._of(StyleFacts))

    @cached_property
    def sources(self) -> tuple[PageFacts | StyleFacts, ...]:
        """Return every file that names others: pages and stylesheets."""
        return (*self.pages.values(), *self.styles)

    @cached_property
    def texts(self) -> tuple[TextFacts, ...]:
        """Return every text file."""
        return tuple(self._of(TextFacts))

    @cached_property
    def feeds(self) -> Mapping[str, FeedFacts]:
        """Return the feeds by path."""
        return {feed.path: feed for feed in self._of(FeedFacts)}

    @cached_property
    def sitemap(self) -> tuple[SitemapEntry, ...]:
        """Return the entries of all sitemaps."""
        return tuple(self._of(SitemapEntry))

    @cached_property
    def data_faults(self) -> tuple[DataFault, ...]:
        """Return the XML and JSON files that cannot be read."""
        return tuple(self._of(DataFault))

    def place(self, path: str, line: int = 0) -> Place:
        """Return a place in the output, such as output/en/index.html:12."""
        return Place(f"{self.folder}/{path}", line)

    def resolve(self, url: str, address: str) -> Target:
        """Return where a reference leads that stands at an address."""
        return resolve(url, self.base, address)

    def file_at(self, target: Target) -> str:
        """Return the path of the file a target leads to, or "" when there is none."""
        if target.reach is not Reach.INSIDE or not target.address:
            return ""
        path = target.address[1:]
        if path in self.sizes:
            return path
        index = path.removesuffix("/") + "/index.html" if path else "index.html"
        return index if index in self.sizes else ""

    def page_at(self, target: Target) -> PageFacts | None:
        """Return the page a target leads to."""
        return self.pages.get(self.file_at(target))

    def _of(self, kind: type[SomeFact]) -> Iterator[SomeFact]:
        return (fact for fact in self.facts if isinstance(fact, kind))


def load_site(output: Path, settings: AuditSettings) -> Site:
    """Read an output folder, each file once."""
    sizes = {_relative(path, output): path.stat().st_size for path in _files(output)}
    facts = tuple(fact for path in sizes for fact in _read(path, output))
    base_url = settings.base_url or _guess_base(facts)
    return Site(output.resolve().name, Base.of(base_url), settings, sizes, facts)


def _files(output: Path) -> Iterable[Path]:
    return sorted(path for path in output.rglob("*") if path.is_file())


def _relative(path: Path, output: Path) -> str:
    return path.relative_to(output).as_posix()


def _read(path: str, output: Path) -> Iterator[Fact]:
    """Yield what one file says; pictures and programs say nothing."""
    if not path.endswith(_TEXTS):
        return
    data = (output / path).read_bytes()
    yield read_text(path, data)
    if path.endswith(_HTML):
        yield from _present(read_page(path, data))
    elif path.endswith(".css"):
        yield read_style(path, data)
    elif path.endswith(".xml"):
        yield from _read_xml(path, data)
    elif path.endswith(".json"):
        yield from _present(read_json(path, data))


def _read_xml(path: str, data: bytes) -> Iterator[Fact]:
    root = parse_xml(path, data)
    if isinstance(root, DataFault):
        yield root
    elif is_sitemap(root):
        yield from read_sitemap(path, root)
    elif is_feed(root):
        yield read_feed(path, root)


def _present(fact: SomeFact | None) -> Iterator[SomeFact]:
    if fact is not None:
        yield fact


def _guess_base(facts: Iterable[Fact]) -> str:
    """Return the home page's canonical address where it is whole, else nothing."""
    homes = (fact for fact in facts if isinstance(fact, PageFacts) and fact.path == "index.html")
    urls = [reference.url for home in homes for reference in home.canonicals]
    return urls[0] if urls and "://" in urls[0] else ""
