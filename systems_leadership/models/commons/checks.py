"""What the model 'commons' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from workbook.model import Check, Floats, is_close

from .model import (
    CAPACITY,
    CATCHABILITY,
    COST,
    GROWTH,
    HANDED,
    OWN,
    PROMISE,
    REST,
    VALUE,
    WATCHING,
    help_given,
    pool,
)

BEST = 187.5  # calls a month at which help less cost is largest
TALKS = (0, 1, 4, 12)  # meetings a year
WATCHED = (0, 0.25, 0.5, 1)


def resting(calls: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Volunteers, help given and help less cost a month, in the end, with calls held fixed."""
    calls = np.atleast_1d(np.asarray(calls, dtype=float))
    people = pool(calls=calls, pace=0, points=[1000]).fresh[:, 0]
    help_got = CATCHABILITY * calls * people
    return people, help_got, VALUE * help_got - COST * calls


def ends(rule: int, talk: ArrayLike = 0.0, watching: ArrayLike = 0.0, promise: float = PROMISE) -> tuple[Floats, ...]:
    """Volunteers left and help given a month after ten years, each of shape (runs,)."""
    found = pool(talk, rule, watching, promise=promise, points=[120])
    share = np.broadcast_to(watching, len(found.fresh))
    return found.fresh[:, 0], help_given(found, share)[:, 0]


def best_use() -> bool:
    calls = np.arange(100, 400, 12.5)
    people, given, gain = resting(calls)
    most, best = given.argmax(), gain.argmax()
    figures = is_close([calls[most], people[most], given[most]], [250, 500, 125], share=0.001)
    return figures and is_close(calls[best], BEST)


def open_access() -> bool:
    found = pool(points=[600])
    people, inside = found.fresh[0, 0], found.inside[0, 0]
    gain = VALUE * CATCHABILITY * people * inside - COST * inside
    return (
        is_close([people, inside], [250, 375], share=0.005)
        and is_close(gain, 0, within=0.5)
        and is_close(inside, 2 * BEST, share=0.005)
    )


def talk_helps() -> bool:
    """Under a rule handed down that nobody watches, the more they talk the more are left and the more is given."""
    people, given = ends(HANDED, TALKS)
    mute = ends(HANDED, TALKS, promise=0)[0]
    return bool(
        np.all(np.diff(people) > 30)
        and np.all(np.diff(given) > 0)
        and given[-1] > 0.95 * 125
        and np.ptp(mute) < 1
        and is_close(mute, 250, within=5)
    )


def punishing_alone() -> bool:
    """Watching a rule handed down never adds help, and where they talk it takes some away."""
    given = np.array([ends(HANDED, talk, WATCHED)[1] for talk in TALKS])
    return bool(np.all(given[0] < given[0, 0] + 1) and np.all(np.diff(given[1:], axis=1) < 0))


def own_rule_takes_watching() -> bool:
    """A quarter watched: where the rule is their own it adds help, and more than watching adds anywhere else."""
    own, handed = (ends(rule, 0, (0, 0.25))[1] for rule in (OWN, HANDED))
    return bool(own[1] > own[0] + 15 and own[1] > handed.max() + 15)


def own_rule_goes_on() -> bool:
    """Kept alive by talk, a rule of their own needs no watching, and is best of all that the page offers."""
    own = [ends(OWN, talk, WATCHED)[1] for talk in TALKS]
    handed = [ends(HANDED, talk, WATCHED)[1] for talk in TALKS]
    best = max(max(row) for row in own + handed)
    return bool(own[3].argmax() == 0 and own[3][0] == best and own[3][0] > 0.95 * 125)


def left_alone_it_fades() -> bool:
    """Made once, never talked of and never watched: worth something in year five, next to nothing in year ten."""
    made, none = (pool(rule=rule, points=[60, 120]).fresh[0] for rule in (OWN, HANDED))
    return bool(made[0] - none[0] > 50 and made[1] - none[1] < 20)


def quarter_beats_all() -> bool:
    """A quarter watched gives more help than all watched, for every rule and any talk; all watched keeps more people
    under a rule of their own."""
    rows = [ends(rule, talk, WATCHED) for rule in (HANDED, OWN) for talk in TALKS]
    more_help = all(given[1] > given[3] for _, given in rows)
    return more_help and all(people[3] > people[1] for people, _ in rows[4:])


def conserved() -> bool:
    """With one step a month volunteers can be counted by hand."""
    months = np.arange(0, 121.0)
    found = pool(4, OWN, 0.25, outsiders=0.3, points=months, dt=1.0)
    people, tired = found.fresh[0], found.tired[0]
    joined = GROWTH * people * (1 - people / CAPACITY)
    called = CATCHABILITY * people * (found.inside + found.outside)[0]
    return is_close(np.diff(people), (joined - called)[:-1], within=1e-9) and is_close(
        np.diff(tired), (called - tired / REST)[:-1], within=1e-9
    )


def nobody_counted_twice() -> bool:
    """Fresh and tired are never more than there are in all."""
    found = pool(0, HANDED, 0, calls=[50, 300, 600, 1000], points=np.arange(0, 121.0))
    return bool(np.all(found.fresh + found.tired <= CAPACITY + 1e-6))


def extremes() -> bool:
    unused = pool(calls=0, volunteers=10, points=[200]).fresh[0, 0]
    empty = pool(volunteers=0, points=[200]).fresh[0, 0]
    worn = pool(calls=600, pace=0, points=[1000]).fresh[0, 0]
    free = help_given(pool(points=[120]), 0)[0, 0] - help_given(pool(points=[120]), 1)[0, 0]
    return is_close([unused, empty, worn, free], [CAPACITY, 0, 0, WATCHING], within=0.01)


def same_with_half_steps() -> bool:
    months = np.arange(0, 121.0)
    runs = (pool([0, 4, 12], [HANDED, OWN, OWN], 0.5, 0.1, points=months, dt=dt) for dt in (0.1, 0.05))
    whole, half = runs
    return all(is_close(one, two, within=0.5, share=0.01) for one, two in zip(whole, half, strict=True))


CHECKS: tuple[Check, ...] = (
    Check("best-use", best_use, ("gordon1954economic",)),
    Check("open-access", open_access, ("gordon1954economic",)),
    Check("talk", talk_helps, ("ostrom1992covenants", "anderies_commons")),
    Check("punishing", punishing_alone, ("cason2016swords", "decaro2015voting")),
    Check("own-rule", own_rule_takes_watching, ("decaro2015voting", "ostrom1990governing")),
    Check("goes-on", own_rule_goes_on, ("decaro2015voting",)),
    Check("fades", left_alone_it_fades),
    Check("quarter", quarter_beats_all),
    Check("conservation", conserved),
    Check("once", nobody_counted_twice),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
