"""The HTML of every kind: complete, escaped, labelled, with its feedback in closed details."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from workbook.data import read_yaml
from workbook.kinds import kinds
from systems_leadership.exercises.page import inline, render
from workbook.spec import Spec
from workbook.lesson import lessons
from tests.support import sample

PAGES = [list(one.specs.values()) for one in (sample.lesson(), *lessons())]
SPECS = [spec for page in PAGES for spec in page]
each_exercise = pytest.mark.parametrize("spec", SPECS, ids=[spec.id for spec in SPECS])


@cache
def made(at: int) -> str:
    """One of ``SPECS`` as HTML; a simulator's holds many runs of its model, so it is made once for all checks."""
    return render(SPECS[at], "sample")


def html_of(spec: Spec) -> str:
    at = next((at for at, one in enumerate(SPECS) if one is spec), None)
    return render(spec, "sample") if at is None else made(at)


def soup_of(spec: Spec) -> BeautifulSoup:
    return BeautifulSoup(html_of(spec), "html.parser")


def changed(id: str, **fields: Any) -> Spec:
    """The sample's exercise with some of its fields changed."""
    spec = sample.lesson().specs[id]
    return type(spec).model_validate({**spec.model_dump(), **fields})


def unlabelled(soup: BeautifulSoup) -> list[str]:
    """Controls that no label names."""
    named = {label.get("for") for label in soup.find_all("label")}
    controls = soup.find_all(["input", "textarea", "select"])
    return [str(one) for one in controls if one.get("id") not in named and not one.find_parent("label")]


def dangling(soup: BeautifulSoup) -> list[str]:
    """Ids that an attribute speaks of and that no element has."""
    there = {one["id"] for one in soup.find_all(id=True)}
    spoken = [
        word
        for name in ("for", "aria-labelledby", "aria-describedby")
        for one in soup.select(f"[{name}]")
        for word in " ".join(one.get_attribute_list(name)).split()
    ]
    return [word for word in spoken if word not in there]


def test_each_kind_has_a_sample() -> None:
    """In some file of tests/samples, so that every check of a kind has something to check."""
    files = sample.FILE.parent.glob("*.yml")
    assert {entry["kind"] for file in files for entry in read_yaml(file)["exercises"]} == set(kinds())


@each_exercise
def test_every_control_has_its_label(spec: Spec) -> None:
    soup = soup_of(spec)
    assert unlabelled(soup) == []
    assert dangling(soup) == []


def test_a_missing_label_is_noticed() -> None:
    html = render(sample.lesson().specs["sample-issue"], "sample").replace('<label for="sample-issue-name"', "<p")
    assert len(unlabelled(BeautifulSoup(html, "html.parser"))) == 1


@each_exercise
def test_radios_stand_in_a_fieldset_with_a_legend(spec: Spec) -> None:
    for radio in soup_of(spec).select("input[type=radio]"):
        fieldset = radio.find_parent("fieldset")
        assert isinstance(fieldset, Tag)
        assert fieldset.find("legend")


@each_exercise
def test_feedback_lies_in_closed_details(spec: Spec) -> None:
    soup = soup_of(spec)
    assert soup.select("details[open]") == []
    assert soup.select("[hidden], template") == []
    told = [" ".join(one.get_text().split()) for one in soup.select("details")]
    for details in soup.select("details"):
        details.decompose()
    outside = " ".join(soup.get_text().split())
    for text in spec.feedback():
        words = BeautifulSoup(str(inline(text)), "html.parser").get_text()
        assert any(words in one for one in told)
        assert words not in outside


@each_exercise
def test_no_answer_is_given_beforehand(spec: Spec) -> None:
    for control in soup_of(spec).select("input[checked], option[selected]"):
        # Which curve the chart shows first is a view, not an answer.
        assert str(control["name"]).endswith(("-measure", "-view"))


def test_ids_are_unique_on_a_page() -> None:
    for specs in PAGES:
        page = BeautifulSoup("".join(html_of(spec) for spec in specs), "html.parser")
        counts = Counter(one["id"] for one in page.find_all(id=True))
        assert [id for id, count in counts.items() if count > 1] == []


def test_html_in_a_text_stays_text() -> None:
    evil = "<script>alert(1)</script>"
    options = sample.lesson().specs["sample-fact"].model_dump()["options"]
    options[0] |= {"text": evil, "feedback": evil}
    soup = soup_of(changed("sample-fact", options=options, title=evil, prompt=evil))
    assert soup.find("script") is None
    assert soup.get_text().count(evil) == 5  # title, prompt, label, summary, feedback


def test_html_in_a_model_stays_text() -> None:
    note = "</script><script>alert(1)</script>"
    predict = sample.lesson().specs["sample-model"].model_dump()["predict"] | {"question": note}
    soup = soup_of(changed("sample-model", predict=predict, notes=[note]))
    assert [script.get("type") for script in soup.find_all("script")] == ["application/json"]


def test_prompts_speak_of_the_learners_own_issue() -> None:
    echoes = soup_of(sample.lesson().specs["sample-judgement"]).select(".sl-prompt sl-own-words")
    assert [(echo["data-of"], echo.get_text()) for echo in echoes] == [
        ("issue", "the issue you chose"),
        ("place", "your place"),
    ]


def test_other_braces_stay_as_they_are() -> None:
    assert str(inline("{name} & {issue}")).startswith("{name} &amp; <sl-own-words data-of='issue'>")


def test_blank_lines_part_paragraphs() -> None:
    assert len(soup_of(sample.lesson().specs["sample-judgement"]).select(".sl-prompt p")) == 2


SIMULATORS = [spec for spec in SPECS if spec.kind == "simulator"]


@pytest.mark.parametrize("spec", SIMULATORS, ids=[spec.id for spec in SIMULATORS])
def test_a_model_has_no_heading_over_nothing_and_its_results_come_first(spec: Spec) -> None:
    soup = soup_of(spec)
    heads = soup.select(".sl-notes details > p:not(.sl-hint)")
    assert heads and all((found := head.find_next_sibling()) and found.select("li") for head in heads)
    chips = [one.get_text() for one in soup.select("[data-part=measures] label")]
    assert [one.get_text() for one in soup.select(".sl-table thead th")][1 : len(chips) + 1] == chips
