"""Targets: where the links of a body lead, in the visitor's own language where it can be."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from msgspec import Struct, field

from plugins.bulletin.link import addresses
from plugins.bulletin.link.mentions import NO_NAMES, Names
from plugins.bulletin.model.article import Body, BodyLink, ResolvedLink
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.pictures.faults import find_fault
from plugins.bulletin.pictures.judging import Picture
from plugins.bulletin.problems import Place, Problem, link_rules as rules
from plugins.bulletin.problems.guess import did_you_mean
from plugins.bulletin.read.bodies import scheme_of

_RECORD = re.compile(r"data/(partners|associations|issues)/([^/]+)\.yaml")


class TextTarget(Struct, frozen=True):
    """One text that links may lead to, in all its languages."""

    paths: Mapping[Language, str]
    addresses: Mapping[Language, str]
    bodies: Mapping[Language, Body]
    titles: Mapping[Language, str]
    is_draft: bool


TextTargets = dict[str, tuple[TextTarget, Language]]  # by name below the content folder
Versions = Mapping[Language, str]  # the addresses of one thing


class Targets(Struct, frozen=True):
    """Everything a link may lead to.

    `texts` maps names below the content folder to texts and their file's language, and
    `known` the addresses of texts; `lists` maps the address of anything else to those it has
    in both languages;
    `pictures` are the examined files by name, `images` the names of all; `broken` are the
    files that were reported already. `names` are those of partners, for links that no editor
    wrote.
    """

    texts: Mapping[str, tuple[TextTarget, Language]]
    known: Mapping[str, tuple[TextTarget, Language]]
    lists: Mapping[str, Versions]
    pictures: Mapping[str, Picture]
    images: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    names: Names = field(default_factory=lambda: NO_NAMES)


class _From(Struct, frozen=True):
    """The text that is being resolved; `name` is its path below the content folder."""

    name: str
    path: str
    language: Language
    body: Body


class _Where(Struct, frozen=True):
    """Where a link leads as it is written, and where it stands."""

    path: str
    anchor: str
    place: Place


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
    if scheme_of(link.target) is not None:
        return ResolvedLink(link.target, is_external=True)
    path, _, anchor = link.target.partition("#")
    where = _Where(path, unquote(anchor), Place(source.path, link.line, link.column))
    if link.is_image:
        return _picture(where, source, targets)
    if not path:
        return _own_anchor(where, source)
    if path.startswith("/"):
        return _site_address(where, source, targets)
    return _file(where, source, targets)


def below_content(path: str, name: str) -> str:
    """Return the name below the content folder of a path that the file `name` gives."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))


def _picture(where: _Where, source: _From, targets: Targets) -> ResolvedLink | Problem:
    name = below_content(where.path, source.name)
    if name in targets.broken:
        return ResolvedLink("#")
    if name not in targets.pictures:
        guess = _guess(name, targets.images, source)
        return rules.IMAGE_MISSING.at(where.place, target=where.path, **guess)
    picture = targets.pictures[name]
    fault = find_fault(picture, where.place, where.path)
    return fault or ResolvedLink(
        f"/{name}", width=picture.width, height=picture.height, photograph=picture.photograph
    )


def _own_anchor(where: _Where, source: _From) -> ResolvedLink | Problem:
    if not where.anchor:
        return _broken(where, [])
    fault = _check_anchor(where, source.body, source.path)
    return fault or ResolvedLink(f"#{where.anchor}")


def _check_anchor(where: _Where, body: Body, target: str) -> Problem | None:
    known = [heading.id for heading in body.headings]
    anchor = where.anchor
    if not anchor or anchor in known or anchor in body.notes:
        return None
    ids = ", ".join(f"#{identity}" for identity in known) or "—"
    guess = did_you_mean(anchor, known)
    return rules.ANCHOR_BROKEN.at(where.place, target=target, anchor=anchor, known=ids, **guess)


def _broken(where: _Where, known: Iterable[str]) -> Problem:
    guess = did_you_mean(where.path, known)
    return rules.LINK_BROKEN.at(where.place, target=where.path, **guess)


def _guess(name: str, known: Iterable[str], source: _From) -> dict[str, str]:
    """Guess which file is meant, and name it as a link from this text would."""
    folder = posixpath.dirname(source.name)
    paths = [posixpath.relpath(other, folder or ".") for other in known]
    return did_you_mean(posixpath.relpath(name, folder or "."), paths)


def _site_address(where: _Where, source: _From, targets: Targets) -> ResolvedLink | Problem:
    """Follow an address of either language to the visitor's own."""
    if where.path in targets.lists:
        return _list(where, source, targets.lists[where.path])
    if where.path not in targets.known:
        return _broken(where, [*targets.lists, *targets.known])
    target, written = targets.known[where.path]
    name = target.paths[written].split("/", 1)[1]
    fault = _check_text(where, target, written, name=where.path)
    return fault or _text(name, where, source, text=(target, written))


def _list(where: _Where, source: _From, versions: Versions) -> ResolvedLink:
    """Lead to a list; places on it are named otherwise in the other language."""
    url = versions.get(source.language, where.path)
    return ResolvedLink(f"{url}#{where.anchor}" if where.anchor and url == where.path else url)


def _file(where: _Where, source: _From, targets: Targets) -> ResolvedLink | Problem:
    name = below_content(where.path, source.name)
    if where.path.startswith("www."):
        return _broken(where, [f"https://{where.path}"])
    record = _RECORD.fullmatch(name)
    page = f"{addresses.place(record[1], source.language)}{record[2]}/" if record else ""
    if page in targets.lists:
        return ResolvedLink(page)
    if name in targets.pictures:
        return _linked_picture(name, where, targets)
    if name in targets.texts:
        target, written = targets.texts[name]
        fault = _check_text(where, target, written, name=name)
        return fault or _text(name, where, source, text=(target, written))
    if name in targets.broken:
        return ResolvedLink("#")
    guess = _guess(name, targets.texts, source)
    return rules.LINK_BROKEN.at(where.place, target=where.path, **guess)


def _linked_picture(name: str, where: _Where, targets: Targets) -> ResolvedLink | Problem:
    picture = targets.pictures[name]
    fault = find_fault(picture, where.place, where.path)
    return fault or ResolvedLink(f"/{name}", photograph=picture.photograph)


def _check_text(
    where: _Where, target: TextTarget, written: Language, *, name: str
) -> Problem | None:
    if target.is_draft:
        return rules.LINK_TO_DRAFT.at(where.place, target=name)
    return _check_anchor(where, target.bodies[written], name)


def _text(
    name: str, where: _Where, source: _From, *, text: tuple[TextTarget, Language]
) -> ResolvedLink:
    """Lead to a text in the visitor's language, or to the only one there is and say so."""
    target, written = text
    language = source.language if source.language in target.addresses else written
    here = _same_anchor(where.anchor, target.bodies[written], target.bodies[language])
    url = target.addresses[language] + (f"#{here}" if here else "")
    if language == source.language:
        return ResolvedLink(url, name=name)
    return ResolvedLink(url, language=language, name=name, title=target.titles[language])


def _same_anchor(anchor: str, written: Body, here: Body) -> str:
    """Return the id of the same place in another body: a note's, or that of the heading there.

    Headings are the same when both bodies have as many, of the same levels; else there is none,
    and the link leads to the top.
    """
    if written is here or anchor in here.notes:
        return anchor
    levels, others = ([heading.level for heading in body.headings] for body in (written, here))
    ids = [heading.id for heading in written.headings]
    return here.headings[ids.index(anchor)].id if anchor in ids and levels == others else ""
