"""Peer layouts: the abstract articles written as content of Hugo and of stock Pelican."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from benchmarks.corpus import AUTHORS, Article, Term, Terms
from benchmarks.layouts import (
    LANGUAGES,
    Value,
    body_of,
    copy_covers,
    cover_names,
    front_matter,
    plain_pages,
    text_in,
    write_text,
)


def taxonomies(terms: Terms) -> dict[str, tuple[Term, ...]]:
    """Return the terms that have lists, by the name of their kind."""
    return {"sections": terms.sections, "topics": terms.topics, "partners": terms.partners}


# Hugo


def write_hugo(articles: Iterable[Article], terms: Terms, folder: Path) -> None:
    """Write Hugo's content: translations by file name, taxonomies by id with named terms."""
    copy_covers(folder.parent / "static/images/covers")
    for kind, entries in taxonomies(terms).items():
        for term in entries:
            _write_term(folder / kind / term.id, term)
    for key, language, title, body in plain_pages():
        write_text(folder / f"{key}.{language}.md", front_matter({"title": title}, body))
    years: dict[str, int] = {}
    for article in articles:
        years[article.key] = article.date.year
        for language in LANGUAGES:
            body = body_of(article, language, partial(_hugo_link, years=years))
            path = hugo_path(folder, article, language)
            write_text(path, front_matter(_hugo_fields(article, language), body))


def hugo_path(folder: Path, article: Article, language: str) -> Path:
    """Return the file of an article in Hugo's content."""
    return folder / "articles" / str(article.date.year) / f"{article.key}.{language}.md"


def _write_term(folder: Path, term: Term) -> None:
    for language in LANGUAGES:
        fields: dict[str, Value] = {"title": text_in(term.name, language)}
        text = front_matter(fields, text_in(term.description, language))
        write_text(folder / f"_index.{language}.md", text)


def _hugo_link(kind: str, key: str, language: str, *, years: Mapping[str, int]) -> str:
    """Write a link to a source file, which Hugo's own render hook resolves and checks."""
    if kind == "partner":
        return f"/partners/{key}"
    return f"/articles/{years[key]}/{key}.{language}.md"


def _hugo_fields(article: Article, language: str) -> dict[str, Value]:
    """Return the front matter; each file gives all of it."""
    fields: dict[str, Value] = {
        "title": text_in(article.title, language),
        "date": f"{article.date:%Y-%m-%dT%H:%M:00+07:00}",
        "slug": text_in(article.slug, language),
        "summary": text_in(article.summary, language),
        "authors": [text_in(AUTHORS, language)],
        "sections": [article.section],
        "topics": list(article.topics),
        "partners": list(article.partners),
        "source_name": "Hànộimới",
        "source_url": "https://hanoimoi.vn/",
    }
    if article.cover is not None:
        fields["cover"] = f"images/covers/{cover_names()[article.cover]}"
    return fields


# Pelican


def write_pelican(articles: Iterable[Article], terms: Terms, folder: Path) -> None:
    """Write stock Pelican's content, and names.json with the names of categories and tags.

    Sections are categories, topics are tags and partners are authors, all by id: the theme
    looks their names up in one file, so that renaming one is one edit.
    """
    copy_covers(folder / "images/covers")
    write_names(terms, folder.parent / "names.json")
    for key, language, title, body in plain_pages():
        head = _metadata({"Title": title, "Slug": key, "Lang": language})
        write_text(folder / "pages" / f"{key}.{language}.md", head + body)
    years: dict[str, int] = {}
    for article in articles:
        years[article.key] = article.date.year
        for language in LANGUAGES:
            body = body_of(article, language, partial(_pelican_link, years=years))
            path = pelican_path(folder, article, language)
            write_text(path, _metadata(_pelican_fields(article, language)) + body + "\n")


def pelican_path(folder: Path, article: Article, language: str) -> Path:
    """Return the file of an article in stock Pelican's content."""
    return folder / "articles" / str(article.date.year) / f"{article.key}.{language}.md"


def write_names(terms: Terms, path: Path) -> None:
    """Write the names of all terms by language and id."""
    entries = [term for kind in taxonomies(terms).values() for term in kind]
    names = {
        language: {term.id: text_in(term.name, language) for term in entries}
        for language in LANGUAGES
    }
    write_text(path, json.dumps(names, ensure_ascii=False, indent=1))


def _metadata(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + "\n"


def _pelican_link(kind: str, key: str, language: str, *, years: Mapping[str, int]) -> str:
    if kind == "partner":
        return f"{{author}}{key}"
    return f"{{filename}}../{years[key]}/{key}.{language}.md"


def _pelican_fields(article: Article, language: str) -> dict[str, str]:
    """Return the metadata. Articles of one `Pair` are translations of each other."""
    fields = {
        "Title": text_in(article.title, language),
        "Date": f"{article.date:%Y-%m-%d %H:%M}",
        "Lang": language,
        "Pair": article.key,
        "Slug": text_in(article.slug, language),
        "Category": article.section,
        "Tags": ", ".join(article.topics),
        "Authors": "; ".join(article.partners),
        "Byline": text_in(AUTHORS, language),
        "Summary": text_in(article.summary, language),
        "Source": "https://hanoimoi.vn/",
    }
    if article.cover is not None:
        fields["Cover"] = f"images/covers/{cover_names()[article.cover]}"
    return fields
