"""Pages of an output folder, read by lxml on its own, not by the audit that is under test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Page:
    """One page: its path below the output, its address, and its parsed document."""

    path: str
    root: html.HtmlElement

    @property
    def address(self) -> str:
        """Return the address from the root of the site."""
        return "/" + self.path.removesuffix("index.html")

    @property
    def language(self) -> str:
        """Return the language of the folder that the page lies in."""
        return "en" if self.path.startswith("en/") else "vi"

    def values(self, xpath: str) -> list[str]:
        """Return the attributes or texts that an XPath selects."""
        return [str(value) for value in self._select(xpath)]

    def elements(self, xpath: str) -> list[html.HtmlElement]:
        """Return the elements that an XPath selects."""
        return [item for item in self._select(xpath) if isinstance(item, html.HtmlElement)]

    def text(self, xpath: str = "//body") -> str:
        """Return the words that a visitor reads, with single spaces."""
        return " ".join(" ".join(item.text_content().split()) for item in self.elements(xpath))

    def _select(self, xpath: str) -> list[object]:
        found = self.root.xpath(xpath)
        return list(found) if isinstance(found, list) else [found]


def read_page(output: Path, path: str) -> Page:
    """Read one page."""
    parser = html.HTMLParser(encoding="utf-8")
    return Page(path, html.fromstring((output / path).read_bytes(), parser=parser))


@cache
def pages_of(output: Path) -> tuple[Page, ...]:
    """Read every page of an output folder, once per process and folder."""
    found = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    return tuple(read_page(output, path) for path in found)


def page_at(output: Path, address: str) -> Page:
    """Read the page of an address."""
    return read_page(output, address.removeprefix("/") + "index.html")


def broken_links(output: Path, base_url: str) -> Iterator[str]:
    """Name every link, picture, style or anchor of the site's own that leads nowhere."""
    for page in pages_of(output):
        own = base_url + page.address
        for url in page.values("//*/@href | //*/@src"):
            whole, _, anchor = urljoin(own, url).partition("#")
            if not whole.startswith(base_url + "/"):
                continue
            path = file_of(output, whole.removeprefix(base_url))
            if path is None or not _has_anchor(output, path, unquote(anchor)):
                yield f"{page.path}: {url}"


def file_of(output: Path, address: str) -> str | None:
    """Return the file that a server would send for an address, None for none."""
    path = unquote(urlsplit(address).path).removeprefix("/")
    path += "index.html" if not path or path.endswith("/") else ""
    return path if (output / path).is_file() else None


def _has_anchor(output: Path, path: str, anchor: str) -> bool:
    return not anchor or not path.endswith(".html") or anchor in _ids(output, path)


@cache
def _ids(output: Path, path: str) -> frozenset[str]:
    return frozenset(read_page(output, path).values("//@id"))


def parse_xml(location: Path) -> etree._Element:
    """Read an XML file."""
    return etree.parse(location).getroot()


def select(root: etree._Element, xpath: str) -> list[str]:
    """Return the attributes or texts that an XPath selects; `a:` stands for Atom."""
    found = root.xpath(xpath, namespaces={"a": "http://www.w3.org/2005/Atom"})
    return [str(value) for value in found] if isinstance(found, list) else [str(found)]
