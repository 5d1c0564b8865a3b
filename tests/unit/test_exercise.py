"""An exercise as a widget: its fixed repr, its two formats, its mirrored answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ipywidgets
import pytest
from bs4 import BeautifulSoup

from tests.support import sample
from tests.support.book import ROOT
from tests.support.words import words
from workbook import bundle
from workbook.course import current
from workbook.exercise import Exercise
from workbook.kinds import kinds
from workbook.rendering import render
from workbook.spec import Spec

VIEW = "application/vnd.jupyter.widget-view+json"


def spec_of(kind: str) -> Spec:
    return sample.lesson().specs[sample.entry(kind)["id"]]


@pytest.mark.parametrize("kind", kinds())
def test_it_is_html_in_the_book_and_a_widget_in_a_kernel(kind: str) -> None:
    spec = spec_of(kind)
    exercise = Exercise(spec, "sample", current())
    assert isinstance(exercise, ipywidgets.DOMWidget)
    assert repr(exercise) == f"<Exercise {spec.id}>", "no stored output could match an address"
    made = exercise._repr_mimebundle_()
    assert made is not None and VIEW in made[0]
    html = render(spec, "sample", current())
    assert made[0]["text/html"] == html
    assert exercise.html == html + str(current().art.sheet(html)), "the symbols that its picture uses come along"
    element = BeautifulSoup(exercise.html, "lxml").find(id=exercise.id)
    assert element is not None
    assert (element.name, element["data-kind"]) == (f"sl-{exercise.kind}", kind)
    state, room = exercise.get_state(), kind.replace("-", "_")
    more = spec.rooms(current())
    assert state["_esm"] == bundle.widget_script(current(), room, more)
    assert state["_css"] == bundle.widget_style(current(), room, more)


def test_its_value_mirrors_the_record() -> None:
    exercise = Exercise(spec_of("choice"), "sample", current())
    assert exercise.value is None
    record = {"kind": "choice", "value": {"option": "two"}, "saved": "", "asked": "", "said": [], "earlier": []}
    exercise.record = record
    assert exercise.value == {"option": "two"}


def idle(known: Iterable[str], text: str) -> list[str]:
    """Words that a text neither names nor can make the name of."""
    made = tuple(re.findall(r"""[`"'](\w+_)(?:\$?\{|["'] [~+])""", text))  # such as `saved_${where}`
    used = set(re.findall(r"\w+", text))
    return [word for word in known if word not in used and not word.startswith(made)]


def test_every_word_of_the_interface_is_used() -> None:
    """A word that nothing shows is a leftover."""
    files = [path for room in ("workbook", "systems_leadership") for path in (ROOT / room).rglob("*")]
    texts = [path.read_text(encoding="utf-8") for path in files if path.suffix in (".js", ".html", ".py")]
    assert idle(words(), "\n".join(texts)) == []


def test_an_idle_word_is_noticed() -> None:
    assert idle(["check", "saved_page", "savd"], "strings.check + strings[`saved_${where}`]") == ["savd"]
