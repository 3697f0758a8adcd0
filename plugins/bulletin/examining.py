"""Examining: reads, checks and links the content, and makes no site.

Nothing of rendering is imported on the way, for it would take longer than many a check.
"""

from __future__ import annotations

from msgspec.structs import replace

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.means import means_of
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.judging import Looking
from plugins.bulletin.problems import Problem
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.settings import BuildSettings


def examine(
    settings: BuildSettings, *, tell: Tell = silent
) -> tuple[Library | None, list[Problem]]:
    """Read and link the content without making a site."""
    means = replace(means_of(settings, tell), is_thorough=True)
    entries, problems = take_in(settings.content, means)
    tell("linking", 0, 0)
    drafts, seen = settings.with_drafts, Looking(means.shelf)
    library, faults = link(
        entries, LinkSettings(settings.content, settings.now, with_drafts=drafts, looking=seen)
    )
    return library, problems + faults
