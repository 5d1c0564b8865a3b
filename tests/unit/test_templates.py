"""The HTML of every kind: complete, escaped, labelled, with its feedback in closed details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.support import sample
from tests.support.lessons import lessons
from tests.support.notebooks import notebooks
from workbook.course import current
from workbook.rendering import inline, render
from workbook.spec import Spec

PAGES = [list(one.specs.values()) for one in (sample.lesson(), *lessons())]
SPECS = [spec for page in PAGES for spec in page]


@cache
def stored() -> dict[str, str]:
    """What the notebooks store of exercises that are heavy to make, by id; tests/notebooks proves it current."""
    outputs = [one.outputs(cell) for one in notebooks() for cell in one.cells("code")]
    soups = [BeautifulSoup(html, "lxml") for html in outputs if 'data-kind="simulator"' in html]
    return {str(one["id"]): str(one) for soup in soups for one in soup.select("[data-kind=simulator]")}


def html_of(spec: Spec) -> str:
    if spec.heavy and spec.id in stored():
        return stored()[spec.id]
    return render(spec, "sample", current())


def soup_of(spec: Spec) -> BeautifulSoup:
    return BeautifulSoup(html_of(spec), "lxml")


def changed(id: str, **fields: Any) -> Spec:
    """The sample's exercise with some of its fields changed."""
    spec = sample.lesson().specs[id]
    return type(spec).model_validate({**spec.model_dump(), **fields}, context={"course": current()})


def unlabelled(soup: BeautifulSoup) -> Iterator[str]:
    """Controls that no label names."""
    named = {label.get("for") for label in soup.find_all("label")}
    for one in soup.find_all(["input", "textarea", "select"]):
        if one.get("id") not in named and not one.find_parent("label"):
            yield f"no label: {one}"


def dangling(soup: BeautifulSoup) -> Iterator[str]:
    """Ids that an attribute speaks of and that no element has."""
    there = {one["id"] for one in soup.find_all(id=True)}
    for name in ("for", "aria-labelledby", "aria-describedby"):
        for one in soup.select(f"[{name}]"):
            yield from (f"no id {word}" for word in " ".join(one.get_attribute_list(name)).split() if word not in there)


def loose(soup: BeautifulSoup) -> Iterator[str]:
    """Radio buttons that stand in no fieldset with a legend."""
    for radio in soup.select("input[type=radio]"):
        fieldset = radio.find_parent("fieldset")
        if not (isinstance(fieldset, Tag) and fieldset.find("legend")):
            yield f"no legend: {radio}"


def preselected(soup: BeautifulSoup) -> Iterator[str]:
    """Answers that are given beforehand. Which curve the chart shows first, and where a model starts, is none."""
    for control in soup.select("input[checked], option[selected]"):
        if not str(control["name"]).endswith(("-measure", "-view")) and "data-control" not in control.attrs:
            yield f"chosen beforehand: {control}"


def told(soup: BeautifulSoup, feedback: list[str]) -> Iterator[str]:
    """Feedback that is seen before it is opened, or that is not there; takes it out of the soup."""
    yield from (
        f"seen at once: {one}"
        for one in soup.select("details[open]:not([data-part=list], .sl-dimension), [hidden]:not(sl-said), template")
    )
    lying = [" ".join(one.get_text().split()) for one in soup.select("details")]
    for details in soup.select("details"):
        details.decompose()
    outside = " ".join(soup.get_text().split())
    for text in feedback:
        words = inline(current(), text).striptags()
        if not any(words in one for one in lying) or words in outside:
            yield f"not in closed details: {words}"


def faults(soup: BeautifulSoup, feedback: list[str]) -> list[str]:
    """Everything that is wrong with the HTML of an exercise."""
    return [*unlabelled(soup), *dangling(soup), *loose(soup), *preselected(soup), *told(soup, feedback)]


