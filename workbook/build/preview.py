"""Shows the book while it is being written: what an author saves is seen in the browser within two seconds.

The book is built once, by a process that stays. A changed page is written again by that process; a changed exercise
comes fresh from its data, without running the notebook that shows it; scripts and styles are made anew; the open page
then loads itself again. Where Python code has changed, the process starts over.

A preview is for looking. `make notebooks` stores the new outputs, and `make book` says what it warns of.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from watchfiles import Change, watch

from ..bundle import ScriptError
from ..course import Course
from ..data import DataError
from ..lesson import Lesson, lessons
from ..rendering import render
from ..sphinx import assets
from ..sphinx.page_html import with_exercises
from . import book
from .serve import HOST, BookHandler, listen, open_browser

#: Asks the server whether the page has changed, and loads it again; answers are kept by the browser meanwhile.
RELOAD = (
    '<script>(() => {{ const ask = () => fetch("/_preview/{version}").then((answer) => answer.text())'
    ".then((text) => (text === '{version}' ? ask() : location.reload()))"
    ".catch(() => setTimeout(ask, 500)); ask(); }})();</script>"
)
WAIT = 25.0  # seconds that a question waits for a change before it is answered all the same


class Preview:
    """A book that follows its sources.

    Args:
        course: whose book it is.

    Attributes:
        html: where its pages are.
        version: goes up with every change that is ready to be seen.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        self.folder = course.output / "preview"
        self.html = self.folder / "html"
        self.version = 0
        self.changed = threading.Condition()
        self.problem = ""
        self.app = self._application()

    def _application(self) -> Sphinx:
        """Sphinx with the settings that Jupyter Book makes of ``_config.yml``."""
        from jupyter_book.config import get_final_config
        from sphinx_external_toc.parsing import parse_toc_yaml

        toc = self.course.root / "_toc.yml"
        overrides, _ = get_final_config(
            user_yaml=self.course.root / "_config.yml",
            cli_config={"latex_individualpages": False},
            sourcedir=self.course.root,
        )
        overrides["external_toc_path"] = str(toc)
        overrides["root_doc"] = parse_toc_yaml(toc).root.docname
        return Sphinx(
            srcdir=str(self.course.root),
            confdir=None,
            outdir=str(self.html),
            doctreedir=str(self.folder / "doctrees"),
            buildername="html",
            confoverrides=overrides,
            status=None,
            warning=sys.stderr,
            freshenv=False,
        )

    def build(self) -> None:
        """Write what has changed since the last time."""
        self.app.build(False, [])
        self.fresh()

    def fresh(self) -> None:
        """Put into every page the exercises as their data has them now."""
        build = assets.of(self.app)
        for lesson in build.lessons:
            path = self.html / f"{lesson.page}.html"
            if path.is_file():
                page = path.read_text(encoding="utf-8")
                path.write_text(with_exercises(page, self._rendered(lesson)), encoding="utf-8")
        self.show("")

    def _rendered(self, lesson: Lesson) -> Callable[[str], str | None]:
        def fresh(id: str) -> str | None:
            return render(lesson.specs[id], lesson.slug, lesson.course) if id in lesson.specs else None

        return fresh

    def show(self, problem: str) -> None:
        """Let open pages load themselves again; a problem is shown above their words."""
        with self.changed:
            self.problem = problem
            self.version += 1
            self.changed.notify_all()

    def take(self, paths: Iterable[Path]) -> bool:
        """Follow changed files; return whether all was well.

        Args:
            paths: the files.
        """
        kinds = {path.suffix for path in paths}
        start = time.monotonic()
        try:
            if kinds & {".yml", ".js", ".css", ".html", ".csv", ".json", ".bib"}:
                self._reread()
            if kinds & {".md", ".ipynb", ".bib", ".csv"} or any(path.parent.name == "groups" for path in paths):
                self.app.build(False, [])
            self.fresh()
        except (DataError, ScriptError, ValueError) as error:
            print(error, file=sys.stderr)
            self.show(str(error))
            return False
        names = ", ".join(sorted(path.name for path in paths))
        print(f"{names}: seen after {time.monotonic() - start:.1f} s", flush=True)
        return True

    def _reread(self) -> None:
        """Read data, words, scripts and styles anew."""
        from .. import bundle, rendering, strings

        strings.room.cache_clear()
        if rendering.ENVIRONMENT.cache is not None:
            rendering.ENVIRONMENT.cache.clear()
        build = assets.of(self.app)
        fresh = Course(self.course.root)
        build.course, build.lessons = fresh, lessons(fresh)
        static = self.html / "_static"
        (static / assets.ASSETS / assets.STYLE).write_text(bundle.style(fresh), encoding="utf-8")
        for name, (_, text) in bundle.scripts(fresh).items():
            (static / assets.ASSETS / f"{name}.js").write_text(text, encoding="utf-8")
        for sheet in [*Path(assets.__file__).parent.glob("styles/*.css"), *fresh.root.glob("book/assets/*.css")]:
            (static / sheet.name).write_bytes(sheet.read_bytes())


class PreviewHandler(BookHandler):
    """Serves pages that load themselves again when they change."""

    preview: Preview

    def do_GET(self) -> None:
        asked = self.path.partition("/_preview/")[2]
        if not asked:
            return super().do_GET()
        with self.preview.changed:
            self.preview.changed.wait_for(lambda: str(self.preview.version) != asked, timeout=WAIT)
            said = str(self.preview.version).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)
        return None

    def text_of(self, path: Path) -> bytes:
        data = super().text_of(path)
        if path.suffix != ".html":
            return data
        from html import escape

        told = f'<pre style="margin:0;padding:1rem;border:3px solid">{escape(self.preview.problem)}</pre>'
        reload = RELOAD.format(version=self.preview.version)
        text = data.decode("utf-8")
        return text.replace("<body", f"{reload}{told if self.preview.problem else ''}<body", 1).encode("utf-8")


def follow(preview: Preview, stop: threading.Event | None = None) -> None:
    """Follow changes until one stops it; start over where Python code has changed."""
    roots = {book.ENGINE, *(preview.course.root / name for name in ("book", "data", "notebooks"))}
    if preview.course.package:
        roots.add(preview.course.package)
    files = [*preview.course.root.glob("*.yml")]
    for changes in watch(*roots, *files, watch_filter=_wanted, debounce=80, step=20, stop_event=stop):
        paths = {Path(name) for _, name in changes}
        if any(path.suffix == ".py" for path in paths) or any(
            path.name in ("_config.yml", "_toc.yml") for path in paths
        ):
            print("Code or settings have changed: starting over ...", flush=True)
            os.execv(sys.executable, [sys.executable, "-m", "workbook", *sys.argv[1:]])
        preview.take(paths)


def _wanted(change: Change, name: str) -> bool:
    path = Path(name)
    return (
        not any(part.startswith((".", "_build", "__pycache__")) for part in path.parts[-3:]) and path.suffix != ".new"
    )


def run(course: Course, port: int = 0) -> None:
    """Build a preview, serve it, and follow what changes until one stops it."""
    print("Building the preview ...", flush=True)
    with patch_docutils(None), docutils_namespace():
        preview = Preview(course)
        preview.build()
        handler = type("Handler", (PreviewHandler,), {"preview": preview})
        with listen(preview.html, handler, port) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://{HOST}:{server.server_port}/"
            print(f"The preview is at {address}  (to stop: Ctrl+C)", flush=True)
            open_browser(address)
            follow(preview)
