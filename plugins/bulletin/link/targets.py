"""Targets: where the links of a body lead, in the visitor's own language where it can be."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.bulletin.link import addresses
from plugins.bulletin.link.pictures import Picture
from plugins.bulletin.model.article import Body, BodyLink, ResolvedLink
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import link_rules as rules
from plugins.bulletin.problems.guess import did_you_mean

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_PARTNER = re.compile(r"data/partners/([^/]+)\.yaml$")
NOTE_ANCHORS = ("fn:", "fnref:")


@dataclass(frozen=True, slots=True)
class TextTarget:
    """One text that links may lead to, in all its languages."""

    paths: Mapping[Language, str]
    addresses: Mapping[Language, str]
    bodies: Mapping[Language, Body]
    is_draft: bool


TextTargets = dict[str, tuple[TextTarget, Language]]  # by name below the content folder


@dataclass(frozen=True, slots=True)
class Targets:
    """Everything a link may lead to.

    `texts` maps names below the content folder to texts and their file's language;
    `known` holds the addresses of the site, `pictures` the examined files by name,
    `broken` the files that exist but were reported already.
    """

    texts: Mapping[str, tuple[TextTarget, Language]]
    partners: frozenset[str]
    known: frozenset[str]
    pictures: Mapping[str, Picture]
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _From:
    """The text that is being resolved; `name` is its path below the content folder."""

    name: str
    path: str
    language: Language
    body: Body


def resolve_links(
    entry: TextEntry[object], targets: Targets
) -> tuple[tuple[ResolvedLink, ...], list[Problem]]:
    """Resolve every link and picture of a body, in order; a broken one leads to `#`."""
    name = entry.path.split("/", 1)[1]
    source = _From(name, entry.path, entry.language, entry.body)
    links, problems = [], []
    for link in entry.body.links:
        outcome = _resolve(link, source, targets)
        if isinstance(outcome, Problem):
            problems.append(outcome)
            outcome = ResolvedLink("#")
        links.append(outcome)
    return tuple(links), problems


def _resolve(link: BodyLink, source: _From, targets: Targets) -> ResolvedLink | Problem:
    if _ELSEWHERE.match(link.target):
        return ResolvedLink(link.target, is_external=True)
    path, _, anchor = link.target.partition("#")
    place = Place(source.path, link.line, link.column)
    if link.is_image:
        return _picture(path, place, source, targets)
    if not path:
        return _own_anchor(anchor, place, source)
    if path.startswith("/"):
        return _site_address(path, anchor, place, targets)
    return _file(path, anchor, place, source=source, targets=targets)


def _below_content(path: str, source: _From) -> str:
    folder = posixpath.dirname(source.name)
    return posixpath.normpath(posixpath.join(folder, unquote(path)))


def _picture(path: str, place: Place, source: _From, targets: Targets) -> ResolvedLink | Problem:
    name = _below_content(path, source)
    if name not in targets.pictures:
        return rules.IMAGE_MISSING.at(place, target=path, **did_you_mean(name, targets.pictures))
    picture = targets.pictures[name]
    if picture.fault:
        return rules.IMAGE_BROKEN.at(place, target=path, reason=picture.fault)
    return ResolvedLink(f"/{name}", width=picture.width, height=picture.height)


def _own_anchor(anchor: str, place: Place, source: _From) -> ResolvedLink | Problem:
    fault = _check_anchor(anchor, source.body, place, source.path)
    return fault or ResolvedLink(f"#{anchor}")


def _check_anchor(anchor: str, body: Body, place: Place, target: str) -> Problem | None:
    known = [heading.id for heading in body.headings]
    if not anchor or anchor in known or anchor.startswith(NOTE_ANCHORS):
        return None
    return rules.ANCHOR_BROKEN.at(
        place, target=target, anchor=anchor, known=", ".join(known) or "—", **did_you_mean(anchor, known)
    )


def _site_address(
    path: str, anchor: str, place: Place, targets: Targets
) -> ResolvedLink | Problem:
    if path not in targets.known:
        return rules.LINK_BROKEN.at(place, target=path, **did_you_mean(path, targets.known))
    return ResolvedLink(f"{path}#{anchor}" if anchor else path)


def _file(
    path: str, anchor: str, place: Place, *, source: _From, targets: Targets
) -> ResolvedLink | Problem:
    name = _below_content(path, source)
    partner = _PARTNER.match(name)
    if partner and partner.group(1) in targets.partners:
        return ResolvedLink(addresses.partner(partner.group(1), source.language))
    if name in targets.pictures:
        return ResolvedLink(f"/{name}")
    if name in targets.broken:
        return ResolvedLink("#")
    if name not in targets.texts:
        return rules.LINK_BROKEN.at(place, target=path, **did_you_mean(name, targets.texts))
    return _text(name, anchor, place, source=source, targets=targets)


def _text(
    name: str, anchor: str, place: Place, *, source: _From, targets: Targets
) -> ResolvedLink | Problem:
    target, written = targets.texts[name]
    if target.is_draft:
        return rules.LINK_TO_DRAFT.at(place, target=name)
    fault = _check_anchor(anchor, target.bodies[written], place, name)
    if fault:
        return fault
    language = source.language if source.language in target.addresses else written
    here = _same_anchor(anchor, target, written, language)
    url = target.addresses[language] + (f"#{here}" if here else "")
    foreign = language if language != source.language else None
    return ResolvedLink(url, language=foreign, name=name)


def _same_anchor(
    anchor: str, target: TextTarget, written: Language, language: Language
) -> str:
    """Return the id of the same heading in the other language, or none when they differ."""
    if language == written or not anchor:
        return anchor
    ids = [heading.id for heading in target.bodies[written].headings]
    others = [heading.id for heading in target.bodies[language].headings]
    return others[ids.index(anchor)] if anchor in ids and len(ids) == len(others) else ""
