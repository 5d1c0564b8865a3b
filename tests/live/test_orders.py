"""Orders that cannot be played are refused: which one, what is wrong, and what to do. Tables as they are promised."""

from __future__ import annotations

from typing import Any

import pytest

from systems_leadership.live import District, OrderError, orders, play
from systems_leadership.live.equations import QUARTERS
from systems_leadership.live.expression import Expression, ExpressionError
from systems_leadership.live.rules import asks_of

BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"round": 4}, "round", "1, 2, 3"),
    ({"round": True}, "round", "1, 2, 3"),
    ({"hold": {"bed": 1}}, "hold", "beds, sending"),
    ({"hold": {"beds": 5}}, "hold, beds", "from -1 to 4"),
    ({"hold": {"beds": 1.5}}, "hold, beds", "1 a quarter"),
    ({"hold": {"fee": "high"}}, "hold, fee", "Give numbers"),
    ({"hold": {"beds": [1, 2, 3]}}, "hold, beds", "8: one for each quarter"),
    ({"hold": {"beds": float("nan")}}, "hold, beds", "from -1 to 4"),
    ({"round": 3, "share": 0.6}, "share", "0 to 0.45"),
    ({"round": 3, "tokens": [1, 1, 0, 0, 0]}, "tokens", "0.25 each"),
    ({"round": 3, "tokens": [0.5, 0.5]}, "tokens", "beds, therapy, rounds, homes, company"),
    ({"round": 1, "tokens": [1, 0, 0, 0, 0]}, "tokens", "Play round 3"),
    ({"round": 3, "aim": "win"}, "aim", "ready, stay, company"),
    ({"round": 1, "requests": [None] * 8}, "requests", "Play round 2"),
    ({"round": 2, "requests": [["fee", 1]]}, "requests", "Give 8"),
    ({"round": 2, "requests": [["fee", 2], *[None] * 7]}, "requests, quarter 1", "1, -1"),
    ({"round": 2, "requests": ["fee", *[None] * 7]}, "requests, quarter 1", "[lever, 1]"),
    ({"round": 2, "read_out": "rain"}, "read_out", "ready, back, lonely"),
    ({"boundary": "wall"}, "boundary", "none, council, cluster"),
    ({"seed": -1}, "seed", "from 0 to"),
    ({"seed": [1, 2.5]}, "seed", "whole numbers"),
    ({"parameters": {"burns": 1}}, "parameters", "burn"),
    ({"parameters": {"burn": -1}}, "parameters, burn", "from 0"),
    ({"seed": [1, 2], "parameters": {"burn": [1, 2, 3]}}, "seed", "Give as many for each"),
]


@pytest.mark.parametrize("seed", [None, [1, 2]])
def test_sizes_that_divide_by_nothing_are_refused(seed: Any) -> None:
    with pytest.raises(OrderError, match="quarter 1 something is divided by nothing"):
        play(1, parameters={"stay": 0}, seed=seed)


def decided(lever: str, *given: Any, **ordered: Any) -> list[int]:
    """The options of one lever, quarter by quarter, in a single play."""
    options: list[int] = play(*given, **ordered)[f"decided_{lever}"].tolist()
    return options


@pytest.mark.parametrize(("order", "where", "how"), BAD, ids=[f"{where}-{i}" for i, (_, where, _) in enumerate(BAD)])
def test_a_bad_order_is_refused(order: dict[str, Any], where: str, how: str) -> None:
    with pytest.raises(OrderError) as caught:
        orders(**order)
    assert caught.value.where == where
    assert how in str(caught.value)


FOREIGN = ["beds.real", "open('x')", "2**9", "a if b else c", "a < b < c", "True", "max(a)", "a +"]


@pytest.mark.parametrize("text", FOREIGN)
def test_an_expression_knows_sums_and_comparisons_only(text: str) -> None:
    with pytest.raises(ExpressionError, match=r"known|read"):
        Expression(text).numpy()


def test_a_name_that_nothing_has_is_refused() -> None:
    with pytest.raises(ExpressionError, match="stock queue: nothing is called 'quene'"):
        Expression("quene + 1").check({"queue"}, "stock queue")


def test_every_quarter_of_every_play_is_a_row() -> None:
    found = play(3, seed=[1, 2], hold={"beds": [None, 4, *[None] * 6]})
    assert found.index.names == ["play", "quarter"]
    assert len(found) == 2 * QUARTERS
    assert found.loc[(2, 2), "decided_beds"] == 4
    assert found.loc[(1, 1), "decided_beds"] == 1, "None leaves it to the script"
    assert found.filter(like="token_").sum(axis=1).round(12).eq(1).all()
    assert not found.isna().any(axis=None)


def test_nobody_decides_what_the_boundary_fixed() -> None:
    assert decided("fee", 1, hold={"fee": 4}) == [4, 4, 4, 4, 2, 2, 4, 4]


def test_a_request_is_granted_for_a_quarter_if_it_can_be() -> None:
    was = decided("calls", 2)
    asked: list[Any] = [None, None, ["calls", -1], *[None] * 5]
    found = decided("calls", 2, requests=asked)
    assert [one - other for one, other in zip(was, found, strict=True)][:4] == [0, 0, 1, 0]


def test_a_favour_returned_is_granted_in_any_case() -> None:
    alone: list[Any] = [None, ["pay", -1], *[None] * 6]
    bargain: list[Any] = [None, ["pay", -1, True], *[None] * 6]
    refused, granted = (decided("pay", 2, requests=asked)[1] for asked in (alone, bargain))
    assert (refused, granted) == (1, 0)


def test_what_is_read_out_is_served() -> None:
    """From the second quarter, when there is something to read; later quarters begin from another district."""
    was, found = (decided("changes", 2, read_out=figure)[:2] for figure in (None, "ready"))
    assert found == [was[0], was[1] + 1]


def test_the_others_ask_for_what_would_help_them() -> None:
    district = District(orders(2)).run()
    asked = asks_of(("first",), district.seen(2) or {})
    assert asked is None or asked["lever"] == "first"
    assert asks_of(("changes",), {"unready": 13.0}) == asks_of(("changes",), {"unready": 20.0})
    assert asks_of(("changes",), {"unready": 12.0}) is None
