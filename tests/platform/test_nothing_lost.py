"""In a learning platform, too, no answer is lost and nobody sees another's: random sequences of work and trouble."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from tests.fault_injection import page as small
from tests.fault_injection.learner import TEXTS
from tests.support import sample
from tests.support.server import serving
from workbook import bundle
from workbook.course import current
from workbook.rendering import environment

from .conftest import PLATFORM, SCORM_AGAIN

SEQUENCES = int(os.environ.get("SEQUENCES", "500" if os.environ.get("SOAK") else "3"))
GROUP = min(10, SEQUENCES)
LENGTH = 5  # things that happen in a sequence
LEARNERS = ("l1", "l2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page around the book, and as the book one small page."""
    made = tmp_path_factory.mktemp("small")
    site = made / "package" / "site"
    site.mkdir(parents=True)
    course = current()
    report = bundle.scripts(course)["report"][1]
    (site / small.PAGE).write_text(
        small.html().replace("</body>", f"<script>{report}</script></body>"), encoding="utf-8"
    )
    facts = {"course": sample.COURSE, "book": "site", "start": small.PAGE, "ids": list(TEXTS), "lessons": ["sample"]}
    page = environment().get_template("build/scorm.html")
    html = page.render(course=course, facts=facts, style="", language=course.language)
    (made / "package" / "index_lms.html").write_text(html, encoding="utf-8")
    (made / "package" / "wrapper.js").write_text(bundle.platform_script(course), encoding="utf-8")
    (made / "scorm12.min.js").write_bytes(SCORM_AGAIN.read_bytes())
    for learner in LEARNERS:
        given = {"cmi": {"core": {"student_id": learner, "lesson_mode": "normal"}}}
        text = PLATFORM.replace("GIVEN", json.dumps(given))
        (made / f"{learner}.html").write_text(text, encoding="utf-8")
    (made / "out.html").write_text("<!doctype html><title>Logged out</title>", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as found:
        yield found


class Worker:
    """One browser, used by two learners in turn."""

    def __init__(self, context: BrowserContext, address: str, seed: int) -> None:
        self.context, self.address, self.random = context, address, random.Random(seed)
        self.said: dict[str, dict[tuple[str, str], str]] = {learner: {} for learner in LEARNERS}
        self.learner, self.log = LEARNERS[0], [str(seed)]
        self.page: Page = context.new_page()
        self.book: Frame = self.open()

    def open(self) -> Frame:
        self.page.goto(f"{self.address}/{self.learner}.html")
        self.page.frame_locator("#sco").frame_locator("#book").locator("sl-portfolio.sl-alive").wait_for(
            state="attached"
        )
        return next(one for one in self.page.frames if one.url.endswith(small.PAGE))

    def work(self) -> None:
        id = self.random.choice(sorted(TEXTS))
        name = self.random.choice(TEXTS[id])
        word = "".join(self.random.choices("abcdefghijklmnop", k=12))
        told = self.book.evaluate("args => type(...args)", [id, name, word, False, True])
        if told["line"] and not told["problem"]:
            self.said[self.learner][id, name] = word

    def reload(self) -> None:
        self.book = self.open()

    def crash(self) -> None:
        """The tab is gone in the middle of it all."""
        self.page.close()
        self.page = self.context.new_page()
        self.book = self.open()

    def log_out(self) -> None:
        """As Moodle does: it empties the browser's storage, and somebody else logs in."""
        self.page.goto(f"{self.address}/out.html")
        self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.learner = self.random.choice(LEARNERS)
        self.book = self.open()

    def act(self) -> None:
        act = self.random.choices([self.work, self.reload, self.crash, self.log_out], [6, 1, 1, 2])[0]
        self.log.append(act.__name__)
        act()

    def faults(self) -> list[str]:
        """What is not there any more, and what another can see."""
        found = []
        for self.learner in LEARNERS:
            self.log_out_to(self.learner)
            held = self.book.evaluate(
                "Array.from({length: parent.workbookShelf.length}, (_, at) => "
                "parent.workbookShelf.getItem(parent.workbookShelf.key(at))).join()"
            )
            for learner, words in self.said.items():
                for at, word in words.items():
                    if (word in held) != (learner == self.learner):
                        found.append(f"{self.learner}: {'sees' if word in held else 'lost'} {at} of {learner}")
        return [" ".join(self.log), *found] if found else []

    def log_out_to(self, learner: str) -> None:
        self.page.goto(f"{self.address}/out.html")
        self.page.evaluate("localStorage.clear()")
        self.learner = learner
        self.book = self.open()


def play(browser: Browser, address: str, seed: int) -> list[str]:
    context = browser.new_context()
    try:
        worker = Worker(context, address, seed)
        for _ in range(LENGTH):
            worker.act()
        return worker.faults()
    finally:
        context.close()


@pytest.mark.parametrize("first", range(0, SEQUENCES, GROUP))
def test_what_was_saved_is_there_for_its_learner_alone(browser: Browser, address: str, first: int) -> None:
    faults = [one for seed in range(first, first + GROUP) for one in play(browser, address, seed)]
    assert not faults, "\n".join(faults)


#: Seeded faults: what the script does, and what it would do instead.
BROKEN = {
    "nothing is written to the database": ("change.objectStore(TABLE).put(text,key)", "0"),
    "all learners share one shelf": ("${facts.course}/${learner}", "${facts.course}/all"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_shelf_that_forgets_or_tells_is_caught(browser: Browser, folder: Path, address: str, fault: str) -> None:
    path = folder / "package" / "wrapper.js"
    whole = path.read_text(encoding="utf-8")
    broken = whole.replace(*BROKEN[fault])
    assert broken != whole
    path.write_text(broken, encoding="utf-8")
    try:
        assert any(play(browser, address, seed) for seed in range(6))
    finally:
        path.write_text(whole, encoding="utf-8")
