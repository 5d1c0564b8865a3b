"""Charts of the facts, drawn as text: SVG whose words stay words."""

from .catalogue import figure, specs

__all__ = ["figure", "specs"]
