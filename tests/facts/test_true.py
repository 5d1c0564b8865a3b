"""What the pages print as fact is in the tables: years, money, percentages and numbers over 20.

How a section cites a fact, and how it owns up to a made-up number, is said in `tests.support.sections`; what bears
out a number, in `proof`. `pytest -rP tests/facts/test_true.py` prints each match.
"""

from __future__ import annotations

import pytest

from tests.support.sections import Section, every, of_markdown, of_notebook

from .numbers import numbers, plain
from .proof import complaints, matches, rows


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
