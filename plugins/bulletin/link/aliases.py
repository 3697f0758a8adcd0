"""Aliases: old addresses of a text, from which visitors are led to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from plugins.bulletin.link import addresses
from plugins.bulletin.link.addressing import THE_SITE, Address
from plugins.bulletin.link.pairs import Paired
from plugins.bulletin.link.slugs import Slugs, Text, sides_of
from plugins.bulletin.model.article import ArticleFields
from plugins.bulletin.problems import Place, Problem, link_rules as rules

EXAMPLE = "/2019/05/old-title.html"

# Segments of letters, digits and some signs; none begins with a dot, so none is "..".
_ALIAS = re.compile(r"(?:/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)+/?")
# A segment as it will be the name of a file or folder, on any system.
_NAME = re.compile(r"[\w~-](?:[\w.~ !'(),;@&=+$-]*[\w~!'(),;@&=+$-])?")
_LONGEST = 200  # bytes of a name
_PAGES = (".html", ".htm")
# What the site makes beside the pages whose addresses are known one by one. Where an article
# stood side by side may be an old address: its translation was withdrawn, or it is gone.
_SITE = re.compile(
    r"/(?:en/)?(?:theme|images|feeds|data|pagefind|cards|404\.html|manifest\.webmanifest)(?:/.*)?"
    r"|/(?:sitemap[^/]*|robots\.txt|service-worker\.js|_redirects|redirects\.map)(?:/.*)?"
    r"|/song-ngu(?!/[0-9]{4}/[0-9]{2}/[^/]+$)(?:/.*)?"
    r"|/(?:luu-tru|en/archive)/[0-9]{4}(?:/.*)?"
    r"|/.*/(?:trang|page)/[0-9]+|/.*/(?:atom\.xml|feed\.json|titles\.json)(?:/.*)?",
)


def check_aliases(texts: Iterable[Text]) -> tuple[list[Address], list[Problem]]:
    """Return the aliases of all texts as addresses, and report those that cannot be used."""
    wanted: list[Address] = []
    problems: list[Problem] = []
    for text in texts:
        for index, alias in enumerate(text.fields.aliases):
            place = text.marks.place("aliases", index)
            problem = _find_fault(alias, place)
            problems += [problem] if problem else []
            wanted += [] if problem else [Address(alias, place)]
    return wanted, problems


def sides_addresses(articles: Iterable[Paired[ArticleFields]], slugs: Slugs) -> list[Address]:
    """Return where articles stand side by side, which no alias may take."""
    found = sides_of(articles, slugs)
    return [Address(address, text.marks.place()) for address, text in found]


def _find_fault(alias: str, place: Place) -> Problem | None:
    if not (_ALIAS.fullmatch(alias) and _can_be_a_file(alias)):
        return rules.ALIAS_INVALID.at(place, found=alias, example=EXAMPLE)
    if _SITE.fullmatch(addresses.old(alias).rstrip("/").lower()):
        return rules.ADDRESS_DUPLICATE.at(place, address=alias, other=THE_SITE)
    return None


def _can_be_a_file(alias: str) -> bool:
    """Tell whether a page can be put there; a name ends in .html only at the end."""
    names = unquote(alias).strip("/").split("/")
    return all(map(_is_name, names)) and not any(
        name.lower().endswith(_PAGES) for name in names[: len(names) - (alias[-1] != "/")]
    )


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and len(name.encode()) <= _LONGEST
