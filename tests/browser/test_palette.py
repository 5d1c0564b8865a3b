"""The palette: every pair of colours that stand on each other, in light and in dark, and edges as pages show them."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2
from playwright.sync_api import Page

from tests.support.book import ROOT, Book
from tests.support.contrast import contrast
from tests.support.sites import Site
from tests.support.visits import Visits

TOKENS = ROOT / "workbook" / "page" / "tokens.css"
READ, TEXT, MARK = 7.0, 4.5, 3.0  # text that one reads, other text, edges and marks

#: What stands on what, and how far apart it must be.
PAIRS: list[tuple[str, str, float]] = [
    *(("--sl-text", ground, READ) for ground in ("--sl-paper", "--sl-panel", "--sl-tint", "--sl-tint-warm")),
    *(("--sl-text", f"--sl-{role}-tint", READ) for role in ("waiting", "care", "home")),
    *(("--sl-text", f"--sl-{loop}-halo", READ) for loop in ("reinforcing", "balancing")),
    *((one, ground, TEXT) for one in ("--sl-quiet", "--sl-accent") for ground in ("--sl-paper", "--sl-panel")),
    *((f"--sl-{sign}", ground, TEXT) for sign in ("same", "opposite") for ground in ("--sl-paper", "--sl-panel")),
    *(
        (f"--sl-{role}", ground, TEXT)
        for role in ("waiting", "care", "home")
        for ground in ("--sl-paper", "--sl-panel")
    ),
    *(("--sl-stuck-text", ground, TEXT) for ground in ("--sl-paper", "--sl-panel")),
    *(("--sl-paper", fill, TEXT) for fill in ("--sl-accent", "--sl-text", "--sl-waiting", "--sl-home", "--sl-well")),
    *(
        (f"--sl-{verdict}", ground, TEXT)
        for verdict in ("well", "defensible", "risky", "not-quite")
        for ground in ("--sl-paper", "--sl-panel", f"--sl-{verdict}-tint")
    ),
    *(("--sl-text", f"--sl-{verdict}-tint", READ) for verdict in ("well", "defensible", "risky", "not-quite")),
    *(("--sl-edge", ground, MARK) for ground in ("--sl-paper", "--sl-panel")),
    *((f"--sl-{loop}", f"--sl-{loop}-halo", MARK) for loop in ("reinforcing", "balancing")),
    # People in the scenery.
    *(("--m-k", ground, MARK) for ground in ("--m-sky", "--m-h1", "--m-h2", "--m-h3", "--m-gr", "--m-w", "--m-w2")),
    *(("--sl-waiting", ground, MARK) for ground in ("--m-gr", "--m-sky")),
    *(("--sl-care", ground, MARK) for ground in ("--m-w", "--m-gr")),
    *(("--sl-home", ground, MARK) for ground in ("--m-h2", "--m-gr")),
]
#: Yellow has an outline of ink, which carries what it lacks by day.
BY_NIGHT = [("--sl-stuck", ground, MARK) for ground in ("--sl-paper", "--sl-panel", "--m-gr", "--m-h2", "--m-w")]
#: Lines between rows and cells, which say nothing that room does not say too.
QUIET = {"--sl-soft"}

#: Computed colours of properties inside a drawing, where those of the page and of Merrowdale both hold.
COMPUTED = """names => {
  const box = document.body.appendChild(document.createElement('div'));
  box.className = 'sl-art';
  const found = names.map(name => { box.style.color = `var(${name})`; return getComputedStyle(box).color; });
  box.remove();
  return Object.fromEntries(names.map((name, at) => [name, found[at]]));
}"""
#: Controls in sight with an edge: its colour, the one of what fills it, and the one of what is around it.
EDGES = """() => {
  const solid = one => {
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const seen = [...document.querySelectorAll('.bd-article :is(.sl-button, button, textarea, select, input[type=text], input[type=number], .sl-chip)')]
    .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.disabled && one.offsetWidth > 4);
  const edged = style => parseFloat(style.borderTopWidth) > 0 && !/, 0\\)$/.test(style.borderTopColor);
  return seen.filter(one => edged(getComputedStyle(one))).map(one => {
    const style = getComputedStyle(one);
    return [`${one.localName}.${one.className} ${one.textContent.trim().slice(0, 20)}`, style.borderTopColor, solid(one), solid(one.parentElement)];
  });
}"""


def computed(page: Page, mode: str) -> dict[str, str]:
    page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
    found: dict[str, str] = page.evaluate(COMPUTED, sorted({one for pair in PAIRS + BY_NIGHT for one in pair[:2]}))
    return found


def too_close(page: Page) -> list[str]:
    """Pairs that are closer than they may be, with how far apart they are."""
    found = []
    for mode in ("light", "dark"):
        colours = computed(page, mode)
        for one, other, least in PAIRS + (BY_NIGHT if mode == "dark" else []):
            apart = contrast(colours[one], colours[other])
            print(f"{mode}: {one} on {other}: {apart:.1f}, at least {least}")
            if apart < least:
                found.append(f"{mode}: {one} on {other}: {apart:.2f}, not {least}")
    return found


def test_every_pair_is_far_enough_apart(book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home))
    assert too_close(page) == []
    page.add_style_tag(content="html[data-theme=dark] { --sl-quiet: #5c6668 !important; }")
    assert [one.partition(": ")[0] for one in too_close(page)] == ["dark", "dark"]


def colours_of(path: Path) -> set[str]:
    """Names of the properties of a style sheet's first rule that are colours."""
    rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    declared = tinycss2.parse_blocks_contents(rules[0].content, skip_comments=True, skip_whitespace=True)
    return {
        one.name
        for one in declared
        if one.type == "declaration" and any(token.type == "hash" for token in one.value) and len(one.value) <= 2
    }


def test_every_colour_stands_in_a_pair() -> None:
    known = {one for pair in PAIRS + BY_NIGHT for one in pair[:2]} | QUIET
    assert colours_of(TOKENS) - known == set()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_controls_have_an_edge_that_one_sees(mode: str, book: Book, book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url(book.home))
    found = set()
    for name in [book.home, *book.course_lessons]:
        page.goto(book_http.url(name))
        page.evaluate("mode => { document.documentElement.dataset.theme = mode; }", mode)
        page.evaluate("document.querySelectorAll('sl-steps .sl-whole').forEach(one => one.click())")
        edges = page.evaluate(EDGES)
        assert edges, name
        for what, edge, inside, around in edges:
            if max(contrast(edge, around), contrast(inside, around)) < MARK:
                found.add(f"{name}: {what}: edge {edge}, inside {inside}, around {around}")
    assert found == set()
