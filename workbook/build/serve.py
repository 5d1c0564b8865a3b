"""Serves the built book to this machine only, and opens it in a browser where there is one."""

from __future__ import annotations

import gzip
import io
import os
import sys
import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from ..course import Course
from . import BookError
from .book import places

HOST = "127.0.0.1"
FIRST_PORT, PORTS = 8000, 100
TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml")


def takes_gzip(accepted: str) -> bool:
    """Whether a browser takes text compressed, by what it says it accepts."""
    offers = [part.partition(";") for part in accepted.replace(" ", "").split(",")]
    return any(name == "gzip" and quality not in ("q=0", "q=0.0") for name, _, quality in offers)


class BookHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each, and text compressed, as a host on the web would."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path.replace("%00", "")))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        kind = self.guess_type(path)
        text = self.text_of(path) if kind.startswith(TEXT) else None
        if text is None:
            return super().send_head()
        packed = takes_gzip(self.headers.get("Accept-Encoding", ""))
        data = gzip.compress(text, 5, mtime=0) if packed else text
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def text_of(self, path: Path) -> bytes | None:
        """What to send of a file of text; None where there is none."""
        return path.read_bytes() if path.is_file() else None

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # a rebuilt page shows at once
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a reader has no use for a line a request."""


class BookServer(ThreadingHTTPServer):
    """A server to which a browser that hangs up is no news."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def listen(folder: Path, handler: type[BookHandler] = BookHandler, port: int = 0) -> BookServer:
    """A server of a folder, on a port of one's choice or the first free one from `FIRST_PORT` on.

    Raises:
        BookError: no port is free.
    """
    serve = partial(handler, directory=str(folder))
    for one in [port] if port else range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            return BookServer((HOST, one), serve)
        except OSError:
            continue
    raise BookError(f"No free port ({port}): close another server first.")


def open_browser(address: str) -> None:
    """Open ``address`` in a browser with a window; where there is none, do nothing."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return
    try:
        # Exactly this class is what Python uses for browsers in the terminal (lynx, w3m): not for these pages.
        if type(webbrowser.get()) is not webbrowser.GenericBrowser:
            webbrowser.open(address)
    except webbrowser.Error:
        return


def run(course: Course) -> None:
    """Serve the built book until one stops it.

    Raises:
        BookError: there is none, or no port is free.
    """
    html = places(course).html
    if not (html / "index.html").is_file():
        raise BookError("The book is not built yet. Type: make read")
    with listen(html) as server:
        address = f"http://{HOST}:{server.server_port}/"
        print(f"The course is at {address}  (to stop: Ctrl+C)", flush=True)
        open_browser(address)
        server.serve_forever()
