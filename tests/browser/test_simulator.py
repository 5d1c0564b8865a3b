"""The model in the page: predict first, compare runs, in chart, table and sentence."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page

from systems_leadership.models.discharge import discharge
from tests.support import sample
from tests.support.answering import exercise, spoken
from tests.support.stores import store, stored
from tests.support.words import number, words

START = discharge.run(extra_money=1200, to_care=0)
CARE = discharge.run(extra_money=1200, to_care=25)


@pytest.fixture
def model(sample_page: Page) -> Locator:
    return exercise(sample_page, sample.entry("simulator"))


def run(model: Locator, level: str) -> None:
    """Predict by the number field; the pen on the chart has tests of its own."""
    model.get_by_text(words()["sim_other_way"], exact=True).click()
    model.locator("[name=level]").fill(level)
    model.get_by_role("button", name=words()["sim_predict_run"], exact=True).click()


def waiting(model: Locator) -> list[str]:
    """The table's figures for the series predicted."""
    return model.locator("[data-part=table] tbody td:nth-of-type(1)").all_text_contents()


def test_nothing_is_shown_before_the_prediction(model: Locator) -> None:
    assert model.locator("[data-part=lab]").is_hidden()
    assert model.locator("[data-part=table]").is_hidden()


#: Where a slider stands under its label, from its least to its most, with any room there may be: one place for each
#: room, to the pixel that rounding may add.
PLACES = """model => {
  const moved = [];
  for (let width = 260; width <= 400; width += 2) {
    model.style.width = `${width}px`;
    for (const slider of model.querySelectorAll('input[type=range][data-control]')) {
      const places = [];
      for (let step = 0; step <= Number(slider.max); step += 1) {
        slider.value = String(step);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        places.push(slider.offsetTop - slider.closest('.sl-field').offsetTop);
      }
      if (Math.max(...places) - Math.min(...places) > 1) moved.push(`${slider.name}, ${width} px: ${places}`);
    }
  }
  return moved;
}"""


def test_a_slider_stays_under_the_hand(model: Locator) -> None:
    """Its label, which says its value, keeps the lines that it has."""
    model.get_by_role("button", name=words()["sim_skip"]).click()
    assert model.evaluate(PLACES) == []


@pytest.mark.parametrize("level", ["", "-5", "5000"])
def test_a_prediction_out_of_range_is_told(level: str, model: Locator, sample_page: Page) -> None:
    run(model, level)
    assert spoken(model) == (
        words()["sim_level_wrong"].format(low=0, high=800) if level else words()["sim_guess_missing"]
    )
    assert model.locator("[data-part=lab]").is_hidden()
    assert stored(sample_page, "sample-model") is None


def test_the_prediction_stands_beside_the_result(model: Locator) -> None:
    run(model, "200")
    shown = number(discharge.at(START, "waiting", 365))
    assert words()["sim_compare"].format(predicted=200, shown=shown) in model.inner_text()
    assert model.locator("[data-part=chart] .sl-diamond").count() == 1
    assert discharge.sentence(START) in spoken(model)


def test_the_prediction_can_be_skipped_on_purpose(model: Locator, sample_page: Page) -> None:
    model.get_by_role("button", name=words()["sim_skip"]).click()
    shown = number(discharge.at(START, "waiting", 365))
    assert words()["sim_skipped"].format(shown=shown) in model.inner_text()
    assert stored(sample_page, "sample-model")["value"]["predicted"] == "skipped"


def test_runs_stand_side_by_side_with_pythons_figures(model: Locator, sample_page: Page) -> None:
    run(model, "200")
    care = model.locator("[name=to_care]")
    care.press("ArrowRight")
    assert care.get_attribute("aria-valuetext") == "25%"
    assert model.locator("[data-part=sentence]").inner_text() == discharge.sentence(CARE)
    model.get_by_role("button", name=words()["sim_keep"]).click()
    assert waiting(model) == [number(discharge.at(one, "waiting", 365)) for one in (START, CARE)]
    assert model.locator("[data-part=chart] .sl-line").count() == 2
    assert stored(sample_page, "sample-model")["value"]["runs"] == [
        {"extra_money": 1200, "to_care": 0},
        {"extra_money": 1200, "to_care": 25},
    ]


def test_a_run_is_kept_once_and_can_be_removed(model: Locator, sample_page: Page) -> None:
    run(model, "200")
    model.get_by_role("button", name=words()["sim_keep"]).click()
    assert spoken(model) == words()["sim_have"].format(name="A")
    model.locator("[name=to_care]").press("ArrowRight")
    model.get_by_role("button", name=words()["sim_keep"]).click()
    model.get_by_role("button", name=words()["sim_remove"].format(name="A")).click()
    assert len(stored(sample_page, "sample-model")["value"]["runs"]) == 1
    assert len(stored(sample_page, "sample-model")["earlier"]) == 1


