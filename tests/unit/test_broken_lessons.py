"""Each mistake an author can make in a lesson's file is told with file, exercise, field and fix."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import sample
from workbook.course import current
from workbook.data import DataError
from workbook.kinds import kinds
from workbook.lesson import Lesson


@dataclass(frozen=True)
class Mistake:
    """A change to the good file, and what the message must say.

    Args:
        old, new: the text replaced, and by what.
        where: what names the place: the exercise's id and the field, or the line.
        fix: words that say how to mend it.
    """

    old: str
    new: str
    where: tuple[str, ...]
    fix: str


#: Of these kinds are the exercises with mistakes: a file of few is read sooner.
KINDS = ("choice", "if-then", "issue", "simulator", "sort")
FACT = "exercise sample-fact"
SORT = "exercise sample-sort"
MODEL = "exercise sample-model"
MISTAKES = {
    "field missing": Mistake("    prompt: Which number is even?\n", "", (FACT, "field prompt"), "Add it"),
    "unknown kind": Mistake("kind: sort", "kind: sorting", (SORT, "field kind"), "The kinds are "),
    "kind missing": Mistake("    kind: sort\n", "", (SORT, "field kind"), "The kinds are "),
    "misspelt field": Mistake(
        "examples: [", "exampels: [", ("exercise sample-issue", "field exampels"), "the fields are"
    ),
    "duplicate id": Mistake("id: sample-fact", "id: sample-judgement", ("sample-judgement", "field id"), "its own id"),
    "key twice": Mistake("    title: A fact\n", "    title: A fact\n    title: B\n", ("line", "'title'"), "keep one"),
    "bad form of id": Mistake("id: sample-fact", "id: Sample_Fact", ("exercise Sample_Fact", "field id"), "Correct it"),
    "id missing": Mistake("  - id: sample-fact\n    kind", "  - kind", ("exercise number 2", "field id"), "Add it"),
    "two options": Mistake(
        "      - {id: three, text: Three., verdict: not-quite, feedback: Three leaves a rest.}\n",
        "",
        (FACT, "field options"),
        "at least 3",
    ),
    "five options": Mistake(
        "      - {id: three,",
        "      - {id: four, text: 4, verdict: not-quite, feedback: F.}\n"
        "      - {id: five, text: V., verdict: not-quite, feedback: F.}\n      - {id: three,",
        (FACT, "field options"),
        "at most 4",
    ),
    "verdict of the other item": Mistake(
        "verdict: risky", "verdict: right", ("exercise sample-judgement", "option 'wait'"), "Change the verdict"
    ),
    "unknown verdict": Mistake(
        "verdict: risky", "verdict: bad", ("exercise sample-judgement", "field options.1.verdict"), "Use one of them"
    ),
    "no right answer": Mistake("verdict: right", "verdict: not-quite", (FACT,), "exactly one option"),
    "two options alike": Mistake("{id: three", "{id: one", (FACT, "'one'"), "Give each its own"),
    "unknown group": Mistake(
        "group: cold, feedback: Ice", "group: frost, feedback: Ice", (SORT, "item 'ice'"), "The groups are"
    ),
    "own group under also": Mistake("also: {cold:", "also: {warm:", (SORT, "item 'tea'"), "Take it out"),
    "unknown model": Mistake("model: discharge", "model: hospital", (MODEL, "'hospital'"), "The models are"),
    "unknown control": Mistake("[extra_money, to_care]", "[extra_money, beds]", (MODEL, "'beds'"), "It has"),
    "start not a step": Mistake("extra_money: 1200,", "extra_money: 1234,", (MODEL, "'extra_money'"), "Its steps are"),
    "unknown series": Mistake("series: waiting", "series: queue", (MODEL, "'queue'"), "The series are"),
    "start not a number": Mistake("extra_money: 1200,", "extra_money: lots,", (MODEL, "start.extra_money"), "number"),
    "bad form of idea": Mistake("ideas: [G1.1, G1.3]", "ideas: [1.3]", (SORT, "field ideas.1"), "quotes"),
    "no such idea": Mistake("ideas: [G1.1, G1.3]", "ideas: [G7.1]", (SORT, "field ideas.1"), "Correct it"),
    "too many ideas": Mistake(
        "ideas: [G1.1, G1.3]", "ideas: [G1.1, G1.2, G1.3, G2.1]", (SORT, "field ideas"), "at most 3"
    ),
    "empty text": Mistake("title: A fact", 'title: ""', (FACT, "field title"), "Write it"),
    "number for text": Mistake("title: A fact", "title: 2026", (FACT, "field title"), "in quotes"),
    "not a list": Mistake("ideas: [G1.1, G1.3]", "ideas: G1.1", (SORT, "field ideas"), "beginning with a dash"),
    "not YAML": Mistake("title: Sort these", "title: Sort: these", ("line",), "Check indents, colons"),
    "tab": Mistake("    title: Sort these", "\ttitle: Sort these", ("line",), "Check indents"),
    "text for an exercise": Mistake(
        "  - id: sample-plan\n", "  - plan\n  - id: sample-plan\n", ("number 4",), "Indent"
    ),
    "no such field of the lesson": Mistake("number: 9", "nummer: 9", ("field number",), "Add it"),
    "no outcomes": Mistake(
        "outcomes: [See each kind., Answer each kind., Find the answers again.]",
        "outcomes: []",
        ("field outcomes",),
        "at least 1",
    ),
    "no such name in braces": Mistake(
        "speaks of {issue}",
        "speaks of {isue}",
        ("exercise sample-judgement", "field prompt"),
        "texts know {issue}, {place} and {line}",
    ),
    "a text cut at a remark": Mistake(
        "feedback: Ice cools.}",
        "feedback: Ice # cools.\n      }",
        (SORT, "field items.2.feedback", "'Ice'"),
        "in quotes",
    ),
    "another slug": Mistake("lesson: sample", "lesson: simple", ("field lesson",), "Make them agree"),
}


def complaint(path: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        Lesson("sample", current(), path)
    return caught.value


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    good = sample.text(*KINDS)
    assert good.count(mistake.old), "the good file has changed: mend this test's mistake"
    path = tmp_path / "9-sample.yml"
    path.write_text(good.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    error = complaint(path)
    for words in ("9-sample.yml line ", *mistake.where, mistake.fix):
        assert words in str(error)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    several = [
        mistake for name, mistake in MISTAKES.items() if name in ("empty text", "unknown group", "unknown model")
    ]
    text = sample.text(*KINDS)
    for mistake in several:
        text = text.replace(mistake.old, mistake.new, 1)
    path = tmp_path / "9-sample.yml"
    path.write_text(text, encoding="utf-8")
    error = complaint(path)
    assert [one.where.partition(",")[0] for one in error.problems] == [FACT, MODEL, SORT]
    lines = [one.line or 0 for one in error.problems]
    assert 0 < lines[0] < lines[1] < lines[2] and str(error).count("\n") == 2


@pytest.mark.parametrize(
    "content, fix",
    [
        ("title: Tagesklinik für alle".encode("latin-1"), "Save the file as UTF-8"),
        (b"", "not empty"),
        (b"- a list\n- of words\n", "a set of 'name: value' lines"),
    ],
    ids=["not UTF-8", "empty", "a list"],
)
def test_a_file_of_another_kind_is_told(content: bytes, fix: str, tmp_path: Path) -> None:
    path = tmp_path / "9-sample.yml"
    path.write_bytes(content)
    message = str(complaint(path))
    assert "9-sample.yml" in message
    assert fix in message


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "there is no such file. Check its name" in str(complaint(tmp_path / "9-sample.yml"))


def test_the_good_file_is_accepted() -> None:
    assert {spec.kind for spec in sample.lesson().specs.values()} == set(kinds())
