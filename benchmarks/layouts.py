"""Layouts: the abstract articles written as content of our generator and of its peers.

Each writer makes one content folder. The three say the same; only front matter, file
names and the way to write a link differ.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from benchmarks.corpus import AUTHORS, COVERS, DATA, Article
from benchmarks.prose import Both

LANGUAGES = ("vi", "en")
PAGES = DATA.parent / "pages"
_LINK = re.compile(r"\((article|partner):([a-z0-9-]+)\)")
_FILE_LINK = re.compile(r"\]\((?!https?:)[^)]*\)")
_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)
_COVER = Both("Hình minh họa của Bản tin.", "A drawing of the bulletin.")
_SOURCE = {"name": "Hànộimới", "url": "https://hanoimoi.vn/"}

Value = str | int | bool | list[str] | Mapping[str, str]
Linker = Callable[[str, str, str], str]  # kind, key, language -> address


def text_in(text: Both, language: str) -> str:
    """Return a text in a language."""
    return text.vi if language == "vi" else text.en


def write_text(path: Path, text: str) -> None:
    """Write a file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def front_matter(fields: Mapping[str, Value], body: str) -> str:
    """Write a text with YAML front matter; JSON is YAML."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", body, ""])


def cover_names(data: Path = DATA) -> list[str]:
    """Return the shared pictures of the covers."""
    return [path.name for path in sorted((data.parent / "images/covers").glob("*.svg"))][:COVERS]


def copy_covers(folder: Path) -> None:
    """Copy the pictures of the covers."""
    folder.mkdir(parents=True)
    for name in cover_names():
        shutil.copyfile(DATA.parent / "images/covers" / name, folder / name)


def body_of(article: Article, language: str, linker: Linker) -> str:
    """Return a body whose links are written for a generator."""
    body = text_in(article.body, language)
    return _LINK.sub(lambda match: f"({linker(match[1], match[2], language)})", body)


def plain_pages() -> Iterable[tuple[str, str, str, str]]:
    """Yield key, language, title and body of the repository's pages; its links are dropped."""
    for path in sorted(PAGES.glob("*.md")):
        key, language = path.stem.rsplit(".", 1)
        fields, body = _split(path)
        title = re.search(r"^title: *(.*)$", fields, re.MULTILINE)
        yield key, language, (title[1] if title else key).strip("\"'"), body


def _split(path: Path) -> tuple[str, str]:
    match = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if match is None:
        raise ValueError(f"{path}: no front matter")
    return match[1], _FILE_LINK.sub("](https://example.org/)", match[2])


# Ours


def write_ours(articles: Iterable[Article], folder: Path) -> None:
    """Write our content folder, with the repository's own data and pages."""
    shutil.copytree(DATA, folder / "data", ignore=shutil.ignore_patterns("issues"))
    copy_covers(folder / "images/covers")
    write_our_pages(folder / "pages")
    years: dict[str, int] = {}
    for article in articles:
        years[article.key] = article.date.year
        for language in LANGUAGES:
            path = our_path(folder, article, language)
            body = body_of(article, language, partial(_our_link, years=years))
            write_text(path, front_matter(_our_fields(article, language), body))


def our_path(folder: Path, article: Article, language: str) -> Path:
    """Return the file of an article in our content folder."""
    return folder / "articles" / str(article.date.year) / f"{article.key}.{language}.md"


def write_our_pages(folder: Path) -> None:
    """Copy the pages; their links to articles of the repository lead elsewhere."""
    for path in sorted(PAGES.glob("*.md")):
        fields, body = _split(path)
        write_text(folder / path.name, f"---\n{fields}---\n{body}")


def _our_link(kind: str, key: str, language: str, *, years: Mapping[str, int]) -> str:
    if kind == "partner":
        return f"../../data/partners/{key}.yaml"
    return f"../{years[key]}/{key}.{language}.md"


def _our_fields(article: Article, language: str) -> dict[str, Value]:
    """Return the front matter; a translation leaves out what it inherits."""
    fields: dict[str, Value] = {"title": text_in(article.title, language)}
    if language == "vi":
        fields |= {
            "date": f"{article.date:%Y-%m-%d %H:%M}",
            "section": article.section,
            "topics": list(article.topics),
            "partners": list(article.partners),
            "associations": list(article.associations),
        }
    fields |= {
        "summary": text_in(article.summary, language),
        "slug": text_in(article.slug, language),
        "authors": [text_in(AUTHORS, language)],
        "source": _SOURCE,
    }
    if article.cover is not None:
        image = {"image": f"images/covers/{cover_names()[article.cover]}"}
        alt = {"alt": text_in(_COVER, language)}
        fields["cover"] = {**(image if language == "vi" else {}), **alt}
    if language == "en":
        fields["translation"] = {"revision": "000000"}
    return fields
