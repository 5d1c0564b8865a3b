"""A second course by the same commands: its book works over http and from its folder, and keeps its own answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.contexts import Contexts
from tests.support.server import serving
from tests.support.sites import Site
from tests.support.visits import Visits, visiting

ID = "shared-kettle"
LESSON = "notebooks/1-the-kettle.html"


@pytest.mark.parametrize("way", ["http", "file"])
def test_its_answers_stand_in_its_own_portfolio(
    way: str, second_course: Path, browser: Browser, contexts: Contexts, tmp_path: Path
) -> None:
    html = second_course / "_build" / "html"
    with serving(html) as address:
        site = Site(address, address) if way == "http" else Site(html.as_uri(), "file://")
        for visits in visiting(browser, site.origin, contexts, tmp_path if way == "file" else None):
            answer_both(visits, site)


def answer_both(visits: Visits, site: Site) -> None:
    page = visits.open(site.url("index.html"))
    page.wait_for_url(site.url("book/welcome.html"))
    assert "The Shared Kettle" in page.title() and page.locator("html").get_attribute("lang") == "en-IE"
    page.goto(site.url(LESSON))
    choice, reflection = page.locator("#empty-again"), page.locator("#my-kettle")
    choice.locator(".sl-choice[data-option=ask] label").click()
    choice.get_by_role("button", name="See what happens").click()  # Its own word over the engine's.
    assert "two floors down" in choice.locator("details.sl-feedback[open]").inner_text()
    reflection.locator("details.sl-more > summary").click()
    for name in ("what", "so_what", "now_what"):
        reflection.locator(f"[name={name}]").fill(f"The printer: {name}")
        reflection.locator(f"[name={name}]").blur()
    page.locator("sl-progress [data-part=count]", has_text="2").wait_for()
    page.goto(site.url("book/portfolio.html"))
    written = page.locator("sl-portfolio [data-id]")
    assert written.evaluate_all("all => all.map(one => one.dataset.id)") == ["empty-again", "my-kettle"]
    assert "The printer: now_what" in written.last.inner_text()
    kept: dict[str, str] = page.evaluate("({ ...localStorage })")
    assert sorted(kept) == [f"{ID}/kept/seed", f"{ID}/v1/empty-again", f"{ID}/v1/my-kettle"]
    assert json.loads(kept[f"{ID}/v1/empty-again"])["value"] == {"option": "ask"}
