"""Versions of one exercise: their groups, what counts, and each mistake told with its place and fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.kinds.mistakes import Mistake, assert_told
from tests.support.lessons import lessons
from workbook.build.scorm import published_ids
from workbook.course import Course, current
from workbook.data import DataError
from workbook.duration import length
from workbook.lesson import Lesson, manifest

LESSON = Lesson("what-are-the-basic-principles")
HEAD, POLICE = "one-merrowdale-winter", "one-merrowdale-winter-police"
SAYS = f"setting: police\n    version_of: {HEAD}"
PLACE = f"exercise {POLICE}, field "

MISTAKES = {
    "no such head": Mistake(SAYS, SAYS.replace("winter", "summer"), (f"{PLACE}version_of", "Put it behind that one")),
    "a head that comes later": Mistake(SAYS, SAYS.replace(HEAD, "try-five"), (f"{PLACE}version_of", "behind that one")),
    "of another kind": Mistake(SAYS, SAYS.replace(HEAD, "best-placed"), (f"{PLACE}kind", "are of one kind")),
    "a version of a version": Mistake(
        SAYS.replace("police", "homes"),
        SAYS.replace("police", "homes").replace(HEAD, POLICE),
        (f"{HEAD}-homes, field version_of", f"Name '{HEAD}'"),
    ),
    "no setting": Mistake(SAYS, f"version_of: {HEAD}", (f"{PLACE}setting", "hospital, police, homes")),
    "no such setting": Mistake(SAYS, SAYS.replace("police", "fire", 1), (f"{PLACE}setting", "no setting 'fire'")),
    "the setting of the head": Mistake(
        SAYS, SAYS.replace("police", "hospital", 1), (f"{PLACE}setting", f"'{HEAD}' stands in 'hospital' already")
    ),
    "one setting twice": Mistake(
        SAYS.replace("police", "homes"), SAYS, (f"{HEAD}-homes, field setting", f"'{POLICE}' stands in 'police'")
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(LESSON.path, mistake, tmp_path)


def test_a_group_holds_its_versions_its_head_first() -> None:
    assert [*LESSON.versions[HEAD]] == ["hospital", "police", "homes"]
    bridge = Lesson("when-is-it-relevant").versions["recall-friday-bridge"]
    assert [*bridge] == ["police", "hospital", "homes"], "its head stands where it says"


def test_a_group_counts_as_one_exercise() -> None:
    assert HEAD in [spec.id for spec in LESSON.counted] and POLICE not in [spec.id for spec in LESSON.counted]
    listed = {one["id"]: one for one in manifest([LESSON])}
    assert listed[POLICE]["of"] == HEAD
    assert [one["id"] for one in listed[HEAD]["versions"]] == [HEAD, POLICE, f"{HEAD}-homes"]
    without = length(current(), LESSON).minutes
    LESSON.specs["another"] = LESSON.specs[POLICE]
    assert length(current(), LESSON).minutes == without
    del LESSON.specs["another"]


def test_the_book_has_all_versions_and_a_kernel_brings_one_to_life() -> None:
    shown = LESSON.show(HEAD)
    soup = BeautifulSoup(shown.page_html, "html.parser")
    assert [one["data-setting"] for one in soup.select("sl-versions > .sl-version")] == ["hospital", "police", "homes"]
    ids = [one["id"] for one in soup.find_all(id=True)]
    assert len(ids) == len(set(ids)), "an id stands twice in one page"
    assert shown.id == HEAD and POLICE not in shown.html
    assert LESSON.show(HEAD, setting="police").id == POLICE
    with pytest.raises(KeyError, match=r"no version in the setting 'fire'. It has: hospital, police, homes"):
        LESSON.show(HEAD, setting="fire")
    with pytest.raises(KeyError, match="It has: none"):
        LESSON.show("try-five", setting="police")


def test_the_runs_of_a_model_stand_once_for_all_versions() -> None:
    lesson = Lesson("where-does-the-idea-come-from")
    pieces = BeautifulSoup(lesson.show("list-falls").page_html, "html.parser").select("[data-part=bulk]")
    keys = [one["data-key"] for one in pieces]
    values, traces, *said = (keys[at::3] for at in range(3))
    assert len({*values}) == len({*traces}) == 1 and len({*said[0]}) == 3, "only what is said differs"
    assert [bool(one.string) for one in pieces] == [True, True, True, *[False, False, True] * 2]
    alone = BeautifulSoup(lesson.show("list-falls", setting="homes").html, "html.parser")
    assert all(one.string for one in alone.select("[data-part=bulk]")), "a kernel shows one version, with all it needs"


def test_platforms_know_every_version() -> None:
    ids = published_ids(current())
    assert {spec.id for lesson in lessons() for spec in lesson.specs.values()} <= {*ids}


def test_a_setting_without_a_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text((current().root / "_config.yml").read_text(encoding="utf-8"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "art").symlink_to(current().root / "data" / "art")
    good = "- {id: ward, title: Ward, text: A ward., picture: nobody}\n"
    (tmp_path / "data" / "settings.yml").write_text(good + good)
    with pytest.raises(DataError, match="no picture 'nobody'") as caught:
        _ = Course(tmp_path).learners_settings
    assert "stands twice" in str(caught.value)
