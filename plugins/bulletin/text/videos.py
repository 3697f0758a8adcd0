"""Videos: what the address of one tells, and where it can be played without being followed."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct

Provider = Literal["youtube", "vimeo", "file"]

PROVIDERS: dict[Provider, str] = {"youtube": "YouTube", "vimeo": "Vimeo"}  # by their own names

_YOUTUBE_HOSTS = ("youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com")
_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([^/]+)/?")
_VIMEO_PATH = re.compile(r"/(?:video/)?([0-9]{1,15})(?:/([0-9a-f]{1,40}))?/?")
_FILE_PATH = re.compile(r"/.+\.(?:mp4|webm)", re.IGNORECASE)


class Video(Struct, frozen=True):
    """One video: where it is watched, and where a player for it is, or the file itself."""

    provider: Provider
    host: str
    watch_url: str
    player_url: str


def read_video(address: str) -> Video | None:
    """Return the video of a web address, or None where no one video can be played."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host == "youtu.be" or host in _YOUTUBE_HOSTS:
        return _youtube(_youtube_id(host, parts.path, parts.query))
    if host in ("vimeo.com", "www.vimeo.com", "player.vimeo.com"):
        return _vimeo(parts.path, parts.query)
    if parts.scheme == "https" and host and _FILE_PATH.fullmatch(parts.path):
        return Video("file", host, address, address)
    return None


def _youtube_id(host: str, path: str, query: str) -> str:
    if host == "youtu.be":
        return path.strip("/")
    if path.rstrip("/") == "/watch":
        return parse_qs(query).get("v", [""])[0]
    found = _YOUTUBE_PATH.fullmatch(path)
    return found[1] if found else ""


def _youtube(identity: str) -> Video | None:
    if not _YOUTUBE_ID.fullmatch(identity):
        return None
    return Video(
        "youtube",
        "youtube.com",
        f"https://www.youtube.com/watch?v={identity}",
        f"https://www.youtube-nocookie.com/embed/{identity}?autoplay=1&rel=0",
    )


def _vimeo(path: str, query: str) -> Video | None:
    """Read an address of Vimeo; an unlisted video has a second part, or `h=`."""
    found = _VIMEO_PATH.fullmatch(path)
    if found is None:
        return None
    secret = found[2] or parse_qs(query).get("h", [""])[0]
    if not re.fullmatch(r"[0-9a-f]{0,40}", secret):
        return None
    return Video(
        "vimeo",
        "vimeo.com",
        f"https://vimeo.com/{found[1]}" + (f"/{secret}" if secret else ""),
        f"https://player.vimeo.com/video/{found[1]}?dnt=1&autoplay=1"
        + (f"&h={secret}" if secret else ""),
    )
