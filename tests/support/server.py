"""A folder served over http on this machine, as a plain web server would."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

#: A page of every site that holds nothing and asks for nothing, to clear a tab's storage on.
BLANK = "blank-page.html"
EMPTY = b"<!doctype html><title>x</title><link rel=icon href=data:,>"
TEXT = (".html", ".css", ".js", ".json", ".svg", ".txt")


@cache
def packed(path: Path, changed: float) -> bytes:
    """A file as a server sends it compressed; ``changed`` makes a new version a new entry."""
    return gzip.compress(path.read_bytes(), 9)


class Handler(SimpleHTTPRequestHandler):
    """Serves files without a word; compressed where the server was asked to."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, compress: bool = False, **named: Any) -> None:
        self.compress = compress
        super().__init__(*args, **named)

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.name == BLANK:
            self._send(EMPTY, {"Content-Type": "text/html"})
        elif self.compress and path.suffix in TEXT and path.is_file():
            how = {"Content-Type": self.guess_type(str(path)), "Content-Encoding": "gzip"}
            self._send(packed(path, path.stat().st_mtime), how)
        else:
            super().do_GET()

    def _send(self, body: bytes, how: dict[str, str]) -> None:
        self.send_response(200)
        for name, value in (how | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""


@contextmanager
def serving(folder: Path, compress: bool = False) -> Iterator[str]:
    """Serve ``folder`` on a free port of 127.0.0.1; gives the address, without a slash at its end."""
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(folder), compress=compress))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
