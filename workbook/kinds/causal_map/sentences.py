"""Links and loops read out as sentences; the page's script has the same ones from the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...course import Course
from .graph import Link, sign
from .loops import Loop, pairs


def change(direction: int, course: Course) -> str:
    """'rise' or 'fall'."""
    return course.strings["map_rise" if direction > 0 else "map_fall"]


def link_sentence(link: Link, names: Mapping[str, str], course: Course, cause: int = 1) -> str:
    """One link as a sentence.

    Args:
        link: the link.
        names: of the factors, by id.
        course: whose words are used.
        cause: 1 for a rise in the cause, -1 for a fall.
    """
    return course.strings["map_link_late" if link.delay else "map_link"].format(
        first=change(cause, course),
        cause=names[link.cause],
        then=change(cause * sign(link.way), course),
        effect=names[link.effect],
    )


def loop_sentence(loop: Loop, links: Sequence[Link], names: Mapping[str, str], course: Course) -> str:
    """A loop as one sentence that begins and ends at the same factor."""
    by_ends = {(link.cause, link.effect): link for link in links}
    parts, direction = [], 1
    for place, ends in enumerate(pairs(loop.through)):
        link = by_ends[ends]
        template = ("map_loop_first", "map_loop_next")[place > 0] + ("_late" if link.delay else "")
        direction *= sign(link.way)
        parts.append(
            course.strings[template].format(
                cause=names[link.cause], then=change(direction, course), effect=names[link.effect]
            )
        )
    return "".join(parts) + course.strings["map_loop_end"]


def type_sentence(loop: Loop, course: Course) -> str:
    """What its type means, in plain words."""
    return course.strings["map_is_reinforcing" if loop.type == "reinforcing" else "map_is_balancing"]
