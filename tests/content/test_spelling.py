"""British spelling, and words that the course does not use, in everything that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from systems_leadership import facts
from tests.support.book import ROOT
from tests.support.notebooks import notebooks
from tests.support.prose import blocks
from tests.support.sections import strings
from tests.support.words import words as interface
from workbook.data import read_yaml
from workbook.tables.agreement import text_of

from .course import course, texts
from .rule import hold
from .visible import of_html, visible

#: Words that everyone spells with z, by how they begin; all others end in -ise or -yse here.
Z = r"(?!(?:(?:over)?siz|priz|seiz|capsiz|citiz|doz|maz|gaz|haz|laz|ooz|horiz|(?:bree|free|squee)z))"
AMERICAN = re.compile(
    rf"\b(?:{Z}[a-z]+(?:iz(?:e|es|ed|ing|ers?|ations?|ational)|yz(?:e|es|ed|ing|er))|"
    r"(?:behavi|neighb|col|fav|hon|lab|rum|hum|harb|endeav)or(?:s|ed|ing|al|hoods?|able|ite|ites|ful|less)?|"
    r"center(?:s|ed)?|theaters?|liters?|programs?|catalogs?|dialogs?|analogs?|defenses?|offenses?|licenses|"
    r"practic(?:ed|ing)|judgments?|acknowledgments?|skeptic(?:s|al|ism)?|pediatric\w*|"
    r"(?:travel|model|label|cancel|counsel|level|channel|signal)(?:ed|ing|ers?)|"
    r"fulfills?|enrolls?|enrollment|skillful|willful|installment|gray|aging|toward|gotten|math|percent)\b",
    re.IGNORECASE,
)
#: 'To block' is what is done by somebody: people who wait in hospital do nothing of the kind.
REFUSED = re.compile(r"\bbed[- ]?block\w*|\bthe elderly\b|\bfrail elderly\b|\bgeriatrics\b", re.IGNORECASE)
#: Names of bodies and titles of works are as their owners write them.
NAMES = re.compile(r"\b[A-Z][\w&]*(?: (?:of|for|and|the|in|on) [A-Z][\w&]*| [A-Z][\w&]*)+")


def refused(text: str) -> list[str]:
    """American spellings, and words that the course does not use."""
    return [found[0] for wrong in (AMERICAN, REFUSED) for found in wrong.finditer(NAMES.sub("…", text))]


@cache
def seen() -> dict[str, str]:
    """Every text that a reader sees, by where it stands."""
    found = {f"exercise {spec.id}": " ".join(texts(spec)) for told in course() for spec in told.exercises}
    for notebook in notebooks():
        told = [block.text for cell in notebook.cells("markdown") for block in blocks(notebook.source(cell))]
        shown = [of_html(notebook.outputs(cell)) for cell in notebook.cells("code")]
        found[notebook.path.name] = "\n".join([*told, *shown])
    for page in [ROOT / "README.md", *sorted((ROOT / "book").glob("*.md"))]:
        found[page.name] = "\n".join(block.text for block in blocks(page.read_text(encoding="utf-8")))
    for path in [*sorted((ROOT / "data").glob("*.yml")), *sorted((ROOT / "data" / "groups").glob("*.yml"))]:
        found[f"data {path.name}"] = " ".join(strings(read_yaml(path)))
    found |= {name: of_html(text) for name, text in visible().items() if name.endswith((".html", ".svg"))}
    found["interface"] = "\n".join(interface().values())
    return found | {f"table {name}": "\n".join(rows(name)) for name in facts.names()}


def rows(name: str) -> Iterator[str]:
    """The words of a table of facts."""
    return (text_of(row) for _, row in facts.load(name).iterrows())


def test_spelling_is_british() -> None:
    hold(
        "spelling is British, and of people nothing is said that they would not say of themselves",
        "the course",
        (f"{name}: {', '.join(wrong)}" for name, text in seen().items() if (wrong := refused(text))),
        "correct the words, or quote them as a name with capitals",
    )


def test_every_kind_of_text_is_looked_at() -> None:
    assert len(seen()) > 80
    for part, place in (
        ("run neither the ward", "exercise ward-full-first-move"),
        ("leading across boundaries", "1-what-is-systems-leadership.ipynb"),
        ("run neither the ward", "1-what-is-systems-leadership.ipynb"),
        ("Merrowdale", "glossary.md"),
        ("Choose one", "interface"),
        ("between organisations", "data ideas.yml"),
        ("their own authority ends", "data 1-what-is-systems-leadership.yml"),
    ):
        assert part in " ".join(seen()[place].split()), place


@pytest.mark.parametrize(
    "text",
    [
        "The organization will analyze it.",
        "Her behavior was her neighbor's favorite.",
        "A health center with a program.",
        "They practiced, and traveled toward the sea.",
        "It is a judgment on gray areas.",
        "He is a bed-blocker.",
        "Bed blocking is down.",
        "Care for the elderly.",
    ],
)
def test_other_spellings_and_refused_words_are_noticed(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "The organisation will analyse its size, seize a prize, and be realised.",
        "Her behaviour was her neighbours' favourite colour.",
        "A programme at the centre travelled towards judgement; it modelled and levelled.",
        "A GP practice has a licence. Citizens practise. A dozen are lazy.",
        "The Center for Public Impact and the National Organization for Care say so.",
        "She refused to be blocked by beds.",
    ],
)
def test_british_spelling_passes(text: str) -> None:
    assert refused(text) == []
