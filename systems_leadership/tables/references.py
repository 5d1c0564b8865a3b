"""The works in ``book/references.bib``: what the keys of the tables stand for.

The file is the course's own and has one form: a field a line, its value in braces. So a few lines read
it, and a test holds them against the reader that makes the bibliography.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..data import ROOT, DataError

FILE = ROOT / "book" / "references.bib"
ENTRY = re.compile(r"^@(\w+)\{([a-z0-9_]+),\n(.*?)^\}$", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^  (\w+) = \{(.*)\},?$", re.MULTILINE)
#: The few marks of TeX that names and titles use.
TEX = {r"{\o}": "ø", r"{\aa}": "å", r"\&": "&", "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘"}
#: Sorts of sources, in the order in which the project directory offers them.
KINDS = ("research", "public body", "programme", "local", "press", "other")


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
def works(path: Path = FILE) -> dict[str, Work]:
    """Every work by its key.

    Raises:
        DataError: an entry that lacks a field or says something unknown: which, and how to mend it.
    """
    found: dict[str, Work] = {}
    for type, key, body in ENTRY.findall(path.read_text(encoding="utf-8")):
        fields = dict(FIELD.findall(body))
        for name in ("author", "title", "year", "status"):
            if not fields.get(name):
                raise DataError(path, f"entry {key}, field {name}", "is missing. Add it on a line of its own")
        if fields["status"] not in ("seen", "recalled"):
            raise DataError(path, f"entry {key}, field status", "is not seen or recalled. Use one of them")
        kind = fields.get("kind", "" if type == "misc" else "research")
        if kind not in KINDS:
            raise DataError(path, f"entry {key}, field kind", f"'{kind}' is not one of {', '.join(KINDS)}. Use one")
        if key in found:
            raise DataError(path, f"entry {key}", "stands twice. Keep one")
        url = fields.get("url") or (f"https://doi.org/{fields['doi']}" if "doi" in fields else "")
        year = "no date" if fields["year"] == "n.d." else fields["year"]
        if "year approximate" in fields.get("note", ""):
            year = f"about {year}"
        found[key] = Work(key, _authors(fields["author"]), year, plain(fields["title"]), url, kind, fields["status"])
    return found


def plain(text: str) -> str:
    """A value without TeX's marks; the braces that are left only guard capitals."""
    for mark, sign in TEX.items():
        text = text.replace(mark, sign)
    return text.replace("{", "").replace("}", "")


def _authors(names: str) -> str:
    if names.startswith("{"):  # a body, whose name has no surname to pick out
        return plain(names)
    family = [plain(name.partition(",")[0]) for name in names.split(" and ")]
    return f"{family[0]} and others" if len(family) > 2 else " and ".join(family)
