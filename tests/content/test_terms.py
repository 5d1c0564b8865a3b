"""Terms of art are explained in every lesson that uses them, at or before the first use.

A term of art is a term of the glossary, but for a few everyday words. `glosses.yml` lists the words by which the
lessons explain each, and a lesson must have some of them by the time it uses the term: in what comes before, in the
same exercise or in the next block of prose. Headings and outcomes announce a term; they do not use it.

That every term in bold is in the glossary, and every term of the glossary in use, is in tests/facts/test_glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.support.glossary import GLOSSARY, terms
from tests.support.prose import Block
from workbook.data import read_yaml

from .course import Step, Told, core, each_lesson, texts
from .rule import hold

Glosses = Mapping[str, Sequence[str]]


@cache
def glosses() -> dict[str, Glosses]:
    """How terms are explained: terms of art, those explained once, and everyday words."""
    found: dict[str, Glosses] = read_yaml(Path(__file__).with_name("glosses.yml"))
    return found


@cache
def all_glosses() -> Glosses:
    return {term: said for kind in glosses().values() for term, said in kind.items()}


def pattern(term: str) -> re.Pattern[str]:
    """A term in the singular or the plural, whatever marks stand between its words."""
    bare = r"\W+".join(re.escape(word) for word in re.sub(r"(?<=\w)y$", "", term).split())
    return re.compile(rf"\b{bare}{'(y|ies)' if term.endswith('y') else 's?'}\b", re.IGNORECASE)


def said(told: Told) -> list[str]:
    """A lesson's blocks and exercises as texts, without headings and outcomes."""
    return [text for step in told.steps if (text := _text(step)) and text not in told.lesson.outcomes]


def _text(step: Step) -> str:
    if isinstance(step.met, Block):
        return "" if step.met.level else step.met.text
    return " ".join(texts(step.met))


def explains(text: str, ways: Iterable[str]) -> bool:
    """Whether a text has one of the ways in which a term is explained."""
    return any(way.lower() in text.lower() for way in ways)


def unexplained(said: Sequence[str], known: Glosses) -> list[str]:
    """Terms that some texts use before they explain them."""
    found = []
    for term, ways in known.items():
        first = next((place for place, text in enumerate(said) if pattern(term).search(text)), None)
        if first is not None and not explains(" ".join(said[: first + 2]), ways):
            found.append(f"{term}: {said[first]}")
    return found


def in_bold(blocks: Sequence[Block]) -> list[str]:
    """Terms that are set in bold and not explained there or in the next block."""
    found = []
    for place, block in enumerate(blocks):
        near = " ".join(one.text for one in blocks[place : place + 2])
        for bold in block.bold:
            ways = next((ways for term, ways in all_glosses().items() if pattern(term).fullmatch(bold)), ())
            if not explains(near, ways):
                found.append(f"{bold}: {block.text}")
    return found


@each_lesson
def test_terms_are_explained_by_their_first_use(told: Told) -> None:
    known = {**glosses()["art"], **(glosses()["once"] if told.lesson.number == 1 else {})}
    hold(
        "a term is explained by the time it is used",
        f"{told.page} or {told.data}",
        unexplained(said(told), known),
        "explain it there in words that tests/content/glosses.yml lists for it, or list yours",
    )


@each_lesson
def test_what_is_in_bold_is_explained(told: Told) -> None:
    fix = "explain it beside the bold word, in words that tests/content/glosses.yml lists"
    hold("a term in bold is explained where it stands", told.page, in_bold(told.prose), fix)


def test_every_term_that_lessons_use_is_listed() -> None:
    text = " ".join(" ".join(said(told)) for told in core())
    known = terms(GLOSSARY.read_text(encoding="utf-8"))
    found = [f"{term}: not listed" for term in known if pattern(term).search(text) and term not in all_glosses()]
    found += [f"{term}: not in the glossary" for term in all_glosses() if term not in known]
    found += [f"{term}: no lesson uses it" for term in all_glosses() if not pattern(term).search(text)]
    rule = "the terms of the glossary that lessons use are those listed with their explanations"
    hold(rule, "tests/content/glosses.yml", found, "add the term there, or take it out")


@pytest.mark.parametrize(
    "told, faulty",
    [
        (["The queue stands at the bottleneck."], True),
        (["The bottleneck, the narrowest point, is elsewhere."], False),
        (["Where is the narrowest point?", "It is elsewhere.", "So much for bottlenecks."], False),
        (["The bottleneck is elsewhere.", "It is the narrowest point of all."], False),
        (["The bottleneck is elsewhere.", "So we look.", "It is the narrowest point of all."], True),
        (["All this is common."], False),
    ],
)
def test_a_term_without_an_explanation_is_noticed(told: list[str], faulty: bool) -> None:
    known = {term: glosses()["art"][term] for term in ("Bottleneck", "Commons")}
    assert bool(unexplained(told, known)) is faulty


@pytest.mark.parametrize("number, term", [(1, "Bottleneck"), (2, "Tame problem"), (3, "Trade-off"), (5, "Enabler")])
def test_an_explanation_taken_out_of_a_lesson_is_noticed(number: int, term: str) -> None:
    ways = "|".join(glosses()["art"][term])
    without = [re.sub(ways, "…", text, flags=re.IGNORECASE) for text in said(core()[number - 1])]
    assert unexplained(without, {term: glosses()["art"][term]})


def test_a_word_in_bold_without_an_explanation_is_noticed() -> None:
    assert in_bold([Block("A delay hides it.", bold=("delay",))])
    assert in_bold([Block("A bullwhip is a pattern.", bold=("bullwhip",))])
    assert in_bold([Block("A delay, the time before it shows, hides it.", bold=("delay",))]) == []


@pytest.mark.parametrize(
    "term, text, there",
    [
        ("Stock", "two stocks", True),
        ("Wicked problem", "'wicked' problems", True),
        ("Line authority", "line authorities", True),
        ("Commons", "a common way", False),
        ("Delay", "delayed", False),
    ],
)
def test_a_term_is_found_as_a_word(term: str, text: str, there: bool) -> None:
    assert bool(pattern(term).search(text)) is there
