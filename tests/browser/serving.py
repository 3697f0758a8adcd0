"""A server for browser tests: one folder on loopback, under a strict Content-Security-Policy."""

from __future__ import annotations

import _thread
import contextlib
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

LATE = 0.2  # seconds
POLICY = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "frame-src https://www.youtube-nocookie.com https://player.vimeo.com",  # players asked for
        "media-src https:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
# Pagefind is WebAssembly: its page and its worker alone may run that.
SEARCHING = ("/tim-kiem/", "/en/search/", "/pagefind/")
SEARCH_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


class Handler(SimpleHTTPRequestHandler):
    """Sends files with the policy, and the site's own page where there is none."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        is_search = any(part in self.path for part in SEARCHING)
        policy = SEARCH_POLICY if is_search else POLICY
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, *_: str | None) -> None:
        """Answer an address that leads nowhere with the 404 page of its language."""
        folder = Path(self.directory) / ("en" if self.path.startswith("/en/") else "")
        page = (folder / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class LateFonts(Handler):
    """Sends fonts later than all else, as a slow line does."""

    def do_GET(self) -> None:
        """Answer, a font after a while."""
        if self.path.endswith(".woff2"):
            time.sleep(LATE)
        super().do_GET()


class Server(ThreadingHTTPServer):
    """Answers each request in a bare thread: two that begin at once may not both be traced."""

    def process_request(self, request: Any, client_address: Any) -> None:
        """Start to answer."""
        _thread.start_new_thread(self.process_request_thread, (request, client_address))


@contextlib.contextmanager
def serve(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder while the block runs; yield its address without a slash at the end."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
