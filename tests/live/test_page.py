"""The page to play alone: by keys, by single clicks, and nothing lost in mid-play."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from systems_leadership.games.merrowdale.screen import EQUATIONS, check, script, words
from tests.live.screen import HEAD, ID, MAIN, ON, choose_all, heading, kept, quarters, role
from tests.support.axe import findings, in_both_modes
from tests.support.keyboard import tab_to
from tests.support.stores import EMPTY, FILL
from tests.support.visits import Visits
from tests.support.words import words as said


def test_words_fit_the_model_and_the_script_is_up_to_date() -> None:
    assert check() == []
    assert EQUATIONS.read_text(encoding="utf-8") == script(), "run python -m systems_leadership.games"


def test_a_round_by_keys_alone(live: Page) -> None:
    tab_to(live, '.sl-live-role[data-role="council"] button')
    live.keyboard.press("Enter")
    assert live.evaluate("document.activeElement.dataset.part") == "live-head"
    live.keyboard.press("Tab")
    for lever in ("fee", "first"):
        tab_to(live, f"input[name$=-{lever}]")
        live.keyboard.press("Space")
    for quarter in range(1, 9):
        if quarter == 3:
            tab_to(live, "input[name$=-first]")
            live.keyboard.press("ArrowRight")
        tab_to(live, ON)
        live.keyboard.press("Enter")
        assert live.evaluate("document.activeElement.dataset.part") == "live-head", quarter
    assert heading(live) == said()["live_end_1"]
    tab_to(live, MAIN)
    live.keyboard.press("Enter")
    turns = kept(live)[0]["rounds"][0]["turns"]  # type: ignore[index]
    assert [turn["first"] for turn in turns] == [0, 0, 1, 1, 1, 1, 1, 1]


def test_three_rounds_by_single_clicks_and_the_way_back(live: Page) -> None:
    role(live, "hospital").click()
    live.locator(ON).click()
    assert said()["live_missing"] in live.locator(".sl-message").inner_text(), "nothing is chosen for anybody"
    for number in (1, 2, 3):
        quarters(live, 1)
        if number == 2:
            live.locator(".sl-live-decide select").select_option("changes 1")
            quarters(live, 1)
            assert words()["levers"]["changes"]["up"]["ask"] in live.locator(".sl-live-speeches").inner_text()
        same = live.get_by_role("button", name=said()["live_same_now"])
        for _ in range(3 if number != 2 else 2):
            same.click()
        live.get_by_role("button", name=said()["live_same_now"]).click()
        live.get_by_role("button", name=said()["live_same_year"]).click()
        assert heading(live) == said()[f"live_end_{number}"]
        live.locator(MAIN).click()
    assert heading(live) == said()["live_debrief"]
    assert live.locator(".sl-live-way").count() >= 1
    assert live.locator(".sl-live-carriers > li").count() == len(words()["roles"])
    fields = live.locator("[data-part=words] textarea")
    fields.first.fill("The home list")
    live.get_by_role("button", name=said()["live_start_again"]).click()
    role(live, "housing").click()
    assert [play["seat"] for play in kept(live)] == ["hospital", "housing"], "the last play is kept"
    live.reload()
    assert fields.first.input_value() == "The home list"


def test_others_windows_stay_shut_until_data_are_shared(live: Page) -> None:
    role(live, "residents").click()
    quarters(live, 2)
    assert live.locator("sl-district .sl-shut").count() == len(words()["roles"]) - 1
    assert live.locator(".sl-live-board").count() == 0
    assert not any(sign.isdigit() for sign in live.locator(".sl-live-speeches").inner_text())
    quarters(live, 6)
    live.locator(MAIN).click()
    quarters(live, 1)
    assert live.locator("sl-district .sl-shut").count() == 0
    assert live.locator(".sl-live-board > ul > li").count() == len(words()["roles"]) - 1


def test_undo_within_a_quarter_and_take_one_back(live: Page) -> None:
    role(live, "housing").click()
    quarters(live, 2)
    before = heading(live)
    chips = live.locator(".sl-live-choice label")
    chips.nth(4).click()
    live.get_by_role("button", name=said()["live_undo"]).click()
    expect(chips.nth(1).locator("input")).to_be_checked()
    chips.nth(4).click()
    live.locator(ON).click()
    assert heading(live) != before
    live.get_by_role("button", name=said()["live_take_back"]).click()
    assert heading(live) == before
    expect(chips.nth(4).locator("input")).to_be_checked()
    assert len(kept(live)[0]["rounds"][0]["turns"]) == 2  # type: ignore[index]


def test_the_boundary_moves_and_fixes_the_fee(live: Page) -> None:
    role(live, "council").click()
    quarters(live, 4)
    assert live.locator(".sl-live-news").is_visible()
    assert live.locator("input[name$=-fee]").count() == 0 and live.locator(".sl-live-fixed").is_visible()
    quarters(live, 2)
    assert live.locator("input[name$=-fee]").count() > 0


def test_reload_in_mid_quarter(live: Page) -> None:
    role(live, "firms").click()
    quarters(live, 3)
    live.locator(".sl-live-choice label").nth(4).click()
    before = heading(live)
    live.reload()
    assert heading(live) == before
    expect(live.locator(".sl-live-choice label").nth(4).locator("input")).to_be_checked()


def test_looking_back_comes_back(live: Page) -> None:
    role(live, "firms").click()
    quarters(live, 8)
    live.get_by_role("button", name=said()["live_look_back"]).click()
    assert heading(live) == said()["live_debrief"]
    live.reload()
    assert heading(live) == said()["live_debrief"]
    live.get_by_role("button", name=said()["live_back_to_play"]).click()
    end = heading(live)
    live.reload()
    assert heading(live) == end == said()["live_end_1"]


def test_what_was_played_on_is_what_is_played_again(live: Page) -> None:
    """A quarter goes on from those before it; after a reload the whole round is played anew."""
    role(live, "residents").click()
    for _ in (1, 2):
        for _ in (1, 2):
            quarters(live, 1)
            live.get_by_role("button", name=said()["live_same_year"]).click()
        live.locator(MAIN).click()
    quarters(live, 4)
    before = live.locator("[data-part=stage]").text_content()
    live.reload()
    live.locator(HEAD, has_text=heading(live)).wait_for()
    assert live.locator("[data-part=stage]").text_content() == before


def test_a_second_tab_goes_on_where_the_first_is(live: Page, live_url: str) -> None:
    role(live, "community").click()
    quarters(live, 1)
    other = live.context.new_page()
    other.goto(live_url)
    assert heading(other) == heading(live)
    quarters(other, 1)
    expect(live.locator(HEAD)).to_have_text(heading(other))
    assert len(kept(live)[0]["rounds"][0]["turns"]) == 2  # type: ignore[index]


def test_full_storage_is_told_and_the_play_goes_on(live: Page) -> None:
    role(live, "housing").click()
    quarters(live, 1)
    live.evaluate(FILL)
    quarters(live, 2)
    assert said()["problem_full"] in live.locator(f"#{ID}").inner_text()
    assert len(kept(live)[0]["rounds"][0]["turns"]) == 1  # type: ignore[index]
    live.evaluate(EMPTY)
    quarters(live, 1)
    assert len(kept(live)[0]["rounds"][0]["turns"]) == 4, "nothing of it is lost"  # type: ignore[index]


def test_axe_finds_nothing_and_320_pixels_are_enough(live_visits: Visits, live_url: str) -> None:
    page = live_visits.open(live_url, reduced_motion="reduce", viewport={"width": 320, "height": 700})

    def sound(where: str) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, where

    assert findings(page) == []
    sound("who to be")
    role(page, "hospital").click()
    for number in (1, 2, 3):
        quarters(page, 4)
        sound(f"round {number}")
        assert findings(page) == []
        quarters(page, 4)
        sound(f"end of round {number}")
        page.locator(MAIN).click()
    for fold in page.locator(".sl-live-fold > summary").all():
        fold.click()
    for run in page.locator(".sl-live-wrongs button, .sl-live-try button").all():
        run.click()
    sound("debrief")
    assert in_both_modes(page) == []


def test_axe_finds_nothing_in_a_room_and_320_pixels_are_enough(live_visits: Visits, live_url: str) -> None:
    page = live_visits.open(live_url, reduced_motion="reduce", viewport={"width": 320, "height": 700})
    page.locator("summary", has_text=said()["live_room"]).click()
    page.get_by_role("button", name=said()["live_room_start"]).click()
    for where in ("for all to see", "a cover", "a desk"):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, where
        assert in_both_modes(page) == [], where
        page.locator(MAIN).click()


def test_a_place_where_staying_inside_is_better(live: Page) -> None:
    role(live, "community").click()
    quarters(live, 8)
    live.get_by_role("button", name=said()["live_look_back"]).click()
    live.locator("summary", has_text=said()["live_hill"]).click()
    live.get_by_role("button", name=said()["live_hill_play"]).click()
    for _ in range(2):
        quarters(live, 8)
        live.locator(MAIN).click()
    assert words()["districts"]["one-house"]["why"].split()[0] in live.locator(".sl-live-news").inner_text()
    queue = live.locator(".sl-live-scroll").first.locator("tr", has_text=said()["live_line_queue"]).locator("td")
    alone, pooled = (int(queue.nth(at).inner_text()) for at in (0, 1))
    assert alone < pooled


def test_one_press_passes_what_is_left_of_a_year_and_no_more(live: Page) -> None:
    role(live, "firms").click()
    quarters(live, 1)
    live.get_by_role("button", name=said()["live_same_year"]).click()
    assert live.locator(".sl-live-news").is_visible(), "the boundary is not passed over"
    turns = kept(live)[0]["rounds"][0]["turns"]  # type: ignore[index]
    assert len(turns) == 4 and all(turn == turns[0] for turn in turns)


def test_what_was_asked_for_by_a_button_is_what_is_chosen(live: Page) -> None:
    role(live, "community").click()
    quarters(live, 8)
    live.locator(MAIN).click()
    quarters(live, 1)
    near = live.locator(".sl-live-decide .sl-field button").first
    near.click()
    assert live.locator(".sl-live-decide select").evaluate("one => one.selectedOptions[0].text") in near.inner_text()
    live.locator(ON).click()
    asked = live.locator(".sl-live-speeches").inner_text()
    assert said()["live_you_asked"].partition("{")[0] in asked


def test_the_picture_stays_and_is_said_in_words(live: Page) -> None:
    role(live, "housing").click()
    quarters(live, 1)
    scene = live.locator("sl-district").element_handle()
    spoken = live.locator("figcaption .sl-spoken")
    before = spoken.text_content()
    quarters(live, 3)
    assert scene is not None and scene.evaluate("one => one.isConnected"), "it was drawn anew"
    assert spoken.text_content() != before
    assert spoken.text_content().count(":") == 2, "nobody else's window is said"  # type: ignore[union-attr]
    heard = [one.inner_text() for one in live.locator(".sl-live-speech p").all()]
    assert heard and all(one in (live.locator(f"#{ID} [data-part=live]").text_content() or "") for one in heard)


def test_in_a_room_each_has_a_cover_and_sees_only_their_own(live: Page) -> None:
    live.locator("summary", has_text=said()["live_room"]).click()
    live.get_by_role("button", name=said()["live_room_start"]).click()
    for quarter in (1, 2):
        live.locator(MAIN).click()
        for told in words()["roles"].values():
            assert heading(live) == told["name"] and live.locator("table, fieldset").count() == 0
            live.locator(MAIN).click()
            assert told["you"] in live.locator("[data-part=stage]").inner_text()
            assert live.locator("sl-district").count() == 0, "round 1: nobody sees the whole"
            choose_all(live)
            live.locator(ON).click()
        assert len(kept(live)[0]["rounds"][0]["turns"]) == quarter  # type: ignore[index]


def test_a_room_with_an_hour_leaves_out_the_middle(live: Page) -> None:
    live.locator("summary", has_text=said()["live_room"]).click()
    live.get_by_role("button", name=said()["live_room_start"]).click()
    for number in (1, 3):
        if number == 3:
            choose_all(live)
        live.locator(MAIN).click()
        for _ in words()["roles"]:
            live.locator(MAIN).click()
            choose_all(live)
            live.locator(ON).click()
        for _ in range(7):
            live.get_by_role("button", name=said()["live_room_same"]).click()
            if live.locator(".sl-message").is_visible():  # Half the time is over, and the pool is agreed again.
                choose_all(live)
                live.get_by_role("button", name=said()["live_room_same"]).click()
        assert heading(live) == said()[f"live_end_{number}"]
        if number == 1:
            live.get_by_role("button", name=said()["live_go_past"]).click()
    live.reload()
    assert heading(live) == said()["live_debrief"]
    assert [round["name"] for round in kept(live)[0]["rounds"]] == ["alone", "together"]  # type: ignore[attr-defined]


#: Lines that the name of each figure takes, without the words of its target, and those of each mark.
LINES = """() => [...document.querySelectorAll(
  '.sl-live-figures th[scope=row], .sl-live-figures .sl-live-mark')].map(one => {
  const range = document.createRange();
  range.selectNode(one.matches('th') ? one.firstChild : one.lastChild);
  return [one.textContent, new Set([...range.getClientRects()].map(box => Math.round(box.top))).size, one.tagName];
})"""


def test_figures_have_room_for_their_names_beside_what_is_decided(live: Page) -> None:
    live.set_viewport_size({"width": 1280, "height": 800})
    live.add_style_tag(content="main { width: 656px }")  # as wide as the book's
    role(live, "council").click()
    quarters(live, 1)
    sides = live.locator(".sl-live-sides > div").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert sides[0] == sides[1], "side by side"
    lines = live.evaluate(LINES)
    assert len(lines) >= 6 and [one for one in lines if one[1] > (2 if one[2] == "TH" else 1)] == []


def test_what_is_missing_stands_clear_of_the_button(live: Page) -> None:
    role(live, "council").click()
    live.locator(ON).click()
    button, message = live.locator(ON).bounding_box(), live.locator(".sl-message").bounding_box()
    assert button and message and message["y"] - button["y"] - button["height"] >= 6
    live.locator(".sl-live-decide input[type=radio]").first.check()
    assert live.locator(".sl-message").count() == 0, "something is done about it"


def test_the_first_round_tells_what_its_colours_mean_and_the_second_from_when_one_can_ask(live: Page) -> None:
    role(live, "residents").click()
    assert "Green has help, or gives it." in live.locator("figcaption").inner_text()
    assert "Yellow is stuck, or worn out." in live.locator("figcaption").inner_text()
    fill = live.locator("sl-district .sl-figure-house.sl-role-new").first.evaluate("one => getComputedStyle(one).fill")
    assert fill == "rgb(240, 180, 0)"
    quarters(live, 8)
    live.locator(MAIN).click()
    assert "From the second quarter on you can ask" in live.locator(".sl-live-intro").inner_text()
    assert live.locator(".sl-live-decide select").count() == 0
    quarters(live, 1)
    assert live.locator(".sl-live-decide select").count() == 1


def test_the_parts_of_those_who_wait_come_to_their_sum(live: Page) -> None:
    role(live, "housing").click()
    quarters(live, 8)
    live.get_by_role("button", name=said()["live_look_back"]).click()
    told = live.locator(".sl-live-scroll").first.locator("td").all_inner_texts()
    waiting = [int(one) for one in told if one.isdigit()][:4]
    assert waiting[0] == sum(waiting[1:])
