"""A learner who types, answers, leaves, comes back, erases and meets every kind of trouble, at random."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Collection
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from tests.support import sample
from tests.support.words import words

from .tabs import AWAKE, Tabs, come_anew, evaluated

TEXTS = {
    "sample-free-recall": ("words",),
    "sample-issue": ("name", "touches", "place"),
    "sample-reflection": ("what", "so_what", "now_what"),
    "sample-plan": ("cue", "action"),
}
ITEMS, PLACES, POWER = ("sun", "ice", "tea"), ("warm", "cold"), ("none", "voice", "decides")
CHOICES = {
    "sample-judgement": ("wait", "willing", "alone"),
    "sample-fact": ("one", "two", "three"),
    "sample-split": ("few-buses", "few-drivers"),
}
PRESSED, PLAN = ("sample-habits", "sample-winter", "sample-years"), "sample-lines"
MOST_TABS = 3
PATIENCE = 4.0  # seconds that browsers may take to tell one tab of another
YEAR = 365 * 24 * 3600 * 1000

HELD = """course => [localStorage, sessionStorage].map(one => Object.fromEntries(Object.keys(one)
  .filter(key => key.startsWith(course + '/')).map(key => [key, one.getItem(key)])))"""
FORGETTING = "[...document.querySelectorAll('.sl-exercise')].some(one => one.forgotten)"
SHOWN = """() => [...document.querySelectorAll('.sl-exercise')].map(one => JSON.stringify([one.read?.(), one.lastSeen,
  one.fullest, one.pending]) + one.textContent).join() + document.querySelector('sl-portfolio').textContent"""


class Learner:
    """Acts in up to three tabs; remembers what was acknowledged as saved, and what was erased.

    Args:
        tabs: none is open yet, and the storage is empty.
        seed: decides everything that this learner does; every fourth sits at a shared computer.
        only: names of acts, where not all are to be drawn from.
    """

    def __init__(self, tabs: Tabs, seed: int, only: Collection[str] = ()) -> None:
        self.tabs = tabs
        self.only = only
        self.random = random.Random(seed)
        self.acknowledged: list[tuple[str, Any]] = []
        self.saves = 0
        self.spoilt: list[str] = []  # values that were corrupted from outside, as they stood
        self.written: list[str] = []  # words since all was erased
        self.erased: list[str] = []
        self.wrong: list[str] = []
        self.log: list[str] = []
        self.shared = seed % 4 == 3
        self._first()

    def _first(self) -> None:
        page = self.tabs.add()
        if self.shared:
            self.do(page, "share")

    def act(self) -> None:
        """Do one thing, drawn at random."""
        acts: list[tuple[Callable[[], None], int]] = [
            (self.append, 6),
            (self.replace, 4),
            (self.choose, 2),
            (self.sort, 2),
            (self.list_somebody, 2),
            (self.draw, 2),
            (self.press, 3),
            (self.date, 1),
            (self.leave_while_typing, 2),
            (self.reload, 1),
            (self.away_and_back, 3),
            (self.reopen, 1),
            (self.another_tab, 3),
            (self.all_at_once, 2),
            (self.trouble, 2),
            (self.fails_once, 2),
            (self.corrupt, 1),
            (self.bring, 2),
            (self.crash, 1),
            (self.set_clock, 1),
            (self.erase, 2),
        ]
        drawn = [(act, weight) for act, weight in acts if not self.only or act.__name__ in self.only]
        chosen = self.random.choices([act for act, _ in drawn], [weight for _, weight in drawn])[0]
        self.log.append(chosen.__name__)
        chosen()

    def word(self) -> str:
        made = "".join(self.random.choices("abcdefghijklmnopqrstuvwxyzאבגäöü👋", k=12))
        self.written.append(made)
        return made

    def do(self, page: Page, what: str, *given: Any) -> Any:
        """Call a function of the page; once more, where the page came anew meanwhile, as it does after an erasing."""
        return evaluated(page, f"given => {what}(...given)", list(given), again=what != "eraseAll")

    def page(self) -> Page:
        return self.random.choice(self.tabs.open)

    def _type(self, page: Page, more: bool, leave: bool = True) -> tuple[str, Any]:
        id = self.random.choice(sorted(TEXTS))
        name = self.random.choice(TEXTS[id])
        said = self.do(page, "type", id, name, self.word(), more, leave)
        if leave:
            self._acknowledge(id, said)
        return id, said

    def _acknowledge(self, id: str, said: Any) -> None:
        """Where the exercise says that it saved, what is on its screen must never be lost."""
        kept = "saved_tabs" if self.shared else "saved_page"
        if said["line"].startswith(words()[kept].partition("{")[0]) and not said["problem"]:
            self.acknowledged.append((id, said["value"]))
            self.saves += 1
        elif self.shared and said["line"].startswith(words()["saved_page"].partition("{")[0]):
            self.wrong.append(f"{id}: says that the device keeps it, on a shared computer")

    def append(self) -> None:
        self._type(self.page(), more=True)

    def replace(self) -> None:
        self._type(self.page(), more=False)

    def choose(self) -> None:
        id = self.random.choice(sorted(CHOICES))
        self._acknowledge(id, self.do(self.page(), "pick", id, self.random.choice(CHOICES[id])))

    def sort(self) -> None:
        """Put an item of a sort into a place, and perhaps have all judged."""
        item, place = self.random.choice(ITEMS), self.random.choice(PLACES)
        said = self.do(self.page(), "sort", item, place, self.random.random() < 0.5)
        self._acknowledge("sample-sort", said)

    def list_somebody(self) -> None:
        """Add a name to the list of people, with what they can decide."""
        said = self.do(self.page(), "listed", self.word(), self.random.choice(POWER))
        self._acknowledge("sample-people", said)

    def draw(self) -> None:
        """Add a factor to the map and a link from it to another one."""
        said = self.do(self.page(), "draw", self.word(), self.random.random())
        self._acknowledge("sample-own-map", said)

    def press(self) -> None:
        """Place a statement, take a way in a case or mark a year."""
        id = self.random.choice(PRESSED)
        said = self.do(self.page(), "press", id, self.random.random(), self.random.random() < 0.7)
        self._acknowledge(id, said)

    def date(self) -> None:
        """Give the plan's own line a day."""
        day = f"20{self.random.randrange(26, 99)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"
        self._acknowledge(PLAN, self.do(self.page(), "dated", PLAN, day))

    def leave_while_typing(self) -> None:
        """Reload at once, before the pause after which typing is saved."""
        page = self.page()
        id, said = self._type(page, more=False, leave=False)
        come_anew(page)
        self.acknowledged.append((id, said["value"]))
        self.saves += 1

    def reload(self) -> None:
        come_anew(self.page())

    def away_and_back(self) -> None:
        """Leave a page and come Back to it as it was: it has heard nothing, and WebKit has emptied its fields."""
        page = self.page()
        self.do(page, "leave")
        others = [one for one in self.tabs.open if one != page]
        if others and self.random.random() < 0.7:
            self._type(self.random.choice(others), more=self.random.random() < 0.5)
            if self.random.random() < 0.3:
                self._erase(self.random.choice(others), but=page)
        self.do(page, "comeBack", self.random.random() < 0.5)
        # Where all was erased meanwhile it comes anew, and would forget what trouble it is to meet next.
        page.wait_for_function(f"document.readyState === 'complete' && !{FORGETTING} && {AWAKE}")

    def reopen(self) -> None:
        """Close all tabs as a person does, and come back; on a shared computer as the next person."""
        self.tabs.close()
        if self.shared:
            self.erased, self.written, self.acknowledged, self.spoilt = self.erased + self.written, [], [], []
        self._first()

    def another_tab(self) -> None:
        """By an address, or by a link that gives its opener."""
        if len(self.tabs.open) >= MOST_TABS:
            return
        if self.random.random() < 0.5:
            self.tabs.add()
        else:
            self.tabs.give(self.page())

    def all_at_once(self) -> None:
        """All tabs, mostly three, save an answer to one exercise within 15 milliseconds."""
        while len(self.tabs.open) < MOST_TABS and self.random.random() < 0.6:
            self.tabs.add()
        id = self.random.choice(sorted(TEXTS))
        name = TEXTS[id][0]
        at = time.time() * 1000 + 60
        texts = [self.word() for _ in self.tabs.open]
        for page, text in zip(self.tabs.open, texts, strict=True):
            when = at + self.random.random() * 15
            self.do(page, "typeAt", when, id, name, text)
        for page, text in zip(self.tabs.open, texts, strict=True):
            said = self.do(page, "typed")
            if said and text in said["value"].values():
                self._acknowledge(id, said)

    def trouble(self) -> None:
        """Storage is full or blocked for one answer; the screen must keep it, until there is room again."""
        page = self.page()
        self.do(page, "meet", "trouble", self.random.choice(["full", "blocked"]))
        id, said = self._type(page, more=True)
        if not said["problem"]:
            self.wrong.append(f"{id}: no message about storage")
        others = [one for one in self.tabs.open if one != page]
        if others and self.random.random() < 0.4:
            self._type(self.random.choice(others), more=self.random.random() < 0.5)
        elif self.do(page, "said", id)["value"] != said["value"]:
            self.wrong.append(f"{id}: the text left the screen")
        self._acknowledge(id, self.do(page, "savedNow", id))

    def fails_once(self) -> None:
        """One read or one write fails, and the next works."""
        page = self.page()
        self.do(page, "meet", "failing", self.random.choice(["read", "write"]))
        self._type(page, more=self.random.random() < 0.5)
        self.do(page, "meet", "failing", "")

    def corrupt(self) -> None:
        """Something outside the course spoils a stored value."""
        if self.shared:
            return
        page = self.page()
        id = self.random.choice(sorted(TEXTS))
        key = sample.key(id)
        text = self.do(page, "(key => localStorage.getItem(key))", key)
        if text is None:
            return
        spoilt = text[: self.random.randrange(len(text))] + self.random.choice(["", "\u0000", "}]", "<script>"])
        if spoilt == text:
            return
        self.do(page, "((key, text) => localStorage.setItem(key, text))", key, spoilt)
        # What the spoiling itself destroyed is not the course's loss; the rest must be kept as it was.
        self.acknowledged = [(one, value) for one, value in self.acknowledged if one != id]
        self.spoilt.append(spoilt)
        come_anew(page)

    def bring(self) -> None:
        """Bring in a portfolio file that holds another answer, and choose either; another tab may be typing."""
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
        whole = {"course": sample.COURSE, "version": 1, "answers": {id: record}}
        self.do(page, "bring", json.dumps(whole))
        other = self.page()
        if other != page:
            self._type(other, more=False, leave=self.random.random() < 0.5)
        self.do(page, "take", self.random.choice(["here", "file"]))
        self.acknowledged.append((id, value))
        self.saves += 1

    def crash(self) -> None:
        """A tab goes without a word; where it was the last one on a shared computer, its answers go with it."""
        page = self.page()
        if self.tabs.related:
            return  # Tabs with an opener run in its process, and would crash with it.
        if self.shared:
            self._wait_told([one for one in self.tabs.open if one != page])
        self.tabs.crash(page)
        if not self.tabs.open:
            if self.shared:
                self.erased, self.written, self.acknowledged = self.erased + self.written, [], []
            self.tabs.add()

    def _wait_told(self, others: list[Page]) -> None:
        """On a shared computer nothing but tabs holds answers: one of the others has heard of all of them, in time."""
        until = time.monotonic() + PATIENCE
        while others and time.monotonic() < until:
            if any(not self._lost(self.do(page, f"({HELD})", sample.COURSE)[1]) for page in others):
                return

    def set_clock(self) -> None:
        self.do(self.page(), "meet", "late", self.random.choice([YEAR, -YEAR, -9000 * YEAR]))

    def erase(self) -> None:
        """Erase all, perhaps while another tab is typing or holds what found no room."""
        page = self.page()
        other = self.page()
        if other != page and self.random.random() < 0.7:
            self._type(other, more=True, leave=False)
        self._erase(page)

    def _erase(self, page: Page, but: Page | None = None) -> None:
        self.do(page, "eraseAll")
        self.erased, self.written = self.erased + self.written, []
        self.acknowledged, self.spoilt = [], []
        for one in self.tabs.open:
            if one != but:
                self._wait_clean(one)

    def _wait_clean(self, page: Page) -> None:
        """A tab shows and remembers nothing of what was erased, once it has heard of it."""
        try:
            page.wait_for_function(
                f"words => document.readyState === 'complete' && !{FORGETTING} && (text => !words.some(word => text.includes(word)))(({SHOWN})())",
                arg=self.erased[-60:],
                timeout=PATIENCE * 1000,
            )
        except PlaywrightError as error:
            self.wrong.append(f"left in a tab after erase: {str(error)[:80]}")

    def faults(self) -> tuple[list[str], list[str]]:
        """What was lost, and what is left after it was erased or on a shared device, in words."""
        until = time.monotonic() + PATIENCE
        lost: list[str] = []
        while time.monotonic() < until:
            stores = [self.do(page, f"({HELD})", sample.COURSE) for page in self.tabs.open]
            lost = self._lost(stores[0][1] if self.shared else stores[0][0])
            if not lost:
                break
        everything = "\n".join(text for tab in stores for store in tab for text in store.values())
        left = [f"left: {word}" for word in self.erased if json.dumps(word)[1:-1] in everything or word in everything]
        if self.shared:
            device = "\n".join(text for tab in stores for text in tab[0].values())
            left += [f"on the device: {word}" for word in self.written if word in device]
        return lost, [*left, *self.wrong]

    def _lost(self, stored: dict[str, str]) -> list[str]:
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
        return (
            isinstance(version, list)
            and len(version) >= len(value)
            and all(holds(a, b) for a, b in zip(version, value, strict=False))
        )
    if isinstance(value, str):
        return isinstance(version, str) and version.startswith(value.rstrip())
    return not value or bool(version == value)
