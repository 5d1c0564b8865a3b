"""The works in ``book/references.bib``: what the keys of the tables stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pybtex.database import Entry, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from ..data import DataError, read_text

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
        DataError: the file cannot be read, or entries lack a field or say something unknown: which, and the fix.
    """
    try:
        entries = parse_string(read_text(path), "bibtex").entries
    except PybtexError as error:
        raise DataError(path, "", f"cannot be read as BibTeX ({error}). Mend it there") from None
    return {key: _work(path, key, entry) for key, entry in entries.items()}


def _work(path: Path, key: str, entry: Entry) -> Work:
    fields = entry.fields
    authors = entry.persons.get("author", [])
    for name in ("title", "year", "status"):
        if not fields.get(name):
            raise DataError(path, f"entry {key}, field {name}", "is missing. Add it")
    if not authors:
        raise DataError(path, f"entry {key}, field author", "is missing. Add it")
    if fields["status"] not in STATUSES:
        raise DataError(path, f"entry {key}, field status", f"is not {' or '.join(STATUSES)}. Use one of them")
    kind = fields.get("kind", "" if entry.type == "misc" else "research")
    if kind not in KINDS:
        raise DataError(path, f"entry {key}, field kind", f"'{kind}' is not one of {', '.join(KINDS)}. Use one")
    url = fields.get("url") or (f"https://doi.org/{fields['doi']}" if "doi" in fields else "")
    year = "no date" if fields["year"] == "n.d." else fields["year"]
    if "year approximate" in fields.get("note", ""):
        year = f"about {year}"
    return Work(key, _authors(authors), year, plain(fields["title"]), url, kind, fields["status"])


def plain(text: str) -> str:
    """A value without TeX's marks."""
    return str(Text.from_latex(text))


def _authors(people: list[Person]) -> str:
    names = [plain(" ".join([*one.prelast_names, *one.last_names])) for one in people]
    return f"{names[0]} and others" if len(names) > 2 else " and ".join(names)
