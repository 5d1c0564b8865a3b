"""Hostile files and stored values in a real browser: no script runs, nothing changes, each gets a message."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.portfolio.hostile import GOOD_VALUES, broken_files, broken_records, good_record
from tests.support import sample
from tests.support.server import serving
from tests.support.soak import SOAK, some
from tests.support.visits import PATIENCE
from tests.support.words import words
from workbook.course import current

MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\';--\u202e'


@pytest.fixture(scope="module")
def hostile_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("hostile")
    sample.write(folder)
    with serving(folder) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}/{sample.PAGE}")
        yield page
        context.close()


def safe(page: Page) -> bool:
    return bool(page.evaluate("() => window.hacked === undefined && ({}).polluted === undefined"))


def fill_all(page: Page, text: str) -> None:
    """Answer with this text wherever words can be typed."""
    page.locator("details.sl-more").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for field in page.locator("sl-issue, sl-reflection, sl-if-then").locator("textarea, input[type=text]").all():
        field.fill(text[: int(field.get_attribute("maxlength") or 10_000)])
        field.blur()


#: Bring in one file after the other, as the file field hands them over; what the first that is not refused did.
BRING_ALL = """async ([texts, refused, patience]) => {
  const field = document.getElementById('sl-bring'), say = document.querySelector('.sl-portfolio-say');
  const all = () => JSON.stringify(Object.entries(localStorage).sort());
  const told = () => new Promise(done => {
    setTimeout(() => done('nothing was said'), patience);
    const seen = new MutationObserver(() => {
      if (say.textContent) { seen.disconnect(); done(say.textContent); }
    });
    seen.observe(say, { childList: true, characterData: true, subtree: true });
  });
  const before = all();
  for (const [name, code] of texts) {
    say.textContent = '';
    const given = new DataTransfer();
    const bytes = Uint8Array.from(atob(code), letter => letter.charCodeAt(0));
    given.items.add(new File([bytes], 'p.json', { type: 'application/json' }));
    field.files = given.files;
    const answer = told();
    field.dispatchEvent(new Event('change', { bubbles: true }));
    if (!(await answer).includes(refused)) return `${name}: not refused`;
    if (all() !== before) return `${name}: something was changed`;
    if (window.hacked !== undefined || ({}).polluted !== undefined) return `${name}: it has run`;
  }
  return '';
}"""


def bring_all(page: Page, files: list[tuple[str, str]]) -> str:
    """What went wrong with the first of these files, by name and text, that was not refused; empty if nothing."""
    codes = [(name, base64.b64encode(text.encode("utf-8", "surrogatepass")).decode()) for name, text in files]
    return str(page.evaluate(BRING_ALL, [codes, "Nothing was changed", PATIENCE]))


def test_every_hostile_file_is_refused_and_changes_nothing(hostile_page: Page) -> None:
    fill_all(hostile_page, "mine")
    own = (json.dumps(current().id), json.dumps(sample.COURSE))
    files = [(name, text.replace(*own)) for name, text in broken_files()]
    assert len(files) >= 200
    assert bring_all(hostile_page, files) == ""


def test_a_file_that_is_taken_in_is_noticed(hostile_page: Page) -> None:
    entry = sample.entry("reflection")
    whole = {"course": sample.COURSE, "version": 1, "answers": {entry["id"]: good_record("reflection")}}
    hostile_page.evaluate("() => localStorage.clear()")
    hostile_page.reload()
    assert (
        bring_all(hostile_page, [("cut off", json.dumps(whole)[:40]), ("good", json.dumps(whole))])
        == "good: not refused"
    )


#: What each exercise says of what it has saved.
TOLD = """ids => Object.fromEntries(
  ids.map(id => [id, document.querySelector(`#${id} [data-part=saved]`).innerText]))"""


def stored_values() -> dict[str, list[str]]:
    """Broken values for each sample exercise: its own kind's, then some that are broken for any."""
    found: dict[str, list[str]] = {}
    for entry in sample.entries():
        texts = ["", "{", "null,", '"text"', "[]", "42", "{}", MARKUP, "\u0000", "[" * 50_000]
        for name, record in broken_records():
            if name.startswith(f"{entry['kind']}:") or (entry["kind"] == "choice" and "record" in name):
                texts.append(json.dumps(record))
        found[entry["id"]] = some(texts, 3)
    return found


def test_every_hostile_stored_value_is_set_aside_and_reported(hostile_page: Page) -> None:
    page = hostile_page
    values = stored_values()
    assert sum(len(texts) for texts in values.values()) >= (200 if SOAK else 60)
    for turn in range(max(len(texts) for texts in values.values())):
        now = {id: texts[turn] for id, texts in values.items() if turn < len(texts)}
        page.evaluate("() => localStorage.clear()")
        page.evaluate(
            "([course, values]) => { for (const id in values) localStorage.setItem(`${course}/v1/${id}`, values[id]) }",
            [sample.COURSE, now],
        )
        page.reload()
        aside: dict[str, str] = dict(
            page.evaluate("() => Object.entries(localStorage).filter(([key]) => key.includes('/aside/'))")
        )
        told: dict[str, str] = page.evaluate(TOLD, list(now))
        for id, text in now.items():
            kept = [one for key, one in aside.items() if f"/aside/{id}/" in key]
            assert kept == [text], f"{id}: {text[:80]!r} was not set aside"
            assert told[id] == words()["problem_corrupt"], text[:80]
        assert safe(page)


#: Texts that the page makes or the learner picks: a name for a calendar, a day, a comparison.
NO_WORDS = {"calendar", "since", "compared"}


def markup_record(kind: str) -> dict[str, Any]:
    """A record of the right form whose every word is markup."""
    record = good_record(kind)
    value = json.loads(json.dumps(GOOD_VALUES[kind]))
    for key, one in value.items():
        if isinstance(one, str) and key not in NO_WORDS:
            value[key] = MARKUP
    return {**record, "value": value, "asked": MARKUP, "said": [[MARKUP, MARKUP]]}


def test_markup_in_good_records_stays_text(hostile_page: Page, tmp_path: Path) -> None:
    page = hostile_page
    page.evaluate("() => localStorage.clear()")
    page.reload()
    answers = {entry["id"]: markup_record(entry["kind"]) for entry in sample.entries()}
    whole = {"course": sample.COURSE, "version": 1, "answers": answers}
    path = tmp_path / "markup.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    page.locator("#sl-bring").set_input_files(path)
    page.get_by_role("button", name=words()["bring_do"]).click()
    page.locator(".sl-portfolio-say").filter(has_text="Done").wait_for()
    page.reload()
    assert page.locator("#sample-plan sl-own-words").inner_text() == MARKUP
    assert page.locator("sl-portfolio dd").first.inner_text() == MARKUP
    assert page.locator("sl-portfolio img, sl-portfolio script, .sl-exercise img").count() == 0
    assert safe(page)
