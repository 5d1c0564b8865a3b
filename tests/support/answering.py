"""Answering an exercise with the pointer, as any learner might: one way for each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

from tests.support.words import words

ISSUE = "Cold, damp homes"
PLACE = "Merrowdale"
OWN_WORDS = "My own words"

Entry = dict[str, Any]

#: Everything an exercise shows of its answer: its controls, its open feedback, its tables.
SHOWN = """element => ({
  controls: [...element.querySelectorAll('input:not([type=range], [data-control]), textarea')]
    .map(one => [one.name, one.type === 'radio' ? [one.value, one.checked] : one.value]),
  feedback: [...element.querySelectorAll('details.sl-feedback[open], .sl-board, .sl-item > .sl-told-here')]
    .map(one => one.innerText.trim()),
  rows: [...element.querySelectorAll('tbody tr')]
    .filter(one => !one.closest('[data-part=moments]')) // of the run in sight: a page begins with the first
    .map(one => one.innerText),
})"""

#: Go to the step of a lesson in which an exercise stands, as one does: by the line of steps; unfold what
#: holds it, and press its setting where another one is in sight.
TO_ITS_STEP = """id => {
  const section = document.getElementById(id).closest('section.sl-step[hidden]');
  if (section) document.querySelector(`sl-steps a[href="#${section.id}"]`).click();
  for (let fold = document.getElementById(id); (fold = fold.parentElement?.closest('details')); )
    if (!fold.open) fold.querySelector(':scope > summary').click();
  const version = document.getElementById(id).closest('.sl-version[hidden]');
  if (version) version.parentElement.querySelector(`[data-of="${version.dataset.setting}"]`).click();
}"""


ALL_ALIVE = """() => document.readyState === 'complete' &&
  [...document.querySelectorAll('.sl-exercise[data-kind]')].every(one => one.classList.contains('sl-alive'))"""


def all_alive(page: Page) -> None:
    """Wait until every exercise of the page has come to life: the scripts of heavy ones come behind all others."""
    page.wait_for_function(ALL_ALIVE)


def exercise(page: Page, entry: Entry) -> Locator:
    """The exercise's element, once its script has woken it."""
    page.locator(f"#{entry['id']}.sl-alive").wait_for(state="attached")
    page.evaluate(TO_ITS_STEP, entry["id"])
    return page.locator(f"#{entry['id']}")


def saved(found: Locator, where: str = "page") -> None:
    """Wait until the exercise says that it saved, in the ``page`` or the ``kernel``."""
    found.locator("[data-part=saved]", has_text=words()[f"saved_{where}"].partition("{")[0]).wait_for()


def problem(found: Locator) -> Locator:
    """The problem that the exercise shows, beside a control or at its foot."""
    return found.locator(".sl-problem")


def spoken(found: Locator) -> str:
    """What the exercise's live region holds."""
    return found.locator("[data-part=live]").text_content() or ""


def shown(page: Page, entry: Entry) -> Any:
    """The answer as it stands on screen, to compare with it later."""
    return exercise(page, entry).evaluate(SHOWN)


def all_shown(page: Page, entries: list[Entry]) -> dict[str, Any]:
    """The answers to several exercises as they stand on screen, by id."""
    for entry in entries:
        exercise(page, entry)
    found: dict[str, Any] = page.evaluate(
        f"ids => Object.fromEntries(ids.map(id => [id, ({SHOWN})(document.getElementById(id))]))",
        [entry["id"] for entry in entries],
    )
    return found


def write(found: Locator, name: str, text: str) -> None:
    field = found.locator(f"[name={name}]")
    for fold in found.locator("details", has=found.page.locator(f"[name={name}]")).all():
        unfold(fold)
    field.fill(text)
    field.blur()


def choose(found: Locator, option: int) -> None:
    """Choose one option of a choice by its place in the file, and check it."""
    found.locator(f".sl-choice[style*='order: {option};'] label").click()
    check = found.get_by_role("button", name=words()["check"], exact=True)
    if check.is_visible():  # Not under the option that was checked already.
        check.click()


