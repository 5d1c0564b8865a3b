"""Where pages are read from: over http, or straight from a folder."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """The root of a set of pages.

    Args:
        base: its address, without a slash at its end.
        origin: the start of every address that its pages may ask for.
    """

    base: str
    origin: str

    def url(self, page: str) -> str:
        return f"{self.base}/{page}"
