"""The list of references: read alike by the course and by the bibliography, and every key in use is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pybtex.database import Entry, parse_file

from systems_leadership import facts
from tests.support.book import Book
from tests.support.sections import every
from workbook.course import current
from workbook.data import DataError
from workbook.tables.agreement import keys
from workbook.tables.references import KINDS, Work, works

#: What the style of the bibliography asks of each type, beside author, title and year.
NEEDED: dict[str, set[str]] = {
    "article": {"journal"},
    "book": {"publisher"},
    "incollection": {"booktitle", "publisher"},
    "techreport": {"institution"},
    "misc": set(),
}


def listed() -> dict[str, Work]:
    """Every work of the course by its key."""
    return works(current().references)


def cited() -> dict[str, str]:
    """Every key that a page, a notebook, an exercise or a table names, with one place where it does."""
    found = {key: f"{section.page}, section '{section.heading}'" for section in every() for key in section.keys}
    for name in facts.names():
        for id, row in facts.load(name).iterrows():
            found.update(dict.fromkeys(keys(row.get("sources")), f"{name}.csv, row {id}"))
    return found


def family(entry: Entry) -> list[str]:
    """The authors' family names, as the bibliography's reader has them."""
    people = entry.persons.get("author", [])
    return [re.sub(r"[{}]", "", " ".join([*person.prelast_names, *person.last_names])) for person in people]


def test_every_key_in_use_is_in_the_list() -> None:
    assert {key: place for key, place in cited().items() if key not in listed()} == {}


def test_no_work_in_use_is_only_recalled() -> None:
    assert {key: place for key, place in cited().items() if listed()[key].status == "recalled"} == {}


def test_the_course_s_reader_agrees_with_the_bibliography_s() -> None:
    entries = parse_file(str(current().references)).entries
    assert list(entries) == list(listed()), "the file has an entry in a form that the course's reader passes over"
    for key, entry in entries.items():
        work = listed()[key]
        assert work.year.removeprefix("about ") in (entry.fields["year"], "no date"), key
        assert work.status == entry.fields["status"], key
        bare = re.sub(r"[^a-z]", "", re.sub(r"\\\w+|\{|\}|\\", "", entry.fields["title"]).lower())
        assert re.sub(r"[^a-z]", "", work.title.lower()) == bare, key
        names = family(entry)
        if "\\" not in "".join(names):
            assert work.author.startswith(names[0]), key
            assert work.author.endswith("and others") == (len(names) > 2), key


def test_every_entry_has_what_the_bibliography_prints() -> None:
    """Cited, an entry without it would fail the book with a warning; this finds it before."""
    for key, entry in parse_file(str(current().references)).entries.items():
        assert NEEDED[entry.type] <= set(entry.fields), key


def test_sources_are_of_known_kinds() -> None:
    assert {work.kind for work in listed().values()} <= set(KINDS)
    assert all(work.url.startswith("http") for work in listed().values() if work.url)


def test_addresses_in_the_statistics_are_those_of_the_references() -> None:
    for id, row in facts.load("statistics").dropna(subset=["source_url"]).iterrows():
        given = set(str(row["source_url"]).split(" ; "))
        meant = {listed()[key].url for key in keys(row["sources"])} - {""}
        assert given == meant or all(one.startswith("https://doi.org/") for one in meant - given), id


def test_names_as_prose_gives_them() -> None:
    assert listed()["bolden2015final"].label == "Bolden and others (2015)"
    assert listed()["sorensen2021accountable"].label == "Sørensen and Torfing (2021)"
    assert listed()["leadershipcentre_guide"].label == "The Leadership Centre (about 2016)"
    assert listed()["kingsfund_delayed"].label == "The King's Fund (no date)"


GOOD = """@misc{one,
  author = {{A Body}},
  title = {{T}},
  year = {n.d.},
  kind = {press},
  status = {seen},
}
"""


@pytest.mark.parametrize(
    "text, words",
    [
        (GOOD.replace("  year = {n.d.},\n", ""), "entry one, field year: is missing"),
        (GOOD.replace("{seen}", "{uncertain}"), "entry one, field status: is not seen or recalled"),
        (GOOD.replace("{press}", "{gossip}"), "entry one, field kind: 'gossip' is not one of"),
        (GOOD.replace("  kind = {press},\n", ""), "entry one, field kind: '' is not one of"),
        (GOOD + GOOD, "repeated bibliography entry: one"),
    ],
)
def test_a_faulty_entry_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "references.bib"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        works(path)
    assert words in str(caught.value)


def test_the_book_lists_every_work_in_use(book: Book) -> None:
    used = {key for name in facts.names() for cell in facts.load(name).get("sources", []) for key in keys(cell)}
    for section in every():
        if f"{section.page.rpartition('.')[0]}.html" in book.pages:
            used |= section.keys
    pages = ("book/sources.html", "book/press-sources.html")
    entries = [one for page in pages for one in book.soups[page].select(".citation")]
    printed = [re.sub(r"\W", "", one.get_text().lower()) for one in entries]
    assert len(printed) == len(used)
    for key in used:
        title = re.sub(r"\W", "", listed()[key].title.lower())
        assert any(title in one for one in printed), key
