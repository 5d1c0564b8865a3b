"""A live JupyterLab: run all, answer each kind by keyboard and clicks, read it in Python, find it when run anew."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.kinds.map_hands import GIVEN, OWN, TIME, WAITING, link
from tests.kinds.ways import WAYS
from tests.lab.notebook import ALL, EACH_KIND, LESSON, NAME, OF_GALLERY, OF_LESSON, SPECS, cited
from tests.support.answering import ISSUE, OWN_WORDS, all_shown, answer, exercise, saved
from tests.support.answering import WAYS as OTHERS
from tests.support.jupyterlab import ALIVE, SLOW, VALUES, Lab, own_faults, run_all
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words
from workbook.kinds import kinds

CASE = "#one-merrowdale-winter"
RENDERED = """cited => {
    const words = Array.from(document.querySelectorAll(".jp-MarkdownCell"), cell => cell.innerText).join(" ")
    return cited.every(key => words.includes(key)) && !words.includes("{cite")
}"""


@pytest.fixture(scope="module")
def page(lab: Lab, visits: Visits) -> Page:
    """The notebook, open, not yet run."""
    opened = visits.context(viewport={"width": 1300, "height": 1000}, locale="en-GB").new_page()
    opened.goto(f"{lab.url}/lab/tree/{NAME}")
    # JupyterLab cleans stored HTML: of an exercise not yet run it leaves the inside, without its element.
    opened.locator(".jp-RenderedHTML .sl-title").nth(len(LESSON.specs) - 1).wait_for(timeout=SLOW)
    return opened


@pytest.fixture(scope="module")
def live(page: Page) -> Page:
    """The notebook, run."""
    run_all(page, ALIVE, ALL)
    page.locator("sl-chart svg").first.wait_for(timeout=SLOW)
    return page


def values(lab: Lab, whole: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Every exercise's ``.value`` in the kernel, once they are whole: each save is a message of its own."""
    end = time.monotonic() + SLOW / 1000
    while True:
        found: dict[str, Any] = json.loads(lab.run(VALUES))
        if whole(found) or time.monotonic() > end:
            return found


def value(lab: Lab, selector: str, whole: Callable[[Any], bool]) -> Any:
    """The answer to one exercise in the kernel, once it is whole."""
    id = selector[1:]
    return values(lab, lambda found: bool(found[id]) and whole(found[id]))[id]


@pytest.mark.soak
def test_the_words_between_are_rendered(page: Page) -> None:
    """By jupyterlab-myst: without it, a reader would see the roles as they are written."""
    assert cited()
    # JupyterLab draws the cells out of sight when it is idle, after the stored outputs.
    page.wait_for_function(RENDERED, arg=cited(), timeout=SLOW)


def test_feedback_is_shut_before_the_notebook_is_run(page: Page) -> None:
    stored = page.locator(".jp-RenderedHTML")
    feedback = stored.locator("details.sl-feedback p")
    assert feedback.count() >= sum(len(spec.feedback()) for spec in LESSON.specs.values())
    assert feedback.evaluate_all("all => all.filter(one => one.checkVisibility()).length") == 0
    assert stored.locator(".sl-asleep").first.is_visible()


def test_each_kind_of_lesson_1_is_answered_and_its_value_is_read_in_python(live: Page, lab: Lab) -> None:
    for entry in EACH_KIND:
        saved(answer(live, entry), "kernel")
    ids = {entry["kind"]: entry["id"] for entry in EACH_KIND}
    # The simulator's last words are the last to come.
    found = values(lab, lambda now: all(now[id] for id in ids.values()) and bool(now[ids["simulator"]]["debrief"][-1]))
    in_kernel = {entry["id"] for entry in OF_LESSON}
    assert in_kernel < set(found)
    by_kind = {kind: found[id] for kind, id in ids.items()}
    choice, sort = by_kind["choice"], by_kind["sort"]
    assert choice["option"] in {option.id for option in SPECS["choice"].options}
    assert sort["checked"] and len(sort["placed"]) == len(SPECS["sort"].items)
    assert by_kind["issue"]["name"] == ISSUE
    assert by_kind["reflection"]["what"] == f"{OWN_WORDS}: what"
    assert by_kind["if-then"] == {"cue": OWN_WORDS, "action": OWN_WORDS}
    assert by_kind["simulator"]["predicted"] is not None and len(by_kind["simulator"]["runs"]) == 2
    assert all(found[id] is None for id in in_kernel - set(ids.values()))