def as_list(found: Locator) -> None:
    """Show a sort as a list, if it shows its cards one by one."""
    if found.get_attribute("data-view") == "cards":
        found.locator("[data-part=view]").click()


def sort_cards(found: Locator, bin: int = 0) -> None:
    """Put every card of a sort that is still to come into the place at one position, to the end of both rounds."""
    while found.locator(".sl-sorting").count() or found.locator(".sl-pause [data-part=next]").count():
        if found.locator(".sl-sorting").count():
            found.locator(".sl-bin").nth(bin).click()
        if found.locator("[data-part=next]").count():
            found.locator("[data-part=next]").click()


def place_all(found: Locator, group: int) -> None:
    """Put every item of a sort into the group at one place, as a list, and check all."""
    as_list(found)
    for row in found.locator(".sl-item").all():
        row.locator("label").nth(group).click()
    found.get_by_role("button", name=words()["sort_check"]).click()


def _choice(found: Locator) -> None:
    choose(found, 0)
    found.locator("details.sl-feedback[open]").wait_for()


def _sort(found: Locator) -> None:
    again = found.locator(".sl-stage [data-part=again]")
    if again.is_visible():
        again.click()
    sort_cards(found)
    found.locator(".sl-board").wait_for()


def _issue(found: Locator) -> None:
    write(found, "touches", OWN_WORDS)
    write(found, "place", PLACE)
    write(found, "name", ISSUE)


def _reflection(found: Locator) -> None:
    for name in ("what", "so_what", "now_what"):
        write(found, name, f"{OWN_WORDS}: {name}")


def _if_then(found: Locator) -> None:
    write(found, "cue", OWN_WORDS)
    write(found, "action", OWN_WORDS)


def predict(found: Locator) -> None:
    """Give a prediction in the form the simulator asks for, by its fields, and run it."""
    form = found.locator("form[data-part=predict]")
    unfold(form.locator("[data-part=other]"))
    for level in form.locator("input[type=number]").all():
        level.fill(level.get_attribute("max") or "")
    for slider in form.locator("input[type=range]").all():
        slider.press("ArrowRight")
    if form.locator("input[type=radio]").count():
        form.locator("label", has=form.page.locator("input[type=radio]")).first.click()
    form.get_by_role("button", name=words()["sim_predict_run"], exact=True).click()


def unfold(details: Locator) -> None:
    """Open something folded, if it is not open yet."""
    if details.get_attribute("open") is None:
        details.locator("> summary").click()


def unfold_to(found: Locator) -> None:
    """Open every fold that something lies in, as one presses their headings."""
    for fold in found.locator("xpath=ancestor::details").all():
        unfold(fold)


def move(found: Locator) -> None:
    """Move the last handle of a model by one step: a slider, or one of several named ways."""
    handle = found.locator("[data-control]")
    slider = handle.last
    if slider.get_attribute("type") == "range":
        slider.press("ArrowRight" if slider.input_value() == "0" else "ArrowLeft")
    else:
        found.locator(".sl-ways").last.locator("input:not(:checked)").first.check()


def _simulator(found: Locator) -> None:
    predict(found)
    found.locator("[data-part=lab] sl-chart svg").first.wait_for()
    move(found)
    found.get_by_role("button", name=words()["sim_keep"]).click()
    unfold(found.locator("[data-part=more]"))
    for area in found.locator("textarea").all():
        area.fill(OWN_WORDS)
        area.blur()


def _areas(found: Locator) -> None:
    for fold in found.locator("details", has=found.page.locator("textarea")).all():
        unfold(fold)
    for area in found.locator("textarea").all():
        area.fill(OWN_WORDS)
        area.blur()


def _causal_map(found: Locator) -> None:
    if found.locator("[data-part=nudge]").count():
        for change in ("up", "down"):
            found.locator("select").select_option(index=1)
            found.locator(f"[data-push={change}]").click()
            found.locator("[data-expect=skipped]").or_(found.locator("[data-part=rest]")).locator(
                "visible=true"
            ).click()
            if found.locator("[data-part=rest]").is_visible():
                found.get_by_role("button", name=words()["map_rest"]).click()
    else:
        for cause, effect in ((1, 2), (2, 3), (3, 1)):
            found.locator("[name=cause]").select_option(index=cause)
            found.locator("[name=effect]").select_option(index=effect)
            found.locator("input[value=same]").check()
            found.get_by_role("button", name=words()["map_add_link"]).click()
    _areas(found)


