"""What somebody orders for a play, checked: what cannot be played is refused, with the place and the way to mend."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from .boundary import BOUNDARIES
from .chance import LARGEST_SEED
from .equations import PARAMETERS, QUARTERS, Floats, Ints
from .levers import LEVERS, MONEY, SHARES, USES, WORDS
from .rules import AIMS, GRANTS, READ_OUT, RULES

Request: TypeAlias = Sequence[Any]  # a lever, +1 or -1, and True if something is done in return
SCRIPTED = -1  # in place of an option: left to the script
SHARED_DATA, TOGETHER = 2, 3  # rounds
MOST_PLAYS = 100_000


class OrderError(ValueError):
    """An order that cannot be played: which one, what is wrong, how to mend it."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where


@dataclass(frozen=True)
class Orders:
    """All that a simulation is told, in full; made by ``orders``.

    Args:
        held: for each lever that is held its options, shape (quarters, plays), ``SCRIPTED`` where it is not.
        share: of flexible money in the pool, shape (quarters, plays).
        tokens: shares of the pool, shape (quarters, uses, plays); None if the aim places them.
        requests: for each quarter what is asked of others.
        seeds: none, or one for each play.
        plays: how many, side by side.
    """

    round: int
    held: Mapping[str, Ints]
    share: Floats
    aim: str
    tokens: Floats | None
    requests: tuple[tuple[Request, ...], ...]
    boundary: str
    seeds: tuple[int, ...]
    parameters: Mapping[str, Any]
    money: Mapping[str, Any]
    plays: int


def one_of(where: str, name: Any, known: Collection[Any]) -> Any:
    """The name, if it is known.

    Raises:
        OrderError: if not, with those that are.
    """
    if isinstance(name, bool) or name not in known:
        raise OrderError(where, f"there is no {name!r}. Choose one of: {', '.join(map(str, known))}")
    return name


def numbers(where: str, value: ArrayLike, low: float, high: float, each: int | None = QUARTERS) -> Floats:
    """A number, or one for each of ``each`` quarters, with a second axis for plays.

    Raises:
        OrderError: no numbers, not so many, or not within ``low`` and ``high``.
    """
    try:
        found = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise OrderError(where, f"{value!r} is no number. Give numbers from {low:g} to {high:g}") from None
    if each is not None and found.ndim and found.shape[0] != each:
        raise OrderError(where, f"{found.shape[0]} values. Give one, or {each}: one for each quarter")
    if not np.all((found >= low) & (found <= high)):
        bad = found[~((found >= low) & (found <= high))].flat[0]
        raise OrderError(where, f"{bad:g} is out of range. Give numbers from {low:g} to {high:g}")
    return found


def options(lever: str, value: Any) -> Floats:
    """What is held of one lever: an option, or a list of eight in which None leaves a quarter to the script."""
    where, last = f"hold, {lever}", len(WORDS[lever]) - 1
    if isinstance(value, list | tuple):
        value = [SCRIPTED if option is None else option for option in value]
    found = numbers(where, value, SCRIPTED, last)
    if np.any(found != np.rint(found)):
        told = ", ".join(f"{number} {words}" for number, words in enumerate(WORDS[lever]))
        raise OrderError(where, f"options are whole numbers. Choose one of: {told}")
    return found


def token_shares(value: ArrayLike) -> Floats:
    """Tokens as shares of the pool, for the five uses or for each quarter and use.

    Raises:
        OrderError: not five, below 0, or not 1 in all.
    """
    found = numbers("tokens", value, 0, 1, None)
    shape = found.shape
    found = found[None, :, None] if found.ndim == 1 else found[:, :, None] if found.ndim == 2 else found
    if found.ndim != 3 or found.shape[0] not in (1, QUARTERS) or found.shape[1] != len(USES):
        raise OrderError(
            "tokens", f"of shape {shape}. Give {len(USES)} shares, for {', '.join(USES)}, or {QUARTERS} times"
        )
    if not np.allclose(found.sum(axis=1), 1):
        raise OrderError(
            "tokens", "the shares of the pool do not come to 1. Place all of it: four tokens are 0.25 each"
        )
    return found


