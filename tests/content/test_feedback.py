"""Every choice, placement and turn of a story is answered: why it leads there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from tests.support.prose import words
from workbook.options import OptionsSpec
from workbook.spec import Spec

from .course import Told, core, each_page
from .rule import hold

SHORTEST, LONGEST = 20, 60  # words
#: Kinds that answer each thing a learner picks.
ANSWERING = {"choice", "recall", "sort", "case"}
#: The page gives the verdict itself, in the words of strings.yml; the text is there for the reason.
VERDICT = re.compile(r"(that is |that's |this is |you are |quite )?(right|wrong|correct|incorrect|true|false|yes|no|"
                     r"exactly|indeed|good|great|not quite|well done|well supported|defensible|risky)\s*[.!,:;]",
                     re.IGNORECASE)  # fmt: skip
#: Of the person, or of the choice as a feat. What a choice gains may be said, and is not praise.
PRAISE = re.compile(
    r"\b(well done|bravo|congratulations|good job|nice(ly)? (one|done|work)|great (choice|answer|work|job)|"
    r"(good|excellent|perfect|brilliant) (choice|answer|work|thinking)|you are (a |an |so |very )?(clever|smart|"
    r"talented|gifted|natural|good|wise|skilled)|how (clever|wise)|excellent|brilliant|impressive)\b",
    re.IGNORECASE,
)


def complaints(text: str) -> Iterator[str]:
    """What is wrong with one text that tells a learner something."""
    count = len(words(text))
    if not SHORTEST <= count <= LONGEST:
        yield f"has {count} words, not {SHORTEST} to {LONGEST}"
    if VERDICT.match(text):
        yield "begins with a bare verdict"
    if "!" in text:
        yield "has an exclamation mark"
    if PRAISE.search(text):
        yield "praises"


def of_exercise(spec: Spec) -> list[str]:
    """What is wrong with the answers of an exercise."""
    answers = spec.kind in ANSWERING
    found = [f"{spec.id}: {one}: {text}" for text in spec.feedback() for one in complaints(text)]
    if answers and not spec.feedback():
        found.append(f"{spec.id}: answers nothing")
    return found


def said_twice(texts: Iterable[str]) -> list[str]:
    """Answers that are given in two places, and so can be about neither."""
    return [text for text, count in Counter(texts).items() if count > 1]


@each_page
def test_each_answer_gives_a_reason(told: Told) -> None:
    hold(
        f"each answer gives a reason in {SHORTEST} to {LONGEST} words, without verdict or praise",
        told.data,
        (problem for spec in told.exercises for problem in of_exercise(spec)),
        "rewrite the feedback or consequence of the exercise named",
    )


def test_no_two_answers_are_the_same() -> None:
    said = [text for told in core() for spec in told.exercises for text in spec.feedback()]
    assert len(said) > 150
    hold("no two answers are the same", "data/exercises", said_twice(said), "let each speak of its own option")


GOOD = (
    "You ask about her week before you ask for anything. The answer may be a thing that you can change. "
    "The cost is that he stays in tonight. Look at what you would do then."
)


def test_a_good_answer_passes() -> None:
    assert list(complaints(GOOD)) == []


@pytest.mark.parametrize(
    "text, problem",
    [
        ("Look at what you would do then.", "has 7 words"),
        (f"{GOOD} {GOOD}", "has 70 words"),
        (f"Right. {GOOD}", "begins"),
        (f"Not quite: {GOOD}", "begins"),
        (f"Well supported. {GOOD}", "begins"),
        (f"That is correct. {GOOD}", "begins"),
        (GOOD.replace("week before", "week! Before"), "has an exclamation"),
        (GOOD.replace("The cost", "You are very clever. The cost"), "praises"),
        (GOOD.replace("The cost", "A great choice. The cost"), "praises"),
    ],
)
def test_a_poor_answer_is_noticed(text: str, problem: str) -> None:
    assert [one for one in complaints(text) if one.startswith(problem)]


def test_an_answer_given_twice_is_noticed() -> None:
    assert said_twice([GOOD, "Another.", GOOD]) == [GOOD]


def test_a_fault_in_an_exercise_is_noticed() -> None:
    spec = next(spec for told in core() for spec in told.exercises if isinstance(spec, OptionsSpec))
    faulty = spec.options[0].model_copy(update={"feedback": "Wrong."})
    assert len(of_exercise(spec.model_copy(update={"options": [faulty, *spec.options[1:]]}))) == 2
    assert of_exercise(spec.model_copy(update={"options": []})) == [f"{spec.id}: answers nothing"]
