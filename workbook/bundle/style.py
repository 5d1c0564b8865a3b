"""The style of exercises: the shared part first, then that of each part and kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import tinycss2

from ..files import visible
from .chunks import PAGE, rooms
from .minify import ScriptError

SHARED = ("tokens.css", "page.css", "controls.css", "verdict.css")


def joined(paths: Iterable[Path]) -> str:
    """Style sheets one behind the other, without comments and idle white space.

    Raises:
        ScriptError: one cannot be read as CSS; with the line.
    """
    return "".join(minified(path.read_text(encoding="utf-8"), path.name) for path in paths)


def minified(css: str, name: str) -> str:
    """A style sheet without comments, with one space where there were many.

    Raises:
        ScriptError: it cannot be read as CSS; with the line.
    """
    values = tinycss2.parse_component_value_list(css, skip_comments=True)
    if tinycss2.serialize(values).count("}") > css.count("}"):  # the parser closes at the end what is open
        raise ScriptError(f"{name}: a '{{' has no '}}'. Add it")
    text: str = tinycss2.serialize(list(_narrowed(values, name)))
    return text.strip() + "\n"


def _narrowed(values: list[tinycss2.ast.Node], name: str) -> Iterable[tinycss2.ast.Node]:
    for one in values:
        if one.type == "error":
            raise ScriptError(f"{name}, line {one.source_line}: cannot be read as CSS ({one.message}). Look for a typo")
        if one.type == "whitespace":
            one.value = "\n" if "\n" in one.value else " "
        for inner in ("content", "arguments"):
            if hasattr(one, inner):
                setattr(one, inner, list(_narrowed(getattr(one, inner), name)))
        yield one


def sheets(package: Path | None, names: Iterable[str] | None = None) -> list[Path]:
    """The style sheets of some rooms, or of all, in the order in which they count.

    Args:
        package: the course's own Python package, which may hold some.
        names: of rooms; all, if not given.
    """
    folders = rooms(package)
    chosen = folders.values() if names is None else [folders[name] for name in names if name in folders]
    extra = [] if package is None or names is not None else visible(package, "**/*.css")
    shared = [PAGE / name for name in SHARED]
    return list(dict.fromkeys([*shared, *(path for one in chosen for path in visible(one, "*.css")), *extra]))
