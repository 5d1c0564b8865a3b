"""The plan: gathers the lines of all lessons, keeps what is written to them, and makes a calendar file."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Locator, Page

from tests.kinds import gallery
from tests.kinds.mistakes import Mistake, assert_told
from tests.support.answering import saved, spoken, unfold
from tests.support.keyboard import tab_to
from tests.support.words import words
from workbook.course import current
from workbook.exercise import Exercise
from workbook.portfolio import Portfolio
from workbook.portfolio.kernel_session import KernelSession

ON_PAGE = ("plan", "if-then")  # A plan gathers their lines.

FILE = gallery.SAMPLES / "6-plan.yml"
ID = "my-plan"
AT = f"#{ID}"
WHERE = f"exercise {ID}"
WEEKS = (2, 6, 12)
LESSON = gallery.lesson("sample-plan")

MISTAKES = {
    "no example": Mistake(
        "    obstacle: if the call", "    hindrance: if the call", (WHERE, "field obstacle", "Add it")
    ),
    "an empty example": Mistake(
        "    helper: the ward clerk; R. from the café", '    helper: ""', (WHERE, "field helper", "Write it")
    ),
    "a list for a text": Mistake(
        "    helper: the ward clerk; R. from the café", "    helper: [a, b]", (WHERE, "field helper", "must be text")
    ),
    "a rehearsal that asks nothing": Mistake(
        "Where are you? What do you see or hear just\n      before? What are your first words? Write",
        "Think of the moment. Write",
        (WHERE, "rehearse asks nothing", "end with a question"),
    ),
    "a field too many": Mistake("    why: people", "    who: me\n    why: people", (WHERE, "field who", "take it out")),
    "no such idea": Mistake("[G6.1, G6.3]", "[G6.1, G7.3]", (WHERE, "ideas.2", "Correct it")),
    "an id twice": Mistake("  - id: my-plan", "  - id: plan-line-two", ("plan-line-two", "its own id")),
    "a field twice": Mistake("    why: people", "    why: a\n    why: people", ("line", "'why'", "keep one")),
    "misspelt kind": Mistake("kind: plan\n", "kind: plans\n", (WHERE, "field kind", "The kinds are")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(FILE, mistake, tmp_path)


def write_line(page: Page, id: str, cue: str, action: str) -> None:
    page.locator(f"#{id} [name=cue]").fill(cue)
    page.locator(f"#{id} [name=action]").fill(action)
    page.locator(f"#{id} [name=action]").blur()
    saved(page.locator(f"#{id}"))


def card(page: Page, id: str) -> Locator:
    return page.locator(f"{AT} [data-line={id}]")


def heads(page: Page) -> list[str]:
    return page.locator(f"{AT} [data-part=line]").all_inner_texts()


def test_without_a_line_from_the_lessons_one_can_be_written_here(gallery_page: Page) -> None:
    assert heads(gallery_page) == [words()["plan_own"]]
    assert words()["plan_none"] in gallery_page.locator(AT).inner_text()
    own = card(gallery_page, "own-1")
    own.locator("[name=cue]").fill("When the board meets")
    own.locator("[name=action]").fill("I will ask who is missing.")
    assert heads(gallery_page) == ["When the board meets, I will ask who is missing."]
    gallery.settled(gallery_page, ID, "v.lines.length && v.lines[0].action.includes('missing')")
    gallery_page.reload()
    assert heads(gallery_page) == ["When the board meets, I will ask who is missing."]


def test_lines_of_the_lessons_come_up_in_order_and_follow_their_words(gallery_page: Page) -> None:
    write_line(gallery_page, "plan-line-two", "the first partner disagrees", "say it back")
    write_line(gallery_page, "plan-line-one", "when the call ends.", "I'll ring the rota manager")
    assert heads(gallery_page) == [
        "When the call ends, I will ring the rota manager.",
        "When the first partner disagrees, I will say it back.",
    ]
    assert words()["plan_none"] not in gallery_page.locator(AT).inner_text()
    work_on(gallery_page, "plan-line-one", first="Find her number")
    write_line(gallery_page, "plan-line-one", "the Monday call ends", "ring the rota manager")
    assert heads(gallery_page)[0] == "When the Monday call ends, I will ring the rota manager."
    assert card(gallery_page, "plan-line-one").locator("[name=first]").input_value() == "Find her number"
    link = card(gallery_page, "plan-line-one").locator("a")
    assert link.get_attribute("href") == "gallery.html#plan-line-one"


@pytest.mark.parametrize(
    "action, ending",
    [
        ("ask: 'Who goes home to nobody?'", "I will ask: 'Who goes home to nobody?'"),
        ("stop at once!", "I will stop at once!"),
        ("say “I was wrong.”", "I will say “I was wrong.”"),
        ("ring the ward.", "I will ring the ward."),
        ("ring the ward (again)", "I will ring the ward (again)."),
    ],
)
def test_a_line_ends_in_one_stop(action: str, ending: str, gallery_page: Page) -> None:
    write_line(gallery_page, "plan-line-one", "the call ends", action)
    assert heads(gallery_page) == [f"When the call ends, {ending}"]


def test_half_a_line_says_what_is_not_written_yet(gallery_page: Page) -> None:
    write_line(gallery_page, "plan-line-one", "the call ends", "")
    assert heads(gallery_page) == [f"When the call ends, I will {words()['plan_unwritten']}."]


def test_a_day_that_has_gone_is_told_and_kept(gallery_page: Page) -> None:
    work_on(gallery_page, "own-1", cue="the call ends", action="ring", first="Ask", day="2024-01-01")
    found = card(gallery_page, "own-1")
    assert found.locator("[data-part=state]").inner_text() == words()["plan_gone"], "it is not ready"
    assert found.locator(".sl-problem").inner_text() == spoken(gallery_page.locator(AT)) == words()["plan_gone"]
    day, told = (found.locator(at).bounding_box() for at in ("[name=day]", ".sl-problem"))
    assert day and told and 0 <= told["y"] - day["y"] - day["height"] < 40, "beside the field"
    told_by = found.locator("[name=day]").get_attribute("aria-describedby")
    assert told_by == found.locator(".sl-problem").get_attribute("id")
    gallery.settled(gallery_page, ID, "v.lines[0].day === '2024-01-01'")
    with gallery_page.expect_download():
        gallery_page.locator(f"{AT} [data-part=calendar]").click()
    made = gallery_page.locator(f"{AT} [data-part=taken]")
    assert made.inner_text()
    card(gallery_page, "own-1").locator("[name=day]").fill("")
    assert found.locator("[data-part=gone]").is_hidden()
    gallery_page.locator(f"{AT} [data-part=calendar]").click()
    assert spoken(gallery_page.locator(AT)) == words()["plan_no_date"]
    assert made.inner_text() == "", "a file is said to have been made, and none was"


def work_on(page: Page, id: str, **fields: str) -> None:
    if card(page, id).get_attribute("open") is None:
        card(page, id).locator("> summary").click()
    if set(fields) & {"why", "obstacle", "helper", "rehearsal"}:
        unfold(card(page, id).locator("[data-part=more]"))
    for name, text in fields.items():
        card(page, id).locator(f"[name={name}]").fill(text)


DETAILS = {
    "why": "People are still on the ward on Fridays",
    "first": "Ask who chairs it",
    "obstacle": "The call runs over; then I write",
    "helper": "R. from the café",
    "rehearsal": "I see the screen go dark. I say: one minute, please.",
    "day": "2027-03-29",
    "time": "09:30",
}


def weekday(day: date) -> date:
    """What would fall on a weekend waits for its Monday."""
    return day + timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))


def test_by_clicks_alone_to_a_calendar_that_two_parsers_read(gallery_page: Page, tmp_path: Path) -> None:
    write_line(gallery_page, "plan-line-one", "the call ends", "ring the rota manager")
    write_line(gallery_page, "plan-line-two", "a partner disagrees", "say it back, then answer")
    work_on(gallery_page, "plan-line-one", **DETAILS)
    work_on(gallery_page, "plan-line-two", day="2026-12-24")
    with gallery_page.expect_download() as caught:
        gallery_page.locator(f"{AT} [data-part=calendar]").click()
    path = tmp_path / caught.value.suggested_filename
    caught.value.save_as(path)
    assert path.suffix == ".ics"
    text = path.read_bytes().decode()
    timed, whole = look_backs(text)
    everything = icalendar.Calendar.from_ical(text).walk("VEVENT")
    firsts = [str(event["SUMMARY"]) for event in everything][:2]
    assert firsts == [f"First step: {DETAILS['first']}", "Do: ring the rota manager"]
    reviews = [event for event in everything if str(event["UID"]).startswith("review-")]
    assert timed.decoded("DTSTART").isoformat() == "2027-03-29T08:30:00+00:00"  # The day after the clocks change.
    assert whole.decoded("DTSTART").isoformat() == "2026-12-24"
    assert str(timed["SUMMARY"]) == "Look back: ring the rota manager"
    for said in (*[DETAILS[name] for name in DETAILS if name not in ("day", "time")], "When the call ends, I will"):
        assert said in str(timed["DESCRIPTION"])
    assert path.name in spoken(gallery_page.locator(AT))
    today = date.fromisoformat(gallery.value(gallery_page, ID)["since"])
    assert [event.decoded("DTSTART") for event in reviews] == [weekday(today + timedelta(weeks=n)) for n in WEEKS]
    assert [str(event["SUMMARY"]) for event in reviews] == [f"Come back: after {n} weeks" for n in WEEKS]
    address = f"Here: {gallery_page.url.rpartition('/')[0]}/notebooks/come-back.html"
    assert all(str(event["DESCRIPTION"]).endswith(address) for event in reviews)
    # Made again, the entries keep their ids, so that a calendar replaces them.
    with gallery_page.expect_download() as again:
        gallery_page.locator(f"{AT} [data-part=calendar]").click()
    events = icalendar.Calendar.from_ical(Path(again.value.path()).read_bytes()).walk("VEVENT")
    assert [event["UID"] for event in events] == [event["UID"] for event in everything]


def test_a_calendar_of_the_first_edition_gains_its_reviews(gallery_page: Page) -> None:
    write_line(gallery_page, "plan-line-one", "the call ends", "ring the rota manager")
    work_on(gallery_page, "plan-line-one", **DETAILS)
    assert "since" not in gallery.value(gallery_page, ID), "an answer without reviews has the form of 0.1"
    record = gallery.stored(gallery_page, ID)
    record["value"]["calendar"] = "0a1b"
    key = f"{gallery.COURSE}/v1/{ID}"
    gallery_page.reload()  # What was still to be saved is saved then.
    gallery_page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])
    gallery_page.reload()
    with gallery_page.expect_download() as caught:
        gallery_page.locator(f"{AT} [data-part=calendar]").click()
    text = Path(caught.value.path()).read_bytes().decode()
    (line,) = look_backs(text)
    assert str(line["UID"]) == "plan-line-one-0a1b"
    uids = [str(event["UID"]) for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    assert [one for one in uids if one.startswith("review-")] == [f"review-{n}-0a1b" for n in WEEKS]


def look_backs(text: str) -> list[Any]:
    """The entries of a calendar file on which one looks back: what comes before them has no day that was chosen."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return [event for event in found if str(event["SUMMARY"]).startswith("Look back")]


