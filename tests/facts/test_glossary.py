"""Every term in the glossary is used, and every term that a lesson sets in bold is in the glossary."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from systems_leadership import facts
from tests.support.book import ROOT
from tests.support.glossary import GLOSSARY, terms
from tests.support.lessons import lessons
from tests.support.words import words
from workbook.course import current
from workbook.tables.agreement import text_of

BOLD = re.compile(r"\*\*([^*]+)\*\*")


def bold(notebook: Path) -> list[str]:
    """What a lesson sets in bold, which is how it marks a term where it explains it."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    found = [word for text in texts for word in BOLD.findall(text)]
    return [word.strip(" .,:") for word in found]


@cache
def course() -> str:
    """Every word of the course outside the glossary."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "book").glob("*.md")) if path != GLOSSARY]
    texts += [path.read_text(encoding="utf-8") for path in current().lesson_files()] + list(words().values())
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            texts.append("".join(cell["source"]))
            texts += ["".join(output.get("data", {}).get("text/html", "")) for output in cell.get("outputs", [])]
    texts += [text_of(row) for name in facts.names() for _, row in facts.load(name).iterrows()]
    return re.sub(r"\s+", " ", " ".join(texts)).lower()


def is_used(term: str, text: str) -> bool:
    """Whether a text has a term, in the singular or the plural, as a verb or a noun."""
    pattern = r"\W+".join(rf"{re.escape(word.rstrip('sey'))}\w*" for word in re.findall(r"[\w'-]+", term.lower()))
    return re.search(rf"\b{pattern}", text) is not None


def defined(word: str, known: list[str]) -> bool:
    """Whether a word set in bold is a term, give or take a plural."""
    bare = [re.sub(r"(ies|y|s)$", "", one.lower()) for one in known]
    return re.sub(r"(ies|y|s)$", "", word.lower()) in bare


def test_terms_stand_once_and_in_order() -> None:
    found = terms(GLOSSARY.read_text(encoding="utf-8"))
    order = [re.sub(r"[^a-z ]", "", term.lower()) for term in found]
    assert order == sorted(set(order))


def test_every_term_is_used() -> None:
    assert [term for term in terms(GLOSSARY.read_text(encoding="utf-8")) if not is_used(term, course())] == []


def test_every_term_in_bold_is_in_the_glossary() -> None:
    known = terms(GLOSSARY.read_text(encoding="utf-8"))
    pages = {lesson.page for lesson in lessons()}
    notebooks = [ROOT / f"{page}.ipynb" for page in pages if (ROOT / f"{page}.ipynb").is_file()]
    assert notebooks
    missing = [f"{path.name}: {word}" for path in notebooks for word in bold(path) if not defined(word, known)]
    assert missing == []


@pytest.mark.parametrize(
    "term, text", [("Stock", "stocks"), ("Delay", "it was delayed"), ("If-then line", "if-then lines")]
)
def test_a_term_is_found_in_its_forms(term: str, text: str) -> None:
    assert is_used(term, text)


def test_faults_are_noticed(tmp_path: Path) -> None:
    assert not is_used("Bullwhip", course())
    assert not defined("bullwhip", ["Stock", "Flow"])
    assert terms("x\n```{glossary}\nStock\n  A thing.\n\nFlow\n  Another.\n```\n") == ["Stock", "Flow"]
    path = tmp_path / "n.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": ["A **bullwhip**, a **stock**."]}]}))
    assert bold(path) == ["bullwhip", "stock"]
