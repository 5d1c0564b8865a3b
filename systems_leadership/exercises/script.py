"""Joins the behaviours of all kinds into one text, for the book and for a live notebook.

There is no build step: the sources are plain ES modules. Joining takes out ``import`` and
``export``, so that the same text runs as a classic script, which works from ``file://``,
and inside the one module that a live notebook loads.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from ..words import words

FOLDER = Path(__file__).parent
IMPORT = re.compile(r'^import (?:(?:\{[^}]*\}|\w+) from )?"(\.[^"]+)"(?: with \{ type: "json" \})?;$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let)\b)", re.MULTILINE)
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)


def sources() -> list[Path]:
    """Every behaviour, each after the ones it imports."""
    ordered: list[Path] = []

    def visit(path: Path) -> None:
        if path in ordered:
            return
        for name in IMPORT.findall(path.read_text(encoding="utf-8")):
            if name.endswith(".js"):
                visit((path.parent / name).resolve())
        ordered.append(path)

    for path in sorted(FOLDER.glob("*/*.js")):
        visit(path.resolve())
    return ordered


def twins() -> list[str]:
    """Top-level names that stand in two files: joined, one would shadow the other."""
    seen: dict[str, Path] = {}
    found = []
    for path in sources():
        for name in TOP_LEVEL.findall(path.read_text(encoding="utf-8")):
            if name in seen:
                found.append(f"{name} in {seen[name].name} and {path.name}")
            seen[name] = path
    return found


def _bare(path: Path) -> str:
    """A module's text without comments on types, imports and exports."""
    text = EXPORT.sub("", IMPORT.sub("", path.read_text(encoding="utf-8")))
    text = re.sub(r"/\*\*(?:(?!\*/).)*\*/ ?", "", text, flags=re.DOTALL)
    text = re.sub(r"^[ \t]*//.*\n", "", text, flags=re.MULTILINE)
    # After code too; but where a quotation mark follows, the two strokes may stand in a text.
    text = re.sub(r"(?<=[;{,]) //[^\n\"'`]*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n\s+", "\n", text).strip()  # No text in the sources spans lines, so indents can go.


def spoken(code: str) -> dict[str, str]:
    """The words that a script can say: those it names, and those it makes a name for, as in ``sort_${verdict}``."""
    stems = tuple(set(re.findall(r"`(\w+_)\$\{", code)))
    named = set(re.findall(r"\w+", code))
    return {key: word for key, word in words().items() if key in named or (stems and key.startswith(stems))}


@cache
def joined() -> str:
    """All behaviours in dependency order, as statements; the words that only Python says stay out."""
    code = "\n".join(_bare(path) for path in sources())
    return f"const words = {json.dumps(spoken(code), ensure_ascii=False)};\n{code}"


def classic() -> str:
    """One script for the book."""
    return f'(() => {{\n"use strict";\n{joined()}\nstartPage();\n}})();\n'


def module(render: str = "renderWidget") -> str:
    """One module for a live notebook, in the form anywidget takes.

    Args:
        render: the function of base/widget.js that shows the widget.
    """
    return f"{joined()}\nexport default {{ render: {render} }};\n"


@cache
def style() -> str:
    """The style of all kinds, the shared part first."""
    files = sorted(FOLDER.glob("*/*.css"), key=lambda path: (path.parent.name != "base", path))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    text = re.sub(r"\n\s+", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip() + "\n"
    return re.sub(r" ?([{};,]) ?\n?", r"\1", text)  # No text in the sheets has these signs.
