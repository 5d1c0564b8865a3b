"""The one page that is printed to PDF: whole, with ids that name one thing and links that lead somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import html

from tests.support.book import HTML, ROOT
from tests.support.lessons import lessons
from workbook.build import onepage
from workbook.course import Course, current
from workbook.lesson import manifest

#: Printing alone, without the book's being built first.
PRINT = "from workbook.build import pdf; from workbook.course import current; raise SystemExit(pdf.run(current()))"


@cache
def whole() -> str:
    return onepage.whole(current(), HTML)


def faults(page: str) -> list[str]:
    """Ids that stand twice, references to none, files that are not there, attributes that name a lost page."""
    tree = html.fromstring(page)
    ids = Counter(tree.xpath("//@id"))
    found = [f"twice: {id}" for id, times in ids.items() if times > 1]
    links = tree.xpath("//a/@href")
    places = ids.keys() | {f"{id}-key" for id in tree.xpath("//article/@id")}
    found += [f"leads nowhere: {link}" for link in links if link.startswith("#") and link[1:] not in places]
    for name in onepage.REFERENCES:
        named = {word for value in tree.xpath(f"//@{name}") for word in value.split()}
        found += [f"{name} of nothing: {word}" for word in sorted(named - ids.keys())]
    files = tree.xpath("//@src | //link/@href")
    found += [f"no such file: {name}" for name in files if not (HTML.parent / name).is_file()]
    return found + [f"a link to a page: {link}" for link in links if ".html" in link and not link.startswith("http")]


@pytest.mark.soak("the whole course on one page")
def test_it_is_sound() -> None:
    assert faults(whole()) == []


@pytest.mark.soak("the whole course on one page")
def test_every_page_and_exercise_is_in_it() -> None:
    soup = BeautifulSoup(whole(), "lxml")
    names = [name for _, name in onepage.order(current())]
    ids = [str(one["id"]).removesuffix("-page") for one in soup.select("article")]
    assert ids == [Path(name).name for name in names]
    assert {one.page for one in lessons()} <= set(names)
    # On paper lessons come in the order of the table of contents, in the list by their numbers.
    listed = sorted(manifest(lessons()), key=lambda one: names.index(one["page"]))
    assert [one["id"] for one in soup.select(".sl-exercise[data-kind]")] == [one["id"] for one in listed]
    assert len(soup.select("article h1")) == len(names)
    assert soup.html is not None and soup.html["lang"] == "en-GB"
    assert soup.select_one("#sl-course") is not None


@pytest.mark.soak("the whole course on one page")
def test_page_numbers_are_filled_in() -> None:
    some = {"models": 12, "1-what-is-systems-leadership": 9, "1-what-is-systems-leadership-key": 20}
    filled = BeautifulSoup(onepage.fill(whole(), some), "lxml")
    assert {one["data-page"] for one in filled.select("a[href='#models'][data-page]")} == {"12"}
    assert [one["href"] for one in filled.select(".paper-key a")] == ["#1-what-is-systems-leadership-key"]
    assert onepage.UNKNOWN not in {one["data-page"] for one in filled.select("[data-page]")}


@pytest.mark.soak("the whole course on one page")
def test_a_fault_is_noticed() -> None:
    for old, new in {
        'id="welcome"': 'id="1-what-is-systems-leadership"',
        'href="#1-what-is-systems-leadership"': 'href="#what"',
        'aria-labelledby="my-issue-title"': 'aria-labelledby="my-issue-head"',
        "workbook/base.js": "base.js",
    }.items():
        assert old in whole()
        assert faults(whole().replace(old, new, 1)), new


@pytest.mark.soak("the whole course on one page")
@pytest.mark.parametrize(
    "named, said", [("/no/such/browser", "is not a program"), ("false", "sudo apt-get install chromium")]
)
def test_without_chromium_it_says_what_to_do(named: str, said: str) -> None:
    command = [sys.executable, "-c", PRINT]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "CHROMIUM": named}, capture_output=True, text=True)
    assert done.returncode == 1
    assert said in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_layout_that_changed_is_named(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text((ROOT / "_config.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: one\n", encoding="utf-8")
    (tmp_path / "one.html").write_text("<p>no article</p>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"one\.html has no article"):
        onepage.chapters(Course(tmp_path), tmp_path)
