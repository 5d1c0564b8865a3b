"""Every text of the course that a reader can see, with the place where it stands."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.support.book import ROOT

#: Where a reader's words stand. The bibliography is titles of other people's works; licences are what they are.
FOLDERS = {
    "book": {".md", ".bib", ".svg"},
    "data": {".yml", ".json", ".csv"},
    "notebooks": {".ipynb"},
    "systems_leadership": {".py", ".html", ".js", ".yml"},
    "workbook": {".py", ".html", ".js", ".yml"},
}
TOP = ("README.md", "CITATION.cff", "_config.yml", "_toc.yml", "pyproject.toml", "strings.en-GB.yml")
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
#: Words that a tag holds and a reader hears or sees.
HEARD = re.compile(r"""\b(?:alt|title|aria-label|placeholder|content)="([^"]*)\"""")


def of_html(page: str) -> str:
    """The words of a piece of HTML, those in its attributes too."""
    said = " ".join(HEARD.findall(page))
    return html.unescape(f"{TAG.sub(' ', page)} {said}")


def of_notebook(notebook: dict[str, Any]) -> str:
    """What a notebook says and shows."""
    parts = []
    for cell in notebook["cells"]:
        parts.append("".join(cell["source"]))
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            parts.append(of_html("".join(data.get("text/html", ""))))
            parts.append("".join(data.get("text/plain", "")) + "".join(output.get("text", "")))
    return "\n\n".join(parts)


def files(root: Path = ROOT) -> Iterator[Path]:
    """The files that hold them."""
    yield from (root / name for name in TOP)
    for folder, kinds in FOLDERS.items():
        found = (path for path in sorted((root / folder).rglob("*")) if path.suffix in kinds)
        yield from (path for path in found if not path.parent.name.startswith(("_build", ".", "__")))


@cache
def visible(root: Path = ROOT) -> dict[str, str]:
    """The texts by the files that hold them."""
    found = {}
    for path in files(root):
        text = path.read_text(encoding="utf-8")
        found[str(path.relative_to(root))] = of_notebook(json.loads(text)) if path.suffix == ".ipynb" else text
    return found
