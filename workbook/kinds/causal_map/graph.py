"""Factors and the links between them: what a causal map is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ...spec import Id, StrictModel, Text

MAX_FACTORS = 40
MAX_LINKS = 80

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Way = Literal["same", "opposite"]


class Factor(StrictModel):
    """Something that can rise or fall.

    Args:
        name: a noun phrase that reads well after 'a rise in', at most 60 characters.
        at: column and row in the wide drawing, from 0, in half columns; left out, it is worked out.
        phone: where it stands on a phone, in px of a sheet 330 wide, so that loops are seen as loops; left out, all
            stand in one column.
    """

    id: Id
    name: Name
    at: tuple[Annotated[int, Field(ge=0, le=6)], Annotated[int, Field(ge=0, le=30)]] | None = None
    phone: tuple[Annotated[int, Field(ge=0, le=330)], Annotated[int, Field(ge=0, le=1200)]] | None = None


class Link(StrictModel):
    """One factor moves another.

    Args:
        cause, effect: ids of two factors.
        way: 'same' if a rise in the cause brings a rise in the effect, 'opposite' if it brings a fall.
        delay: it takes a while.
        why: how it comes about, in one sentence that holds for a rise and for a fall.
    """

    cause: Id
    effect: Id
    way: Way
    delay: bool = False
    why: Text | None = None


def sign(way: str) -> int:
    """1 for the same way, -1 for the opposite way."""
    return 1 if way == "same" else -1


def refuse_broken(factors: Sequence[str], links: Sequence[tuple[str, str]]) -> None:
    """Refuse a link from nowhere, to nowhere, to itself, or given twice.

    Args:
        factors: ids.
        links: pairs of cause and effect.

    Raises:
        ValueError: naming the link, the fault and the fix.
    """
    for position, (cause, effect) in enumerate(links, start=1):
        for end in (cause, effect):
            if end not in factors:
                raise ValueError(
                    f"link {position} names the factor '{end}', which is not there. "
                    f"Correct it, or add the factor. The factors are {', '.join(factors)}"
                )
        if cause == effect:
            raise ValueError(
                f"link {position} leads from '{cause}' to itself. Put what lies between them in as a factor"
            )
        if links.index((cause, effect)) + 1 < position:
            raise ValueError(f"link {position} from '{cause}' to '{effect}' stands twice. Keep one")