def asked(value: Sequence[Request | None] | None, read_out: str | None, round_: int) -> tuple[tuple[Request, ...], ...]:
    """For each quarter what is asked of others."""
    if (value is not None or read_out is not None) and round_ != SHARED_DATA:
        raise OrderError("requests", f"nobody can ask in round {round_}. Play round {SHARED_DATA}, with shared data")
    each: list[Request | None] = [None] * QUARTERS if value is None else list(value)
    if len(each) != QUARTERS:
        raise OrderError("requests", f"{len(each)} of them. Give {QUARTERS}, None where nothing is asked")
    for quarter, request in enumerate(each, 1):
        if request is None:
            continue
        where = f"requests, quarter {quarter}"
        if isinstance(request, str) or len(request) not in (2, 3):
            raise OrderError(
                where, f"{request!r} is no request. Write [lever, 1] for a step up or [lever, -1] for one down"
            )
        one_of(where, request[0], GRANTS)
        one_of(where, request[1], (1, -1))
    every: tuple[Request, ...] = ()
    if read_out is not None:
        figure = READ_OUT[one_of("read_out", read_out, READ_OUT)]
        every = ((figure["lever"], figure["way"]),)
    return tuple(((request,) if request else ()) + every for request in each)


def known_values(where: str, value: Mapping[str, ArrayLike] | None, usual: Mapping[str, float]) -> dict[str, Any]:
    """The usual values, with those that are given in their place.

    Raises:
        OrderError: a name that is not among the usual, or a value below 0.
    """
    found: dict[str, Any] = dict(usual)
    for name, given in (value or {}).items():
        found[one_of(where, name, usual)] = numbers(f"{where}, {name}", given, 0, np.inf, None)
    return found


def orders(
    round: int = 1,
    *,
    hold: Mapping[str, Any] | None = None,
    share: ArrayLike = 0.3,
    aim: str = "ready",
    tokens: ArrayLike | None = None,
    requests: Sequence[Request | None] | None = None,
    read_out: str | None = None,
    boundary: str = "council",
    seed: int | Sequence[int] | None = None,
    parameters: Mapping[str, ArrayLike] | None = None,
    money: Mapping[str, ArrayLike] | None = None,
) -> Orders:
    """Check what is ordered, and fill it in; the arguments are those of ``play``.

    Raises:
        OrderError: what cannot be played, where it stands and how to mend it.
    """
    one_of("round", round, RULES)
    held = {one_of("hold", lever, LEVERS): options(lever, value) for lever, value in (hold or {}).items()}
    pooled = numbers("share", share, 0, max(SHARES))
    placed = None if tokens is None else token_shares(tokens)
    if placed is not None and round != TOGETHER:
        raise OrderError("tokens", f"there is no pool in round {round}. Play round {TOGETHER}, or leave them out")
    seeds = () if seed is None else (seed,) if isinstance(seed, int | np.integer) else tuple(seed)
    for one in seeds:
        if isinstance(one, bool) or not isinstance(one, int | np.integer) or not 0 <= one <= LARGEST_SEED:
            raise OrderError("seed", f"{one!r} is no seed. Give whole numbers from 0 to {LARGEST_SEED}")
    sizes, purse = known_values("parameters", parameters, PARAMETERS), known_values("money", money, MONEY)
    widths = {f"hold, {lever}": value.shape[1] for lever, value in held.items() if value.ndim == 2}
    widths |= {name: np.size(value) for name, value in (*sizes.items(), *purse.items()) if np.ndim(value)}
    widths |= {"share": pooled.shape[1]} if pooled.ndim == 2 else {}
    widths |= {"tokens": placed.shape[2]} if placed is not None and placed.shape[2] > 1 else {}
    widths |= {"seed": len(seeds)} if seeds else {}
    plays = max(widths.values(), default=1)
    if plays > MOST_PLAYS:
        raise OrderError("plays", f"{plays} at once. Give at most {MOST_PLAYS}, and the rest in a second call")
    for where, width in widths.items():
        if width not in (1, plays):
            raise OrderError(where, f"values for {width} plays, and elsewhere for {plays}. Give as many for each")

    def wide(value: Floats) -> Floats:
        return np.broadcast_to(value[:, None] if value.ndim == 1 else value, (QUARTERS, plays))

    return Orders(
        round=round,
        held={lever: wide(value).astype(np.int64) for lever, value in held.items()},
        share=wide(pooled if round == TOGETHER else np.zeros(())),
        aim=one_of("aim", aim, AIMS),
        tokens=None if placed is None else np.broadcast_to(placed, (QUARTERS, len(USES), plays)),
        requests=asked(requests, read_out, round),
        boundary=one_of("boundary", boundary, BOUNDARIES),
        seeds=tuple(map(int, seeds)) * (plays if len(seeds) == 1 else 1),
        parameters=sizes,
        money=purse,
        plays=plays,
    )
