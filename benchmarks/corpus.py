"""Corpus: the abstract articles from which every generator's content is written.

The same number of pairs and the same seed always give the same articles. In bodies, a
link leads to `article:KEY` or `partner:ID`; layouts.py writes it the way of a generator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import yaml

from benchmarks.prose import Both, Words, Writer, join, read_words
from plugins.bulletin.text.slugs import slugify

SEED = 1992
FIRST_DAY = datetime(2016, 1, 4, 8)  # noqa: DTZ001 -- an editor writes no zone
DAYS = 3640
COVERS = 8
DATA = Path(__file__).resolve().parent.parent / "content/data"
AUTHORS = Both("Ban Biên tập", "Editorial Board")


@dataclass(frozen=True, slots=True)
class Term:
    """A section, topic, partner or association: its id and its names."""

    id: str
    name: Both
    description: Both


@dataclass(frozen=True, slots=True)
class Terms:
    """What articles refer to, as the repository's content has it."""

    sections: tuple[Term, ...]
    topics: tuple[Term, ...]
    partners: tuple[Term, ...]
    associations: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One pair. `cover` is the number of one of the shared pictures."""

    key: str
    date: datetime
    section: str
    topics: tuple[str, ...]
    partners: tuple[str, ...]
    associations: tuple[str, ...]
    title: Both
    slug: Both
    summary: Both
    body: Both
    cover: int | None = None


def read_terms(data: Path = DATA) -> Terms:
    """Read the sections, topics, partners and associations of a content folder."""
    return Terms(
        _read_list(data / "sections.yaml"),
        _read_list(data / "topics.yaml"),
        _read_folder(data / "partners"),
        _read_folder(data / "associations"),
    )


def _read_list(path: Path) -> tuple[Term, ...]:
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Term(entry["id"], Both(**entry["name"]), Both(**entry["description"])) for entry in entries
    )


def _read_folder(folder: Path) -> tuple[Term, ...]:
    names = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))["name"]
        for path in sorted(folder.glob("*.yaml"))
    }
    return tuple(
        Term(key, Both(name["vi"], name["en"]), Both("", "")) for key, name in names.items()
    )


def make_articles(pairs: int, terms: Terms, seed: int = SEED) -> list[Article]:
    """Make this many articles, the oldest first, spread evenly over ten years."""
    maker = _Maker(terms, read_words(), Random(seed))  # noqa: S311 -- text, no secret
    for number in range(pairs):
        date = FIRST_DAY + timedelta(days=number * DAYS // pairs, minutes=number % 600)
        maker.add(date)
    return maker.articles


class _Maker:
    """Makes one article after the other; a later one may link to an earlier one."""

    def __init__(self, terms: Terms, words: Words, random: Random) -> None:
        self.terms, self.words, self.random = terms, words, random
        self.articles: list[Article] = []
        self.taken: set[str] = set()
        self.organs = tuple(
            Both(term.name.vi, f"the {term.name.en}") for term in terms.associations
        )

    def add(self, date: datetime) -> None:
        """Make the next article."""
        partners = self.random.sample(self.terms.partners, self.random.choice((1, 1, 2)))
        names = tuple(partner.name for partner in partners)
        plain = Writer(self.words, self.random, {"partner": names, "organ": self.organs})
        title = self._title(plain)
        slug = title.map(slugify)
        article = Article(
            key=slug.en,
            date=date,
            section=self.random.choice(self.terms.sections).id,
            topics=self._ids(self.terms.topics, (1, 2, 3)),
            partners=tuple(partner.id for partner in partners),
            associations=self._ids(self.terms.associations, (0, 0, 1)),
            title=title,
            slug=slug,
            summary=plain.write("summary"),
            body=self._body(plain, self._linking(partners)),
            cover=self.random.randrange(COVERS) if self.random.random() < 0.25 else None,
        )
        self.articles.append(article)

    def _ids(self, terms: tuple[Term, ...], counts: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(term.id for term in self.random.sample(terms, self.random.choice(counts)))

    def _title(self, writer: Writer) -> Both:
        """Write a title whose address is free in both languages; number it after 20 tries."""
        for attempt in range(1000):
            title = writer.write("title")
            if attempt >= 20:
                title = title.map(f"{attempt}. {{}}".format)
            slugs = {slugify(title.vi), slugify(title.en)}
            if not slugs & self.taken:
                self.taken |= slugs
                return title
        raise RuntimeError("words.yaml has too few titles for so many articles")

    def _linking(self, partners: list[Term]) -> Writer:
        """Return a writer whose sentences link to partners now and then, and to an article."""
        names = [
            partner.name.map(mark.format)
            for partner in partners
            for mark in ("{}", "{}", f"[{{}}](partner:{partner.id})")
        ]
        subjects = {"partner": tuple(names), "organ": self.organs}
        if self.articles:
            other = self.random.choice(self.articles)
            subjects["article"] = (other.title.map(f"[{{}}](article:{other.key})".format),)
        return Writer(self.words, self.random, subjects)

    def _body(self, plain: Writer, linking: Writer) -> Both:
        """Write a lead, three or four parts with headings, and an extra in most."""
        blocks = [self._paragraph(linking, 3)]
        for number in range(self.random.choice((3, 4, 4))):
            heading = plain.write("heading").map("## {}".format)
            blocks += [heading, self._paragraph(linking, self.random.choice((2, 3)))]
            blocks += self._extra(plain) if number == 1 else []
        if "article" in linking.subjects and self.random.random() < 0.6:
            blocks.append(linking.write("pointer"))
        return self._with_note(join(blocks, "\n\n"), plain)

    def _paragraph(self, writer: Writer, sentences: int) -> Both:
        return join([writer.write("sentence") for _ in range(sentences)], " ")

    def _extra(self, writer: Writer) -> list[Both]:
        """Write a list, a table, or nothing."""
        kind = self.random.choice(("list", "list", "table", "nothing", "nothing"))
        if kind == "list":
            items = [writer.write("item").map("- {}".format) for _ in range(3)]
            return [join(items, "\n")]
        return [self._table(writer)] if kind == "table" else []

    def _table(self, writer: Writer) -> Both:
        head = Both("| Nội dung | Năm | Số người |", "| Subject | Year | People |")
        rows = [
            join([writer.fill(slot) for slot in ("field", "year", "number")], " | ").map(
                "| {} |".format
            )
            for _ in range(4)
        ]
        return join([head, Both(*["| --- | --- | --- |"] * 2), *rows], "\n")

    def _with_note(self, body: Both, writer: Writer) -> Both:
        """Put a footnote to the last sentence of a third of the bodies."""
        if self.random.random() > 0.33:
            return body
        return join(
            [body.map("{}[^1]".format), writer.write("note").map("[^1]: {}".format)], "\n\n"
        )
