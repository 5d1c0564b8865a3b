"""A course's own drawings: parts of a place, drawn once as SVG symbols and shown wherever a page names them.

``data/art/*.svg``, and ``scenery.svg`` beside a model, hold symbols such as ``<symbol id="m-cafe" viewBox="0 0 140
100">``; a symbol may be made of others by ``<use href="#m-tree"/>``, and has a ``<title>``, the
picture's text alternative. A page gets the symbols it uses once, inside itself: a book opened from a folder may not
refer to symbols in another file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from markupsafe import Markup

from .data import DataError
from .files import visible

SVG = "http://www.w3.org/2000/svg"
PREFIX = "m-"


@dataclass(frozen=True)
class Symbol:
    """A part of a drawing.

    Args:
        id: with its prefix, as ``<use>`` names it.
        box: its ``viewBox``.
        says: what a picture of it shows, for those who do not see it.
        svg: the symbol as SVG, without its title (browsers would show it as a note under the mouse).
        uses: ids of the symbols it is made of.
    """

    id: str
    box: str
    says: str
    svg: str
    uses: tuple[str, ...]


class Art:
    """The drawings of a course.

    Args:
        folders: where its SVG files and style sheets are; they need not exist.

    Raises:
        DataError: a file cannot be read, or a symbol lacks what it needs.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders = folders
        files = [path for folder in folders for path in visible(folder, "*.svg")]
        self.symbols = {one.id: one for path in files for one in _symbols(path)}
        for one in self.symbols.values():
            for id in one.uses:
                if id not in self.symbols:
                    raise DataError(folders[0], f"symbol {one.id}", f"it uses '{id}', which no file here draws")

    @property
    def styles(self) -> list[Path]:
        """Its style sheets."""
        return [path for folder in self.folders for path in visible(folder, "*.css")]

    def symbol(self, name: str) -> Symbol:
        """A symbol by its name without the prefix.

        Raises:
            KeyError: nothing of that name is drawn; with the names there are.
        """
        try:
            return self.symbols[PREFIX + name]
        except KeyError:
            known = ", ".join(id.removeprefix(PREFIX) for id in self.symbols)
            raise KeyError(f"there is no picture '{name}'. There are: {known or 'none'}") from None

    def picture(self, name: str, spoken: bool = False, fills: bool = False) -> Markup:
        """A picture as a page shows it.

        Args:
            name: of the symbol.
            spoken: whether it says something that no words beside it say; otherwise screen readers pass it over.
            fills: whether it fills a room of another shape, with what stands at its foot in sight.
        """
        one = self.symbol(name)
        role = Markup('role="img" aria-label="{}"').format(one.says) if spoken else Markup('aria-hidden="true"')
        shape = Markup(' preserveAspectRatio="xMidYMax slice"') if fills else ""
        return Markup('<svg class="sl-art" viewBox="{}"{} {} focusable="false"><use href="#{}"/></svg>').format(
            one.box, shape, role, one.id
        )

    def sheet(self, html: str) -> Markup:
        """The symbols that some HTML uses, out of sight, to stand once on its page; nothing where it uses none."""
        reader = _Uses()
        reader.feed(html)
        ids = self._with_parts(reader.ids)
        if not ids:
            return Markup("")
        inside = "".join(self.symbols[id].svg for id in ids)
        return Markup('<svg class="sl-art sl-symbols" width="0" height="0" aria-hidden="true">{}</svg>').format(
            Markup(inside)
        )

    def _with_parts(self, ids: Iterable[str]) -> list[str]:
        found: dict[str, None] = {}
        waiting = [id for id in ids if id in self.symbols]
        while waiting:
            id = waiting.pop()
            if id not in found:
                found[id] = None
                waiting += self.symbols[id].uses
        return sorted(found)


class _Uses(HTMLParser):
    """Notes which symbols are used."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "use":
            self.ids += [(value or "").removeprefix("#") for name, value in attrs if name == "href"]


def _symbols(path: Path) -> Iterable[Symbol]:
    try:
        tree = ElementTree.parse(path)
    except ElementTree.ParseError as error:
        raise DataError(path, f"line {error.position[0]}", f"it is not well-formed SVG ({error.msg})") from None
    ElementTree.register_namespace("", SVG)
    for element in tree.iter(f"{{{SVG}}}symbol"):
        id, box = element.get("id", ""), element.get("viewBox", "")
        title = element.find(f"{{{SVG}}}title")
        says = (title.text or "").strip() if title is not None else ""
        if not id.startswith(PREFIX) or not box or not says:
            problem = (
                f"a symbol needs an id that begins with '{PREFIX}', a viewBox and a <title> that says what it shows"
            )
            raise DataError(path, f"symbol {id or '?'}", problem)
        if title is not None:
            element.remove(title)
        uses = [use.get("href", "").removeprefix("#") for use in element.iter(f"{{{SVG}}}use")]
        text = ElementTree.tostring(element, encoding="unicode").replace(f' xmlns="{SVG}"', "")
        yield Symbol(id, box, says, "".join(line.strip() for line in text.splitlines()), tuple(uses))
