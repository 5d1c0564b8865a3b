"""Notebooks as they are stored: run, free of what changes, showing every exercise once."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.support import sample
from tests.support.book import ROOT
from tests.support.lessons import lessons
from tests.support.notebooks import SHOWN, Notebook, notebooks
from tests.support.soak import quick
from workbook.course import current
from workbook.lesson import Lesson
from workbook.rendering import render

VIEW = "application/vnd.jupyter.widget-view+json"

each_notebook = pytest.mark.parametrize("notebook", notebooks(), ids=[one.path.stem for one in notebooks()])
each_lesson = pytest.mark.parametrize("lesson", lessons(), ids=[one.slug for one in lessons()])


def unstable(content: dict[str, Any]) -> list[str]:
    """What nbval would pass over, or what changes from run to run."""
    found = [f"metadata.{name}" for name in ("widgets",) if name in content["metadata"]]
    if "version" in content["metadata"].get("language_info", {}):
        found.append("language version")
    for number, cell in enumerate(content["cells"], start=1):
        if cell["cell_type"] != "code":
            continue
        if cell["execution_count"] is None:
            found.append(f"cell {number}: not run, so that nbval does not compare it")
        if "execution" in cell["metadata"]:
            found.append(f"cell {number}: times")
        for output in cell["outputs"]:
            if VIEW in output.get("data", {}):
                found.append(f"cell {number}: widget view")
            if output["output_type"] == "error" or output.get("name") == "stderr":
                found.append(f"cell {number}: an error or a warning")
    return found


def test_there_is_a_notebook_for_each_lesson() -> None:
    there = {str(one.path.relative_to(ROOT).with_suffix("")) for one in notebooks()}
    assert {lesson.page for lesson in lessons()} <= there


@each_notebook
def test_it_is_stored_as_it_is_every_time(notebook: Notebook) -> None:
    assert unstable(notebook.content) == []


@pytest.mark.parametrize(
    "fault",
    [
        lambda content: content["metadata"].update(widgets={}),
        lambda content: content["metadata"]["language_info"].update(version="3.11.2"),
        lambda content: next(c for c in content["cells"] if c["cell_type"] == "code").update(execution_count=None),
        lambda content: next(c for c in content["cells"] if c.get("outputs"))["outputs"][0]["data"].update({VIEW: {}}),
    ],
    ids=["widget state", "version", "not run", "widget view"],
)
def test_a_fault_is_noticed(fault: Callable[[dict[str, Any]], None]) -> None:
    content = copy.deepcopy(notebooks()[0].content)
    fault(content)
    assert len(unstable(content)) == 1


@each_lesson
def test_each_exercise_is_shown_once_and_in_order(lesson: Lesson) -> None:
    assert Notebook(ROOT / f"{lesson.page}.ipynb").shown == [spec.id for spec in lesson.counted]


@pytest.mark.parametrize(
    "lesson",
    quick(lessons(), lessons()[4]),  # nbval runs them all, and compares all of each.
    ids=[one.slug for one in lessons()],
)
def test_what_is_stored_is_what_the_data_says(lesson: Lesson) -> None:
    stored = Notebook(ROOT / f"{lesson.page}.ipynb")
    html = "".join(stored.outputs(cell) for cell in stored.cells("code"))
    stale = [id for id, spec in lesson.specs.items() if render(spec, lesson.slug, current()) not in html]
    assert stale == [], "run `make notebooks`"


@pytest.mark.soak
def test_html_is_the_same_in_another_interpreter() -> None:
    """What a stored output holds must not depend on hash order or on the clock."""
    code = "import json; from tests.support import sample; print(json.dumps(sample.body()))"
    env = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == sample.body()


def test_a_link_that_an_exercise_speaks_of_stands_right_before_it() -> None:
    """An exercise's own text holds none."""
    missing, seen = [], 0
    prompts = {id: spec.prompt for one in lessons() for id, spec in one.specs.items()}
    for notebook in notebooks():
        before = ""
        for cell in notebook.content["cells"]:
            source = notebook.source(cell)
            for id in SHOWN.findall(source):
                if "link above" in prompts[id] or "linked just above" in prompts[id]:
                    seen += 1
                    missing += [id] * ("](" not in before)
            before = source
    assert missing == [] and seen > 0
