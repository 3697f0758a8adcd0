"""Recorded: whether the file of changes knows the data as they are."""

from __future__ import annotations

from plugins.bulletin.link.entries import Entries
from plugins.bulletin.problems import Problem, link_rules as rules


def check_recorded(entries: Entries) -> list[Problem]:
    """Report data that changed after the newest change was recorded.

    A site that records none is not asked to.
    """
    if not entries.changes or not entries.facts:
        return []
    newest = entries.changes[0]
    if newest.record.digest == entries.facts:
        return []
    place = newest.marks.place("digest")
    return [rules.DATA_UNRECORDED.at(place, date=newest.record.date)]
