"""Targets: what a link leads to, said so that both languages' links to it are the same."""

from __future__ import annotations

import re

_TEXT = re.compile(r"(?:^|/)([^/]+)\.(?:vi|en)\.md$")
_LANGUAGE = re.compile(r"^(?:www|vi|en|vn|english|vietnamese|m)\.", re.IGNORECASE)
_MARKS = {"vi": "vi", "vn": "vi", "vi-vn": "vi", "vietnamese": "vi", "tieng-viet": "vi"}
_MARKS |= {"en": "en", "en-us": "en", "en-gb": "en", "english": "en"}
_ADDRESS = re.compile(r"https?://([^/?#]+)([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_PARAMETER = re.compile(r"[?&](?:lang|language|hl|locale)=(vi|en)[^&]*", re.IGNORECASE)


def same_target(target: str) -> str:
    """Return a target without what the language changes.

    A text of ours is its key, a record or picture its path from the content folder; an
    anchor in another text is left out, since headings are named in their own language.
    """
    if "://" in target or target.startswith("mailto:"):
        return target
    path = target.partition("#")[0]
    if path.startswith("/"):
        return "/" + "/".join(path.removeprefix("/en").strip("/").split("/")[:2])
    text = _TEXT.search(path)
    if text:
        return f"{text[1]}.md"
    while path.startswith(("../", "./")):
        path = path.partition("/")[2]
    return path


def are_editions(first: str, second: str) -> bool:
    """Tell whether two addresses are one page, or the two language editions of one site.

    Equal are addresses that differ in http or https, a last slash, or capitals of the host.
    Editions are addresses of one host, whose first label, first folder or `lang=` names the
    one language here and the other there; their paths may then differ, as titles do.
    """
    if _plain(first) == _plain(second):
        return True
    one, other = _split(first), _split(second)
    return bool(one and other and one[0] == other[0] and _languages_differ(one[1], other[1]))


def _plain(address: str) -> str:
    found = _ADDRESS.match(address)
    if not found:
        return address.removeprefix("mailto:").lower()
    rest = address[found.end(1) :].rstrip("/")
    return found[1].lower() + rest


def _split(address: str) -> tuple[str, str] | None:
    """Return an address's host without its language, and the language that it names."""
    found = _ADDRESS.match(address)
    if not found:
        return None
    host, path, query = found[1].lower(), found[2], found[3] or ""
    label = host.partition(".")[0]
    folder = path.strip("/").partition("/")[0].lower()
    parameter = _PARAMETER.search(query)
    marks = (_MARKS.get(label) if label != "vn" else "vi", _MARKS.get(folder))
    language = next((mark for mark in marks if mark), parameter[1].lower() if parameter else "")
    while _LANGUAGE.match(host) and host.count(".") > 1:
        host = host.partition(".")[2]
    return host, language


def _languages_differ(first: str, second: str) -> bool:
    """Tell whether one is marked English and the other Vietnamese, or not marked at all."""
    return first != second and "en" in (first, second)
