"""The cards for a room say what the screen says, and the minutes of the plans come to what they promise."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from systems_leadership.games import GAMES
from systems_leadership.games.merrowdale.screen import words
from systems_leadership.live.levers import LEVERS, OWNER, ROLES, WORDS
from systems_leadership.live.rules import OWN, TARGETS
from tests.groups.test_pages import paper_pages
from tests.support.book import ROOT
from tests.support.sites import Site
from tests.support.visits import Visits

CARDS = {card.id: card for card in GAMES["merrowdale"].cards()}
PLAN = (ROOT / "book" / "group-live.md").read_text(encoding="utf-8")


def test_each_role_has_a_card_and_so_have_those_who_watch() -> None:
    assert list(CARDS) == [*(f"card-{role}" for role in ROLES), "card-watcher"]


@pytest.mark.parametrize("role", ROLES)
def test_a_card_has_all_that_its_role_sees_and_decides(role: str) -> None:
    card = BeautifulSoup(CARDS[f"card-{role}"].html, "html.parser")
    text = " ".join(card.get_text(" ").split())
    for figure in OWN[role]:
        assert words()["figures"][figure]["label"] in text
    held = [row for row in card.select("table")[0].select("tbody tr") if len(row.select("td")) == 2]
    assert len(held) == len(TARGETS[role])
    for lever in LEVERS:
        shown = all(option in text for option in WORDS[lever]) and words()["levers"][lever]["asked"] in text
        assert shown == (OWNER[lever] == role), lever


def test_targets_are_written_as_on_the_screen() -> None:
    council = CARDS["card-council"].html.replace("\N{WORD JOINER}", "")
    assert "8 or less" in council and "above 12" in council
    assert "£0 or more" in council and "below −£2,000" in council
    assert "92% or less" in CARDS["card-hospital"].html


def test_each_card_is_one_page_of_paper(book_http: Site, http_visits: Visits) -> None:
    page = http_visits.open(book_http.url("book/role-cards.html"))
    assert paper_pages(page) == len(CARDS)
    page.add_style_tag(content=".fc-orders td { height: 16mm !important }")
    assert paper_pages(page) > len(CARDS), "cards that are too long are noticed"


@pytest.mark.parametrize("length", [60, 90])
def test_the_minutes_of_a_plan_come_to_its_length(length: int) -> None:
    table = PLAN.partition(f"## {length} minutes")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\d):(\d\d) \| (\d+) \|", table, re.MULTILINE)
    *steps, end = [(60 * int(hour) + int(minute), int(lasts)) for hour, minute, lasts in rows]
    assert [start for start, _ in steps] == [sum(lasts for _, lasts in steps[:n]) for n in range(len(steps))]
    assert end == (length, length) == (sum(lasts for _, lasts in steps), length)
