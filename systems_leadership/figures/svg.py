"""A picture as text: SVG whose widths follow the page and whose heights follow the size of its letters.

There is no viewBox, which would shrink the words with the picture. Across, everything is in percent; down,
everything is in em. So a picture fits 320 pixels and 200 % text alike, and needs no script for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

Number = float | int


@dataclass
class Picture:
    """One drawing.

    Args:
        id: unique in a page; its title, its description and its pattern are named after it.
        title: its name, for those who do not see it.
        desc: what it shows, in sentences.
        height: in em.
    """

    id: str
    title: str
    desc: str
    height: float = 0
    shapes: list[Markup] = field(default_factory=list)

    def add(self, tag: str, text: str = "", **attributes: str | Number) -> None:
        """Draw a shape; ``class_`` and ``stroke_width`` stand for what Python cannot write."""
        self.shapes.append(element(tag, escape(text), **attributes))

    def words(self, text: str, y: Number, x: str = "0", **attributes: str | Number) -> None:
        """Write words, ``y`` em down, at the left unless told."""
        self.add("text", text, x=x, y=em(y), fill="currentColor", **attributes)

    def svg(self) -> Markup:
        """The whole picture."""
        pattern = element(
            "pattern",
            element("path", "", d="M-2 8L8 -2M4 10L10 4", stroke="currentColor", stroke_width=2),
            id=f"{self.id}-hatch", width=8, height=8, patternUnits="userSpaceOnUse",
        )  # fmt: skip
        return element(
            "svg",
            Markup("\n").join(
                [
                    element("title", escape(self.title), id=f"{self.id}-title"),
                    element("desc", escape(self.desc), id=f"{self.id}-desc"),
                    element("defs", pattern),
                    *self.shapes,
                ]
            ),
            class_="sl-figure-svg",
            role="img",
            aria_labelledby=f"{self.id}-title",
            aria_describedby=f"{self.id}-desc",
            width="100%",
            style=f"height:{em(self.height)};overflow:visible",
        )

    @property
    def hatch(self) -> str:
        """The fill that tells a bar apart without colour."""
        return f"url(#{self.id}-hatch)"


def element(tag: str, inside: Markup | str = "", **attributes: str | Number) -> Markup:
    """One element of SVG."""
    names = {name: name.rstrip("_") if name == "class_" else name.replace("_", "-") for name in attributes}
    said = Markup("").join(Markup(' {}="{}"').format(names[name], value) for name, value in attributes.items())
    return Markup("<{}{}>{}</{}>").format(Markup(tag), said, inside, Markup(tag))


def em(value: Number) -> str:
    """A height in the size of the letters."""
    return f"{round(value, 2):g}em"


def percent(value: Number) -> str:
    """A width in parts of the picture."""
    return f"{round(value, 2):g}%"
