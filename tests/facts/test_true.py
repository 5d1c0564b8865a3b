"""What the pages print as fact is in the tables: years, money, percentages and numbers over 20.

How a section cites a fact, and how it owns up to a made-up number, is said in `sections`. A number matches a
fact if one of the fact's texts has it, as the same kind of number; '35%' matches 35.3%, because a page may
round. `pytest -rP tests/facts/test_true.py` prints each match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from systems_leadership import facts
from workbook.tables.agreement import keys, text_of
from workbook.tables.references import works

from .numbers import Number, checkable, numbers, plain
from .sections import Section, every, of_markdown, of_notebook

#: Speaks of the course itself: sizes of letters, dates of its own tests.
ABOUT_ITSELF = {"book/accessibility.md", "book/binder.md", "book/it-sheet.md", "book/organisations.md"}
NEAR = 45  # signs between an author's name and the year


@cache
def rows() -> dict[str, tuple[str, frozenset[str]]]:
    """Every row of every table: its words, and the works behind it."""
    found = {}
    for name in facts.tables():
        for id, row in facts.load(name).iterrows():
            found[str(id)] = (text_of(row), frozenset(keys(row.get("sources"))))
    return found


def same(said: Number, known: Number) -> bool:
    """The same number, or the known one rounded as the text rounds it."""
    digits = re.search(r"\.(\d+)", said.words)
    return said.kind == known.kind and said.value == round(known.value, len(digits[1]) if digits else 0)


def borne_out(number: Number, text: str, section: Section) -> str:
    """What bears out a number: a row, a work, or 'invented'; nothing if nothing does."""
    for one in section.invented:
        if number in list(numbers(one)):
            return "invented"
    for id, (words, behind) in rows().items():
        if (id in section.facts or behind & section.keys) and any(same(number, one) for one in numbers(words)):
            return id
    if number.kind == "year":
        before = text[max(0, number.place - NEAR) : number.place]
        for key, work in works().items():
            if work.year.endswith(number.words[:4]) and (
                key in section.keys or work.author.split(" and ")[0] in before
            ):
                return key
    return ""


def matches(sections: list[Section]) -> Iterator[tuple[Section, Number, str]]:
    """Each number that is to be checked, and what bears it out."""
    for section in sections:
        if section.page in ABOUT_ITSELF:
            continue
        for source in section.texts:
            text = plain(source)
            for number in checkable(text):
                # The model room's other numbers are results of its models, which tests/models hold.
                if number.kind == "year" or not section.optional:
                    yield section, number, borne_out(number, text, section)


def complaints(sections: list[Section]) -> list[str]:
    return [
        f"{section.page}, section '{section.heading}': '{number.words}' is in no fact cited there. Cite the fact, "
        "correct the number, or list it as invented"
        for section, number, found in matches(sections)
        if not found
    ]


def test_every_number_is_a_fact_or_owned_up_to() -> None:
    sections = every()
    for section, number, found in matches(sections):
        print(f"{section.page} | {section.heading} | {number.kind} {number.words} | {found or 'NOTHING'}")
    assert complaints(sections) == []
    assert sum(1 for _ in matches(sections)) > 50


def test_comments_name_rows_that_there_are() -> None:
    unknown = [f"{one.page}, section '{one.heading}': {id}" for one in every() for id in one.facts if id not in rows()]
    assert unknown == []


def test_nothing_is_listed_as_invented_that_no_text_says() -> None:
    by_page: dict[str, list[Section]] = {}
    for section in every():
        by_page.setdefault(section.page, []).append(section)
    for page, sections in by_page.items():
        said = [number for one in sections for text in one.texts for number in numbers(plain(text))]
        idle = {one for section in sections for one in section.invented if not set(numbers(one)) & set(said)}
        assert idle == set(), page


GOOD = """## Twelve per cent

At most 12% of delays are certain {cite:p}`kingsfund_delayed`, by what is recorded since May 2024.
"""
LESSON = {"invented": ["657"], "exercises": [{"id": "one", "prompt": "There are 657 packages."}]}


def notebook(show: str, output: str = "") -> dict[str, object]:
    cell = {"cell_type": "code", "source": [f'lesson.show("{show}")'], "outputs": [{"data": {"text/html": [output]}}]}
    return {"cells": [{"cell_type": "markdown", "source": ["## Care"]}, cell]}


def test_a_good_page_passes() -> None:
    assert complaints(of_markdown("p.md", GOOD)) == []
    assert complaints(of_notebook("n.ipynb", notebook("one"), LESSON)) == []


@pytest.mark.parametrize(
    "old, new",
    [
        ("12%", "13%"),  # not what the source says
        ("12%", "12.4%"),  # finer than the source
        ("12%", "12 pounds"),  # another kind of number
        ("May 2024", "May 2023"),
        (" {cite:p}`kingsfund_delayed`", ""),  # cites nothing
        ("kingsfund_delayed", "gordon2021chief"),  # cites something else
        ("At most 12%", "At most 12%, or 1.5 million pounds,"),
        ("At most", "Of some forty-five places, at most"),
        (
            "## Twelve",
            "x\n\n## Elsewhere\n<!-- invented: 12% -->\n\n## Twelve\n<!-- facts: LV07 -->\nOf 41 applicants.",
        ),
        ("certain", "certain, as Timmins (2014) says"),
    ],
)
def test_a_false_number_is_noticed(old: str, new: str) -> None:
    assert old in GOOD
    assert complaints(of_markdown("p.md", GOOD.replace(old, new)))


def test_a_false_number_in_an_exercise_is_noticed() -> None:
    other = {**LESSON, "exercises": [{"id": "one", "prompt": "There are 658 packages."}]}
    assert complaints(of_notebook("n.ipynb", notebook("one"), other))
    assert complaints(of_notebook("n.ipynb", notebook("none"), other)), "an exercise that no cell shows is read too"


def test_a_fact_can_be_cited_in_four_ways() -> None:
    assert complaints(of_markdown("p.md", "It was 12% {cite:p}`kingsfund_delayed`.")) == []
    assert complaints(of_markdown("p.md", "<!-- facts: F05-F07 -->\nIt was 12%.")) == []
    shown = notebook("one", '<figure data-facts="F06 F07">')
    shown["cells"].append({"cell_type": "markdown", "source": ["It was 12%."]})  # type: ignore[attr-defined]
    assert complaints(of_notebook("n.ipynb", shown, LESSON)) == []
    assert complaints(of_markdown("p.md", "Timmins (2015) asked ten people.")) == []


def test_numbers_are_read_as_people_write_them() -> None:
    text = (
        "£1.2 million, 27,000 pounds, 7.0 %, 65 per cent, 2024/25, in 1999, 13,776 beds, forty-five, a hundred, G1.21"
    )
    found = [(one.kind, one.value) for one in numbers(text)]
    assert found == [
        ("money", 1.2e6), ("money", 27000), ("percent", 7), ("percent", 65), ("year", 2024), ("year", 1999),
        ("number", 13776), ("number", 45), ("number", 100),
    ]  # fmt: skip
