"""A game that a course's package brings: its element, made in Python, and the scripts that bring it to life."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True)
class Card:
    """A page of paper for people who play in a room.

    Args:
        id: of its section.
        title: its heading.
        html: what stands below.
    """

    id: str
    title: str
    html: str


@dataclass(frozen=True)
class CourseGame:
    """A game.

    Args:
        rooms: folders of scripts that its page needs besides that of the kind ``game``.
        html: its one element for a course, complete without a script.
        cards: to print; none, if left out.
    """

    rooms: tuple[str, ...]
    html: Callable[[Any], Markup]
    cards: Callable[[], list[Card]] = list
