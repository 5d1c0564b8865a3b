"""The engine serves another course from its own folder, with its own words, ideas and mistakes: none of this one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.book import ROOT
from tests.support.words import words
from workbook.course import current

KETTLE = ROOT / "tests" / "second_course"
#: What is changed in a copy, in which file, and what must be told of it.
LESSON = "data/exercises/1-the-kettle.yml"
MISTAKES = {
    "another course's idea": (LESSON, "ideas: [K1]", "ideas: [G1.1]", "'G1.1' is not in data/ideas.yml"),
    "an idle idea": ("data/ideas.yml", "K1:", "K2: Nobody.\nK1:", "idea K2: no exercise serves it"),
    "a stray word": ("strings.en-IE.yml", "check:", "chekc:", "strings.en-IE.yml, word chekc: nothing says it"),
}
#: Run in a process of its own, as it takes its time: all in one.
LOOK = """
import json, sys
from pathlib import Path
from workbook.cli import main
from workbook.course import Course, current
from workbook.data import DataError
from workbook.ideas import served
from workbook.lesson import Lesson, lessons
from workbook.rendering import render

def told(course):
    try:
        course.strings
        return str(served(course, lessons(course)))
    except DataError as error:
        return str(error)

found = {"mistakes": {root.name: told(Course(root)) for root in Path(sys.argv[1]).iterdir()}, "good": main(["check"])}
course = current()
html = render(Lesson("the-kettle").specs["empty-again"], "the-kettle", course)
found |= {"id": course.id, "language": course.language, "strings": dict(course.strings), "ideas": course.ideas}
found |= {"exercises": [id for lesson in lessons() for id in lesson.specs], "html": html}
found["others"] = [name for name in sys.modules if name.startswith("systems_leadership")]
print("FOUND" + json.dumps(found))

from systems_leadership import Lesson, Portfolio, models
models.discharge.run()
"""


def test_the_course_is_checked_and_shown_by_the_engine_alone(tmp_path: Path) -> None:
    for name, (file, old, new, _) in MISTAKES.items():
        copy = tmp_path / name
        shutil.copytree(KETTLE, copy, ignore=shutil.ignore_patterns("_build", "notebooks"))
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    command = [sys.executable, "-c", LOOK, str(tmp_path)]
    env = {**os.environ, "COURSE_ROOT": str(KETTLE), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd="/", env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.partition("FOUND")[2])
    assert (found["good"], found["id"], found["language"]) == (0, "shared-kettle", "en-IE")
    assert found["strings"].keys() < words().keys(), "it has no words of the first course's own elements"
    assert found["strings"]["check"] == "See what happens" and ">See what happens<" in found["html"]
    assert found["ideas"].keys() == {"K1"} and found["exercises"] == ["empty-again", "my-kettle"]
    assert found["others"] == [], "the engine looks into the first course"
    for name, mistake in MISTAKES.items():
        assert mistake[3] in found["mistakes"][name], name


def test_the_engine_names_no_course() -> None:
    files = [path for path in (ROOT / "workbook").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert len(files) > 200
    course = current()
    names = rf"\b({course.settings.course_package}|{course.title}|{course.id}|systems leadership|Merrowdale)\b"
    assert [str(path) for path in files if re.search(names, path.read_text(encoding="utf-8"))] == []
