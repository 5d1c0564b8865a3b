"""The course teaches the guide's ideas in its own words: no ten words in a row are the guide's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .rule import hold
from .runs import LENGTH, copied, digest, known, runs
from .visible import of_html, of_notebook, visible

#: Invented for this test: the list is that of the guide, and the guide's text is not kept here.
SENTENCE = "The seven grey herons of the lower weir hold their annual meeting on a Thursday, if it’s dry – or so."


def test_no_ten_words_in_a_row_are_the_guides() -> None:
    found = {name: same for name, text in visible().items() if (same := copied(text, known()))}
    hold(
        f"no {LENGTH} words in a row are the guide's",
        "the course",
        (f"{name}: {'; '.join(same)}" for name, same in found.items()),
        "say it in the course's own words",
    )


def test_the_list_is_whole() -> None:
    assert len(known()) > 900
    assert all(len(one) == LENGTH and set(one) <= set("0123456789abcdef") for one in known())


def test_every_kind_of_text_is_looked_at() -> None:
    names = {Path(name) for name in visible()}
    for name in (
        "README.md",
        "book/welcome.md",
        "workbook/page/strings.yml",
        "systems_leadership/directory/strings.yml",
        "data/facts/places.csv",
        "notebooks/directory.ipynb",
    ):
        assert Path(name) in names
    assert {"notebooks", "book", "data", "systems_leadership", "workbook"} <= {name.parts[0] for name in names}
    stored = visible()["notebooks/1-what-is-systems-leadership.ipynb"]
    assert "You run neither the ward nor the home care" in " ".join(stored.split()), "outputs are read"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE.upper(),
        SENTENCE.replace("’", "'").replace("–", "-").replace(",", ""),
        f"Someone wrote that {SENTENCE[4:]}",
        SENTENCE.replace("annual ", "*annual*\n  "),
        " ".join(SENTENCE.split()[5:16]),
    ],
)
def test_a_copied_run_is_noticed(text: str) -> None:
    assert copied(text, {digest(run) for run in runs(SENTENCE)})


def test_nine_words_and_other_words_pass() -> None:
    source = {digest(run) for run in runs(SENTENCE)}
    other = SENTENCE.replace("weir", "dam").replace("annual", "yearly").replace("Thursday", "Monday")
    assert copied(" ".join(SENTENCE.split()[:9]), source) == []
    assert copied(other, source) == []


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "display_data", "data": {"text/html": [f"<p>{SENTENCE[:50]}<b>{SENTENCE[50:]}</b></p>"]}},
        {"output_type": "display_data", "data": {"text/html": [f'<img alt="{SENTENCE}">']}},
        {"output_type": "stream", "text": [SENTENCE]},
    ],
    ids=["html", "alt text", "stream"],
)
def test_a_copied_run_in_an_output_is_noticed(output: dict[str, object]) -> None:
    notebook = json.loads(json.dumps({"cells": [{"source": [], "cell_type": "code", "outputs": [output]}]}))
    assert copied(of_notebook(notebook), {digest(run) for run in runs(SENTENCE)})


def test_html_is_read_as_a_reader_reads_it() -> None:
    assert of_html("<p>one &amp; <b>two</b></p><script>three</script>").split() == ["one", "&", "two"]