@pytest.mark.soak("one way of each sort is enough of JupyterLab here")
def test_every_kind_is_alive_with_its_own_style(live: Page) -> None:
    """Each widget carries what its own kind needs, and none takes another's away."""
    shown = {entry["kind"] for entry in (*OF_LESSON, *OF_GALLERY)}
    assert shown == set(kinds()) - {"game"}  # A game is its course's own: see tests/live.
    assert live.locator("head style[id^='workbook.exercise.']").count() == len(shown)
    assert live.locator("sl-causal-map select").first.evaluate("one => getComputedStyle(one).minHeight") == "44px"


def test_answers_are_in_the_portfolio_file(live: Page, lab: Lab) -> None:
    answers = values(lab, lambda found: all(found[entry["id"]] for entry in EACH_KIND))
    stored = json.loads(lab.run("print(open('portfolio.json', encoding='utf-8').read())"))["answers"]
    assert {id: record["value"] for id, record in stored.items()} == {id: one for id, one in answers.items() if one}


@pytest.mark.soak
def test_later_prompts_speak_of_the_issue(live: Page) -> None:
    echo = live.locator(".sl-host sl-own-words[data-of=issue]").first
    echo.get_by_text(ISSUE).wait_for()
    assert words()["own_issue"] not in live.locator(".sl-host sl-own-words").all_text_contents()


@pytest.mark.soak
def test_any_value_gives_a_table_that_pandas_plots(live: Page, lab: Lab) -> None:
    assert lab.run("print(type(run).__name__, run.attrs['settings']['to_care'])").split() == ["DataFrame", "61.5"]


@pytest.mark.soak("one way of each sort is enough of JupyterLab here")
def test_a_slider_moves_chart_and_sentence(live: Page, lab: Lab) -> None:
    explorer = live.locator(".jp-OutputArea-output", has=live.locator(".jupyter-widgets.widget-slider"))
    sentence = explorer.locator("figcaption")
    before = sentence.inner_text()
    sliders = explorer.locator(".jupyter-widgets.widget-slider")
    assert sliders.count() == int(lab.run("print(sum(1 for c in explorer.model.controls if not c.names))"))
    names = lab.run("print(*(c.name for c in explorer.model.controls if not c.names))").split()
    handle = sliders.nth(names.index("to_care")).locator(".noUi-handle")
    handle.focus()
    handle.press("End")
    sentence.filter(has_not_text=before).wait_for(timeout=SLOW)
    assert lab.run("print(explorer.sliders['to_care'].value)").strip() == "100.0"
    wanted = "print(explorer.model.sentence(explorer.model.run(to_care=100)))"
    assert sentence.inner_text() == lab.run(wanted).strip()
    assert explorer.locator("sl-chart svg desc").text_content()


@pytest.mark.soak
def test_the_sliders_cover_the_whole_range(live: Page, lab: Lab) -> None:
    code = "print(all((explorer.sliders[c.name].min, explorer.sliders[c.name].max) == (c.low, c.high) for c in %s))"
    assert lab.run(code % "explorer.model.controls if not c.names").strip() == "True"


@pytest.mark.soak
def test_a_refused_value_names_the_range(live: Page, lab: Lab) -> None:
    with pytest.raises(RuntimeError, match="to_care takes a number from 0 to 100"):
        lab.run("models.discharge.run(to_care=101)")


@pytest.mark.soak
def test_exploring_a_map_by_keyboard(live: Page, lab: Lab) -> None:
    live.locator(f"{GIVEN} select").focus()
    live.keyboard.press("Shift+Tab")
    tab_to(live, f"{GIVEN} select")
    live.keyboard.press("ArrowDown")
    tab_to(live, f"{GIVEN} [data-push=up]")
    live.keyboard.press("Enter")
    tab_to(live, f"{GIVEN} [data-expect=against]")
    live.keyboard.press("Enter")
    live.keyboard.press("Space")  # Pause has the focus now.
    tab_to(live, f"{GIVEN} [data-part=step]")
    before = live.locator(f"{GIVEN} [data-part=steps] li").count()
    live.keyboard.press("Enter")
    live.keyboard.press("Space")
    assert live.locator(f"{GIVEN} [data-part=steps] li").count() == before + 2
    found = value(lab, GIVEN, lambda it: bool(it["runs"]))
    assert found["runs"] == [{"factor": "waits", "change": "up", "expected": "against"}]


