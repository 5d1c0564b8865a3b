"""A learner who types, answers, leaves, comes back and meets every kind of trouble, at random."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.support import sample
from tests.support.words import words

TEXTS = {
    "sample-issue": ("name", "touches", "place"),
    "sample-reflection": ("what", "so_what", "now_what"),
    "sample-plan": ("cue", "action"),
    "sample-model": ("explain", "debrief0"),
}
CHOICES = {"sample-judgement": ("wait", "willing", "alone"), "sample-fact": ("one", "two", "three")}

# Lets a test break the storage of a page and mend it again, and set its clock back.
BREAKABLE = """(() => {
  const set = Storage.prototype.setItem, get = Storage.prototype.getItem;
  Storage.prototype.setItem = function (key, text) {
    if (window.trouble === 'full') throw new DOMException('no room', 'QuotaExceededError');
    if (window.trouble === 'blocked') throw new DOMException('denied', 'SecurityError');
    return set.call(this, key, text);
  };
  Storage.prototype.getItem = function (key) {
    if (window.trouble === 'blocked') throw new DOMException('denied', 'SecurityError');
    return get.call(this, key);
  };
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...given) { given.length ? super(...given) : super(RealDate.now() - (window.late || 0)); }
  };
})()"""

#: Opens whatever folds a field away.
UNFOLD = "field => { for (let at = field; at; at = at.parentElement) if (at.open === false) at.open = true; }"
READ = "id => document.getElementById(id).read()"
STORED = """course => Object.fromEntries(Object.keys(localStorage).filter(key => key.startsWith(course + '/'))
  .map(key => [key, localStorage.getItem(key)]))"""


class Learner:
    """Acts in one browser context, one or two tabs; remembers what was acknowledged as saved.

    Args:
        context: fresh, with empty storage.
        url: the page with all sample exercises and the portfolio.
        seed: decides everything that this learner does.
        folder: where portfolio files for import are written.
    """

    def __init__(self, context: BrowserContext, url: str, seed: int, folder: Path) -> None:
        self.context, self.url, self.folder = context, url, folder
        self.random = random.Random(seed)
        self.acknowledged: list[tuple[str, Any]] = []
        self.spoilt: list[str] = []  # values that were corrupted from outside, as they stood
        self.log: list[str] = []
        context.add_init_script(BREAKABLE)
        self.tabs = [self._tab()]

    def _tab(self) -> Page:
        page = self.context.new_page()
        page.goto(self.url)
        return page

    def act(self) -> None:
        """Do one thing, drawn at random."""
        acts: list[tuple[Callable[[], None], int]] = [
            (self.append, 6),
            (self.replace, 4),
            (self.choose, 4),
            (self.leave_while_typing, 2),
            (self.reload, 2),
            (self.reopen, 1),
            (self.second_tab, 1),
            (self.trouble, 2),
            (self.corrupt, 1),
            (self.bring, 2),
            (self.set_clock_back, 1),
        ]
        chosen = self.random.choices([act for act, _ in acts], [weight for _, weight in acts])[0]
        self.log.append(chosen.__name__)
        chosen()

    def word(self) -> str:
        return "".join(self.random.choices("abcdefghijklmnopqrstuvwxyzאבגäöü👋", k=12))

    def page(self) -> Page:
        return self.random.choice(self.tabs)

    def _acknowledge(self, page: Page, id: str) -> None:
        """Where the exercise says that it saved, what is on its screen must never be lost."""
        line = page.locator(f"#{id} [data-part=saved]").inner_text()
        if line.startswith(words()["saved_page"].partition("{")[0]):
            self.acknowledged.append((id, page.evaluate(READ, id)))

    def _write(self, page: Page, text: Callable[[str], str]) -> tuple[str, str]:
        id = self.random.choice(sorted(TEXTS))
        name = self.random.choice(TEXTS[id])
        if id == "sample-model" and page.locator("#sample-model.sl-run").count() == 0:
            page.locator("#sample-model [data-part=skip]").click()
        field = page.locator(f"#{id} [name={name}]")
        field.evaluate(UNFOLD)
        field.fill(text(field.input_value())[:60])
        return id, name

    def append(self) -> None:
        page = self.page()
        id, name = self._write(page, lambda old: f"{old} {self.word()}".strip())
        page.locator(f"#{id} [name={name}]").blur()
        self._acknowledge(page, id)

    def replace(self) -> None:
        page = self.page()
        id, name = self._write(page, lambda _: self.word())
        page.locator(f"#{id} [name={name}]").blur()
        self._acknowledge(page, id)

    def choose(self) -> None:
        page = self.page()
        id = self.random.choice(sorted(CHOICES))
        page.locator(f"#{id} input[value={self.random.choice(CHOICES[id])}]").check()
        page.locator(f"#{id} button[type=submit]").click()
        self._acknowledge(page, id)

    def leave_while_typing(self) -> None:
        """Reload at once, before the pause after which typing is saved."""
        page = self.page()
        id, _ = self._write(page, lambda _: self.word())
        value = page.evaluate(READ, id)
        page.reload()
        self.acknowledged.append((id, value))

    def reload(self) -> None:
        self.page().reload()

    def reopen(self) -> None:
        for page in self.tabs:
            page.close()
        self.tabs = [self._tab()]

    def second_tab(self) -> None:
        if len(self.tabs) < 2:
            self.tabs.append(self._tab())

    def trouble(self) -> None:
        """Storage is full or blocked for one answer; the screen must keep it, and then storage works again."""
        page = self.page()
        page.evaluate("kind => { window.trouble = kind }", self.random.choice(["full", "blocked"]))
        id, name = self._write(page, lambda old: f"{old} {self.word()}".strip())
        field = page.locator(f"#{id} [name={name}]")
        wanted = field.input_value()
        field.blur()
        assert page.locator(f"#{id} [data-part=saved].sl-problem").count() == 1, "no message about storage"
        assert field.input_value() == wanted, "the text left the screen"
        page.evaluate("() => { window.trouble = '' }")
        field.press("End")
        field.press("Space")
        field.blur()
        self._acknowledge(page, id)

    def corrupt(self) -> None:
        """Something outside the course spoils a stored value."""
        page = self.page()
        id = self.random.choice(sorted(TEXTS))
        key = sample.key(id)
        text = page.evaluate("key => localStorage.getItem(key)", key)
        if text is None:
            return
        spoilt = text[: self.random.randrange(len(text))] + self.random.choice(["", "\u0000", "}]", "<script>"])
        if spoilt == text:
            return
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, spoilt])
        # What the spoiling itself destroyed is not the course's loss; the rest must be kept as it was.
        self.acknowledged = [(one, value) for one, value in self.acknowledged if one != id]
        self.spoilt.append(spoilt)
        page.reload()

    def bring(self) -> None:
        """Bring in a portfolio file that holds another answer, and choose either."""
        page = self.page()
        id = "sample-reflection"
        value = {"what": self.word(), "so_what": self.word(), "now_what": ""}
        record = {
            "kind": "reflection",
            "value": value,
            "saved": "2026-01-01T00:00:00.000Z",
            "asked": "?",
            "said": [["What?", value["what"]]],
            "earlier": [],
        }
        path = self.folder / f"{value['what'].encode().hex()}.json"
        whole = {"course": sample.COURSE, "version": 1, "answers": {id: record}}
        path.write_text(json.dumps(whole), encoding="utf-8")
        page.locator("#sl-bring").set_input_files(path)
        form = page.locator("sl-portfolio .sl-review form")
        form.wait_for()
        side = self.random.choice(["here", "file"])
        for radio in form.locator(f"input[value={side}]").all():
            radio.check()
        form.locator("button[type=submit]").click()
        form.wait_for(state="detached")
        self.acknowledged.append((id, value))

    def set_clock_back(self) -> None:
        self.page().evaluate("() => { window.late = 400 * 24 * 3600 * 1000 }")

    def lost(self) -> list[str]:
        """What was acknowledged as saved and is in storage no more, in words."""
        stored: dict[str, str] = self.tabs[0].evaluate(STORED, sample.COURSE)
        found = []
        for id, value in self.acknowledged:
            record = json.loads(stored.get(sample.key(id), '{"value": null, "earlier": []}'))
            versions = [record["value"], *(version["value"] for version in record["earlier"])]
            if not any(holds(version, value) for version in versions):
                found.append(f"{id}: {value}")
        aside = [text for key, text in stored.items() if f"{sample.COURSE}/aside/" in key]
        live = list(stored.values())
        found += [f"set aside: {text[:80]}" for text in self.spoilt if text not in aside and text not in live]
        return found


def holds(version: Any, value: Any) -> bool:
    """Is all of ``value`` in ``version``, at the beginning of the text where it is text?"""
    if isinstance(value, dict):
        return isinstance(version, dict) and all(holds(version.get(key), one) for key, one in value.items())
    if isinstance(value, list):
        return isinstance(version, list) and all(holds(a, b) for a, b in zip(version, value, strict=False))
    if isinstance(value, str):
        return isinstance(version, str) and version.startswith(value.rstrip())
    return value is None or bool(version == value)
