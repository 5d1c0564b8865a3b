"""Shows the book while it is being written: what an author saves is seen in the browser within two seconds.

Another process makes the pages (`pages`); this one serves them, follows what is saved, lets open pages load themselves
again, and shows above their words what is wrong. Where Python code or settings have changed, the other process is
started anew; so it is when a mistake in them has ended it.

A preview is for looking. `make notebooks` stores the new outputs, and `make book` says what it warns of.
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from watchfiles import Change, watch

from ..course import Course
from . import book
from .serve import HOST, BookHandler, listen, open_browser

SCRIPT = Path(__file__).with_name("reload.js").read_text(encoding="utf-8")
#: Stays in sight where the reader has scrolled down.
BOX = (
    "position:sticky;top:0;z-index:9999;max-height:45vh;overflow:auto;margin:0;padding:1rem;white-space:pre-wrap;"
    "background:#fff8e1;color:#1a1a1a;border-bottom:4px solid #b3261e;font:1rem/1.4 monospace"
)
WAIT = 25.0  # seconds that a page's question is thought about
LAST_LINES = 12  # of what a process said before it ended
WATCHED = {".md", ".ipynb", ".yml", ".html", ".js", ".css", ".py", ".bib", ".csv", ".json", ".svg", ".png", ".jpg"}
#: What is read once, when the process starts.
READ_ONCE = {".py", ".bib", ".csv", ".json"}
SETTINGS = {"_config.yml", "_toc.yml"}


class Preview:
    """The process that makes the pages, and what is wrong with them.

    Args:
        course: whose book it is.

    Attributes:
        html: where its pages are.
        version: another one with every change that is ready to be seen.
        problem: what is wrong, in words; nothing where all is well.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        self.html = course.output / "preview" / "html"
        self.version = ""
        self.problem = ""
        self.changed = threading.Condition()
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._said: deque[str] = deque(maxlen=LAST_LINES)

    def start(self) -> None:
        """Start the process, or start it anew; it is ready when all pages are made."""
        with self._one_at_a_time:
            self.stop()
            self._said.clear()
            self._process = subprocess.Popen(
                [sys.executable, "-m", f"{__package__}.pages", str(self.course.root)],
                cwd=self.course.root,
                env=book.environment(self.course),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,  # Ctrl+C is for this process, which ends the other
            )
            self._listener = threading.Thread(target=self._pass_on, args=[self._process.stderr], daemon=True)
            self._listener.start()
            self._hear()
        self._let_know()

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def follow(self, paths: Iterable[Path]) -> None:
        """Follow changed files."""
        names = ", ".join(sorted({path.name for path in paths}))
        if self._process is None or any(path.suffix in READ_ONCE or path.name in SETTINGS for path in paths):
            print(f"{names}: starting over ...", flush=True)
            self.start()
        else:
            print(names, flush=True)
            self._ask({"changed": [str(path) for path in paths]})
            self._let_know()

    def page(self, name: str) -> None:
        """Have a page made, if it is not as its sources say; `problem` then tells of it too."""
        self._ask({"page": name})

    def _ask(self, request: dict[str, Any]) -> None:
        with self._one_at_a_time:
            if self._process is None or self._process.stdin is None:
                return
            try:
                self._process.stdin.write(json.dumps(request) + "\n")
                self._process.stdin.flush()
            except OSError:
                pass  # it has ended: there is no answer either
            self._hear()

    def _hear(self) -> None:
        """Take the process's answer; where there is none, it has ended, and its last words say why."""
        assert self._process is not None and self._process.stdout is not None
        line = self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"over": True}
        if answer["over"]:
            self.stop()
            self._listener.join()
        problem = answer.get("problem", "".join(self._said))
        if line and problem and problem != self.problem:
            print(problem, file=sys.stderr, flush=True)
        self.problem = problem

    def _pass_on(self, lines: Any) -> None:
        """Pass on what the process complains of."""
        for line in lines:
            self._said.append(line)
            sys.stderr.write(line)

    def _let_know(self) -> None:
        with self.changed:
            self.version = f"{time.monotonic_ns():x}"
            self.changed.notify_all()


class PreviewHandler(BookHandler):
    """Serves pages that load themselves again when something changes."""

    preview: Preview

    def do_GET(self) -> None:
        asked = self.path.partition("/_preview/")[2]
        if not asked:
            return super().do_GET()
        with self.preview.changed:
            self.preview.changed.wait_for(lambda: self.preview.version != asked, timeout=WAIT)
            said = self.preview.version.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)
        return None

    def text_of(self, path: Path) -> bytes | None:
        if path.suffix != ".html":
            return super().text_of(path)
        preview = self.preview
        version = preview.version  # before the page is made: what changes meanwhile is newer
        preview.page(path.relative_to(preview.html).with_suffix("").as_posix())
        text = (super().text_of(path) or b"").decode("utf-8")
        if not text and not preview.problem:
            return None
        box = f'<pre role="alert" style="{BOX}">{html.escape(preview.problem)}</pre>' if preview.problem else ""
        head, body, rest = (text or "<!DOCTYPE html><title>Preview</title><body>").partition("<body")
        tag, end, words = rest.partition(">")
        script = f'<script data-version="{version}">{SCRIPT}</script>'
        return f"{head}{body}{tag}{end}{box}{script}{words}".encode()


def is_wanted(change: Change, name: str) -> bool:
    """Whether a file that has changed is a source: nothing hidden, nothing made, no learner's answers."""
    path = Path(name)
    made = {"_build", "__pycache__"} & {path.parent.name, path.parent.parent.name}
    hidden = path.name.startswith(".") or path.parent.name.startswith(".")
    return path.suffix in WATCHED and not made and not hidden and path.name != "portfolio.json"


def watch_root(preview: Preview, over: threading.Event) -> None:
    """Follow the files that lie beside the folders, until it is over."""
    for changes in watch(preview.course.root, watch_filter=is_wanted, recursive=False, stop_event=over):
        preview.follow({Path(name) for _, name in changes})


def run(course: Course, port: int = 0) -> None:
    """Build a preview, serve it, and follow what changes until one stops it."""
    preview = Preview(course)
    folders = {course.root / name for name in ("book", "data", "notebooks")} | {book.ENGINE}
    if course.package:
        folders.add(course.package)
    preview.html.mkdir(parents=True, exist_ok=True)
    handler = type("Handler", (PreviewHandler,), {"preview": preview})
    with listen(preview.html, handler, port) as server:
        print("Building the preview ...", flush=True)
        preview.start()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        over = threading.Event()
        threading.Thread(target=watch_root, args=[preview, over], daemon=True).start()
        address = f"http://{HOST}:{server.server_port}/"
        print(f"The preview is at {address}  (to stop: Ctrl+C)", flush=True)
        open_browser(address)
        try:
            for changes in watch(*filter(Path.is_dir, folders), watch_filter=is_wanted, debounce=80, step=20):
                preview.follow({Path(name) for _, name in changes})
        finally:
            over.set()  # First of all: a thread that is still at work may keep Python from ending.
            preview.stop()
            server.shutdown()
