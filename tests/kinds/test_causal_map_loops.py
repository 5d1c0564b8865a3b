"""Loops are right: the page's search and networkx both equal brute force; and they are quick."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from itertools import pairwise, permutations

import pytest

from workbook.kinds.causal_map.loops import LISTED, find_loops

from .causal_map import Page, RandomLink, brute_force, random_map

MANY = int(os.environ.get("MANY", "200"))  # `make soak` sets 1000


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with Page() as one:
        yield one


def in_page(
    page: Page, factors: list[str], links: list[RandomLink], most: int | None
) -> tuple[list[tuple[tuple[str, ...], str]], bool]:
    told = page.what("loops", factors=factors, links=[vars(link) for link in links], most=most)
    return [(tuple(loop["through"]), loop["type"]) for loop in told["loops"]], told["more"]


def in_python(
    factors: list[str], links: list[RandomLink], most: int | None
) -> tuple[list[tuple[tuple[str, ...], str]], bool]:
    loops, more = find_loops(factors, links, most)
    return [(loop.through, loop.type) for loop in loops], more


def test_page_and_python_equal_brute_force_on_random_maps(page: Page) -> None:
    counts = []
    for seed in range(MANY):
        factors, links = random_map(seed)
        loops = brute_force(factors, links)
        counts.append(len(loops))
        for most in (None, LISTED, 3):
            expected = (loops[:most], most is not None and len(loops) > most)
            assert in_page(page, factors, links, most) == expected, f"page, seed {seed}, most {most}"
            assert in_python(factors, links, most) == expected, f"networkx, seed {seed}, most {most}"
    # The maps must be worth the name: none, a few and very many loops, more than are listed among them.
    assert min(counts) == 0 and max(counts) > 3 * LISTED and sum(count > LISTED for count in counts) > MANY // 10


def test_brute_force_equals_the_definition() -> None:
    """Small maps, where every order of every choice of factors can be tried."""
    for seed in range(60):
        factors, links = random_map(seed, 5, 12)
        ends = {(link.cause, link.effect) for link in links}
        loops = {
            order
            for size in range(2, len(factors) + 1)
            for order in permutations(factors, size)
            if factors.index(order[0]) == min(map(factors.index, order))
            and ends.issuperset(pairwise((*order, order[0])))
        }
        assert {loop for loop, _ in brute_force(factors, links)} == loops


@pytest.mark.parametrize(
    "ways, type",
    [
        (["same", "same"], "reinforcing"),
        (["same", "opposite"], "balancing"),
        (["opposite", "opposite"], "reinforcing"),
        (["opposite", "opposite", "opposite"], "balancing"),
    ],
)
def test_signs_make_the_type(ways: list[str], type: str, page: Page) -> None:
    factors = ["a", "b", "c"][: len(ways)]
    links = [
        RandomLink(*ends, way, False)
        for ends, way in zip(zip(factors, factors[1:] + factors[:1], strict=True), ways, strict=True)
    ]
    for found, more in (in_page(page, factors, links, LISTED), in_python(factors, links, LISTED)):
        assert (found, more) == ([(tuple(factors), type)], False)


def ladder(rungs: int) -> tuple[list[str], list[RandomLink]]:
    """Two by two in a ring: 2 to the power of the rungs loops, all of one length; the worst for a list."""
    rows = [(f"a{n}", f"b{n}") for n in range(rungs)]
    factors = [factor for row in rows for factor in row]
    pairs = [(a, b) for row, below in zip(rows, rows[1:] + rows[:1], strict=True) for a in row for b in below]
    return factors, [RandomLink(a, b, "same", False) for a, b in pairs]


def dead_ends() -> tuple[list[str], list[RandomLink]]:
    """One door into a maze and out of it: each of its many ways would pass the door twice."""
    factors, links = ladder(13)
    inner = [link for link in links if link.effect not in ("a0", "b0")]
    factors = ["start", "door", *factors]
    doors = [("start", "door"), ("door", "start"), ("door", "a0"), ("door", "b0"), ("a12", "door"), ("b12", "door")]
    return factors, [*inner, *(RandomLink(a, b, "opposite", False) for a, b in doors)]


def large(seed: int) -> tuple[list[str], list[RandomLink]]:
    """30 factors and 60 links by chance."""
    chance = random.Random(seed)
    factors = [f"f{n}" for n in range(30)]
    pairs = chance.sample([(a, b) for a in factors for b in factors if a != b], 60)
    return factors, [RandomLink(a, b, chance.choice(["same", "opposite"]), False) for a, b in pairs]


@pytest.mark.soak("a time, which a busy machine does not keep")
def test_a_large_map_takes_at_most_200_ms_in_the_page(page: Page) -> None:
    maps = [*map(large, range(40)), ladder(15), dead_ends()]
    for factors, links in maps:
        assert len(factors) <= 30 and len(links) <= 60
        told = page.what("loops", factors=factors, links=[vars(link) for link in links], most=LISTED)
        assert told["ms"] < 200
    assert in_page(page, *ladder(15), LISTED) == in_python(*ladder(15), LISTED)


def test_large_maps_are_the_same_in_page_and_python(page: Page) -> None:
    for seed in range(10):
        factors, links = large(seed)
        assert in_page(page, factors, links, LISTED) == in_python(factors, links, LISTED)


def test_a_wrong_search_is_noticed() -> None:
    """The check can fail: one link turned round, one sign lost, one loop left out."""
    factors, links = next((f, ls) for f, ls in map(random_map, range(50)) if len(brute_force(f, ls)) > 5)
    right = brute_force(factors, links)
    first = links[0]
    for wrong in (
        [RandomLink(first.effect, first.cause, first.way, False), *links[1:]],
        [RandomLink(link.cause, link.effect, "same", False) for link in links],
        [link for link in links if (link.cause, link.effect) != right[0][0][:2]],
    ):
        assert in_python(factors, wrong, None)[0] != right