def test_by_keyboard_alone(gallery_page: Page) -> None:
    page = gallery_page
    write_line(page, "plan-line-one", "the call ends", "ring the rota manager")
    tab_to(page, f"{AT} [data-line=plan-line-one] > summary")
    page.keyboard.press("Enter")
    for name in ("first", "why", "obstacle", "helper", "rehearsal"):
        if name == "why":
            tab_to(page, f"{AT} [data-line=plan-line-one] [data-part=more] > summary")
            page.keyboard.press("Enter")
        tab_to(page, f"{AT}-plan-line-one-{name}")
        page.keyboard.type(DETAILS[name])
    tab_to(page, f"{AT}-plan-line-one-day")
    page.keyboard.type("05052027")  # The fifth of May, whichever part comes first here.
    tab_to(page, f"{AT}-plan-line-one-time")
    page.keyboard.type("0930a")  # Some clocks ask for morning or afternoon.
    tab_to(page, f"{AT} [data-part=add]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"{ID}-own-1-cue"
    page.keyboard.type("the board meets")
    tab_to(page, f"{AT} [data-part=calendar]")
    with page.expect_download():
        page.keyboard.press("Enter")
    lines = {line["id"]: line for line in gallery.value(page, ID)["lines"]}
    assert {name: lines["plan-line-one"][name] for name in DETAILS} == DETAILS | {"day": "2027-05-05"}
    assert lines["own-1"]["cue"] == "the board meets"
    assert words()["plan_ready"].partition("{")[0] in card(page, "plan-line-one").locator("> summary").inner_text()


def test_a_reload_brings_details_back_and_earlier_ones_too(gallery_page: Page) -> None:
    write_line(gallery_page, "plan-line-one", "the call ends", "ring the rota manager")
    work_on(gallery_page, "plan-line-one", **DETAILS)
    gallery.settled(gallery_page, ID, "v.lines.length && v.lines[0].time")
    gallery_page.reload()
    for name, text in DETAILS.items():
        assert card(gallery_page, "plan-line-one").locator(f"[name={name}]").input_value() == text
    work_on(gallery_page, "plan-line-one", day="2027-04-30", why="Something else altogether, and at length")
    gallery.settled(gallery_page, ID, "v.lines[0].day === '2027-04-30' && v.lines[0].why.startsWith('Something')")
    earlier = [version["value"]["lines"][0] for version in gallery.stored(gallery_page, ID)["earlier"]]
    assert any(line["day"] == DETAILS["day"] and line["why"] == DETAILS["why"] for line in earlier)


def test_details_stay_when_the_line_goes_from_its_lesson(gallery_page: Page) -> None:
    write_line(gallery_page, "plan-line-one", "the call ends", "ring the rota manager")
    work_on(gallery_page, "plan-line-one", first="Find her number")
    gallery.settled(gallery_page, ID, "v.lines.length === 1")
    write_line(gallery_page, "plan-line-one", "", "")
    assert len(heads(gallery_page)) == 1
    assert card(gallery_page, "plan-line-one").locator("[name=first]").input_value() == "Find her number"
    gallery_page.reload()
    assert heads(gallery_page) == ["When the call ends, I will ring the rota manager."]


def test_half_a_date_never_replaces_a_whole_one(gallery_page: Page) -> None:
    work_on(gallery_page, "own-1", cue="the board meets", day="2027-03-29")
    gallery.settled(gallery_page, ID, "v.lines.length && v.lines[0].day")
    field = card(gallery_page, "own-1").locator("[name=day]")
    field.focus()
    gallery_page.keyboard.type("0505")
    gallery_page.keyboard.type("2")  # The year is now 0002.
    assert field.input_value().startswith("0002")
    work_on(gallery_page, "own-1", why="It matters")
    gallery.settled(gallery_page, ID, "v.lines[0].why")
    assert gallery.value(gallery_page, ID)["lines"][0]["day"] == "2027-05-05"


@pytest.mark.parametrize(
    "fields, problem",
    [({}, "plan_no_date"), ({"cue": "x", "time": "09:30"}, "plan_time_alone")],
    ids=["no date", "a time without a date"],
)
def test_what_a_calendar_cannot_hold_is_told(fields: dict[str, str], problem: str, gallery_page: Page) -> None:
    work_on(gallery_page, "own-1", **fields)
    unfold(gallery_page.locator(f"{AT} [data-part=dates]"))
    gallery_page.locator(f"{AT} [data-part=calendar]").click()
    assert spoken(gallery_page.locator(AT)) == words()[problem]
    assert gallery_page.evaluate("document.activeElement.name") == "day"


def record(kind: str, **value: str) -> dict[str, Any]:
    return {"kind": kind, "value": value, "saved": "2026-11-23T10:00:00Z", "asked": "", "said": [], "earlier": []}


@pytest.mark.parametrize("kept", [True, False], ids=["with a portfolio", "without one"])
def test_in_a_kernel_the_lines_come_from_the_session(kept: bool, tmp_path: Path) -> None:
    course = current()
    session = KernelSession(Portfolio(tmp_path / "portfolio.json", course) if kept else None, course.strings)
    line, plan = (session.welcome(Exercise(LESSON.specs[id], LESSON.slug, course)) for id in ("plan-line-one", ID))
    assert plan.shared["lines"] == []
    line.record = record("if-then", cue="the call ends", action="ring")
    assert plan.shared["lines"] == [{"id": "plan-line-one", "cue": "the call ends", "action": "ring"}]
    line.record = record("if-then", cue="the call ends", action="wait")
    assert plan.shared["lines"][0]["action"] == "wait"
    assert plan.shared["issue"] == ""