def test_the_chart_says_what_it_shows(model: Locator) -> None:
    run(model, "200")
    chart = model.locator("[data-part=chart] svg[role=img]")
    told = (chart.get_attribute(name) or "" for name in ("aria-labelledby", "aria-describedby"))
    title, desc = (model.page.locator(f"#{id}").text_content() or "" for id in told)
    assert "Waiting to come into hospital" in title
    last = number(discharge.at(START, "waiting"))
    assert words()["chart_line"].format(name="A", first="0", last=last) in desc


def test_the_chart_is_read_out_point_by_point(model: Locator) -> None:
    run(model, "200")
    reader = model.locator("sl-chart input[type=range]")
    reader.press("Home")
    assert reader.get_attribute("aria-valuetext") == "Day 0. A: 0"
    assert model.locator("sl-chart output").inner_text() == "Day 0. A: 0"


def test_another_measure_can_be_shown(model: Locator) -> None:
    run(model, "200")
    model.get_by_text(words()["sim_chart_more"], exact=True).click()
    model.locator("[data-part=measures]").get_by_text("Have care at home", exact=True).click()
    assert "Have care at home" in (model.locator("[data-part=chart] svg title").text_content() or "")
    assert model.locator("[data-part=chart] .sl-diamond").count() == 0, "the prediction belongs to another measure"


def test_results_stand_before_settings_under_heads_in_the_same_order(model: Locator) -> None:
    run(model, "200")
    heads = model.locator("[data-part=table] thead th").all_text_contents()
    cells = dict(zip(heads, model.locator("[data-part=table] tbody tr").first.locator("th, td").all(), strict=True))
    measures = model.locator("[data-part=measures] label").all_text_contents()
    assert heads[1 : len(measures) + 1] == measures
    assert cells["Waiting to come into hospital"].text_content() == number(discharge.at(START, "waiting", 365))
    for head in heads[len(measures) + 1 :]:
        handle = model.locator("[data-part=controls] .sl-field", has_text=head)
        assert cells[head].text_content() == handle.locator("output").inner_text(), head
    assert len(heads) == len(measures) + 3, "both settings stand in the table"


def test_a_kept_prediction_is_there_after_a_reload(model: Locator, sample_page: Page) -> None:
    run(model, "200")
    drawn = model.locator("[data-part=chart] .sl-diamond").get_attribute("d")
    sample_page.reload()
    model.locator("[data-part=chart] .sl-diamond").wait_for()
    assert model.locator("[data-part=chart] .sl-diamond").get_attribute("d") == drawn
    assert model.locator("[data-part=sentence]").inner_text() == discharge.sentence(START)
    assert model.locator(".sl-outdated").count() == 0


OLD = {"extra_money": 1200, "to_care": 0, "process": 0}  # a control that this exercise no longer offers
STRANGE = {"extra_money": 1300, "to_care": 0}  # a step that no edition offers now


@pytest.mark.parametrize(("settings", "cards"), [(OLD, 1), (STRANGE, 0)])
def test_a_run_of_the_model_before_it_was_mended_opens_and_says_so(
    settings: dict[str, int], cards: int, model: Locator, sample_page: Page
) -> None:
    value = {"predicted": 200, "runs": [settings], "explain": "Beds filled up.", "debrief": []}
    record = {
        "kind": "simulator",
        "value": value,
        "saved": "2026-01-05T10:00:00.000Z",
        "asked": "Beds or care",
        "said": [["Prediction", "200"]],
    }
    store(sample_page, "sample-model", json.dumps({**record, "earlier": []}))
    sample_page.reload()
    model.locator("[data-part=chart] svg").wait_for()
    assert words()["outdated"] in model.locator(".sl-outdated").inner_text()
    assert model.locator("textarea").first.input_value() == "Beds filled up."
    assert model.locator("[data-part=runs] li").count() == cards
    assert stored(sample_page, "sample-model")["value"] == value, "what was saved stays as it was"


def test_paper_shows_three_moments_side_by_side(model: Locator, sample_page: Page) -> None:
    run(model, "200")
    sample_page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sample_page.emulate_media(media="print")
    shown = model.locator("[data-part=strip] figure")
    assert shown.locator("figcaption").all_text_contents() == ["Day 0", "Day 189", "Day 365"]
    boxes = [one.bounding_box() for one in shown.all()]
    assert all(box and box["width"] > 100 for box in boxes) and len({box["y"] for box in boxes if box}) == 1
    assert model.locator("[data-part=scene]").is_hidden()


def test_without_movement_play_shows_the_end_and_steps_go_on(model: Locator, sample_page: Page) -> None:
    sample_page.emulate_media(reduced_motion="reduce")
    run(model, "200")
    model.locator("[data-part=player] output").get_by_text("Day 365").wait_for()
    time = model.locator("[data-part=player] input")
    time.press("ArrowLeft")
    assert model.locator("[data-part=player] output").inner_text() == "Day 357"
    walking = (
        model.locator("[data-part=scene] svg")
        .last.locator("path")
        .evaluate_all("paths => paths.filter(path => path.getAttribute('d')).length")
    )
    assert walking == 0
