"""Aliases: old addresses of a text, from which visitors are led to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.bulletin.link.addressing import Address
from plugins.bulletin.link.slugs import Text
from plugins.bulletin.problems import Problem, link_rules as rules

EXAMPLE = "/2019/05/old-title.html"

# Segments of letters, digits and some signs; none begins with a dot, so none is "..".
_ALIAS = re.compile(r"(?:/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)+/?")


def check_aliases(texts: Iterable[Text]) -> tuple[list[Address], list[Problem]]:
    """Return the aliases of all texts as addresses, and report those of no usable form."""
    wanted: list[Address] = []
    problems: list[Problem] = []
    for text in texts:
        for index, alias in enumerate(text.fields.aliases):
            place = text.marks.place("aliases", index)
            if _ALIAS.fullmatch(alias):
                wanted.append(Address(alias, place))
            else:
                problems.append(rules.ALIAS_INVALID.at(place, found=alias, example=EXAMPLE))
    return wanted, problems
