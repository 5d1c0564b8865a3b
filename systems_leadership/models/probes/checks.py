"""What the model 'probes' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, Floats, is_close

from .bandit import (
    BASE,
    EPSILON_GREEDY,
    NOTHING,
    PLAN,
    SEED,
    THOMPSON,
    TRIALS,
    chosen,
    missed,
    picked,
    played,
)

END = np.array([300])


def plan_misses() -> bool:
    used, _ = picked(PLAN, 5, 0.2, runs=4000)
    return is_close(used[:, -1].mean(), 1 / 5, within=0.02) and bool(np.all(used == used[:, :1]))


def locks_on() -> bool:
    """Always the best so far, never another: share of runs stuck on a lesser idea, early and late."""
    used, _ = picked(EPSILON_GREEDY, 5, 0.2, explore=0, people=2000)
    stuck = 1 - used[:, [999, 1999]].mean(axis=0)
    return bool(stuck[1] > 0.15) and is_close(stuck[0], stuck[1], within=0.05)


def straight() -> bool:
    regret = missed(EPSILON_GREEDY, 4000)
    early, late = regret[2000] - regret[1000], regret[3999] - regret[2999]
    return is_close(late, early, share=0.25) and is_close(late / 1000, 0.10 * 0.8 * 0.2, share=0.2)


def flattening() -> bool:
    """Added in each doubling of the people: about the same, while the other rule's doubles."""
    regret = missed(THOMPSON, 4000)
    added = np.diff(regret[[499, 999, 1999, 3999]])
    return bool(added[2] < 1.5 * added[0] and regret[3999] < 0.5 * missed(EPSILON_GREEDY, 4000)[3999])


def order_of_ways() -> bool:
    end = {way: missed(way, 300, gap=0.3)[-1] for way in (PLAN, TRIALS, EPSILON_GREEDY, THOMPSON)}
    return bool(end[THOMPSON] < end[PLAN] / 2 and end[TRIALS] < end[PLAN] / 2 and end[EPSILON_GREEDY] < end[PLAN] / 2)


def trials_cost_and_pay() -> bool:
    used, _ = picked(TRIALS, 5, 0.2)
    during, after = used[:, :75].mean(), used[:, 75:].mean()
    return is_close(during, 0.2, within=1e-9) and bool(after > 0.6)


def found_in_each_hundred(way: int, gap: float, hundreds: int = 100) -> Floats:
    """In so many sets of a hundred winters, the share in which the better of five ideas is chosen: shape (sets,)."""
    winters = played(way, 5, gap, runs=100 * hundreds)
    right = chosen(winters, way, 5, END)[:, 0] == winters.better
    return np.asarray(right.reshape(hundreds, 100).mean(axis=1))


def one_winter_in_three() -> bool:
    """Trials choose a wrong idea in a quarter to a half of the winters, one plan in more than two thirds, in 95 of 100
    sets of winters. Where the better idea hardly is better, trials choose a wrong one in most."""
    trials, plan = (1 - found_in_each_hundred(way, 0.2) for way in (TRIALS, PLAN))
    small = 1 - found_in_each_hundred(TRIALS, 0.05)
    return bool(
        np.mean((trials > 0.2) & (trials < 0.5)) >= 0.95
        and np.mean(plan > 0.67) >= 0.95
        and np.mean(trials < plan) >= 0.95
        and np.mean(small > 0.5) >= 0.95
    )


def never_done() -> bool:
    """Trials that take up the whole winter choose nothing, neither right nor wrong; one person more, and they do."""
    good = True
    for ideas, trial, over in ((12, 50, True), (12, 25, True), (10, 29, False)):
        leader = chosen(played(TRIALS, ideas, 0.2, trial=trial), TRIALS, ideas, END, trial)
        good &= bool(np.all((leader == NOTHING) == over))
    return good


def counts() -> bool:
    """Helped people are those whose idea worked: as many as the chances say (to 1 point)."""
    good = True
    for way in (PLAN, TRIALS, EPSILON_GREEDY, THOMPSON):
        used, helped = picked(way, 4, 0.2, runs=2000)
        good &= is_close(helped.mean(), BASE + 0.2 * used.mean(), within=0.01)
    return good


def extremes() -> bool:
    no_gap = all(is_close(missed(way, 50, gap=0.0), 0) for way in (PLAN, TRIALS, EPSILON_GREEDY, THOMPSON))
    certain = picked(THOMPSON, 2, 0.7)[0][:, 100:].mean()
    return no_gap and bool(certain > 0.99)


def seeds() -> bool:
    once, again, other = (picked(THOMPSON, 5, 0.2, seed=seed)[1] for seed in (SEED, SEED, 7))
    return np.array_equal(once, again) and is_close(once.mean(), other.mean(), within=0.02)


CHECKS: tuple[Check, ...] = (
    Check("plan", plan_misses),
    Check("locks-on", locks_on),
    Check("straight", straight),
    Check("flattening", flattening),
    Check("order", order_of_ways),
    Check("trials", trials_cost_and_pay),
    Check("one-in-three", one_winter_in_three),
    Check("never-done", never_done),
    Check("counts", counts),
    Check("extremes", extremes),
    Check("seed", seeds),
)
