"""Commands: the tasks that a person types, and the plugin's own command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from inspect import getdoc

from invoke.parser.argument import Argument

from plugins.bulletin.cli import make_parser
from plugins.bulletin.reference.markup import code, page, table
from tools.collection import namespace

TASKS_INTRODUCTION = """\
`python3 tasks.py TASK` from anywhere, or `inv TASK` inside `.venv`.
Exit codes: 0 good, 1 problems, 2 wrong usage or a machine that lacks something."""
PLUGIN_INTRODUCTION = """\
What the tasks of editors call, inside `.venv` and from the root of the checkout.
Exit codes: 0 good, 1 problems, 2 wrong usage."""
HEAD = ("option", "meaning", "default")
# A default that depends on the machine is told in words.
DEFAULTS = {"language": "`BULLETIN_LANGUAGE`, else the terminal's, else `en`"}


def commands_page() -> str:
    """Return the page of all commands."""
    return page(
        "Commands",
        "## Tasks",
        TASKS_INTRODUCTION,
        *_tasks(),
        "## The plugin's commands",
        PLUGIN_INTRODUCTION,
        *_commands(),
    )


def _tasks() -> Iterator[str]:
    for name in sorted(namespace.task_names):
        task = namespace[name]
        yield f"### {name}"
        yield (getdoc(task) or "").split("\n")[0]
        yield from _options(_task_row(argument) for argument in task.get_arguments())


def _task_row(argument: Argument) -> tuple[str, str, str]:
    name = argument.name or ""
    value = "" if argument.kind is bool else f" {name.upper()}"
    return code(f"--{name}{value}"), argument.help or "", ""


def _commands() -> Iterator[str]:
    for name, parser in _subparsers(make_parser()).items():
        yield f"### python -m plugins.bulletin {name}"
        yield f"{(parser.description or '').capitalize()}."
        yield from _options(_option_rows(parser))


def _subparsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001 -- argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            return dict(action.choices)
    return {}


def _option_rows(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str, str]]:
    for action in parser._actions:  # noqa: SLF001
        if action.dest != "help":
            yield _option_name(action), action.help or "", _default(action)


def _option_name(action: argparse.Action) -> str:
    if not action.option_strings:
        return code(str(action.metavar or action.dest))
    choices = "|".join(map(str, action.choices or ()))
    value = "" if action.nargs == 0 else f" {choices or action.metavar or action.dest.upper()}"
    return code(f"{action.option_strings[-1]}{value}")


def _default(action: argparse.Action) -> str:
    if action.dest in DEFAULTS:
        return DEFAULTS[action.dest]
    return code(action.default) if action.default not in (None, False, ()) else ""


def _options(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    listed = list(rows)
    if not listed:
        return
    columns = 3 if any(row[2] for row in listed) else 2
    yield table(HEAD[:columns], (row[:columns] for row in listed))
