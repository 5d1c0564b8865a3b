"""The frame of the focus: it may cut no word, neither what it stands around nor what follows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.kinds.sight import SCREENS
from tests.support import sample
from tests.support.answering import choose, exercise

#: Every fold open, and as without scripts: then what a story or a choice shows later stands there, too.
OPEN_ALL = """() => {
  for (const one of document.querySelectorAll('.sl-exercise')) one.classList.remove('sl-alive');
  for (const one of document.querySelectorAll('.sl-exercise details')) one.open = true;
}"""
#: The words that the frame of each fold runs through, and the count of the frames that were drawn.
CUT = """() => {
  const found = { frames: 0, cut: [] };
  for (const summary of document.querySelectorAll('.sl-exercise summary')) {
    if (!summary.checkVisibility()) continue;
    summary.focus();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(summary);
    if (outlineStyle === 'none') continue;
    found.frames += 1;
    const box = summary.getBoundingClientRect();
    const grown = by => [box.left - by, box.top - by, box.right + by, box.bottom + by];
    const inner = grown(parseFloat(outlineOffset) + 0.5);
    const outer = grown(parseFloat(outlineOffset) + parseFloat(outlineWidth) - 0.5);
    const words = document.createTreeWalker(summary.closest('.sl-exercise'), NodeFilter.SHOW_TEXT);
    for (let text; (text = words.nextNode()); ) {
      if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        const apart = right < outer[0] || left > outer[2] || bottom < outer[1] || top > outer[3];
        const within = left > inner[0] && right < inner[2] && top > inner[1] && bottom < inner[3];
        if (!apart && !within) found.cut.push(`${summary.textContent.trim()}: ${text.data.trim().slice(0, 40)}`);
      }
    }
  }
  return found;
}"""
#: How far the frame round what follows from a choice stands out of its card, in px.
STANDS_OUT = """told => {
  const [box, card] = [told, told.closest('.sl-choice')].map(one => one.getBoundingClientRect());
  const { outlineWidth, outlineOffset } = getComputedStyle(told);
  const by = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  return Math.max(card.left - box.left + by, box.right + by - card.right, box.bottom + by - card.bottom);
}"""


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "office"])
def test_the_frame_of_a_fold_cuts_no_words(screen: dict[str, int], sample_page: Page) -> None:
    sample_page.set_viewport_size(screen)  # type: ignore[arg-type]
    sample_page.evaluate(OPEN_ALL)
    sample_page.keyboard.press("Tab")
    found = sample_page.evaluate(CUT)
    assert found["frames"] > 30
    assert found["cut"] == []


def test_the_frame_of_what_follows_stays_on_its_card(sample_page: Page) -> None:
    found = exercise(sample_page, sample.entry("choice"))
    choose(found, 1)
    told = found.locator("details[open]")
    sample_page.keyboard.press("Shift+Tab")
    told.focus()
    assert told.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    assert told.evaluate(STANDS_OUT) <= 0.5


def test_in_the_dark_a_radio_that_is_not_chosen_is_empty(sample_page: Page) -> None:
    sample_page.emulate_media(color_scheme="dark")
    radio = exercise(sample_page, sample.entry("choice")).locator("input").first
    style = "one => [getComputedStyle(one).appearance, getComputedStyle(one).backgroundColor]"
    assert radio.evaluate(style) == ["none", "rgba(0, 0, 0, 0)"]
    radio.check()
    assert radio.evaluate(style)[0] == "auto", "what is chosen is drawn by the browser"
