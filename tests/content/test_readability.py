"""Plain words: the grade of the prose and of what exercises say, and how long sentences are.

The formula is a gate against drift, not a style. It counts syllables and full stops; it does not know whether a
sentence is true, kind or worth reading. A text that passes still has to be read aloud.

`pytest -rP tests/content/test_readability.py` prints each lesson's figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.book import ROOT
from tests.support.prose import blocks, words
from tests.support.words import words as interface
from workbook.data import read_yaml

from .course import Told, each_page, texts
from .language import MOST, grade, long, sentences, syllables
from .rule import hold

PROSE = 9
EXERCISES = 7  # instructions and feedback
FEW = 0.05  # share of sentences that may be long
PLAIN_PROSE = f"prose is at most of grade {PROSE}, with few sentences of more than {MOST} words"
PLAIN_EXERCISES = f"exercises and the interface are at most of grade {EXERCISES}, with few long sentences"
SHORTER = "part the sentences shown and take shorter words; where only a grade is shown, do so where it reads worst"
PLANS = sorted((ROOT / "data" / "groups").glob("*.yml"))
#: Without the page of sources, whose sentences are lists of works.
PAGES = [path for path in sorted((ROOT / "book").glob("*.md")) if path.stem != "sources"]


def of_prose(told: Told) -> list[str]:
    """The sentences of a lesson's prose, headings aside."""
    return [one for block in told.prose if not block.level for one in sentences(block.text)]


def of_exercises(told: Told) -> list[str]:
    """The sentences of all that exercises ask and answer, options and notes among them."""
    return [one for spec in told.exercises for text in texts(spec) for one in sentences(text)]


def complaints(said: Iterable[str], most: float) -> list[str]:
    """What is wrong with some sentences."""
    said = list(said)
    found = [f"grade {grade(said):.1f}, not {most}"] if grade(said) > most else []
    return found + (long(said) if len(long(said)) > FEW * len(said) else [])


@each_page
def test_its_prose_is_plain(told: Told) -> None:
    said = of_prose(told)
    print(f"prose: grade {grade(said):.1f}; {len(long(said))} of {len(said)} sentences are long")
    hold(PLAIN_PROSE, told.page, complaints(said, PROSE), SHORTER)


@each_page
def test_its_exercises_are_plain(told: Told) -> None:
    said = of_exercises(told)
    feedback = [one for spec in told.exercises for text in spec.feedback() for one in sentences(text)]
    print(f"exercises: grade {grade(said):.1f}; {len(long(said))} of {len(said)} sentences are long")
    found = complaints(said, EXERCISES)
    found += [f"feedback: {one}" for one in (complaints(feedback, EXERCISES) if feedback else [])]
    hold(PLAIN_EXERCISES, told.data, found, SHORTER)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = [one for block in blocks(text) if not block.level for one in sentences(block.text)]
    if not said:
        pytest.skip("made from data, which is read below")
    hold(PLAIN_PROSE, f"book/{path.name}", complaints(said, PROSE), SHORTER)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_plans_for_groups_are_plain(path: Path) -> None:
    said = [one for text in texts_in(read_yaml(path)) for one in sentences(text)]
    hold(PLAIN_PROSE, f"data/groups/{path.name}", complaints(said, PROSE), SHORTER)


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a data file that is longer than a name."""
    if isinstance(value, str):
        yield from [value] if " " in value else []
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


def test_the_interface_is_plain() -> None:
    said = [one for text in interface().values() for one in sentences(text)]
    hold(PLAIN_EXERCISES, "a strings.yml", complaints(said, EXERCISES), SHORTER)


PLAIN = ["The ward is full.", "You run neither the ward nor the care at home.", "What do you do first?"]
HARD = ["Organisational interdependencies necessitate collaborative prioritisation across institutional boundaries."]
ENDLESS = ["She said that " + "and that ".join(["it was so "] * 9) + "."]


def test_plain_words_pass() -> None:
    assert complaints(PLAIN, EXERCISES) == []


@pytest.mark.parametrize("fault", [HARD * 3, ENDLESS], ids=["long words", "long sentence"])
def test_a_hard_text_is_noticed(fault: list[str]) -> None:
    assert complaints([*PLAIN, *fault], EXERCISES)


def test_the_grade_is_worked_out_as_published() -> None:
    # Six words, six syllables: 0.39 x 6 + 11.8 x 1 - 15.59.
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    with pytest.raises(ValueError, match="no words"):
        grade([])


def test_a_few_long_sentences_are_let_pass() -> None:
    assert complaints([*PLAIN * 10, *ENDLESS], EXERCISES) == []


@pytest.mark.parametrize(
    "word, count",
    [("ward", 1), ("neither", 2), ("organisation", 5), ("organised", 3), ("behaviour", 3), ("neighbours", 2),
     ("centre", 2), ("Merrowdale's", 3), ("travelled", 2), ("home-care", 2), ("1,200", 4), ("o'clock", 2),
     ("hasn’t", 2), ("jingled", 2), ("wickedest", 3)],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    "text, count",
    [
        ("One. Two? 'Three.' Four: five.", 4),
        ("Dr. Heifetz and R. from the café came at 7.4 miles an hour, e.g. fast. They left.", 2),
        ("'If it stands empty, who pays?' she asked.", 1),
        ("At the end there is no stop", 1),
    ],
)
def test_sentences_are_parted(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_words_are_counted_as_people_count_them() -> None:
    assert words("A home-care firm's 1,200 pounds, 'now'.") == ["A", "home-care", "firm's", "1,200", "pounds", "now"]
