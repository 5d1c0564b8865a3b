"""How long Binder's steps take on this machine: from a clean environment to an exercise that answers."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from workbook.lesson import lessons
from tests.support.answering import answer, saved
from tests.support.binder import clone, environment
from tests.support.jupyterlab import run_all, running

SLOW = 120_000  # ms for what waits on a first start


def binder_seconds(browser: Browser) -> tuple[float, float]:
    """Seconds for the environment, and from there to lesson 1 run and its first exercise answered.

    Raises:
        StepFailed: a step of the image went wrong.
    """
    lesson = lessons()[0]
    spec = next(iter(lesson.specs.values()))
    with tempfile.TemporaryDirectory() as folder:
        root = clone(Path(folder) / "course")
        begin = time.monotonic()
        python = environment(root, Path(folder) / "environment")
        made = time.monotonic()
        home = Path(folder) / "home"
        home.mkdir()
        with running(root, home, python) as lab:
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            page.goto(f"{lab.url}/lab/tree/{lesson.page}.ipynb")
            page.locator(".jp-RenderedHTML .sl-title").first.wait_for(timeout=SLOW)
            run_all(page, "id => document.querySelector(`.sl-host #${id}.sl-alive`)", spec.id)
            saved(answer(page, {"id": spec.id, "kind": spec.kind}), "kernel")
            alive = time.monotonic()
            assert lab.run("import systems_leadership as s; print(s.__file__)").startswith(str(root))
            page.close()
    return made - begin, alive - made