def _case(found: Locator) -> None:
    again = found.get_by_role("button", name=words()["case_again"])
    if again.is_visible():
        again.click()
    fork = found.locator(".sl-case-now [data-part=fork]")
    while fork.count():
        fork.locator("label").first.click()
        fork.get_by_role("button").click()
    _areas(found)


def _trade_off(found: Locator) -> None:
    found.locator("[data-part=ask] label").first.click()
    found.locator("[data-part=ask] button").click()
    handle = found.locator("[data-part=handle]")
    for key in ("Home", "End"):
        handle.press(key)


def begin_game(found: Locator) -> None:
    """Take the first role, if none is taken yet."""
    role = found.locator(".sl-live-role button").first
    if role.is_visible():
        role.click()


def decide(found: Locator) -> None:
    """Take the first way of all that is not decided yet in a game's turn."""
    questions = found.locator("fieldset:visible", has=found.page.locator("input[type=radio]"))
    for at in range(questions.count()):  # Choosing one may bring another.
        if not questions.nth(at).locator("input:checked").count():
            questions.nth(at).locator("label").first.click()


def play_round(found: Locator) -> None:
    """Decide, and the same again, to the end of a round."""
    on = found.locator("[data-part=live-pass]")
    while on.count():
        decide(found)
        on.click()


#: The first role, the first way of all that is decided, and then the same again: pressed by script, as twenty-four
#: quarters by the pointer take longer than everything else on a page. Its own tests play it by hand.
PLAY = """async root => {
  const seen = which => [...root.querySelectorAll(which)].filter(one => one.checkVisibility());
  seen('.sl-live-role button')[0]?.click();
  for (let quarters = 0; quarters < 40; quarters++) {
    // A frame, and what the press before it left for later.
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    const [on] = seen('[data-part=live-pass], [data-part=stage] button.sl-main');
    if (!on) return;
    const open = () => seen('fieldset:has(input[type=radio])').find(one => !one.querySelector('input:checked'));
    for (let asked, n = 0; n < 20 && (asked = open()); n++) asked.querySelector('input').click();
    seen('[data-part=live-pass], [data-part=stage] button.sl-main')[0].click();
  }
}"""


def _game(found: Locator) -> None:
    """Play every round to its end, and look back."""
    found.evaluate(PLAY)
    _areas(found)


WAYS: dict[str, Callable[[Locator], None]] = {
    "choice": _choice,
    "sort": _sort,
    "issue": _issue,
    "reflection": _reflection,
    "if-then": _if_then,
    "simulator": _simulator,
    "causal-map": _causal_map,
    "case": _case,
    "trade-off": _trade_off,
    "game": _game,
}


def anything(found: Locator) -> None:
    """Answer a kind that says no way of its own: write in every field, take the first of every choice."""
    _areas(found)
    for field in found.locator("input[type=text]:visible").all():
        field.fill(OWN_WORDS)
        field.blur()
    for group in found.locator("fieldset:visible", has=found.page.locator("input[type=radio]")).all():
        group.locator("label").first.click()
    for button in found.locator("button[type=submit]:visible").all():
        button.click()


def way(kind: str) -> Callable[[Locator], None]:
    """How to answer a kind: one of those above, the way its own tests have, or any."""
    from tests.kinds import ways  # Not at the top: it builds on this module.

    return WAYS.get(kind) or ways.WAYS.get(kind) or anything


def answer(page: Page, entry: Entry) -> Locator:
    """Answer an exercise to the full, whether or not it can be saved."""
    found = exercise(page, entry)
    way(entry["kind"])(found)
    return found


def complete(page: Page, entry: Entry) -> None:
    """Answer an exercise to the full and see it saved."""
    saved(answer(page, entry))
