"""An exercise as a widget: its fixed repr, its two formats, its mirrored answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import ipywidgets
import pytest
from bs4 import BeautifulSoup

from workbook.exercise import Exercise
from workbook.spec import Spec
from tests.support.words import words
from tests.support import sample

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(params=list(sample.lesson().specs.values()), ids=list(sample.lesson().specs))
def spec(request: pytest.FixtureRequest) -> Spec:
    found: Spec = request.param
    return found


def test_its_repr_is_fixed(spec: Spec) -> None:
    first, second = Exercise(spec, "sample"), Exercise(spec, "sample")
    assert repr(first) == repr(second) == f"<Exercise {spec.id}>"


def test_it_is_html_in_the_book_and_a_widget_in_a_kernel(spec: Spec) -> None:
    exercise = Exercise(spec, "sample")
    bundle = exercise._repr_mimebundle_()
    assert bundle is not None
    formats, _ = bundle
    assert formats["text/html"] == exercise.html
    assert VIEW in formats
    assert isinstance(exercise, ipywidgets.DOMWidget)


def test_it_tells_its_id_and_kind(spec: Spec) -> None:
    exercise = Exercise(spec, "sample")
    element = BeautifulSoup(exercise.html, "html.parser").find(id=exercise.id)
    assert element is not None
    assert (element.name, element["data-kind"]) == (f"sl-{exercise.kind}", spec.kind)


def test_its_value_mirrors_the_record() -> None:
    exercise = Exercise(sample.lesson().specs["sample-fact"], "sample")
    assert exercise.value is None
    exercise.record = {
        "kind": "choice",
        "value": {"option": "two"},
        "saved": "",
        "asked": "",
        "said": [],
        "earlier": [],
    }
    assert exercise.value == {"option": "two"}


def test_its_html_is_the_same_in_another_interpreter(tmp_path: Path) -> None:
    """What a stored output holds must not depend on hash order or on the clock."""
    code = "import json; from tests.support import sample; print(json.dumps(sample.body()))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(sample.FILE.parents[2])},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == sample.body()


def test_every_word_of_the_interface_is_used() -> None:
    """A word that nothing shows is a leftover; a misspelt one would show as 'undefined'."""
    folder = Path(sample.FILE).parents[2] / "systems_leadership"
    files = [*folder.rglob("*.js"), *folder.rglob("*.html"), *folder.rglob("*.py")]
    files += (folder.parent / "book").rglob("*.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    made = tuple(re.findall(r"""[`"'](\w+_)(?:\$?\{|["'] [~+])""", text))  # such as `saved_${where}`
    used = set(re.findall(r"\w+", text))
    assert [word for word in words() if word not in used and not word.startswith(made)] == []
