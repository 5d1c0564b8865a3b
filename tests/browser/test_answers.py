"""Answering again: another option, a correction, and what was answered before."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.support import sample
from tests.support.answering import as_list, choose, complete, exercise, place_all, saved, shown, spoken, write
from tests.support.sites import Site
from tests.support.soak import some
from tests.support.stores import stored, wait_stored
from tests.support.visits import Visits
from tests.support.words import words


def earlier(found: Locator) -> list[str]:
    """The earlier answers on offer, newest first."""
    texts: list[str] = found.locator(".sl-version .sl-said").evaluate_all("all => all.map(one => one.textContent)")
    return texts


def test_answers_come_back_after_reload(sample_page: Page) -> None:
    entries = sample.entries()
    for entry in entries:
        complete(sample_page, entry)
    before = [(shown(sample_page, entry), stored(sample_page, entry["id"])) for entry in entries]
    sample_page.reload()
    assert [(shown(sample_page, entry), stored(sample_page, entry["id"])) for entry in entries] == before
    for entry, (_, record) in zip(entries, before, strict=True):
        assert (record["kind"], record["earlier"]) == (entry["kind"], [])
        assert entry["title"] in record["asked"]
        assert all(text for _, text in record["said"])


def test_a_check_without_a_choice_asks_for_one(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    found.get_by_role("button", name=words()["check"], exact=True).click()
    assert found.locator(".sl-problem").inner_text() == spoken(found) == words()["choice_pick"]
    found.locator("input[type=radio]").first.check()
    assert found.locator(".sl-problem").count() == 0, "what it asked for is there"
    assert found.locator("details.sl-feedback[open]").count() == 0
    assert stored(sample_page, "sample-judgement") is None


def test_another_option_can_be_tried(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    assert found.locator("details.sl-feedback").first.is_hidden()
    for option, feedback in enumerate(("Waiting costs time.", "The willing bring others.")):
        choose(found, option)
        assert found.locator("details.sl-feedback[open] [data-part=feedback]").all_inner_texts() == [feedback]
        assert feedback in spoken(found)
    assert stored(sample_page, "sample-judgement")["value"] == {"option": "willing"}
    assert earlier(found) == ["Your choiceWait for everyone."]


def test_what_is_heard_of_a_choice(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    choose(found, 1)
    assert spoken(found) == "What happened. Two came. Well supported. The willing bring others."
    assert found.locator("[data-part=legend] li").all_inner_texts() == [
        words()[f"mark_{mark}"] for mark in ("well_supported", "defensible", "risky")
    ]
    for radio in found.locator("input").all():
        radio.check()
        value = found.evaluate("one => one.read()")
        assert found.evaluate("(one, value) => { one.show(value); return one.read(); }", value) == value


ORDER = "one => [...one.querySelectorAll('input')].map(radio => radio.value)"


def test_what_follows_comes_up_under_the_option(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    options = found.evaluate("one => one.radios().map(radio => radio.value)")
    for place in (len(options) - 1, 1):  # And again after another choice.
        choose(found, place)
        chosen = found.locator(f".sl-choice[data-option={options[place]}]")
        assert chosen.locator("details[open] .sl-verdict").is_visible()
        assert found.locator("details[open]").count() == 1
        assert found.locator(".sl-choice:not(.sl-chosen) summary").all_inner_texts() == [words()["choice_if"]] * 2
        assert found.locator(".sl-verdict").locator("visible=true").count() == 1, "no mark of what was not opened"
        assert sample_page.evaluate("document.activeElement.matches('#sample-judgement .sl-chosen details')")
        assert found.locator("form button").is_hidden(), "a button that is done with"
    sample_page.reload()
    assert found.locator(".sl-chosen details[open]").count() == 1
    key = found.evaluate("one => one.answerKey().map(told => told.dataset.option)")
    assert key == options, "on paper the answers stand in the order of the file"


def test_each_learner_has_an_order_of_their_own_that_stays(sample_visits: Visits, sample_http: Site) -> None:
    seen = set()
    for seed in some(("a1", "b2", "c3", "d4", "e5", "f6"), 2):
        page = sample_visits.open(sample_http.url(sample.PAGE))
        page.evaluate("([key, seed]) => localStorage.setItem(key, seed)", [f"{sample.COURSE}/kept/seed", seed])
        page.reload()
        found = exercise(page, sample.entry("choice"))
        order = found.evaluate(ORDER)
        page.reload()
        assert found.evaluate(ORDER) == order
        seen.add(tuple(order))
        page.emulate_media(media="print")
        printed = found.locator(".sl-choice").evaluate_all(
            "all => all.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)"
            ".map(one => one.dataset.option)"
        )
        assert printed == found.evaluate("one => one.radios().map(radio => radio.value)")
    assert len(seen) > 1


def test_the_order_goes_with_the_answers(sample_page: Page) -> None:
    key = f"{sample.COURSE}/kept/seed"
    seed = sample_page.evaluate("key => localStorage.getItem(key)", key)
    assert seed, "made when the first question came up"
    exercise(sample_page, sample.entry("choice"))
    sample_page.evaluate("document.querySelector('.sl-exercise').store.erase()")
    assert sample_page.evaluate("key => localStorage.getItem(key)", key) is None


def test_an_earlier_choice_can_be_brought_back(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    choose(found, 0)
    choose(found, 1)
    found.locator("details.sl-earlier summary").click()
    found.get_by_role("button", name=words()["bring_back"]).click()
    assert spoken(found) == words()["brought_back"]
    assert found.locator("input:checked").get_attribute("value") == "wait"
    assert "Waiting costs time." in found.locator("details.sl-feedback[open]").inner_text()
    assert earlier(found)[0] == "Your choiceBegin with the willing."
    assert stored(sample_page, "sample-judgement")["value"] == {"option": "wait"}


def test_a_sort_is_checked_only_when_every_item_is_placed(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("sort"))
    as_list(found)
    found.locator(".sl-item").first.locator("label").first.click()
    found.get_by_role("button", name=words()["sort_check"]).click()
    assert spoken(found) == words()["sort_pick"].format(n=2)
    assert found.locator(".sl-item[data-verdict]").count() == 0
    assert sample_page.evaluate("document.activeElement.name") == "sample-sort-ice"


def test_a_sort_can_be_corrected(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("sort"))
    place_all(found, 1)
    assert spoken(found) == words()["sort_result"].format(fits=1, can=1, off=1, all=3)
    verdicts = "all => all.map(one => one.dataset.verdict || '')"
    items = found.locator(".sl-item")
    assert items.evaluate_all(verdicts) == ["not-quite", "right", "defensible"]
    assert "Iced tea is cold." in items.nth(2).inner_text()
    items.first.locator("label").first.click()
    assert items.evaluate_all(verdicts) == ["", "right", "defensible"], "a moved item is not told until checked again"
    found.get_by_role("button", name=words()["sort_check"]).click()
    assert items.evaluate_all(verdicts) == ["right", "right", "defensible"]
    assert stored(sample_page, "sample-sort")["value"]["placed"]["sun"] == "warm"


def test_a_replaced_text_is_kept_and_a_grown_one_is_not(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("reflection"))
    for text in ("We met", "We met on Monday", "Something else altogether"):
        write(found, "what", text)
        wait_stored(sample_page, "sample-reflection", text)
    versions = stored(sample_page, "sample-reflection")["earlier"]
    assert [one["value"]["what"] for one in versions] == ["We met on Monday"]
    found.locator("details.sl-earlier summary").click()
    found.get_by_role("button", name=words()["bring_back"]).click()
    assert found.locator("[name=what]").input_value() == "We met on Monday"


def test_a_text_is_saved_while_one_types(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("reflection"))
    found.locator("[name=what]").press_sequentially("Half a th")
    saved(found)
    assert found.locator("[name=what]").evaluate("one => one === document.activeElement")
    assert stored(sample_page, "sample-reflection")["value"]["what"] == "Half a th"


def test_leaving_the_page_saves_what_was_just_typed(sample_page: Page) -> None:
    exercise(sample_page, sample.entry("reflection")).locator("[name=what]").press_sequentially("Last words")
    sample_page.goto("about:blank")
    sample_page.go_back()
    assert exercise(sample_page, sample.entry("reflection")).locator("[name=what]").input_value() == "Last words"
