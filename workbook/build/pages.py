"""Makes the pages of a preview: a process that has read the book once, and makes anew what is asked for.

A request is a line of JSON on standard input: ``changed``, the files that have changed, or ``page``, the page that
is about to be shown. The answer is a line with ``problem``, all that is wrong now, or nothing; and
``over`` where nothing more can be asked. A page is made when it
is asked for, from what its sources say now: its exercises from their data, without running the notebook that shows
them. A change so costs no more than the page that is looked at.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from jinja2 import TemplateError
from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.build_phase import BuildPhase
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import WarningLogRecordTranslator, WarningSuppressor
from sphinx_external_toc.parsing import parse_toc_yaml

from .. import sphinx as extension
from ..bundle import ScriptError
from ..course import Course
from ..data import DataError
from ..lesson import Lesson
from ..rendering import render
from ..spec import Spec
from ..sphinx import assets
from ..sphinx.page_html import with_exercises

#: Mistakes of an author, told in a sentence; of all others the traceback is of use.
EXPECTED = (DataError, ScriptError, SphinxError, TemplateError)


class Warnings(logging.Handler):
    """Keeps what Sphinx warns of, each with the file that it is about."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.root = f"{app.srcdir}{os.sep}"
        self.found: list[tuple[str, str]] = []
        self.addFilter(WarningSuppressor(app))
        self.addFilter(WarningLogRecordTranslator(app))

    def emit(self, record: logging.LogRecord) -> None:
        location = str(getattr(record, "location", None) or "")
        path, _, line = location.rpartition(":")
        text = record.getMessage()  # Sphinx puts the place before it
        self.found.append((path if line.isdigit() or not line else location, text.replace(self.root, "")))

    def take(self) -> list[tuple[str, str]]:
        """All since the last time."""
        found, self.found = self.found, []
        return found


class Pages:
    """The pages of a course that is being written.

    Args:
        course: whose pages they are.
        folder: where they are put, below ``html``.

    Raises:
        ConfigError: a mistake in the course's data or scripts.
    """

    def __init__(self, course: Course, folder: Path) -> None:
        self.root, self.html = course.root, folder / "html"
        self.problems: dict[str, list[str]] = {}
        shutil.rmtree(folder / "doctrees", ignore_errors=True)
        self.app = _sphinx(course, self.html, folder / "doctrees")
        self.warnings = Warnings(self.app)
        logging.getLogger("sphinx").addHandler(self.warnings)
        assets.of(self.app).purge = False  # an author may use more of the theme's style in a moment
        self.builder = cast(Any, self.app.builder)
        self.app.build(True, [])
        self.builder.search = False  # its search finds what was there when the preview began
        for file, text in self.warnings.take():
            self.problems.setdefault(f"read {self.app.env.path2doc(file)}", []).append(text)
        everything = self.app.env.found_docs
        self.has_old_assets = False
        self.unread: set[str] = set()
        self.unwritten: set[str] = {lesson.page for lesson in assets.of(self.app).lessons} & everything
        # The runs of models take seconds: let them be there before someone asks for their page.
        self._one_at_a_time = threading.Lock()
        threading.Thread(target=self._render_all, daemon=True).start()

    def _render_all(self) -> None:
        for lesson in assets.of(self.app).lessons:
            for spec in lesson.specs.values():
                with suppress(*EXPECTED):  # told where the page is made
                    self._render(spec, lesson)

    def _render(self, spec: Spec, lesson: Lesson) -> str:
        with self._one_at_a_time:
            return render(spec, lesson.slug, lesson.course)

    def change(self, paths: Iterable[Path]) -> None:
        """Take note of changed files, and read again what tells of mistakes."""
        env = self.app.env
        sources = {path: doc for path in paths if (doc := env.path2doc(path)) in env.found_docs}
        data = {path for path in paths if path.suffix in (".yml", ".html", ".js", ".css")}
        for path in set(paths) - sources.keys():
            self._copy(path)
        if data:
            self.has_old_assets |= any(
                path.suffix in (".js", ".css") or path.stem.startswith("strings") for path in data
            )
            if self._attempt("data", lambda: extension.read_again(self.app, self.has_old_assets)):
                self.has_old_assets = False
            self.unread |= env.found_docs
        for doc in sources.values():
            self._read(doc)
        self.unwritten |= env.found_docs

    def page(self, doc: str) -> None:
        """Make a page, if anything has changed since it was made last."""
        if doc in self.unread:
            self._read(doc)
        if doc in self.unwritten - self.unread and self._attempt(f"write {doc}", lambda: self._write(doc)):
            self.unwritten.discard(doc)

    def _read(self, doc: str) -> None:
        """Read a page's source."""
        self.unread.add(doc)
        if self._attempt(f"read {doc}", lambda: self._parse(doc)):
            self.unread.discard(doc)

    def _parse(self, doc: str) -> None:
        app, env = self.app, self.app.env
        cited = _citations(env)
        app.phase = BuildPhase.READING
        app.emit("env-purge-doc", env, doc)
        env.clear_doc(doc)
        self.builder.read_doc(doc)
        if _citations(env) != cited:
            app.emit("env-updated", env)  # sorts all works that are cited, which takes a second

    def _write(self, doc: str) -> None:
        """Write a page from its source as it was read, with its exercises as their data has them now."""
        app, builder, build = self.app, self.builder, assets.of(self.app)
        builder.prepare_writing({doc})
        app.phase = BuildPhase.RESOLVING
        tree = app.env.get_and_resolve_doctree(doc, builder)
        app.phase = BuildPhase.WRITING
        builder.write_doc_serialized(doc, tree)
        builder.write_doc(doc, tree)
        builder.copy_image_files()
        path = self.html / f"{doc}.html"
        for lesson in (one for one in build.lessons if one.page == doc):
            fresh = {id: self._render(spec, lesson) for id, spec in lesson.specs.items()}
            path.write_text(with_exercises(path.read_text(encoding="utf-8"), fresh.get), encoding="utf-8")

    def _copy(self, path: Path) -> None:
        """Copy a picture or the like to where pages look for it, if it lies among the static files."""
        for folder in (self.root / name for name in self.app.config.html_static_path):
            if path.is_relative_to(folder) and path.is_file():
                shutil.copyfile(path, self.html / "_static" / path.relative_to(folder))

    def _attempt(self, what: str, act: Callable[[], None]) -> bool:
        """Do something, and return whether it could be done; what is wrong with it is kept until it goes well."""
        self.warnings.take()
        told = []
        try:
            act()
        except EXPECTED as error:
            told.append(str(error))
        except Exception as error:  # an author goes on writing, whatever a half-written file does to a parser
            traceback.print_exc()
            told.append(f"{type(error).__name__}: {error}")
        is_done = not told
        self.problems[what] = told + [text for _, text in self.warnings.take()]
        return is_done

    @property
    def problem(self) -> str:
        return "\n".join(text for told in self.problems.values() for text in dict.fromkeys(told))


