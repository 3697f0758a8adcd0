"""Checking: the command that reads all content and writes no site."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from plugins.bulletin.commands.options import ROOT, Commands, note, settings_of, tell
from plugins.bulletin.progress import showing

if TYPE_CHECKING:
    from plugins.bulletin.model.library import Library


def add_check(commands: Commands) -> None:
    """Add `check`."""
    check = commands.add("check", "check the content, write no site", run=run_check)
    check.add_argument("--fix", action="store_true", help="mend what can be mended safely")


def run_check(options: argparse.Namespace) -> int:
    """Check the content."""
    from plugins.bulletin.examining import examine
    from plugins.bulletin.store.collecting import collect_seldom

    collect_seldom()
    settings = settings_of(options, ROOT / "pelicanconf.py")
    with showing(options.language) as progress:
        library, problems = examine(settings, tell=progress)
        if options.fix and _fix(library, options):
            _, problems = examine(settings, tell=progress)
    return tell(problems, options)


def _fix(library: Library | None, options: argparse.Namespace) -> bool:
    """Mend what can be mended, say so beside the report, and tell whether anything was."""
    from plugins.bulletin.fixing import fix_files

    style = library.records.site.tone_marks if library else "hòa"
    done = fix_files(options.content, style)
    for fixed in done:
        note(fixed.tell(options.language), options)
    return bool(done)
