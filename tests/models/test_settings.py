"""Models in other settings: the same equations, other words, and nothing said of the place they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from systems_leadership.models import MODELS, Model
from workbook.course import current
from workbook.data import DataError
from workbook.kinds.simulator.simulator import Simulator, pack_traces, without_words
from workbook.model.picture import Picture
from workbook.model.words import PictureWords

DRESSED = [(model, name) for model in MODELS.values() for name in model.settings_known]
EACH = pytest.mark.parametrize("model, setting", DRESSED, ids=[f"{model.name}-{name}" for model, name in DRESSED])
#: Words of the hospital's discharge that no other setting has a use for.
AT_HOME = ("ward", "hospital", "street café", "home care", "Merrowdale")


def test_where_the_fit_is_poor_none_is_offered() -> None:
    assert {name: [*model.settings_known] for name, model in MODELS.items()} == {
        "burden": ["homes", "police"],
        "commons": [],
        "discharge": ["homes", "police"],
        "fixes": ["homes", "police"],
        "occupancy": ["homes", "police"],
        "probes": ["homes", "police"],
        "referrals": ["homes"],
        "search": [],
        "thresholds": ["homes", "police"],
    }


@EACH
def test_the_same_run_in_other_words(model: Model, setting: str) -> None:
    other = model.in_setting(setting)
    assert other is model.in_setting(setting), "made once: an exercise's runs are kept by their model"
    assert other.run().equals(model.run())
    assert other.title != model.title and other.sentence(other.run()) != ""
    assert [one.label for one in other.controls] != [one.label for one in model.controls]
    assert [one.says for one in other.checks] == [other.words.checks[one.id] for one in model.checks]


@EACH
def test_the_picture_speaks_of_the_setting_too_or_is_not_shown(model: Model, setting: str) -> None:
    other = model.in_setting(setting)
    assert (other.picture is None) == (other.words.picture is None)
    if other.picture is None:
        return
    shown = str(other.picture.for_page()) + other.picture.says + str(other.trace().more.get("sentence"))
    heads = " ".join(one.head for one in other.picture.columns)
    assert not [word for word in AT_HOME if word in (shown + heads).replace("ward_", "").replace("'ward'", "")]


@EACH
def test_what_a_page_has_of_a_run_is_the_same_in_all_words(model: Model, setting: str) -> None:
    """So that versions of an exercise share it: only the sentences of its picture are apart."""
    other, runs = model.in_setting(setting), model.grid()[:2]
    if other.picture is None:
        return
    (bare, said), (bare_other, said_other) = (without_words(pack_traces(one, runs)) for one in (model, other))
    assert bare == bare_other and len(said) == len(said_other) == 2


def test_an_exercise_names_its_setting() -> None:
    model = MODELS["thresholds"].in_setting("police")
    assert "neighbour" in model.controls[3].label.lower()
    assert "setting" in Simulator.model_fields and "setting" in Simulator.silent


def test_an_unknown_setting_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"has no setting 'moon'\. It has homes, police"):
        MODELS["fixes"].in_setting("moon")


def test_words_that_are_missing_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = type(MODELS["thresholds"])
    own = kind.words_file()
    (tmp_path / "words.yml").write_text(own.read_text(encoding="utf-8"), encoding="utf-8")
    other = own.with_name("words.police.yml").read_text(encoding="utf-8")
    (tmp_path / "words.police.yml").write_text(other.replace("  apart:", "  asunder:"), encoding="utf-8")

    def file(setting: str | None = None) -> Path:
        return tmp_path / (f"words.{setting}.yml" if setting else "words.yml")

    monkeypatch.setattr(kind, "words_file", staticmethod(file))
    with pytest.raises(DataError, match="'apart' is missing"):
        kind(None, MODELS["thresholds"].checks).in_setting("police")


def test_picture_words_of_nothing_that_is_drawn_are_refused() -> None:
    picture = Picture.read(MODELS["referrals"].words_file().with_name("picture.yml"))
    with pytest.raises(ValueError, match="has no shed"):
        picture.in_words(PictureWords(says="All of it.", columns={"shed": "In the shed"}))
    with pytest.raises(ValueError, match="has no noon"):
        picture.in_words(PictureWords(says="All of it.", marks={"noon": "at noon"}))


@EACH
def test_a_place_that_a_setting_names_is_drawn_for_both_widths(model: Model, setting: str) -> None:
    said = model.in_setting(setting).words.picture
    if said and isinstance(said.scenery, str):
        drawn = current().art.symbols
        assert {f"m-{model.name}-{said.scenery}-{width}" for width in ("wide", "narrow")} <= drawn.keys()


def test_homes_are_told_in_rooms_and_weeks() -> None:
    """The model's days are weeks there; of days, beds and hospitals it speaks only where it says what it comes from."""
    other = MODELS["discharge"].in_setting("homes")
    said = str(other.words.model_dump(exclude={"invented"})) + str(other.picture and other.picture.for_page())
    assert other.axis == ("Week", "weeks") and "week {n}" in said
    # What a spot and its number are called in the drawing, nobody reads.
    read = said.replace("'furniture': 'bed'", "").replace("'count': 'beds'", "")
    assert re.findall(r"\b(?:days?|beds?|hospitals?|patients?|a year)\b", read) == []