def _sphinx(course: Course, html: Path, doctrees: Path) -> Sphinx:
    """Sphinx with the settings that Jupyter Book makes of ``_config.yml``."""
    toc = course.root / "_toc.yml"
    settings, _ = get_final_config(
        user_yaml=course.root / "_config.yml",
        cli_config={"latex_individualpages": False, "nitpicky": True},
        sourcedir=course.root,
    )
    settings |= {"external_toc_path": str(toc), "root_doc": parse_toc_yaml(toc).root.docname}
    return Sphinx(
        srcdir=str(course.root),
        confdir=None,
        outdir=str(html),
        doctreedir=str(doctrees),
        buildername="html",
        confoverrides=settings,
        status=None,
        warning=None,
        freshenv=True,
    )


def _citations(env: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Which page cites what, in order, and where the works are listed."""
    data = env.domaindata.get("cite", {})
    refs = [(ref.docname, tuple(target.key for target in ref.targets)) for ref in data.get("citation_refs", [])]
    return sorted(refs) + [(key.docname, (str(id(value)),)) for key, value in data.get("bibliographies", {}).items()]


def main(root: str) -> int:
    """Answer requests until there are no more; return the exit status."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what others print is not an answer

    def answer(problem: str, is_over: bool = False) -> None:
        print(json.dumps({"problem": problem, "over": is_over}), file=answers, flush=True)

    course = Course(root)
    with patch_docutils(None), docutils_namespace():
        try:
            pages = Pages(course, course.output / "preview")
        except EXPECTED as error:
            answer(str(error), is_over=True)
            return 1
        answer(pages.problem)
        for line in sys.stdin:
            asked = json.loads(line)
            if "page" in asked:
                pages.page(asked["page"])
            else:
                pages.change([Path(name) for name in asked["changed"]])
            answer(pages.problem)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
