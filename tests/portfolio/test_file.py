"""The portfolio file: round trips, hostile input, and the same verdict in Python and JavaScript."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from tests.support.book import Book
from workbook.course import current
from workbook.portfolio import PortfolioError, file
from workbook.portfolio.record import problem_with
from workbook.portfolio.schema import NAME, schema

from .generated import FILES
from .hostile import broken_files, good_file
from .javascript import Browserlike

SOAK = bool(os.environ.get("SOAK"))
MANY = 1000 if SOAK else 10
HOSTILE = dict(broken_files())
SCHEMA = jsonschema.Draft202012Validator(schema(current()))
COURSE = current().id
FIXTURES = sorted(Path(__file__).parent.glob("fixtures/v*.json"))


@pytest.fixture(scope="module")
def page() -> Iterator[Browserlike]:
    with Browserlike() as one:
        yield one


@given(FILES)
@settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
def test_browser_to_python_to_browser_is_the_same(page: Browserlike, portfolio: dict[str, Any]) -> None:
    """And the published schema accepts what the course writes."""
    SCHEMA.validate(portfolio)
    from_browser = page.parse(json.dumps(portfolio))
    assert from_browser["problem"] == ""
    in_python = file.parse(from_browser["text"], COURSE)
    assert in_python == portfolio["answers"]
    back = page.parse(file.text_of(in_python, COURSE))
    assert back["problem"] == ""
    assert json.loads(back["text"])["answers"] == portfolio["answers"]


def test_published_schema_is_sound_and_current(book: Book) -> None:
    SCHEMA.check_schema(schema(current()))
    assert json.loads((book.root / NAME).read_text(encoding="utf-8")) == schema(current())


#: All of them with SOAK=1; else a sample, the same each time.
TRIED = list(HOSTILE) if SOAK else random.Random(2026).sample(list(HOSTILE), 60)


def test_there_are_many_hostile_files() -> None:
    assert len(HOSTILE) > 300


@pytest.mark.parametrize("name", TRIED)
def test_hostile_file_is_refused_with_a_message_by_both(name: str, page: Browserlike) -> None:
    with pytest.raises(PortfolioError) as refused:
        file.parse(HOSTILE[name], COURSE)
    assert len(str(refused.value)) > 20
    assert len(page.parse(HOSTILE[name])["problem"]) > 20


def test_good_file_is_taken_by_both(page: Browserlike) -> None:
    text = json.dumps(good_file())
    assert file.parse(text, COURSE) == good_file()["answers"]
    assert page.parse(text)["problem"] == ""


def test_newer_version_says_so(page: Browserlike) -> None:
    text = json.dumps({**good_file(), "version": 2})
    with pytest.raises(PortfolioError, match="newer edition"):
        file.parse(text, COURSE)
    assert "newer edition" in page.parse(text)["problem"]


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_file_of_each_released_version_opens(path: Path, page: Browserlike) -> None:
    answers = file.read(path, COURSE)
    assert len(answers) >= 6
    assert page.parse(path.read_text(encoding="utf-8"))["problem"] == ""


def test_every_version_has_its_fixture() -> None:
    assert [path.stem for path in FIXTURES] == [f"v{n}" for n in range(1, file.VERSION + 1)]


def test_a_kind_not_known_is_kept_as_text(page: Browserlike) -> None:
    record = {**good_file()["answers"]["a-choice"], "kind": "hologram", "value": {"any": [1, "x"]}}
    assert problem_with(record) == ""
    assert page.parse(json.dumps(good_file(x=record)))["problem"] == ""
