"""Options are as long whether they are good or poor, so that length gives nothing away; nothing is chosen for anyone.

The rule is 'means within 25%': the larger mean is at most a quarter above the smaller one. It is held three times:

- for the texts of the options, in each choice and recall by itself;
- for the texts of the options, over each lesson;
- for the answers to them, over each lesson, the story's turns included.

Answers are pooled only: two of them in one item may well need different lengths. 'Good' is well supported or right,
'poor' is risky or not quite; 'defensible' stands between and is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from statistics import mean
from typing import Any

import pytest

from tests.support.prose import words
from workbook.kinds.case.case import Case
from workbook.kinds.case.story import Turn
from workbook.options import Option, OptionsSpec
from workbook.spec import Spec

from .course import Told, core, each_lesson, each_page
from .rule import hold

GOOD = {"well-supported", "right"}
POOR = {"risky", "not-quite"}
WITHIN = 0.25
#: 'All of them' at the head of an option sums up the rest; further in it may speak of people.
ABOVE = re.compile(
    r"\bthe above\b|^(all|none|both|any|neither) of (these|those|them)\b|^all (four|three)\b", re.IGNORECASE
)
QUOTED = re.compile(r'"[^"]*"')
#: How a chart is drawn and where a model starts, which is no answer to anything: one way has to be shown first.
DISPLAY = re.compile(r'name="[\w-]+-(measure|view)"|data-control=')


def gap(pairs: Iterable[tuple[str, str]]) -> float:
    """By how much the mean length of the good ones and that of the poor ones differ.

    Args:
        pairs: verdict and text.

    Returns:
        the larger mean over the smaller, less one; 0 if there are no good or no poor ones.
    """
    pairs = list(pairs)
    lengths = [[len(words(text)) for verdict, text in pairs if verdict in side] for side in (GOOD, POOR)]
    if not all(lengths):
        return 0.0
    low, high = sorted(mean(side) for side in lengths)
    return high / low - 1


def options(specs: Iterable[Spec]) -> Iterator[Option | Turn]:
    """Everything that can be chosen: options of questions, turns of a story."""
    for spec in specs:
        if isinstance(spec, OptionsSpec):
            yield from spec.options
        elif isinstance(spec, Case):
            yield from (turn for scene in spec.scenes for turn in scene.options)


def texts(specs: Iterable[Spec]) -> list[tuple[str, str]]:
    """Verdict and text of each option of a question."""
    return [(option.verdict, option.text) for option in options(specs) if isinstance(option, Option)]


def answers(specs: Iterable[Spec]) -> list[tuple[str, str]]:
    """Verdict and answer of each option and turn."""
    return [(one.verdict, one.feedback if isinstance(one, Option) else one.consequence) for one in options(specs)]


def preselected(html: str) -> list[str]:
    """Controls of an answer that come with something chosen."""
    controls = re.findall(r"<(?:input|option)\b[^>]*>", html)
    chosen = (tag for tag in controls if re.search(r"\b(checked|selected)\b", QUOTED.sub("", tag)))
    return [tag for tag in chosen if not DISPLAY.search(tag)]


@each_lesson
def test_length_gives_nothing_away(told: Told) -> None:
    gaps = {f"options of {spec.id}": gap(texts([spec])) for spec in told.exercises}
    gaps |= {"all options": gap(texts(told.exercises)), "all answers": gap(answers(told.exercises))}
    hold(
        f"mean lengths of good and of poor options differ by at most {WITHIN:.0%}",
        told.data,
        (f"{what}: {found:.0%}" for what, found in gaps.items() if found > WITHIN),
        "lengthen the shorter ones or shorten the longer ones",
    )


def test_the_longest_option_is_seldom_the_good_one() -> None:
    """Whoever always took the longest would do little better than by chance, which is one in four."""
    found = []
    for spec in (spec for told in core() for spec in told.exercises if isinstance(spec, OptionsSpec)):
        by_length = sorted(spec.options, key=lambda option: len(words(option.text)))
        found.append(by_length[-1].verdict in GOOD and len(words(by_length[-2].text)) < len(words(by_length[-1].text)))
    assert len(found) > 15
    often = [] if mean(found) <= 0.4 else [f"in {mean(found):.0%} of the questions it is the good one"]
    hold("the longest option is seldom the good one", "data/exercises", often, "lengthen a poor one here and there")


@each_lesson
def test_there_are_three_or_four_options_and_none_sums_up_the_rest(told: Told) -> None:
    asked = [spec for spec in told.exercises if isinstance(spec, OptionsSpec)]
    found = [f"{spec.id}: {len(spec.options)} options" for spec in asked if not 3 <= len(spec.options) <= 4]
    found += [f"{spec.id}: {one.text}" for spec in asked for one in spec.options if ABOVE.search(one.text)]
    rule = "a question has three or four options, and none sums up the others"
    hold(rule, told.data, found, "add or take out options; let each say one thing")


@each_page
def test_nothing_is_preselected(told: Told) -> None:
    html = "".join(told.notebook.outputs(cell) for cell in told.notebook.cells("code"))
    assert "<input" in html or "<textarea" in html
    fix = "take checked and selected out of the kind's template"
    hold("nothing is chosen for anyone", told.page, preselected(html), fix)


def lengthen(verdicts: set[str], field: str) -> Callable[[OptionsSpec], OptionsSpec]:
    """A fault: the options with these verdicts say everything twice, and once more."""

    def fault(spec: OptionsSpec) -> OptionsSpec:
        changed: list[Any] = []
        for option in spec.options:
            told = {field: f"{getattr(option, field)} " * 3} if option.verdict in verdicts else {}
            changed.append(option.model_copy(update=told))
        return spec.model_copy(update={"options": changed})

    return fault


@pytest.mark.parametrize("verdicts", [GOOD, POOR], ids=["long good ones", "long poor ones"])
def test_uneven_lengths_are_noticed(verdicts: set[str]) -> None:
    specs = [spec for spec in core()[0].exercises if isinstance(spec, OptionsSpec)]
    assert gap(texts(map(lengthen(verdicts, "text"), specs))) > WITHIN
    assert gap(answers(map(lengthen(verdicts, "feedback"), specs))) > WITHIN
    assert gap(texts([lengthen(verdicts, "text")(specs[0])])) > WITHIN


@pytest.mark.parametrize("text", ["All of the above.", "None of these.", "All four, in this order."])
def test_an_option_that_sums_up_the_rest_is_noticed(text: str) -> None:
    assert ABOVE.search(text)


@pytest.mark.parametrize(
    "html, faulty",
    [
        ('<input type="radio" name="friday" value="a">', False),
        ('<input type="radio" name="friday" value="checked">', False),
        ('<input type="radio" name="beds-view" value="lines" checked>', False),
        ('<input type="radio" name="friday" value="a" checked>', True),
        ('<select><option value="a" selected="selected">One</option></select>', True),
    ],
)
def test_a_preselected_answer_is_noticed(html: str, faulty: bool) -> None:
    assert bool(preselected(html)) is faulty
