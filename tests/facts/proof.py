"""What bears out the numbers that pages print: a row of a table, a work, or that they are owned up to as invented.

A number matches a fact if one of the fact's texts has it, as the same kind of number; '35%' matches 35.3%, because a
page may round. How a section cites a fact is said in `tests.support.sections`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from systems_leadership import facts
from tests.support.sections import Section
from workbook.course import current
from workbook.tables.agreement import keys, text_of
from workbook.tables.references import works

from .numbers import Number, checkable, numbers, plain

#: Speaks of the course itself: sizes of letters, dates of its own tests.
ABOUT_ITSELF = {"book/accessibility.md", "book/binder.md", "book/it-sheet.md", "book/organisations.md"}
NEAR = 45  # signs between an author's name and the year


@cache
def rows() -> dict[str, tuple[str, frozenset[str]]]:
    """Every row of every table: its words, and the works behind it."""
    found = {}
    for name in facts.names():
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
        for key, work in works(current().references).items():
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
