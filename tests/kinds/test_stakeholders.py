"""Stakeholders: one list, its grid and its network, the questions it raises."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, ViewportSize

from tests.kinds import gallery
from tests.kinds.golden import Transcript, assert_golden
from tests.kinds.mistakes import Mistake, assert_told
from tests.kinds.sight import OVERLAPS, SCREENS, SEEN_WHOLE
from tests.kinds.ways import opened_list
from tests.support.answering import saved, spoken
from tests.support.keyboard import tab_to
from tests.support.visits import Visits
from tests.support.words import words

ON_PAGE = ("stakeholders",)

FILE = gallery.SAMPLES / "6-stakeholders.yml"
ID = "who-has-a-part"
AT = f"#{ID}"
WHERE = f"exercise {ID}"

MISTAKES = {
    "two steps": Mistake(
        "      - {id: voice, text: Is asked}\n      - {id: part, text: Shapes it}\n",
        "",
        (WHERE, "field power", "at least 3"),
    ),
    "six steps": Mistake(
        "      - {id: none, text: No say}\n",
        "      - {id: none, text: No say}\n      - {id: a, text: A}\n      - {id: b, text: B}\n",
        (WHERE, "field power", "at most 5"),
    ),
    "two steps with one id": Mistake("id: part,", "id: voice,", (WHERE, "steps of power", "'voice'", "its own")),
    "two steps with one text": Mistake("text: Shapes it", "text: is asked", (WHERE, "steps of power", "its own words")),
    "no such id": Mistake("id: life,", "id: Daily life,", (WHERE, "interest.4.id", "Correct it")),
    "yes without quotes": Mistake("text: No say", "text: no", (WHERE, "power.1.text", "Put it in quotes")),
    "no question left": Mistake("    missing: Who", "    lacking: Who", (WHERE, "field missing", "Add it")),
    "one leading question": Mistake(
        "      - Who does the work at night, at the weekend or in the villages?\n"
        "      - Whose budget would grow or shrink if you did well?\n"
        "      - Who has tried before, and what did they find out?\n",
        "",
        (WHERE, "field often_missing", "at least 2"),
    ),
    "a field too many": Mistake(
        "    power:\n", "    colour: red\n    power:\n", (WHERE, "field colour", "take it out")
    ),
    "steps as a text": Mistake(
        "    interest:\n", "    interest: much\n    more:\n", (WHERE, "field interest", "beginning with a dash")
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


PEOPLE = [
    ("Ward clerk", "Can decide or block", "Their daily work"),
    ("Trust board", "Can decide or block", "Little at stake"),
    ("M., carer", "No say", "Their daily life"),
    ("Rota manager", "Shapes it", "Their daily work"),
    ("Café", "Is asked", "Something at stake"),
]
TALKS = [(0, 3), (0, 1), (2, 4)]


def row(page: Page, n: int) -> Locator:
    return page.locator(f"{AT} [data-person]").nth(n)


def fill_in(page: Page) -> None:
    """The whole list by single clicks and typing, in its own fields."""
    opened_list(page.locator(AT))
    for n, (who, power, interest) in enumerate(PEOPLE):
        if n >= 3:
            page.locator(f"{AT} [data-part=add]").click()
        row(page, n).locator("[name=who]").click()
        page.keyboard.type(who)
        row(page, n).locator("[name=power]").select_option(power)
        row(page, n).locator("[name=interest]").select_option(interest)
    for one, other in TALKS:
        details = row(page, one).locator("details")
        if details.get_attribute("open") is None:
            details.locator("summary").click()
        details.locator("label", has_text=PEOPLE[other][0]).click()


@pytest.fixture(scope="module")
def filled(browser: Browser, gallery_url: str) -> StorageState:
    """What the browser keeps once the whole list is filled in."""
    with closing(browser.new_context(**gallery.BRITISH)) as context:
        page = context.new_page()
        page.goto(gallery_url)
        fill_in(page)
        gallery.settled(page, ID, f"v.talks.length === {len(TALKS)}")
        return context.storage_state()


@pytest.fixture
def filled_page(gallery_visits: Visits, gallery_url: str, filled: StorageState) -> Page:
    return gallery_visits.open(gallery_url, storage_state=filled, **gallery.BRITISH)


def names_in(page: Page, power: str, column: int) -> list[str]:
    line = page.locator(f"{AT} .sl-grid-of tbody tr", has=page.get_by_role("rowheader", name=power, exact=True))
    return line.locator("td").nth(column).locator("li").all_inner_texts()


def test_by_clicks_alone_grid_network_and_questions(gallery_page: Page) -> None:
    fill_in(gallery_page)
    gallery.settled(gallery_page, ID, "v.talks.length === 3")
    assert names_in(gallery_page, "Can decide or block", 2) == ["Ward clerk"]
    assert names_in(gallery_page, "No say", 3) == ["M., carer"]
    assert gallery_page.locator(f"{AT} .sl-people-net line").count() == len(TALKS)
    assert gallery_page.locator(f"{AT} .sl-bridge").count() == 0
    told = gallery_page.locator(f"{AT} ol li").all_inner_texts()
    assert told[0] == "Ward clerk talks with Trust board; Rota manager."
    assert told[2] == "M., carer talks with Café."
    found = gallery_page.locator(f"{AT} [data-part=questions] li").all_inner_texts()
    questions = " ".join(found)
    assert found[0].startswith("Two groups on your list do not talk"), "who never meets is told first"
    assert "most say and the least at stake: Trust board" in questions
    assert "Two groups on your list do not talk with each other" in questions
    assert "(M., carer) talk with nobody" in questions
    value = gallery.value(gallery_page, ID)
    assert [one["who"] for one in value["people"]] == [who for who, _, _ in PEOPLE]
    assert sorted(map(sorted, value["talks"])) == [["p1", "p2"], ["p1", "p4"], ["p3", "p5"]]


def test_a_talk_is_marked_from_either_side(filled_page: Page) -> None:
    opened_list(filled_page.locator(AT))
    details = row(filled_page, 3).locator("details")
    assert details.locator("summary").inner_text() == "Talks with: Ward clerk"
    details.locator("summary").click()
    details.locator("label", has_text="Ward clerk").click()
    assert row(filled_page, 0).locator("summary").inner_text() == "Talks with: Trust board"


def test_by_keyboard_alone(gallery_page: Page) -> None:
    page = gallery_page
    tab_to(page, f"{AT} [data-part=list] > summary")
    page.keyboard.press("Enter")
    for n in range(3):
        tab_to(page, f"{AT}-p{n + 1}-who")
        page.keyboard.type(f"Role {n + 1}")
        tab_to(page, f"{AT}-p{n + 1}-power")
        page.keyboard.press("ArrowDown")
        tab_to(page, f"{AT}-p{n + 1}-interest")
        page.keyboard.press("ArrowDown")
        tab_to(page, f"{AT} [data-person=p{n + 1}] summary")
        if n == 2:
            page.keyboard.press("Enter")
            tab_to(page, f"{AT} [data-person=p3] input[type=checkbox]")
            page.keyboard.press("Space")
    tab_to(page, f"{AT} [data-part=add]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"{ID}-p4-who"
    page.keyboard.type("Role 4")
    tab_to(page, f"{AT} [data-person=p4] [data-part=remove]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"{ID}-p3-who"
    tab_to(page, f"{AT} textarea")
    page.keyboard.type("The night staff")
    saved(page.locator(AT))
    gallery.settled(page, ID, "v.missing === 'The night staff'")
    value = gallery.value(page, ID)
    assert [one["who"] for one in value["people"]] == ["Role 1", "Role 2", "Role 3"]
    assert value["talks"] == [["p1", "p3"]]


def seen(page: Page) -> Any:
    return page.locator(AT).evaluate(
        """one => [[...one.querySelectorAll('[data-person] :is(input[type=text], select)')].map(f => f.value),
        [...one.querySelectorAll('summary')].map(s => s.innerText), one.querySelector('[data-part=seen]').innerText,
        one.querySelector('.sl-people-net').innerHTML, one.querySelector('textarea').value]"""
    )


def test_a_reload_brings_all_of_it_back(filled_page: Page) -> None:
    filled_page.locator(f"{AT} textarea").fill("Those who never answer")
    filled_page.locator(f"{AT} textarea").blur()
    gallery.settled(filled_page, ID, "v.missing && v.talks.length === 3")
    before = seen(filled_page)
    filled_page.reload()
    assert seen(filled_page) == before


def test_a_line_taken_out_can_be_brought_back(filled_page: Page) -> None:
    before = seen(filled_page)
    opened_list(filled_page.locator(AT))
    row(filled_page, 0).locator("[data-part=remove]").click()
    assert "Ward clerk" in spoken(filled_page.locator(AT))
    value = gallery.value(filled_page, ID)
    assert len(value["people"]) == 4 and value["talks"] == [["p3", "p5"]]
    filled_page.reload()
    found = filled_page.locator(AT)
    found.locator(".sl-earlier summary").click()
    found.get_by_role("button", name=words()["bring_back"]).first.click()
    assert seen(filled_page)[:4] == before[:4]


def test_removing_just_after_typing_loses_nothing(gallery_page: Page) -> None:
    opened_list(gallery_page.locator(AT))
    row(gallery_page, 0).locator("[name=who]").fill("Just typed")
    row(gallery_page, 0).locator("[data-part=remove]").click()
    record = gallery.stored(gallery_page, ID)
    assert record["value"]["people"] == []
    assert record["earlier"][0]["value"]["people"][0]["who"] == "Just typed"


#: As if one clicked and typed.
ADD_THIRTY = """at => { const one = document.querySelector(at);
  for (let n = 0; n < 30; n++) {
    if (n >= 3) one.querySelector('[data-part=add]').click();
    const who = one.querySelectorAll('[data-person] [name=who]')[n];
    who.value = `Role ${n}`;
    who.dispatchEvent(new Event('input', { bubbles: true }));
    who.dispatchEvent(new Event('change', { bubbles: true })); } }"""


def test_thirty_are_room_enough_and_the_next_is_refused(gallery_page: Page) -> None:
    gallery_page.evaluate(ADD_THIRTY, AT)
    gallery_page.locator(f"{AT} [data-part=add]").click()
    assert gallery_page.locator(f"{AT} [data-person]").count() == 30
    assert words()["stakeholders_full"].replace("{n}", "30") == spoken(gallery_page.locator(AT))
    assert gallery_page.locator(f"{AT} .sl-people-net [data-chip]").count() == 30
    assert gallery_page.evaluate(OVERLAPS, f"{AT} .sl-people-net [data-chip]") == []
    # The quickest of several: other tests may hold the machine up.
    drawn = gallery_page.evaluate(
        """at => { const one = document.querySelector(at); return Math.min(...[1, 2, 3, 4, 5, 6, 7, 8].map(() => {
        const from = performance.now(); one.draw(); return performance.now() - from; })); }""",
        AT,
    )
    assert drawn < 200, f"{drawn:.0f} ms to draw thirty"


CROWDS = {
    "six in a line": (
        [
            "Discharge coordinator (P.)",
            "Council commissioner",
            "People home from hospital, living alone",
            "Lunch club host, and her driver",
            "GP receptionist",
            "Me (charity)",
        ],
        [(0, 4), (0, 5), (1, 5), (3, 5), (2, 3)],
    ),
    "fourteen all round": ([f"WWWWWW coordinator {n}" for n in "abcdefghijklmn"], [(n, n + 1) for n in range(13)]),
}


def bring(page: Page, people: list[tuple[str, str, str]], talks: list[tuple[int, int]]) -> None:
    """A list as if it had been filled in before."""
    listed = [
        {"id": f"p{n}", "who": who, "power": power, "interest": interest}
        for n, (who, power, interest) in enumerate(people, 1)
    ]
    value = {"people": listed, "talks": [[f"p{one + 1}", f"p{other + 1}"] for one, other in talks], "missing": ""}
    page.evaluate("([at, value]) => document.querySelector(at).show(value)", [AT, value])


@pytest.mark.parametrize("width", [320, 390, 660])
@pytest.mark.parametrize("crowd", CROWDS)
def test_every_name_in_the_network_is_whole_and_covers_no_other(crowd: str, width: int, gallery_page: Page) -> None:
    names, talks = CROWDS[crowd]
    gallery_page.set_viewport_size({"width": width, "height": 800})
    gallery_page.add_style_tag(content="body { font-family: sans-serif }")
    bring(gallery_page, [(name, "", "") for name in names], talks)
    chips = gallery_page.locator(f"{AT} .sl-people-net [data-chip]")
    assert chips.all_inner_texts() == names
    assert gallery_page.evaluate(OVERLAPS, f"{AT} .sl-people-net [data-chip]") == []
    frame = gallery_page.locator(f"{AT} .sl-people-net").bounding_box()
    assert frame
    for chip in chips.all():
        box = chip.bounding_box()
        assert box and box["x"] >= frame["x"] - 1 and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_each_answer_and_each_column_can_be_read(width: int, gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, viewport={"width": width, "height": 800})
    bring(page, [("People home from hospital", "none", "life"), ("Receptionist", "decides", "some")], [])
    cut = page.locator(AT).evaluate(
        """one => [...one.querySelectorAll('select')].filter(select => {
        const has = select.offsetWidth; select.style.width = 'auto'; return select.offsetWidth > has + 1; }).length"""
    )
    assert cut == 0, "a select is narrower than its words"
    grid = page.locator(f"{AT} .sl-grid-of")
    assert grid.evaluate("one => one.scrollWidth <= one.clientWidth"), "a column is out of sight"
    # Still a table to those who hear it: heads of columns and rows, and every cell.
    roles = {role: grid.get_by_role(role).count() for role in ("columnheader", "rowheader", "cell")}
    assert roles == {"columnheader": 5, "rowheader": 4, "cell": 16}
    assert page.evaluate(OVERLAPS, f"{AT} .sl-grid-of [data-chip]") == []


def enlist(page: Page, names: list[str]) -> None:
    page.locator(f"{AT} [data-draft]").click()
    for name in names:
        page.keyboard.type(name)
        page.keyboard.press("Enter")


def test_by_presses_a_name_is_put_in_its_place_and_linked(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    enlist(gallery_page, [who for who, _, _ in PEOPLE])
    found.locator("[data-chip='grid p1']").click()
    assert found.locator("[data-put]").count() == 16
    found.locator("[data-put='decides work']").click()
    assert names_in(gallery_page, "Can decide or block", 2) == ["Ward clerk"]
    assert gallery_page.evaluate("document.activeElement.dataset.chip") == "grid p1"
    # Each link is two presses, and nobody stays in the hand: the next two are another link.
    for one, other in (("p1", "p2"), ("p3", "p4")):
        for id in (one, other):
            found.locator(f"[data-chip='net {id}']").click()
        assert found.locator("[aria-pressed=true]").count() == 0
    gallery.settled(gallery_page, ID, 'JSON.stringify(v.talks) === \'[["p1","p2"],["p3","p4"]]\'')
    assert gallery_page.locator(AT).evaluate("one => one.read().people[0].power") == "decides"
    for id in ("p3", "p4"):
        found.locator(f"[data-chip='net {id}']").click()
    gallery.settled(gallery_page, ID, "v.talks.length === 1")
    found.locator("[data-chip='net p1']").click()
    gallery_page.keyboard.press("Escape")
    assert found.locator("[aria-pressed=true]").count() == 0


STANDS = "all => Object.fromEntries(all.map(one => [one.dataset.chip, [one.style.left, one.style.top]]))"


def test_names_in_the_network_stay_where_they_stand(gallery_page: Page) -> None:
    """Whoever draws a line finds both its ends again; a new name stands where there is room. Tidy lays all anew."""
    found = gallery_page.locator(AT)
    chips = found.locator(".sl-people-net [data-chip]")
    enlist(gallery_page, [who for who, _, _ in PEOPLE])
    assert not found.locator("[data-part=tidy]").is_visible(), "there is nothing to tidy"
    before = chips.evaluate_all(STANDS)
    for one, other in (("p1", "p2"), ("p1", "p4"), ("p1", "p4")):
        for id in (one, other):
            found.locator(f"[data-chip='net {id}']").click()
        assert chips.evaluate_all(STANDS) == before
    enlist(gallery_page, ["Night porter"])
    after = chips.evaluate_all(STANDS)
    assert {id: after[id] for id in before} == before and len(after) == len(before) + 1
    assert gallery_page.evaluate(OVERLAPS, f"{AT} .sl-people-net [data-chip]") == []
    found.locator("[data-part=tidy]").click()
    assert spoken(found) == words()["stakeholders_tidied"]
    assert chips.evaluate_all(STANDS) != after


def test_many_new_names_find_room_without_moving_others(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    enlist(gallery_page, ["Ward clerk", "Café"])
    for id in ("p1", "p2"):
        found.locator(f"[data-chip='net {id}']").click()
    chips = found.locator(".sl-people-net [data-chip]")
    stood = chips.evaluate_all(STANDS)
    for n in range(18):
        enlist(gallery_page, [f"Somebody with quite a long name {n}"])
        now = chips.evaluate_all(STANDS)
        assert {id: now[id] for id in stood} == stood
        stood = now
    assert gallery_page.evaluate(OVERLAPS, f"{AT} .sl-people-net [data-chip]") == []


def listed(page: Page) -> list[str]:
    names: list[str] = page.locator(AT).evaluate("one => one.read().people.map(person => person.who)")
    return names


def test_a_press_without_a_name_says_what_is_missing(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    found.locator("[data-part=enlist]").click()
    assert spoken(found) == words()["stakeholders_new_first"]
    assert gallery_page.evaluate("document.activeElement.matches('[data-draft]')")
    place = found.locator("[data-part=enlist]").bounding_box()
    found.locator("[data-part=enlist]").click()
    assert found.locator("[data-part=enlist]").bounding_box() == place, "the words do not move the button"
    # By mouse and by keys a name is taken over as its field is left, before the press: then nothing is missing.
    for n, by_keys in enumerate((False, True)):
        found.locator("[data-draft]").click()
        gallery_page.keyboard.type(f"Somebody {n}")
        if by_keys:
            gallery_page.keyboard.press("Enter")
        else:
            found.locator("[data-part=enlist]").click()
        assert spoken(found).endswith("and whom they talk with.") and not found.locator(".sl-message").count()
    assert listed(gallery_page) == ["Somebody 0", "Somebody 1"]


def test_a_list_of_names_alone_is_called_neither_good_nor_bad(gallery_page: Page) -> None:
    found = gallery_page.locator(AT)
    assert found.locator("[data-part=listed]").is_hidden()
    enlist(gallery_page, ["Ward clerk", "Café", "Rota manager"])
    assert found.locator("[data-part=listed]").inner_text() == "On the list (3): Ward clerk, Café, Rota manager"
    assert words()["stakeholders_tells_next"] in found.locator("[data-part=questions]").inner_text()


def drag(page: Page, chip: str, target: str) -> None:
    for at in (target, chip):
        page.locator(f"{AT} {at}").scroll_into_view_if_needed()
    one, other = (page.locator(f"{AT} {at}").bounding_box() for at in (chip, target))
    assert one and other
    page.mouse.move(one["x"] + 9, one["y"] + 9)
    page.mouse.down()
    page.mouse.move(other["x"] + 20, other["y"] + 20, steps=4)
    page.mouse.up()


def test_by_drag_a_name_is_put_in_its_place_and_linked(gallery_page: Page) -> None:
    enlist(gallery_page, ["Ward clerk", "Café", "Rota manager"])
    drag(gallery_page, "[data-chip='grid p2']", "[data-target='voice some']")
    gallery.settled(gallery_page, ID, "v.people[1].power === 'voice' && v.people[1].interest === 'some'")
    drag(gallery_page, "[data-chip='net p1']", "[data-chip='net p3']")
    gallery.settled(gallery_page, ID, 'JSON.stringify(v.talks) === \'[["p1","p3"]]\'')
    assert gallery_page.locator(f"{AT} .sl-pull").count() == 0
    assert gallery_page.locator(f"{AT} [aria-pressed=true]").count() == 0, "a drag is no press"
    assert gallery_page.evaluate("document.activeElement.dataset.chip") == "net p1"
    gallery_page.locator(f"{AT} [data-chip='net p2']").click()
    assert gallery_page.locator(f"{AT} [aria-pressed=true]").count() == 1, "the press after a drag is one"


def test_a_name_that_was_typed_and_left_is_on_the_list(gallery_page: Page) -> None:
    gallery_page.locator(f"{AT} [data-draft]").fill("Night porter")
    gallery_page.locator(f"{AT} textarea").click()
    gallery.settled(gallery_page, ID, "v.people[0].who === 'Night porter'")
    enlist(gallery_page, ["Night porter"])
    assert spoken(gallery_page.locator(AT)) == words()["stakeholders_already"].replace("{name}", "Night porter")


def test_what_is_said_is_enough_to_do_it_by_keys(gallery_page: Page) -> None:
    page, transcript = gallery_page, Transcript(gallery_page, gallery_page.locator(AT))
    press = transcript.press
    enlist(page, ["Ward clerk", "Trust board", "M., carer"])
    transcript.hear()
    for n, keys in (
        (1, "ArrowUp ArrowUp ArrowUp ArrowUp ArrowRight ArrowRight"),
        (2, "ArrowUp ArrowUp ArrowUp ArrowUp"),
    ):
        tab_to(page, f"{AT} [data-chip='grid p{n}']")
        press(*keys.split())
    tab_to(page, f"{AT} [data-chip='grid p3']")
    press("ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight")
    tab_to(page, f"{AT} [data-chip='net p1']")
    press("Enter")
    tab_to(page, f"{AT} [data-chip='net p2']")
    press("Enter")
    assert_golden("stakeholders", transcript.lines)
    gallery.settled(page, ID, "v.talks.length === 1 && v.people.every(one => one.power && one.interest)")


@pytest.mark.parametrize("size", SCREENS, ids=["phone", "desk"])
def test_what_is_told_is_in_sight(size: ViewportSize, gallery_visits: Visits, gallery_url: str) -> None:
    page = gallery_visits.open(gallery_url, viewport=size)
    found = page.locator(AT)
    enlist(page, [who for who, _, _ in PEOPLE])
    for n, at in ((1, "decides work"), (2, "decides little"), (3, "none life")):
        found.locator(f"[data-chip='grid p{n}']").click()
        assert page.evaluate(SEEN_WHOLE, f"{AT} [data-part=grid-told]") is True
        found.locator(f"[data-put='{at}']").click()
        assert page.evaluate(SEEN_WHOLE, f"{AT} [data-part=grid-told]") is True
    for one, other in TALKS:
        found.locator(f"[data-chip='net p{one + 1}']").click()
        found.locator(f"[data-chip='net p{other + 1}']").click()
        assert page.evaluate(SEEN_WHOLE, f"{AT} [data-part=net-told]") is True
        assert "talk" in found.locator("[data-part=net-told]").inner_text()
        page.keyboard.press("Escape")


def test_what_a_learner_writes_stays_text(gallery_page: Page) -> None:
    evil = "<img src=x onerror=window.hacked=1>"
    for n in range(3):
        gallery_page.locator(f"{AT} [data-draft]").fill(f"{evil}{n}")
        gallery_page.keyboard.press("Enter")
    assert gallery_page.locator(f"{AT} ol li").first.inner_text().startswith(evil)
    assert gallery_page.evaluate("window.hacked === undefined") and gallery_page.locator(f"{AT} img").count() == 0


def test_the_warning_stands_before_the_list(gallery_page: Page) -> None:
    text = gallery_page.locator(AT).inner_text()
    assert text.index(words()["stakeholders_warning"]) < text.index(words()["stakeholders_new"])
