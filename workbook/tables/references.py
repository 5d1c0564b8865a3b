"""The works in ``book/references.bib``: what the keys of the tables stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pybtex.database import Entry, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from ..data import DataError, Problem, read_text

#: Sorts of sources, in the order in which the project directory offers them.
KINDS = ("research", "public body", "programme", "local", "press", "other")
STATUSES = ("seen", "recalled")


@dataclass(frozen=True)
class Work:
    """One work.

    Args:
        key: what pages and tables cite it by.
        author: its authors as a sentence names them: one, two, or the first 'and others'.
        year: as prose gives it: ``2015``, ``about 2016`` or ``no date``.
        title: its title.
        url: where it is, or nothing.
        kind: one of `KINDS`.
        status: ``seen`` or ``recalled``.
    """

    key: str
    author: str
    year: str
    title: str
    url: str
    kind: str
    status: str

    @property
    def label(self) -> str:
        """How prose names it, such as ``Bolden and others (2015)``."""
        return f"{self.author} ({self.year})"


@cache
def works(path: Path) -> dict[str, Work]:
    """Every work by its key.

    Raises:
        DataError: the file cannot be read, or entries lack a field or say something unknown: all of them, with the fix.
    """
    try:
        entries = parse_string(read_text(path), "bibtex").entries
    except PybtexError as error:
        raise DataError(path, "", f"cannot be read as BibTeX ({error}). Mend it there") from None
    problems = [
        Problem(path, f"entry {key}, field {field}", problem)
        for key, entry in entries.items()
        for field, problem in _wrong(entry)
    ]
    if problems:
        raise DataError.of(problems)
    return {key: _work(key, entry) for key, entry in entries.items()}


def _kind(entry: Entry) -> str:
    return str(entry.fields.get("kind", "" if entry.type == "misc" else "research"))


def _wrong(entry: Entry) -> Iterator[tuple[str, str]]:
    """The fields of an entry that will not do, each with the fix."""
    for name in ("title", "year", "status"):
        if not entry.fields.get(name):
            yield name, "is missing. Add it"
    if not entry.persons.get("author"):
        yield "author", "is missing. Add it"
    if entry.fields.get("status") not in ("", None, *STATUSES):
        yield "status", f"is not {' or '.join(STATUSES)}. Use one of them"
    if _kind(entry) not in KINDS:
        yield "kind", f"'{_kind(entry)}' is not one of {', '.join(KINDS)}. Use one"


def _work(key: str, entry: Entry) -> Work:
    fields = entry.fields
    url = fields.get("url") or (f"https://doi.org/{fields['doi']}" if "doi" in fields else "")
    year = "no date" if fields["year"] == "n.d." else fields["year"]
    if "year approximate" in fields.get("note", ""):
        year = f"about {year}"
    authors = _authors(entry.persons["author"])
    return Work(key, authors, year, plain(fields["title"]), url, _kind(entry), fields["status"])


def plain(text: str) -> str:
    """A value without TeX's marks."""
    return str(Text.from_latex(text))


def _authors(people: list[Person]) -> str:
    names = [plain(" ".join([*one.prelast_names, *one.last_names])) for one in people]
    return f"{names[0]} and others" if len(names) > 2 else " and ".join(names)
