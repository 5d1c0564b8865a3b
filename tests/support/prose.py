"""Markdown as a reader meets it: blocks of plain words, without comments, citations or addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Remarks, and the settings of an element that makes its own words.
HIDDEN = re.compile(r"<!--.*?-->|^```\{hero\}.*?^```$", re.DOTALL | re.MULTILINE)
#: A fence or one of its options; what stands inside is read.
FENCE = re.compile(r"^\s*(```|:::).*$|^:[\w-]+:.*$", re.MULTILINE)
CITATION = re.compile(r"\s*\{cite:?\w*\}`[^`]*`")
ROLE = re.compile(r"\{[\w:-]+\}`([^`<]*?)\s*(?:<[^>`]*>)?`")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"\*+|`+")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
#: What begins a line that stands for itself: a heading, a list item, a quotation, a row of a table.
OPENS = re.compile(r"^\s*(#{1,6} |[-*+] |\d+\. |> ?|\|)")
WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True)
class Block:
    """A paragraph, a list item, a quotation or a heading.

    Args:
        text: its plain words.
        level: of a heading, from 1; 0 for the rest.
        bold: what it sets in bold: a term that it explains.
        cites: whether a citation stands in it.
    """

    text: str
    level: int = 0
    bold: tuple[str, ...] = ()
    cites: bool = False


def words(text: str) -> list[str]:
    """The words of a text; a hyphenated one is one, and so is a number."""
    return WORD.findall(text)


def plain(markdown: str) -> str:
    """The words of a piece of Markdown, on one line."""
    text = CITATION.sub("", HIDDEN.sub(" ", markdown))
    text = LINK.sub(r"\1", ROLE.sub(r"\1", text))
    return " ".join(MARKS.sub("", text).split())


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of a piece of Markdown, in order."""
    part: list[str] = []
    for line in [*FENCE.sub("", HIDDEN.sub("", markdown)).splitlines(), ""]:
        if part and (not line.strip() or OPENS.match(line)):
            yield _block("\n".join(part))
            part = []
        if line.strip():
            part.append(line)


def _block(raw: str) -> Block:
    bare = OPENS.sub("", raw)
    level = len(raw.lstrip()) - len(raw.lstrip().lstrip("#"))
    bold = tuple(term.strip(" .,:") for term in BOLD.findall(bare))
    return Block(plain(bare), level, bold, CITATION.search(raw) is not None)
