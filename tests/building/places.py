"""Places: a copy of a small site in a folder of its own, with room for two outputs of it.

The outputs have one name and one address, so that a build from nothing beside the
incremental one must give the same bytes and the same report.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from plugins.bulletin.building import Done, build
from plugins.bulletin.problems.report import report
from plugins.bulletin.settings import BuildSettings
from tests.site.building import BASE_URL, EPOCH, ROOT, SECOND_CONTENT, files_of

NOW = datetime.fromtimestamp(int(EPOCH), UTC)
CONF = ROOT / "pelicanconf.py"
MINIMAL_CONTENT = ROOT / "tests" / "sites" / "minimal" / "content"
# What the second bulletin lacks and pages are made of as well.
_ALSO = ("data/glossary.yaml", "data/associations/laos.yaml")
_PAPERS = "data/documents.yaml"  # of both sites

Files = dict[str, bytes]


@cache
def base_content() -> Mapping[str, bytes]:
    """Return a small content folder in which every kind of record is used."""
    files = files_of(SECOND_CONTENT)
    files |= {name: (MINIMAL_CONTENT / name).read_bytes() for name in _ALSO}
    files[_PAPERS] += (MINIMAL_CONTENT / _PAPERS).read_bytes()
    name = "articles/second-exchange.vi.md"
    told = b"documents: [plan-12]\nassociations: [laos]\nslug: "
    files[name] = files[name].replace(b"slug: ", told)
    files["images/river.svg"] = files["images/bridge.svg"] + b"\n"
    about = "pages/about.vi.md"
    files[about] += "Đọc [bài thứ hai](../articles/second-exchange.vi.md).\n".encode()
    files["pages/about.en.md"] += b"Read [the second article](../articles/second-exchange.en.md).\n"
    return files


@cache
def base_theme() -> Mapping[str, bytes]:
    """Return the theme; fonts but those of cards have a few bytes, quicker to copy."""
    files = files_of(ROOT / "theme")
    return {
        name: name.encode() if fnmatch(name, "*/bulletin-serif*.woff2") else raw
        for name, raw in files.items()
        if not name.startswith("tools/")
    }


@dataclass(frozen=True)
class Site:
    """A site below a folder: `content`, `theme`, and the outputs `live` and `clean`."""

    folder: Path
    settings: BuildSettings

    @property
    def live(self) -> Path:
        """Return the output that is built again and again."""
        return self.settings.output

    @property
    def cache(self) -> Path:
        """Return the folder of what the builds of `live` keep."""
        return self.settings.cache

    def write(self, files: Mapping[str, bytes | None]) -> None:
        """Write files below the site's folder; None removes one."""
        for name, raw in files.items():
            location = self.folder / name
            if raw is None:
                location.unlink()
                continue
            location.parent.mkdir(parents=True, exist_ok=True)
            location.write_bytes(raw)

    def edit(self, name: str, old: str, new: str) -> None:
        """Put one text in the place of another in a file.

        Raises:
            ValueError: The file has no such text.
        """
        location = self.folder / name
        text = location.read_text(encoding="utf-8")
        if old not in text:
            raise ValueError(f"{name} has no {old!r}")
        location.write_text(text.replace(old, new), encoding="utf-8")

    def build(self, **changes: object) -> Done:
        """Build `live` again, with changes of the settings."""
        return build_and_go_on(replace(self.settings, **changes))

    def clean(self, **changes: object) -> tuple[Done, Files]:
        """Build from nothing; return what came of it and the tree."""
        output = self.folder / "clean" / self.live.name
        shutil.rmtree(output.parent, ignore_errors=True)
        given = replace(self.settings, **changes)
        done = build_and_go_on(replace(given, output=output, is_full=True))
        return done, files_of(output)

    def tree(self) -> Files:
        """Return the files of `live`."""
        return files_of(self.live)


def build_and_go_on(settings: BuildSettings) -> Done:
    """Build in this process, which goes on afterwards: a build leaves the collector turned off."""
    try:
        return build(CONF, settings, "en")
    finally:
        gc.enable()


def make_site(folder: Path, files: Mapping[str, bytes] | None = None) -> Site:
    """Make a site below a folder, with files put over those of the base."""
    output = folder / "live" / "site"
    settings = BuildSettings(folder / "content", folder / "theme", output, BASE_URL, NOW)
    site = Site(folder, settings)
    site.write({f"content/{name}": raw for name, raw in base_content().items()})
    site.write({f"theme/{name}": raw for name, raw in base_theme().items()})
    site.write(dict(files or {}))
    return site


def told(done: Done) -> str:
    """Return the report of a build."""
    return report(done.problems, "en", "text")


def differences(left: Files, right: Files) -> dict[str, str]:
    """Name the files in which two trees differ, and how."""
    one, other = left.keys() - right.keys(), right.keys() - left.keys()
    changed = {path for path in left.keys() & right.keys() if left[path] != right[path]}
    return (
        dict.fromkeys(sorted(one), "only in the first")
        | dict.fromkeys(sorted(other), "only in the second")
        | dict.fromkeys(sorted(changed), "not the same")
    )
