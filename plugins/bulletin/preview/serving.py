"""Serving: a preview from its first page to Ctrl-C."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

from msgspec.structs import replace

from plugins.bulletin.building import LEFT
from plugins.bulletin.preview.desk import Desk
from plugins.bulletin.preview.pairs_page import ADDRESSES
from plugins.bulletin.preview.server import PreviewServer
from plugins.bulletin.preview.watching import watch_files
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.progress import showing, silent
from plugins.bulletin.settings import BuildSettings

_READING = {"en": "reading the content …", "vi": "đang đọc nội dung …"}
_READY = {
    "en": "preview at {url} — drafts included; stop with Ctrl-C\n"
    "originals and translations: {url}{pairs}",
    "vi": "xem thử tại {url} — có cả bản nháp; dừng bằng Ctrl-C\nbản gốc và bản dịch: {url}{pairs}",
}
_TAKEN = {
    "en": "port {port} is taken by another program; choose one with --port",
    "vi": "cổng {port} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port",
}


def serve(settings: BuildSettings, port: int, language: ReportLanguage) -> int:
    """Show the site on a port of this machine until interrupted; return an exit code."""
    desk = Desk(settings)
    try:
        server = PreviewServer(port, desk, language)
    except OSError:
        _say(_TAKEN[language].format(port=port))
        return 2
    url = f"http://localhost:{server.server_address[1]}"
    desk.settings = replace(settings, base_url=url)
    _say(_READING[language])
    with showing(language) as tell:
        desk.tell = tell
        desk.begin()
    desk.tell = silent
    if desk.unjudged:
        _say(LEFT[language].format(count=desk.unjudged))
    _say(_READY[language].format(url=url, pairs=ADDRESSES[language]))
    _run(server)
    return 0


def _run(server: PreviewServer) -> None:
    """Serve and watch until interrupted; what ends the watching ends the serving and is raised."""
    stop = threading.Event()
    with ThreadPoolExecutor(1) as beside:
        watching = beside.submit(_watch, server, stop)
        try:
            server.serve_forever()
            watching.result()
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()
            server.server_close()


def _watch(server: PreviewServer, stop: threading.Event) -> None:
    try:
        watch_files(server.desk, stop)
    finally:
        server.shutdown()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201
