"""The notebooks as they are stored."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.support.book import ROOT
from tests.support.prose import blocks, words

SHOWN = re.compile(r"""\.show\(\s*["']([^"']+)["']\s*\)""")


@dataclass(frozen=True)
class Notebook:
    """One notebook file."""

    path: Path

    @cached_property
    def content(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        return found

    def cells(self, kind: str) -> list[dict[str, Any]]:
        return [cell for cell in self.content["cells"] if cell["cell_type"] == kind]

    @staticmethod
    def source(cell: dict[str, Any]) -> str:
        return "".join(cell["source"])

    @property
    def shown(self) -> list[str]:
        """Ids of the exercises it shows, in order."""
        return [id for cell in self.cells("code") for id in SHOWN.findall(self.source(cell))]

    def outputs(self, cell: dict[str, Any]) -> str:
        """The HTML a cell stores."""
        htmls = (output.get("data", {}).get("text/html", "") for output in cell["outputs"])
        return "".join("".join(html) for html in htmls)

    @property
    def words(self) -> int:
        """How many words a reader meets in its prose."""
        prose = (block.text for cell in self.cells("markdown") for block in blocks(self.source(cell)))
        return sum(len(words(text)) for text in prose)


def notebooks() -> list[Notebook]:
    """Every notebook of the course."""
    return [Notebook(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
