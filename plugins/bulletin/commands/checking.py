"""Checking: the command that reads all content and writes no site."""

from __future__ import annotations

import argparse

from plugins.bulletin.commands.options import ROOT, Commands, note, settings_of, tell
from plugins.bulletin.progress import showing


def add_check(commands: Commands) -> None:
    """Add `check`."""
    check = commands.add("check", "check the content, write no site", run=run_check)
    check.add_argument("--fix", action="store_true", help="mend what can be mended safely")


def run_check(options: argparse.Namespace) -> int:
    """Check the content."""
    from plugins.bulletin.fixing import fix_files
    from plugins.bulletin.pipeline import examine

    if options.fix:
        for path in fix_files(options.content):
            note(f"{path}: mended", options)
    with showing(options.language) as progress:
        _, problems = examine(settings_of(options, ROOT / "pelicanconf.py"), tell=progress)
    return tell(problems, options)
