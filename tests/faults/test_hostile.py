"""Hostile files and stored values in a real browser: no script runs, nothing changes, each gets a message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from systems_leadership.data import course_id
from systems_leadership.words import words
from tests.portfolio.hostile import GOOD_VALUES, broken_files, broken_records, good_record
from tests.support import sample
from tests.support.server import serving

MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\';--\u202e'
ALL = "() => JSON.stringify(Object.entries(localStorage).sort())"


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
    for field in page.locator("sl-issue, sl-reflection, sl-if-then").locator("textarea, input[type=text]").all():
        field.fill(text[: int(field.get_attribute("maxlength") or 10_000)])
        field.blur()


def test_every_hostile_file_is_refused_and_changes_nothing(hostile_page: Page) -> None:
    page = hostile_page
    fill_all(page, "mine")
    before = page.evaluate(ALL)
    say = page.locator(".sl-portfolio-say")
    for name, text in broken_files():
        text = text.replace(json.dumps(course_id()), json.dumps(sample.COURSE))
        say.evaluate("element => { element.textContent = '' }")
        page.locator("#sl-bring").set_input_files(
            {"name": "p.json", "mimeType": "application/json", "buffer": text.encode("utf-8", "surrogatepass")}
        )
        say.filter(has_text="Nothing was changed").wait_for()
        assert page.evaluate(ALL) == before, name
        assert safe(page), name


def stored_values() -> dict[str, list[str]]:
    """Broken values for each sample exercise: its own kind's, then some that are broken for any."""
    found: dict[str, list[str]] = {}
    for entry in sample.entries():
        texts = ["", "{", "null,", '"text"', "[]", "42", "{}", MARKUP, "\u0000", "[" * 50_000]
        for name, record in broken_records():
            if name.startswith(f"{entry['kind']}:") or (entry["kind"] == "choice" and "record" in name):
                texts.append(json.dumps(record))
        found[entry["id"]] = texts
    return found


def test_every_hostile_stored_value_is_set_aside_and_reported(hostile_page: Page) -> None:
    page = hostile_page
    values = stored_values()
    assert sum(len(texts) for texts in values.values()) >= 200
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
        for id, text in now.items():
            kept = [one for key, one in aside.items() if f"/aside/{id}/" in key]
            assert kept == [text], f"{id}: {text[:80]!r} was not set aside"
            assert page.locator(f"#{id} [data-part=saved]").inner_text() == words()["corrupt"], text[:80]
        assert safe(page)


def markup_record(kind: str) -> dict[str, Any]:
    """A record of the right form whose every word is markup."""
    record = good_record(kind)
    value = json.loads(json.dumps(GOOD_VALUES[kind]))
    for key, one in value.items():
        if isinstance(one, str):
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
    assert page.locator("#sample-plan sl-echo").inner_text() == MARKUP
    assert page.locator("sl-portfolio dd").first.inner_text() == MARKUP
    assert page.locator("sl-portfolio img, sl-portfolio script, .sl-exercise img").count() == 0
    assert safe(page)