@pytest.mark.soak
def test_building_a_map_by_clicks(live: Page, lab: Lab) -> None:
    link(live, WAITING, TIME, "opposite")
    live.locator(f"{OWN} [data-factor=time]").click()
    live.locator(f"{OWN} [data-factor=waiting]").click()
    live.locator(f"{OWN} [data-link] circle").last.click(force=True)
    assert live.locator(f"{OWN} [data-part=found] strong").inner_text() == words()["map_reinforcing"]
    found = value(lab, OWN, lambda it: len(it["links"]) == 2)
    assert [(one["cause"], one["effect"]) for one in found["links"]] == [("waiting", "time"), ("time", "waiting")]


@pytest.mark.soak
def test_the_case_by_keyboard(live: Page, lab: Lab) -> None:
    live.locator(f"{CASE} input").first.focus()
    for n in range(5):
        if n:
            tab_to(live, f"{CASE} .sl-case-now input")
        live.keyboard.press("Space")
        live.keyboard.press("ArrowDown")
        live.keyboard.press("Enter")
    assert live.locator(f"{CASE} .sl-case-scene:visible").count() == 6
    found = value(lab, CASE, lambda it: it["paths"][0]["ended"])
    assert len(found["paths"][0]["steps"]) == 5


@pytest.mark.soak
def test_every_other_kind_is_answered_by_clicks_and_its_value_is_there_in_python(live: Page, lab: Lab) -> None:
    for entry in OF_GALLERY:
        if entry["kind"] in ("causal-map", "case"):
            continue  # Answered above.
        found = exercise(live, entry)
        (WAYS | OTHERS)[entry["kind"]](found)
        saved(found, "kernel")
    known = json.loads(lab.run(VALUES))
    assert known["five-habits"]["shown"] and len(known["five-habits"]["answers"]) == 13
    assert [one["who"] for one in known["who-has-a-part"]["people"]] == ["Role 1", "Role 2", "Role 3"]
    assert known["nine-milestones"]["marks"][0]["why"] == OWN_WORDS
    assert known["recall-chemist-boxes"] == {"option": "sit-in"}
    # The plan has gathered the lines that other cells hold.
    gathered = [one["id"] for one in (*EACH_KIND, *OF_GALLERY) if one["kind"] == "if-then"]
    cards = live.locator("#my-plan [data-line]").evaluate_all("all => all.map(one => one.dataset.line)")
    assert len(cards) == 2 and set(cards) == set(gathered)
    assert known["my-plan"]["lines"][0]["id"] == cards[0]
    assert known["my-plan"]["lines"][0]["cue"] == OWN_WORDS


@pytest.mark.soak
def test_a_calendar_file_is_made_there_too(live: Page) -> None:
    with live.expect_download() as caught:
        live.locator("#my-plan [data-part=calendar]").click()
    text = Path(caught.value.path()).read_text(encoding="utf-8")
    assert "DTSTART:20270329T083000Z" in text, "half past nine in London, in summer time"


@pytest.mark.soak
def test_all_of_it_is_back_when_the_notebook_is_run_again(live: Page) -> None:
    # Which fields a timeline shows is a view and not an answer, so its marks are compared and not its line.
    parts = (".sl-dot-lines desc", ".sl-people-net [data-chip]", ".sl-plan-card [data-part=line]", ".sl-marked")

    def seen() -> list[Any]:
        return [
            all_shown(live, EACH_KIND),
            *(live.locator(f".sl-host {part}").all_text_contents() for part in parts),
        ]

    before = seen()
    assert all(before)
    live.evaluate("document.querySelectorAll('.sl-host').forEach(one => one.remove())")
    run_all(live, ALIVE, ALL)
    for entry in (*OF_LESSON, *OF_GALLERY):
        exercise(live, entry)
    assert seen() == before


def test_nothing_was_asked_of_others_and_no_script_of_ours_failed(live: Page, visits: Visits) -> None:
    assert own_faults(visits) == []
