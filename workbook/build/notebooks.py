"""Executes notebooks and stores their outputs in a form that a second run does not change.

The book ships the stored outputs and strict nbval compares them, so what differs from run to run
(times, widget ids, interpreter version) is taken out here.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from ..course import SETTING, Course
from ..files import visible
from ..portfolio import kernel_session

SECONDS_A_CELL = 60
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
#: What editors and runs leave in a cell's metadata; tags and the rest are the author's.
VOLATILE_CELL_METADATA = ("execution", "ExecuteTime", "collapsed", "scrolled", "trusted", "vscode")
#: Written into every notebook in place of what the machine reports: no interpreter version.
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "pygments_lexer": "ipython3",
}


class NotebookError(Exception):
    """A notebook that cannot be stored; the message says which, where and how to mend it."""


def in_order(folder: Path) -> list[Path]:
    """The notebooks of ``folder``, lesson 10 after lesson 2."""

    def key(path: Path) -> tuple[int, str]:
        number = re.match(r"\d+", path.name)
        return (int(number.group()) if number else sys.maxsize, path.name)

    return sorted(visible(folder, "*.ipynb"), key=key)


def give_ids(raw: dict[str, Any], name: str) -> None:
    """Give each cell of ``raw`` without an id one made from its place, so that it stays the same."""
    taken = {cell.get("id") for cell in raw["cells"]}
    for place, cell in enumerate(raw["cells"]):
        if not cell.get("id"):
            digest = hashlib.sha256(f"{name} {place}".encode()).hexdigest()
            cell["id"] = next(digest[n : n + 8] for n in range(50) if digest[n : n + 8] not in taken)
            taken.add(cell["id"])
    raw["nbformat"], raw["nbformat_minor"] = 4, 5


def load(path: Path) -> nbformat.NotebookNode:
    """Read ``path``; raise `NotebookError` where it is not a notebook of format 4."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw.get("nbformat") != 4 or "cells" not in raw:
            raise ValueError("it is not in notebook format 4; open and save it in JupyterLab")
        give_ids(raw, path.stem)
        notebook: nbformat.NotebookNode = nbformat.reads(json.dumps(raw), as_version=4)
        return notebook
    except (ValueError, AttributeError, nbformat.ValidationError) as error:
        raise NotebookError(f"{path}: {error}") from error


def execute(path: Path, notebook: nbformat.NotebookNode) -> None:
    """Run all cells of ``notebook`` in a new kernel, in its own folder."""
    for cell in notebook.cells:
        if cell.cell_type == "code":  # so that a cell that is not run keeps nothing of an earlier run
            cell.execution_count, cell.outputs = None, []
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        force_raise_errors=True,  # also where a cell is tagged raises-exception: no lesson shows an error
        coalesce_streams=True,  # how printed text is cut into pieces differs from run to run
        resources={"metadata": {"path": str(path.parent)}},
        # A line a notebook is enough: ipykernel warns each time that it listens on a local port.
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise NotebookError(f"{path}: {which_cell(notebook)} raised {error.ename}: {error.evalue}") from error
    except CellTimeoutError as error:
        raise NotebookError(
            f"{path}: {which_cell(notebook)} took more than {SECONDS_A_CELL} seconds: make it shorter"
        ) from error
    except DeadKernelError as error:
        raise NotebookError(f"{path}: the Python that ran it stopped in {which_cell(notebook)}") from error


def which_cell(notebook: nbformat.NotebookNode) -> str:
    """Name the cell that was running last, as a person would look for it."""
    code = [(n, cell) for n, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]
    started = [(n, cell) for n, cell in code if "iopub.execute_input" in cell.metadata.get("execution", {})]
    number, cell = (started or code)[-1]
    first_line = cell.source.strip().splitlines()[0]
    return f"cell {number} (id {cell.id}, `{first_line}`)"


def normalise(path: Path, notebook: nbformat.NotebookNode) -> None:
    """Take out of ``notebook`` what differs from run to run; refuse cells that nbval would skip."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata["kernelspec"] = dict(KERNEL)
    notebook.metadata["language_info"] = dict(LANGUAGE)
    for number, cell in enumerate(notebook.cells, 1):
        for key in VOLATILE_CELL_METADATA:
            cell.metadata.pop(key, None)
        if cell.cell_type != "code":
            continue
        if cell.execution_count is None:
            # nbval does not compare a cell without a count at all, so none may be left.
            raise NotebookError(
                f"{path}: cell {number} (id {cell.id}) was not run: "
                "it is empty or tagged skip-execution; delete it or make it a Markdown cell"
            )
        for output in cell.outputs:
            for bundle in (output.get("data", {}), output.get("metadata", {})):
                bundle.pop(WIDGET_VIEW, None)


def run(path: Path) -> bool:
    """Execute and store one notebook; return whether the file changed."""
    notebook = load(path)
    execute(path, notebook)
    normalise(path, notebook)
    nbformat.validate(notebook)
    text = nbformat.writes(notebook) + "\n"
    if text == path.read_text(encoding="utf-8"):
        return False
    new = path.with_suffix(".ipynb.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
    return True


def run_all(course: Course, only: Sequence[str] = ()) -> int:
    """Run the notebooks of a course in their order; return the exit status.

    Args:
        course: whose they are.
        only: the names of some, without ending; all, if empty.
    """
    paths = in_order(course.notebooks)
    known = {path.stem: path for path in paths}
    unknown = [name for name in only if name.removesuffix(".ipynb") not in known]
    if unknown or not paths:
        print(f"No notebook {', '.join(unknown)}. There are: {', '.join(known) or 'none'}", file=sys.stderr)
        return 1
    if only:
        paths = [known[name.removesuffix(".ipynb")] for name in only]
    with tempfile.TemporaryDirectory() as ipython:
        # This environment's kernel, and none of the user's own start-up files: they could change outputs. No learner
        # works here: notebooks are run as if for the first time, and keep no answers.
        os.environ |= {
            "JUPYTER_PREFER_ENV_PATH": "1",
            "IPYTHONDIR": ipython,
            SETTING: str(course.root),
            kernel_session.SETTING: "none",
        }
        for path in paths:
            start = time.monotonic()
            try:
                changed = run(path)
            except NotebookError as error:
                print(error, file=sys.stderr)
                return 1
            note = "" if changed else "  (unchanged)"
            print(f"{path.stem}: {time.monotonic() - start:.1f} s{note}", flush=True)
    return 0
