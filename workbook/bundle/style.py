"""The style of exercises: the shared part first, then that of each part and kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tinycss2

from ..files import visible
from .chunks import ENGINE, PAGE, rooms
from .minify import ScriptError

SHARED = ("tokens.css", "page.css", "controls.css", "verdict.css")
#: Sheets of the book: the one that every page loads, and the one of pages on which there is something to do.
EVERY_PAGE, EXERCISES = "workbook.css", "exercises.css"
#: Rooms of the engine that stand on a few pages: their sheets are their own, as are those of a course's package.
ALONE = ("causal_map", "hero", "portfolio", "stakeholders", "study", "timeline")
#: Of the theme and the notebooks: pages with nothing of ours have them too.
THEIRS = ("bd-", "cell", "text_html", "dataframe", "prev-next-footer")


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


def parted(package: Path | None, art: Iterable[Path]) -> dict[str, str]:
    """The sheets of a book by the name of their file, in the order in which they count.

    Args:
        package: the course's own Python package, which may hold some.
        art: the style of the course's pictures, which any page may show.
    """
    found = sheets(package)
    shared, others = found[: len(SHARED)], found[len(SHARED) :]
    alone = [one for one in others if one.stem in ALONE or not one.is_relative_to(ENGINE)]
    return {
        EVERY_PAGE: joined([*shared, *art]),
        EXERCISES: joined(one for one in others if one not in alone),
        **{one.name: joined([one]) for one in alone},
    }


def named(css: str) -> frozenset[str]:
    """The classes and elements that a sheet's selectors name, but for the theme's."""
    found = set()

    def look(values: Iterable[Any]) -> None:
        before = None
        for one in values:
            ours = one.type == "ident" and (before == "." or one.value.startswith("sl-"))
            if ours and not one.value.startswith(THEIRS):
                found.add(one.value)
            for inner in ("content", "arguments"):
                if isinstance(getattr(one, inner, None), list):
                    look(getattr(one, inner))
            before = one.value if one.type == "literal" else None

    look(tinycss2.parse_component_value_list(css))
    return frozenset(found)
