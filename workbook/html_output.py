"""Something that a notebook cell shows: finished HTML, and nothing that changes from run to run."""

from __future__ import annotations

from typing import Any


class HtmlOutput:
    """HTML made in Python, for the book and for a live notebook alike.

    Args:
        html: what is shown.
        name: what a place without HTML prints: fixed text, so that stored outputs stay the same.
    """

    def __init__(self, html: str, name: str) -> None:
        self.html = html
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": repr(self)}
