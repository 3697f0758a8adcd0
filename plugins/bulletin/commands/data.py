"""Data: the command that tells how the data changed, and records it."""

from __future__ import annotations

import argparse
import sys

from plugins.bulletin.commands.options import Commands


def add_data_changes(commands: Commands) -> None:
    """Add `data-changes`."""
    changes = commands.add(
        "data-changes",
        "tell what changed in the data, field by field, and record it",
        run=run_data_changes,
        formats=("text",),
    )
    add = changes.add_argument
    add("--since", default="", metavar="STATE", help="a commit or a content folder to compare with")
    add("--record", action="store_true", help="write the change into data/changes.yaml")
    add("--check", action="store_true", help="only tell whether it is recorded; 1 if not")


def run_data_changes(options: argparse.Namespace) -> int:
    """Tell, check or record; 1 when a state cannot be had, or a check fails."""
    from plugins.bulletin.changes import told
    from plugins.bulletin.changes.acting import Complaint, look_back, record
    from plugins.bulletin.changes.revisions import FILE
    from plugins.bulletin.settings import moment_of_build

    language, content = options.language, options.content.resolve()
    found = look_back(content, options.since)
    if isinstance(found, Complaint):
        print(found.say(language), file=sys.stderr)
        return 1
    path = f"{options.content.as_posix()}/{FILE}"
    if found.is_recorded and not options.since:
        print(told.say(told.IN_STEP, language, path=path))
        return 0
    sys.stdout.write(told.tell(found.records, language) or told.say(told.NOTHING, language) + "\n")
    if options.record:
        record(content, found.text(moment_of_build().date()))
        print(told.say(told.RECORDED, language, path=path))
    return int(options.check and not options.record and not found.is_recorded)
