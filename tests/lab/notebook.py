"""The notebook that the live tests share: lesson 1 as it is stored, then a model and every other kind of exercise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell

from tests.kinds import gallery
from tests.kinds.ways import WAYS
from tests.support.answering import WAYS as OTHERS
from tests.support.answering import Entry
from tests.support.book import ROOT
from workbook.lesson import lessons

NAME = "live.ipynb"
LESSON = lessons()[0]
STORED = ROOT / f"{LESSON.page}.ipynb"
#: Of several versions of one exercise a kernel brings one to life.
OF_LESSON: list[Entry] = [{"id": id, "kind": spec.kind} for id, spec in LESSON.specs.items() if spec.version_of is None]
#: One of each kind that lesson 1 has, the first.
EACH_KIND = list({entry["kind"]: entry for entry in reversed(OF_LESSON)}.values())
SPECS: dict[str, Any] = {spec.kind: spec for spec in reversed(LESSON.specs.values())}
#: One of each kind that the gallery has, the first; but a map to explore and a map to build.
OF_GALLERY: list[Entry] = [
    entry
    for at, entry in enumerate(gallery.entries())
    if entry["kind"] in WAYS | OTHERS
    and (entry["kind"] == "causal-map" or entry["kind"] not in [one["kind"] for one in gallery.entries()[:at]])
]
ALL = len(OF_LESSON) + len(OF_GALLERY)

MODEL = (
    "from systems_leadership import models\nrun = models.discharge.run(extra_money=1234, to_care=61.5)",
    "explorer = models.discharge.explore()\nexplorer",
)
CELL = """from pathlib import Path
from workbook.lesson import Lesson
Lesson({slug!r}, path=Path({path!r})).show({id!r})"""


def cells() -> list[str]:
    """The cells after lesson 1's: the model's, and one for each exercise of the gallery."""
    paths = {lesson.slug: str(lesson.path) for lesson in gallery.lessons()}
    shown = [CELL.format(slug=one["lesson"], path=paths[one["lesson"]], id=one["id"]) for one in OF_GALLERY]
    return [*MODEL, *shown]


def put(folder: Path) -> None:
    whole = nbformat.read(STORED, as_version=4)
    whole.cells += [new_code_cell(source) for source in cells()]
    nbformat.write(whole, folder / NAME)


def cited() -> list[str]:
    """The works that lesson 1 names by a role of MyST."""
    return re.findall(r"\{cite:p\}`(\w+)`", STORED.read_text(encoding="utf-8"))