@pytest.mark.parametrize("specs", PAGES, ids=[specs[0].id for specs in PAGES])
def test_every_exercise_is_complete_html_and_ids_are_unique_on_a_page(specs: list[Spec]) -> None:
    found = {}
    ids: Counter[str] = Counter()
    for spec in specs:
        soup = soup_of(spec)
        ids.update(str(one["id"]) for one in soup.find_all(id=True))
        found[spec.id] = faults(soup, spec.feedback())
    assert {id: wrong for id, wrong in found.items() if wrong} == {}
    assert [id for id, count in ids.items() if count > 1] == []


#: What is changed in the HTML of an exercise, and how many faults that makes.
FAULTS = {
    "a label without its control": ("sample-issue", '<label for="sample-issue-name"', "<p", 1),
    "an id that is not there": ("sample-issue", 'id="sample-issue-name"', 'id="other"', 2),
    "radios in no fieldset": ("sample-fact", "fieldset", "div", 3),
    "an answer given beforehand": ("sample-fact", 'type="radio"', 'type="radio" checked', 3),
    "feedback that is open": ("sample-fact", "<details", "<details open", 4),
    "feedback in no details": ("sample-fact", "details", "div", 3),
}


@pytest.mark.parametrize("id, old, new, count", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_noticed(id: str, old: str, new: str, count: int) -> None:
    spec = sample.lesson().specs[id]
    soup = BeautifulSoup(html_of(spec).replace(old, new), "lxml")
    assert len(faults(soup, spec.feedback())) == count


def test_html_in_a_text_stays_text() -> None:
    evil = "<script>alert(1)</script>"
    options = sample.lesson().specs["sample-fact"].model_dump()["options"]
    options[0] |= {"text": evil, "feedback": evil}
    soup = soup_of(changed("sample-fact", options=options, title=evil, prompt=evil))
    assert soup.find("script") is None
    assert soup.get_text().count(evil) == 4  # title, prompt, label, feedback


def test_html_in_a_model_stays_text() -> None:
    note = "</script><script>alert(1)</script>"
    predict = sample.lesson().specs["sample-model"].model_dump()["predict"] | {"question": note}
    soup = soup_of(changed("sample-model", predict=predict, notes=[note]))
    assert [script.get("type") for script in soup.find_all("script")] == ["application/json"] * 4


def test_prompts_speak_of_the_learners_own_issue() -> None:
    named = soup_of(sample.lesson().specs["sample-judgement"]).select(".sl-prompt sl-own-words")
    assert [(one["data-of"], one.get_text()) for one in named] == [
        ("issue", "the issue you chose"),
        ("place", "your place"),
    ]


def test_a_prompt_can_say_the_learners_line_of_the_plan() -> None:
    assert str(inline(current(), "It was: {line}")) == (
        "It was: <sl-own-words data-of='line'>the line you gave your plan</sl-own-words>"
    )


def test_other_braces_stay_as_they_are() -> None:
    assert str(inline(current(), "{name} & {issue}")).startswith("{name} &amp; <sl-own-words data-of='issue'>")


def test_blank_lines_part_paragraphs() -> None:
    assert len(soup_of(sample.lesson().specs["sample-judgement"]).select(".sl-prompt p")) == 2


SIMULATORS = [spec for spec in SPECS if spec.kind == "simulator"]


@pytest.mark.parametrize("spec", SIMULATORS, ids=[spec.id for spec in SIMULATORS])
def test_a_model_has_no_heading_over_nothing_and_its_results_come_first(spec: Spec) -> None:
    soup = soup_of(spec)
    heads = soup.select(".sl-notes > p:not(.sl-hint)")
    assert heads and all((found := head.find_next_sibling()) and found.select("li") for head in heads)
    chips = [one.get_text() for one in soup.select("[data-part=measures] label")]
    assert [one.get_text() for one in soup.select("[data-part=table] thead th")][1 : len(chips) + 1] == chips
