"""A shared computer: no tab of the course leaves an answer on the device, however it was opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import BrowserContext, Page

from tests.browser.test_back import REFLECTION, away, back
from tests.browser.test_erase import SECRET, erase
from tests.support import sample
from tests.support.answering import exercise, write
from tests.support.away import DEAF
from tests.support.sites import Site
from tests.support.stores import EMPTY, FILL
from tests.support.words import words

DEVICE = "Object.entries(localStorage).flat().join('\\n')"
ID = REFLECTION["id"]
IN_TAB = "([key, text]) => (sessionStorage.getItem(key) || '').includes(text)"


def share(page: Page) -> None:
    page.locator("#sl-shared").check()
    wait_shared(page)


def wait_shared(page: Page) -> None:
    page.wait_for_function("course => sessionStorage.getItem(course + '/shared') === 'yes'", arg=sample.COURSE)


def wait_kept(page: Page, text: str = SECRET) -> None:
    """Wait until a tab holds a text, and see that the device holds none."""
    page.wait_for_function(IN_TAB, arg=[sample.key(ID), text])
    assert text not in page.evaluate(DEVICE)


def open_link(page: Page, *modifiers: Literal["Control", "Shift"]) -> Page:
    """Open the page once more as a learner opens a link in a tab of its own."""
    page.evaluate(
        """() => { const a = document.createElement('a'); a.href = location.href; a.textContent = 'x'; a.id = 'x';
        document.body.prepend(a); }"""
    )
    with page.context.expect_page() as caught:
        page.locator("#x").first.click(button="left" if modifiers else "middle", modifiers=list(modifiers))
    return caught.value


def test_tabs_opened_by_a_link_or_an_address_know(tab: Callable[[], Page]) -> None:
    one = tab()
    share(one)
    for opened in (open_link(one, "Control"), open_link(one), tab()):
        write(exercise(opened, REFLECTION), "what", SECRET)
        wait_kept(opened)
        line = exercise(opened, REFLECTION).locator("[data-part=saved]").inner_text()
        assert line.startswith(words()["saved_tabs"].partition("{")[0]), "it says that the device keeps it"
    wait_kept(one)
    one.locator("sl-portfolio .sl-written").get_by_text(SECRET).first.wait_for()


def test_a_tab_that_is_already_open_takes_part(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    write(exercise(two, REFLECTION), "what", SECRET)
    two.wait_for_function("([key]) => localStorage.getItem(key)", arg=[sample.key(ID)])
    share(one)
    for page in (one, two):
        wait_kept(page)
    write(exercise(two, REFLECTION), "what", "And more after it")
    wait_kept(one, "And more after it")


def test_typing_goes_on_while_another_tab_is_told(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    write(exercise(two, REFLECTION), "what", "One")
    exercise(two, REFLECTION).locator("[name=what]").fill(SECRET)
    share(one)
    two.locator("body").click(position={"x": 1, "y": 1})
    for page in (one, two):
        wait_kept(page)


#: Where the order of options comes from, for each learner.
ORDER_KEPT = "key => localStorage.getItem(key) ?? sessionStorage.getItem(key)"


def test_nothing_is_left_when_the_last_tab_closes(tab: Callable[[], Page], sample_http: Site) -> None:
    one = tab()
    share(one)
    two = tab()
    write(exercise(two, REFLECTION), "what", SECRET)
    wait_kept(one)
    context: BrowserContext = one.context
    order = two.evaluate(ORDER_KEPT, f"{sample.COURSE}/kept/seed")
    for page in (one, two):
        page.goto("about:blank")  # As closing does, it hides the page.
        page.close()
    next_person = context.new_page()
    next_person.goto(sample_http.url(sample.PAGE))
    assert SECRET not in next_person.content()
    left = next_person.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert set(left) <= {f"{sample.COURSE}/kept/seed"}, "the order of options, drawn anew, is all"
    assert next_person.evaluate(ORDER_KEPT, f"{sample.COURSE}/kept/seed") != order
    assert not next_person.locator("#sl-shared").is_checked()


def test_a_read_that_fails_does_not_write_to_the_device(tab: Callable[[], Page]) -> None:
    one = tab()
    share(one)
    one.evaluate("""() => { const get = Storage.prototype.getItem; let left = 3;
      Storage.prototype.getItem = function (key) {
        if (left-- > 0) throw new DOMException('denied', 'SecurityError');
        return get.call(this, key);
      }; }""")
    for text in (SECRET, f"{SECRET}, again", f"{SECRET}, again and again"):
        write(exercise(one, REFLECTION), "what", text)
        assert SECRET not in one.evaluate(DEVICE)
    wait_kept(one, f"{SECRET}, again and again")


def test_a_tab_that_was_elsewhere_brings_nothing_back(tab: Callable[[], Page]) -> None:
    one, two = tab(), tab()
    share(one)
    write(exercise(two, REFLECTION), "what", SECRET)
    wait_kept(one)
    two.goto("about:blank")
    erase(one)
    two.go_back()
    exercise(two, REFLECTION)
    assert exercise(two, REFLECTION).locator("[name=what]").input_value() == ""
    assert SECRET not in two.evaluate("Object.entries(sessionStorage).flat().join('\\n')")
    assert SECRET not in exercise(one, REFLECTION).inner_text()


def test_without_room_on_the_device_nothing_is_copied(tab: Callable[[], Page]) -> None:
    """Not shared any more, and no room: the tab keeps its answers, and the device none of them."""
    one = tab()
    share(one)
    write(exercise(one, REFLECTION), "what", SECRET)
    write(exercise(one, sample.entry("issue")), "name", "Damp homes")
    wait_kept(one)
    one.evaluate(FILL)
    one.locator("#sl-shared").click()
    one.locator("sl-portfolio [role=status]").get_by_text(words()["problem_full"]).wait_for()
    assert one.locator("#sl-shared").is_checked()
    one.evaluate(EMPTY)
    wait_kept(one)
    assert "Damp homes" not in one.evaluate(DEVICE)


#: A page's storage takes nothing until ``full`` is false, or the page comes anew.
NO_ROOM = """() => { const set = Storage.prototype.setItem; window.full = true;
  Storage.prototype.setItem = function (key, text) {
    if (window.full) throw new DOMException('no room', 'QuotaExceededError');
    return set.call(this, key, text);
  }; }"""


def test_a_tab_without_room_has_another_tabs_answer_once_there_is_room(tab: Callable[[], Page]) -> None:
    """The tab that wrote it may be closed first."""
    one, two = tab(), tab()
    share(one)
    wait_shared(two)
    one.evaluate(NO_ROOM)
    write(exercise(two, REFLECTION), "what", SECRET)
    wait_kept(two)
    two.close()
    wait_kept(tab())  # Which was not there when it was written.
    one.evaluate("() => { window.full = false }")
    wait_kept(one)
    assert exercise(one, REFLECTION).locator("[name=what]").input_value() == SECRET


def test_a_tab_that_had_no_room_and_came_anew_has_another_tabs_answer(tab: Callable[[], Page]) -> None:
    """Its own storage holds the answer of before, and it has forgotten that there was a later one."""
    one, two = tab(), tab()
    share(one)
    wait_shared(two)
    write(exercise(two, REFLECTION), "what", "The older answer")
    wait_kept(one, "The older answer")
    one.evaluate(NO_ROOM)
    write(exercise(two, REFLECTION), "what", SECRET)
    wait_kept(two)
    one.reload()
    wait_kept(one)
    two.close()
    assert exercise(one, REFLECTION).locator("[name=what]").input_value() == SECRET


def test_a_page_that_was_away_has_what_another_tab_wrote(tab: Callable[[], Page]) -> None:
    """A page in the browser's memory hears nothing; the tab that wrote may be closed soon after."""
    one, two = tab(), tab()
    one.add_init_script(DEAF)
    one.reload()
    share(one)
    wait_shared(two)
    write(exercise(two, REFLECTION), "what", "The older answer")
    wait_kept(one, "The older answer")
    away(one)
    write(exercise(two, REFLECTION), "what", SECRET)
    wait_kept(two)
    back(one, emptied=True)
    wait_kept(one)
    assert exercise(one, REFLECTION).locator("[name=what]").input_value() == SECRET


