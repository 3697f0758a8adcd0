"""Pairs: the commands that tell how translations stand, make their files, and confirm them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from plugins.bulletin.commands.options import ROOT, Commands, settings_of
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.report import report

if TYPE_CHECKING:
    from plugins.bulletin.model.freshness import FreshnessState
    from plugins.bulletin.translating.looking import Looked


def add_status(commands: Commands) -> None:
    """Add `status`."""
    status = commands.add(
        "status", "list pairs and how they stand", run=run_status, formats=("text", "json")
    )
    status.add_argument(
        "--fail-on",
        type=_states,
        default=(),
        metavar="STATES",
        help="end with 1 when a pair is missing, stale or unconfirmed; commas between",
    )


def _states(given: str) -> tuple[FreshnessState, ...]:
    """Read the states of `--fail-on`."""
    from plugins.bulletin.model.freshness import STATES

    wanted = {name.strip() for name in given.split(",")}
    if not wanted <= set(STATES[:-1]):
        raise argparse.ArgumentTypeError(f"{given!r} — use {', '.join(STATES[:-1])}")
    return tuple(state for state in STATES if state in wanted)


def run_status(options: argparse.Namespace) -> int:
    """List every pair; 1 when one has a state to fail on, or a file has errors."""
    from plugins.bulletin.translating.as_json import pairs_json
    from plugins.bulletin.translating.looking import look
    from plugins.bulletin.translating.told import tell_pairs

    looked = look(settings_of(options, ROOT / "pelicanconf.py"))
    told = looked.tell()
    is_json = options.format == "json"
    sys.stdout.write(pairs_json(told) if is_json else tell_pairs(told, options.language))
    _complain(looked.errors, options)
    is_failing = any(row.state in options.fail_on for row in looked.rows)
    return int(is_failing or bool(looked.errors))


def add_translate(commands: Commands) -> None:
    """Add `translate`."""
    translate = commands.add(
        "translate",
        "make a translation's file, show what changed, or confirm it",
        run=run_translate,
        formats=("text",),
    )
    translate.add_argument("key", metavar="KEY", help="name that both files of the pair share")
    translate.add_argument("--confirm", action="store_true", help="note that both say the same now")


def run_translate(options: argparse.Namespace) -> int:
    """Make, compare or confirm the translation of one pair."""
    from plugins.bulletin.translating import acting
    from plugins.bulletin.translating.looking import look

    settings = settings_of(options, ROOT / "pelicanconf.py")
    looked = look(settings)
    rows = acting.find_rows(looked.rows, options.key)
    if len(rows) != 1:
        return _not_found(looked, options)
    act = acting.confirm_pair if options.confirm else acting.prepare_pair
    done = act(rows[0], looked.desk)
    print(done.say(options.language))
    return int(not done.is_good)


def _not_found(looked: Looked, options: argparse.Namespace) -> int:
    """Tell why a key names no pair, or more than one."""
    from plugins.bulletin.translating import acting

    own = [item for item in looked.errors if acting.is_named(item.place.path, options.key)]
    _complain(own or looked.errors if not looked.rows else own, options)
    if own or not looked.rows:
        return 1
    print(acting.tell_unknown(looked.rows, options.key, options.language), file=sys.stderr)
    return 2


def _complain(errors: Sequence[Problem], options: argparse.Namespace) -> None:
    sys.stderr.write(report(errors, options.language, "text"))
