"""The words of the interface: the engine's own, a course's over them, and every one of them in another language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.support.book import ROOT
from workbook.data import DataError
from workbook.strings import ENGINE, load, rooms

OWN = rooms([ENGINE])


def course(root: Path, language: str, words: Mapping[str, object]) -> Path:
    """A course's folder with words of its own."""
    (root / f"strings.{language}.yml").write_text(yaml.safe_dump(dict(words)), encoding="utf-8")
    return root


def test_a_course_in_the_engine_s_language_has_its_words(tmp_path: Path) -> None:
    assert dict(load(tmp_path, "en-GB", None)) == OWN
    assert len(OWN) > 300


def test_a_course_may_put_words_of_its_own_over_them(tmp_path: Path) -> None:
    found = load(course(tmp_path, "en-IE", {"check": "See what happens"}), "en-IE", None)
    assert found["check"] == "See what happens"
    assert {key for key in OWN if OWN[key] != found[key]} == {"check"}


def test_a_whole_translation_leaves_no_word_of_the_engine(tmp_path: Path) -> None:
    found = load(course(tmp_path, "de", {key: f"de: {key}" for key in OWN}), "de", None)
    assert dict(found) == {key: f"de: {key}" for key in OWN}


def test_missing_words_of_another_language_are_told_with_the_english_ones(tmp_path: Path) -> None:
    lacking = ["check", "not_saved"]
    words = {key: "x" for key in OWN if key not in lacking}
    with pytest.raises(DataError) as caught:
        load(course(tmp_path, "de", words), "de", None)
    told = [str(one) for one in caught.value.problems]
    assert len(told) == 2
    for key, one in zip(lacking, told, strict=True):
        assert f"strings.de.yml, word {key}: is missing ('{OWN[key]}'). Add it" in one


def test_another_language_without_words_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"strings.cy.yml: there is no such file. The course is in 'cy', so it needs"):
        load(tmp_path, "cy", None)


def test_a_word_that_nothing_says_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"strings.en-GB.yml, word chekc: nothing says it. Correct its key or take"):
        load(course(tmp_path, "en-GB", {"chekc": "Check"}), "en-GB", None)


def test_a_name_that_nothing_fills_is_told(tmp_path: Path) -> None:
    assert "{time}" in OWN["saved_page"]
    with pytest.raises(
        DataError, match=r"word saved_page: nothing fills '\{tiem\}'. Correct it: the word is '.*\{time"
    ):
        load(course(tmp_path, "en-GB", {"saved_page": "Saved at {tiem}."}), "en-GB", None)


def test_the_package_of_a_course_adds_words_and_its_course_may_put_others_over_them(tmp_path: Path) -> None:
    package = tmp_path / "package"
    (package / "room").mkdir(parents=True)
    (package / "room" / "strings.yml").write_text("my_word: Mine", encoding="utf-8")
    assert load(tmp_path, "en-GB", package)["my_word"] == "Mine"
    assert load(course(tmp_path, "en-GB", {"my_word": "Ours"}), "en-GB", package)["my_word"] == "Ours"


@pytest.mark.parametrize(
    "words, problem",
    [
        ({"check": ["Check"]}, "word check: this must be text. Put it in quotes"),
        ({"check": {"one": "Check"}}, "word check: this must be text. Put it in quotes"),
        ({"check": True}, "word check: this must be text. Put it in quotes"),
    ],
)
def test_a_word_that_is_no_text_is_told(words: dict[str, object], problem: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(course(tmp_path, "en-GB", words), "en-GB", None)
    assert problem in str(caught.value)


def test_a_key_in_two_rooms_is_told(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "strings.yml").write_text("check: Check", encoding="utf-8")
    with pytest.raises(DataError, match=r"two/strings.yml, word check: also stands in .*one/strings.yml. Give one"):
        rooms([tmp_path])


#: Sentences in which the number before a word for several is never one: a limit, a rest of several, or not a number.
NEVER_ONE = {
    "live_down_by",  # no word of several
    "take_calendar_told",  # three entries for each line
    "map_file_many",  # limits
    "map_limits",
    "map_loops_more",
    "plan_full",
    "progress_done",  # of all that the course has
    "map_loops_some",  # has a sentence of its own for one
    "sort_back",
    "codebook_file",  # rows of a table
    "codebook_length",
    "groups_minutes",
    "groups_of_first",
    "scale_same",
    "cards_minutes",  # a lesson is never so short
    "steps_minutes",
    "live_late",  # for one there is a sentence of its own
    "steps_length",
    "directory_count",
}


#: Places that hold a number; others hold names and sentences.
NUMBERS = {
    f"{{{name}}}"
    for name in ("n", "m", "all", "count", "done", "exercises", "factors", "links", "loops", "minutes", "people")
}


def before_several(text: str) -> bool:
    """Whether a place for a number stands before a word that ends like one for several, such as '{n} links'."""
    words = text.split()
    return any(
        one in NUMBERS and two.isalpha() and two.islower() and two.endswith("s")
        for one, two in zip(words, (word.strip(".,:;()") for word in words[1:]), strict=False)
    )


def test_a_count_of_one_reads_well() -> None:
    """'Links: 1', or a sentence of its own; never '1 links'."""
    assert before_several("All {n} links in words") and not before_several("Links: {n}. Loops: {m}.")
    found = {key for key, text in load(ROOT, "en-GB", ROOT / "systems_leadership").items() if before_several(text)}
    assert found - NEVER_ONE == set()
