"""Runs of ten words, and whether a text shares one with the guide, which this repository does not hold.

``guide-runs.txt`` has the first ten hex digits of the SHA-256 of each run of the guide, sorted: enough to find a
run again, and nothing to read. When the guide changes, put its text in a file and write the list anew:

    python -m tests.content.runs path/to/the/guide.txt > tests/content/guide-runs.txt
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

LIST = Path(__file__).with_name("guide-runs.txt")
LENGTH = 10  # words in a run
DIGITS = 10  # of each hash: among a million runs, one chance in a thousand of a false alarm
APOSTROPHES = str.maketrans("‘’‛`´", "'''''")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def spoken(text: str) -> list[str]:
    """The words of a text in lower case, whatever its punctuation, dashes and quotation marks."""
    return WORD.findall(text.translate(APOSTROPHES).lower())


def runs(text: str) -> Iterator[str]:
    """Every ten words in a row, with one space between them."""
    said = spoken(text)
    for start in range(len(said) - LENGTH + 1):
        yield " ".join(said[start : start + LENGTH])


def digest(run: str) -> str:
    """What the list keeps of a run."""
    return hashlib.sha256(run.encode()).hexdigest()[:DIGITS]


def known(path: Path = LIST) -> frozenset[str]:
    """The list of a source's runs."""
    return frozenset(path.read_text(encoding="utf-8").split())


def copied(text: str, source: Iterable[str]) -> list[str]:
    """Runs of a text that the source has too.

    Args:
        source: what ``digest`` made of the source's runs.
    """
    there = frozenset(source)
    return [run for run in dict.fromkeys(runs(text)) if digest(run) in there]


if __name__ == "__main__":
    print("\n".join(sorted({digest(run) for run in runs(Path(sys.argv[1]).read_text(encoding="utf-8"))})))
