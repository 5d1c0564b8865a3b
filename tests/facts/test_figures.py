"""The charts: complete without a script, in words as well as in shapes, and never two series in one."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from systems_leadership import facts
from systems_leadership.figures.bars import Bar, bars, shown
from systems_leadership.figures.catalogue import specs
from systems_leadership.figures.svg import Picture
from systems_leadership.figures.times import Event, decimal, events
from tests.support.sites import Site
from tests.support.visits import Visits
from workbook.course import current

PAGE = "notebooks/figures.html"


def soup(name: str) -> BeautifulSoup:
    return BeautifulSoup(facts.figure(name).html, "html.parser")


def pictures(page: Tag) -> list[Tag]:
    return page.find_all("svg")


@pytest.mark.parametrize("name", facts.figures())
def test_each_chart_is_told_in_words_and_as_a_table(name: str) -> None:
    page = soup(name)
    assert pictures(page)
    for svg in pictures(page):
        told = [page.find(id=id) for id in str(svg["aria-labelledby"]).split()]
        assert svg["role"] == "img" and [one.name for one in told if one] == ["title"]
        assert all(one and one.get_text(strip=True) for one in told)
    table = page.find("table")
    assert table and table.caption and table.find_all("th", scope="col") and table.find_all("th", scope="row")
    details = page.find("details")
    assert details and not details.has_attr("open")
    assert not page.find_all("image"), "no image of text"
    ids = [str(one["id"]) for one in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", facts.figures())
def test_each_value_drawn_is_in_description_and_table(name: str) -> None:
    page = soup(name)
    cells = page.table.get_text(" ") if page.table else ""
    for svg in pictures(page):
        described = svg.desc.get_text() if svg.desc else ""
        for words in [one.get_text() for one in svg.find_all("text", attrs={"font-weight": "bold", "dx": True})]:
            assert words in described
            assert words in cells or specs(current())[name].kind == "known"


@pytest.mark.parametrize("name", [name for name, spec in specs(current()).items() if spec.kind == "bars"])
def test_each_chart_of_statistics_has_its_notes(name: str) -> None:
    for notes in soup(name).find_all("dl"):
        said = [one.get_text() for one in notes.find_all("dt")]
        assert said == ["Period", *([] if name == "counts" else ["Area", "Definition"]), "Source", "Take care"], name


def test_the_two_discharge_series_are_never_joined() -> None:
    values = facts.load("values")
    old, new = ({*values.loc[values["chart"] == f"discharge {age}", "label"]} for age in ("old", "new"))
    assert old and new
    for name in facts.figures():
        for svg in pictures(soup(name)):
            labels = {one.get_text() for one in svg.find_all("text")}
            assert not (labels & old and labels & new), name
            assert svg.find("path", attrs={"d": re.compile("L.*L.*L")}) is None, "no line joins values"
    assert len(pictures(soup("discharge"))) == 2


def test_shapes_are_drawn_in_the_colour_of_the_words() -> None:
    for name in facts.figures():
        assert re.findall(r'(?:fill|stroke)="(?!currentColor|url\(#)[^"]*"', facts.figure(name).html) == []


def test_bars_are_as_long_as_their_values() -> None:
    picture = BeautifulSoup(
        bars("x", "T", "D.", [Bar("a", 10, "10"), Bar("b", 5, "5", hatched=True)]).svg(), "html.parser"
    )
    widths = [float(str(one["width"]).rstrip("%")) for one in picture.find_all("rect")]
    assert widths[0] == 2 * widths[1]
    assert [one["fill"] for one in picture.find_all("rect")] == ["currentColor", "url(#x-hatch)"]


def test_events_stand_in_their_years() -> None:
    rows = [Event("A", "early", "2010-01"), Event("A", "late", "2019-12"), Event("A", "year", "2015")]
    picture = BeautifulSoup(events("x", "T", "D.", rows, 2010, 2020, [2010]).svg(), "html.parser")
    early, late = [float(str(one["cx"]).rstrip("%")) for one in picture.find_all("circle")]
    assert 2 < early < 3 and 97 < late < 98
    assert len(picture.find_all("rect")) == 1, "a bare year is as long as a year"
    assert decimal("2013-07") == pytest.approx(2013.54, abs=0.01)


def test_values_are_written_as_people_write_them() -> None:
    assert [shown(13000, "beds a day", "over"), shown(40, "places", "under"), shown(7.1, "%")] == [
        "over 13,000",
        "nearly 40",
        "7.1%",
    ]


def test_words_are_escaped() -> None:
    picture = Picture("x", "<b>", "a & b", 2)
    picture.words("<script>", 1)
    assert "<script>" not in picture.svg() and "&lt;b&gt;" in picture.svg()


def test_an_unknown_chart_lists_those_there_are() -> None:
    with pytest.raises(KeyError, match=r"no figure 'beds'.*discharge.*known"):
        facts.figure("beds")


def test_a_cell_shows_html_and_fixed_text_only() -> None:
    one = facts.figure("food")
    assert one._repr_mimebundle_() == {"text/html": one.html, "text/plain": "<Figure food>"}
    assert one.html == facts.figure("food").html


@pytest.mark.parametrize("width, size", [(320, "100%"), (640, "200%"), (1200, "100%"), (1200, "200%")])
def test_no_word_of_a_chart_is_cut_or_covered(http_visits: Visits, book_http: Site, width: int, size: str) -> None:
    page = http_visits.open(book_http.url(PAGE), viewport={"width": width, "height": 800})
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    found = page.evaluate(
        """() => [...document.querySelectorAll(".sl-figure-svg")].flatMap((svg) => {
          const words = [...svg.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
          const cut = words.filter(([, box]) => box.right > document.documentElement.clientWidth + 1 || box.left < 0);
          const shared = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
          const covers = (a, b) => shared(a, b, "left", "right") > 2 && shared(a, b, "top", "bottom") > 4;
          const covered = words.filter(([, a], i) => words.some(([, b], j) => i !== j && covers(a, b)));
          return [...cut, ...covered].map(([text]) => `${svg.querySelector("title").textContent}: ${text}`);
        })"""
    )
    assert found == []
    assert page.evaluate("document.querySelector('.bd-article').scrollWidth") <= width
