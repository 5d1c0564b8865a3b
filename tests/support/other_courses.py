"""Other courses than this one: the second, as it is and in a made-up language, made by the engine's own commands."""

from __future__ import annotations

import json
import os
import re
import shutil
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.support import sample
from tests.support.book import ROOT
from workbook.kinds import kinds
from workbook.strings import ENGINE, rooms

KETTLE = ROOT / "tests" / "second_course"
LANGUAGE = "qaa"  # kept free for such use in the lists of languages
#: All commands in one process, as starting takes longer than the course.
MAKE = "import sys; from workbook.cli import main; sys.exit(main(['check']) or main(['notebooks']) or main(['build']))"

#: Letters that nobody takes for English, and everybody can tell apart.
LIKE = str.maketrans(string.ascii_letters, "áƀćđéƒğĥíĵķĺṁńóṕɋŕśťúṽẃẋýžÁɃĆĐÉƑĞĤÍĴĶĹṀŃÓṔɊŔŚŤÚṼẂẊÝŽ")
#: What an exercise says in words; all else are ids, numbers and names of the engine's.
IN_WORDS = {
    *("title", "outcomes", "prompt", "text", "feedback", "what", "so_what", "now_what", "consequence", "debrief"),
    *("reading", "points", "name", "why", "says", "notes", "examples", "cue_example", "action_example", "first"),
    *("obstacle", "helper", "idea", "rehearse", "missing", "often_missing", "who", "tested", "also"),
    *("question", "told", "handle", "measure", "with_more", "has", "label", "words", "misfits", "means", "then"),
    *("steps", "model_answer"),
}
#: Of a cell whose code the book does not show.
HIDDEN = {"tags": ["remove-input"]}
#: Need a model or a game, and the second course has none.
OF_A_PACKAGE = {"simulator", "game"}


def copied(to: Path) -> Path:
    """The sources of the second course, in a folder of its own."""
    return shutil.copytree(KETTLE, to, ignore=shutil.ignore_patterns("_build"))


def make(root: Path) -> None:
    """Check it, run its notebooks, build its book.

    Raises:
        AssertionError: one of them failed; what was said stands in it.
    """
    environment = os.environ | {"COURSE_ROOT": str(root), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", MAKE], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def made_up(text: str) -> str:
    """A text in the made-up language: other letters, and the same names in braces."""
    return "".join(part if part.startswith("{") else part.translate(LIKE) for part in re.split(r"(\{\w*\})", text))


def in_words(value: Any, words: bool = False) -> Any:
    """A part of a file of exercises, its words in the made-up language."""
    if isinstance(value, dict):
        return {key: one if key == "id" else in_words(one, words or key in IN_WORDS) for key, one in value.items()}
    if isinstance(value, list):
        return [in_words(one, words) for one in value]
    is_idea = isinstance(value, str) and re.fullmatch(r"[A-Z]\d+(\.\d+)?", value)
    return made_up(value) if words and isinstance(value, str) and not is_idea else value


def every_kind(lesson: dict[str, Any]) -> dict[str, Any]:
    """A lesson with the example of each kind that it has none of."""
    there = {one["kind"] for one in lesson["exercises"]} | OF_A_PACKAGE
    more = [yaml.safe_load(sample.example(kind)) for kind in kinds() if kind not in there]
    for one in more:
        if "from" in one:
            one["from"] = lesson["lesson"]
    own_map = yaml.safe_load(sample.FILE.read_text(encoding="utf-8"))["exercises"][-1]
    return {**lesson, "exercises": [*lesson["exercises"], *more, own_map]}


def ideas_of(exercises: list[Any]) -> list[str]:
    """The ids of the ideas that exercises serve."""
    return sorted({id for one in exercises for id in [*one["ideas"], *one.get("tested", {})]})


def in_made_up_language(to: Path) -> Path:
    """The second course in the made-up language, and with every kind of exercise that needs no package."""
    root = copied(to)
    (path,) = (root / "data" / "exercises").glob("*.yml")
    lesson = every_kind(yaml.safe_load(path.read_text(encoding="utf-8")))
    path.write_text(yaml.safe_dump(in_words(lesson), allow_unicode=True, sort_keys=False), encoding="utf-8")
    ideas = dict.fromkeys(ideas_of(lesson["exercises"]), made_up("An idea."))
    (root / "data" / "ideas.yml").write_text(yaml.safe_dump(ideas, allow_unicode=True), encoding="utf-8")
    _translate_config(root / "_config.yml")
    for page in (root / "book").glob("*.md"):
        blocks = re.split(r"(```.*?```)", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        page.write_text("".join(one if one.startswith("```") else made_up(one) for one in blocks), encoding="utf-8")
    (notebook,) = (root / "notebooks").glob("*.ipynb")
    _translate_notebook(notebook, [one["id"] for one in lesson["exercises"]])
    (root / "strings.en-IE.yml").unlink()
    strings = {key: made_up(text) for key, text in rooms([ENGINE]).items()}
    (root / f"strings.{LANGUAGE}.yml").write_text(yaml.safe_dump(strings, allow_unicode=True), encoding="utf-8")
    return root


def _translate_config(path: Path) -> None:
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key in ("title", "author", "copyright"):
        config[key] = made_up(config[key])
    own = config["sphinx"]["config"]
    for key in ("course_about", "html_title"):
        own[key] = made_up(own[key])
    own["language"] = LANGUAGE
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _translate_notebook(path: Path, ids: list[str]) -> None:
    """Its words in the made-up language, and a cell for each exercise."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if "lesson.show(" not in "".join(cell["source"])]
    for cell in cells:
        if cell["cell_type"] == "markdown":
            cell["source"] = [made_up(line) for line in cell["source"]]
    blank: dict[str, Any] = {"cell_type": "code", "execution_count": None, "metadata": HIDDEN, "outputs": []}
    shows = [{**blank, "id": f"show-{n}", "source": [f'lesson.show("{id}")']} for n, id in enumerate(ids)]
    path.write_text(json.dumps({**notebook, "cells": [*cells, *shows]}), encoding="utf-8")
