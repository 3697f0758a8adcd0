"""Options: what the commands have in common — their parsers, their settings, their reports."""

from __future__ import annotations

import argparse
import os
import runpy
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.problems.report import ReportFormat, count_line, default_language, report
from plugins.bulletin.settings import BuildSettings, moment_of_build

ROOT = Path.cwd()
FORMATS: tuple[ReportFormat, ...] = ("text", "json", "github")

Run = Callable[[argparse.Namespace], int]


class Commands(Struct, frozen=True):
    """The parsers of all commands, to which each family adds its own."""

    parsers: argparse._SubParsersAction[argparse.ArgumentParser]

    def add(
        self, name: str, text: str, *, run: Run, formats: Sequence[str] = FORMATS
    ) -> argparse.ArgumentParser:
        """Add a command with the options that all have; one format alone is no option."""
        parser = self.parsers.add_parser(name, help=text, description=text)
        add = parser.add_argument
        add("--content", type=Path, default=Path("content"), help="folder to read")
        if len(formats) > 1:
            add("--format", choices=formats, default="text", help="form of the report")
        add("--language", choices=("vi", "en"), default=default_language(), help="of the report")
        parser.set_defaults(run=run)
        return parser


def settings_of(options: argparse.Namespace, conf: Path) -> BuildSettings:
    """Take what Pelican's settings file and the command line say about a build."""
    given = runpy.run_path(str(conf))
    return BuildSettings(
        content=options.content.resolve(),
        theme=(getattr(options, "theme", None) or ROOT / given["THEME"]).resolve(),
        output=getattr(options, "output", ROOT / "output").resolve(),
        base_url=given["SITEURL"].rstrip("/"),
        now=moment_of_build(),
        with_drafts=getattr(options, "drafts", False),
        is_public=given["IS_PUBLIC"],
        jobs=getattr(options, "jobs", 0) or os.cpu_count() or 1,
        is_full=getattr(options, "full", False),
        live=options.live.resolve() if getattr(options, "live", None) else None,
    )


def tell(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    """Print a report and return 1 when an error is in it."""
    language: ReportLanguage = options.language
    form: ReportFormat = options.format
    sys.stdout.write(report(problems, language, form))
    if form == "text" and problems:
        print(count_line(problems, language))
    return int(any(problem.is_error for problem in problems))


def note(line: str, options: argparse.Namespace) -> None:
    """Print a line beside the report, which has standard output for itself unless it is text."""
    print(line, file=sys.stdout if options.format == "text" else sys.stderr)
