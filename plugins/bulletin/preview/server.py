"""Server: gives the desk's pages to a browser on this machine, and to nobody else.

It opens no file for a request: what is not in the table of outputs does not exist.
"""

from __future__ import annotations

import mimetypes
import re
import socket
import sys
from collections.abc import Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import Language
from plugins.bulletin.pictures.variants import MEDIA_TYPES, Format
from plugins.bulletin.preview.desk import Desk, Shown
from plugins.bulletin.preview.overlay import PREFIX, SCRIPT, STYLE, add_overlay, bare_page
from plugins.bulletin.preview.pairs_page import ADDRESSES, pairs_page
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.machine import ChangedFile, problem_of
from plugins.bulletin.problems.problem import ReportLanguage

HOST = "127.0.0.1"
OWN_NAMES = ("localhost", HOST)
PAIRS = {address: language for language, address in ADDRESSES.items()}
FOR_EVER = "public, max-age=31536000, immutable"
# As render.assets and pictures.variants name files.
_DIGESTED = re.compile(r"^(?:theme/.*\.[0-9a-f]{8}|.*\.[0-9a-f]{12}\.[0-9]+)\.")
MANY = 200  # pages that are kept as they were last made
PATIENCE = 20.0  # seconds between signs of life to a waiting page

Request = socket.socket | tuple[bytes, socket.socket]


class PreviewServer(ThreadingHTTPServer):
    """A server of one desk, on the loopback interface."""

    daemon_threads = True

    def __init__(self, port: int, desk: Desk, language: ReportLanguage) -> None:
        """Listen on a port of this machine; 0 takes a free one."""
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.language = language
        self._made: dict[str, bytes] = {}  # pages as they were last made

    def page(self, name: str, shown: Shown) -> tuple[bytes, Sequence[Problem]]:
        """Make a page; return it, or else its last good version, with all problems there are."""
        problems = list(shown.problems)
        try:
            if name in shown.table:
                self._made[name] = shown.table[name].make()
        except OSError as error:
            problems.append(problem_of(error, near=self.desk.settings.theme))
        while len(self._made) > MANY:
            del self._made[next(iter(self._made))]
        return self._made.get(name) or bare_page(self.language), problems

    def handle_error(self, request: Request, client_address: object) -> None:
        """Say nothing when a browser went away before it had all; else what Python says."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _media_type(name: str) -> str:
    """Return a file's media type; older Pythons do not know all of ours."""
    known = MEDIA_TYPES.get(cast("Format", name.rpartition(".")[2]))
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer a request for an address of the site or of the preview."""
        host = (self.headers.get("Host") or "").partition(":")[0]
        path = unquote(urlsplit(self.path).path)
        if host not in OWN_NAMES:
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif path == f"{PREFIX}news":
            self._send_news()
        elif path == f"{PREFIX}news.js":
            self._send(HTTPStatus.OK, SCRIPT.encode(), "text/javascript")
        elif path == f"{PREFIX}style.css":
            self._send(HTTPStatus.OK, STYLE.encode(), "text/css")
        elif path in PAIRS:
            self._send(HTTPStatus.OK, self._pairs(PAIRS[path]), "text/html")
        else:
            self._send_output(path)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the editor looks at the browser."""

    def _send_output(self, path: str) -> None:
        shown = self.server.desk.shown
        name = addresses.file_of(path)
        if name not in shown.table and f"{name}/index.html" in shown.table:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{path}/")
            self.end_headers()
            return
        status = HTTPStatus.OK if name in shown.table else HTTPStatus.NOT_FOUND
        if name not in shown.table:
            name = "en/404.html" if path.startswith("/en/") else "404.html"
        kind = _media_type(name)
        caching = FOR_EVER if _DIGESTED.search(name) else "no-store"
        try:
            self._send(status, self._content(name, shown), kind, caching=caching)
        except (FileNotFoundError, ChangedFile):  # a picture that is gone, or another now
            self._send(HTTPStatus.NOT_FOUND, b"", kind)

    def _content(self, name: str, shown: Shown) -> bytes:
        """Return an output; over a page that cannot be made now, its last good version, stands why.

        Raises:
            OSError: The output is no page and cannot be made.
        """
        if not name.endswith(".html"):
            return shown.table[name].make()
        page, problems = self.server.page(name, shown)
        return add_overlay(page, shown.version, problems=problems, language=self.server.language)

    def _pairs(self, page: Language) -> bytes:
        """Return the page of pairs, or an empty one where no version was good yet."""
        desk, language = self.server.desk, self.server.language
        shown, library = desk.shown, desk.library
        made = pairs_page(library, desk.settings, page) if library else bare_page(language)
        return add_overlay(made, shown.version, problems=shown.problems, language=language)

    def _send(
        self, status: HTTPStatus, content: bytes, kind: str, *, caching: str = "no-store"
    ) -> None:
        text = kind.startswith("text/") or kind.endswith(("xml", "json"))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", caching)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def _send_news(self) -> None:
        """Tell a page as soon as another version than its own is shown (server-sent events)."""
        given = parse_qs(urlsplit(self.path).query).get("version", ["0"])[0]
        version = int(given) if given.isdecimal() else 0
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while self.server.desk.wait(version, PATIENCE) == version:
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"event: changed\ndata: now\n\n")
        except OSError:
            return  # the page was closed