#: A page tells the others nothing, as where they are loading at that moment.
MUTE = "() => { BroadcastChannel.prototype.postMessage = () => {}; }"


def test_a_tab_that_was_loading_has_what_another_one_wrote_as_it_left(tab: Callable[[], Page]) -> None:
    """Both come anew at one moment: neither hears the other ask, and the one with the answer may be closed first."""
    one, two = tab(), tab()
    share(one)
    wait_shared(two)
    two.evaluate(MUTE)
    write(exercise(two, REFLECTION), "what", SECRET)
    wait_kept(two)
    two.reload()
    wait_kept(one)
    assert exercise(one, REFLECTION).locator("[name=what]").input_value() == SECRET


#: One of the two storages refuses every use, as some browsers' settings and policies have it.
BLOCKED = (
    """name => Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } })"""
)


def test_where_tabs_may_keep_nothing_it_is_not_shared_and_says_so(tab: Callable[[], Page]) -> None:
    """Ticked, and only the tab's storage is blocked: the box may not stay ticked over answers that the device keeps."""
    one = tab()
    one.evaluate(BLOCKED, "sessionStorage")
    one.locator("#sl-shared").click()
    one.locator("sl-portfolio [role=status]").get_by_text(words()["problem_blocked"]).wait_for()
    assert not one.locator("#sl-shared").is_checked()
    write(exercise(one, REFLECTION), "what", SECRET)
    line = exercise(one, REFLECTION).locator("[data-part=saved]").inner_text()
    assert line.startswith(words()["saved_page"].partition("{")[0])
    assert not one.evaluate(
        "course => Object.keys(localStorage).some(key => key.startsWith(course + '/shared/'))", sample.COURSE
    )


def test_where_the_device_may_keep_nothing_a_tab_does_not_turn_it_off(tab: Callable[[], Page]) -> None:
    one = tab()
    share(one)
    write(exercise(one, REFLECTION), "what", SECRET)
    wait_kept(one)
    one.evaluate(BLOCKED, "localStorage")
    one.locator("#sl-shared").click()
    one.locator("sl-portfolio [role=status]").get_by_text(words()["problem_blocked"]).wait_for()
    assert one.locator("#sl-shared").is_checked()
    assert one.evaluate(IN_TAB, [sample.key(ID), SECRET])


def test_a_tab_where_the_tabs_storage_is_blocked_writes_nothing_on_a_shared_device(tab: Callable[[], Page]) -> None:
    """Another tab shared the computer: this one cannot keep answers in itself, and may not keep them on the device."""
    one, two = tab(), tab()
    two.evaluate(BLOCKED, "sessionStorage")
    share(one)
    two.wait_for_function(f"course => ({DEVICE}).includes(course + '/shared/')", arg=sample.COURSE)
    write(exercise(two, REFLECTION), "what", SECRET)
    exercise(two, REFLECTION).locator(".sl-problem").first.wait_for()
    assert SECRET not in two.evaluate(DEVICE)
