"""Upcoming: the command that tells which anniversaries are near, and what is not written."""

from __future__ import annotations

import argparse
import sys

from plugins.bulletin.commands.options import ROOT, Commands, settings_of
from plugins.bulletin.problems.report import report

MOST = 3660  # days; ten years


def add_upcoming(commands: Commands) -> None:
    """Add `upcoming`."""
    upcoming = commands.add(
        "upcoming",
        "list the anniversaries ahead and those without an article",
        run=run_upcoming,
        formats=("text", "json"),
    )
    upcoming.add_argument("--days", type=_days, default=90, help="how far to look ahead")


def _days(given: str) -> int:
    """Read the number of `--days`."""
    if not (given.isascii() and given.isdecimal()) or int(given) > MOST:
        raise argparse.ArgumentTypeError(f"{given!r} — give a number of days, 0 to {MOST}")
    return int(given)


def run_upcoming(options: argparse.Namespace) -> int:
    """List what is ahead; 1 when errors of content may hide some of it."""
    from plugins.bulletin.upcoming.finding import look_ahead
    from plugins.bulletin.upcoming.told import ahead_json, tell_ahead

    ahead = look_ahead(settings_of(options, ROOT / "pelicanconf.py"), options.days)
    is_json = options.format == "json"
    sys.stdout.write(ahead_json(ahead) if is_json else tell_ahead(ahead, options.language))
    sys.stderr.write(report(ahead.errors, options.language, "text"))
    return int(bool(ahead.errors))
