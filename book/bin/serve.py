"""Serve the built book to this machine only, and open it in a browser where there is one."""

from __future__ import annotations

import gzip
import io
import os
import sys
import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

HTML = Path(__file__).resolve().parents[2] / "_build" / "html"
HOST = "127.0.0.1"
FIRST_PORT, PORTS = 8000, 100
TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml")


class BookHandler(SimpleHTTPRequestHandler):
    """Serves files without a line for each, and text compressed, as a host on the web would."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        kind = self.guess_type(path)
        if not (path.is_file() and kind.startswith(TEXT) and "gzip" in self.headers.get("Accept-Encoding", "")):
            return super().send_head()
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # a rebuilt page shows at once
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a reader has no use for a line a request."""


def listen() -> ThreadingHTTPServer:
    """A server on the first free port from `FIRST_PORT` on."""
    handler = partial(BookHandler, directory=str(HTML))
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        try:
            return ThreadingHTTPServer((HOST, port), handler)
        except OSError:
            continue
    sys.exit(f"No free port between {FIRST_PORT} and {FIRST_PORT + PORTS - 1}: close another server first.")


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


def main() -> None:
    if not (HTML / "index.html").is_file():
        sys.exit("The book is not built yet. Type: make read")
    with listen() as server:
        address = f"http://{HOST}:{server.server_port}/"
        print(f"The course is at {address}  (to stop: Ctrl+C)", flush=True)
        open_browser(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
