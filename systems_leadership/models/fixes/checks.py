"""What the model 'fixes' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, Floats, is_close

from .model import START, STAY, Fixes, follow

MODEL = Fixes()
WEEKS = np.arange(0, 121)


def lists(**given: float) -> Floats:
    """The list in each week, as a page shows it."""
    settings = {name: np.array([value]) for name, value in MODEL.settings(**given).items()}
    return np.asarray(MODEL.follow(settings, WEEKS)[0, 0])


def fails() -> bool:
    """As it starts: better than no rule at first, and worse in the end."""
    rule, none = lists(), lists(strength=0)
    return bool(np.all(rule[2:31] < none[2:31]) and np.all(rule[40:] > none[40:]) and rule[-1] > 3 * none[-1])


def off() -> bool:
    """Without the side effect the rule helps for good; without the delay it fools nobody."""
    alone = lists(comeback=0)
    at_once = follow(0.5, delay=0.3, points=WEEKS, dt=0.02)[0, 0]
    return bool(np.all(np.diff(alone) < 0) and alone[-1] < 1 and at_once.min() > START - 0.5 and at_once[-1] > START)


def helps() -> bool:
    """Where fewer come back than the rule makes room for, it helps at every point of the page."""
    strengths, delays = (control.steps for control in MODEL.controls[1:3])
    ends = [lists(comeback=2, strength=s, delay=d)[-1] for s in strengths if s for d in delays]
    return bool(max(ends) < 0.5 * START)


def break_even() -> bool:
    """It turns where as many come back as the rule makes room for: days early, of the days of a stay."""
    return all(
        lists(comeback=10 * early / STAY - 0.5, early=early)[-1] < lists(early=early, comeback=10 * early / STAY)[-1]
        and lists(comeback=10 * early / STAY, early=early)[-1] < START
        and follow(early / STAY + 0.05, relief=early / STAY, points=[600])[0, 0, 0] > START
        for early in (2.0, 3.0, 4.0)
    )


def harder() -> bool:
    """More of the rule: the list is shorter in week 6, and longer in week 120."""
    paths = np.array([lists(strength=strength) for strength in (10, 20, 30)])
    return bool(np.all(np.diff(paths[:, 6]) < 0) and np.all(np.diff(paths[:, 120]) > 0))


def slow_fools_longer() -> bool:
    """Weeks until the list is back at its start, by delay of the side effect; it returns for all three."""
    path = np.array([lists(delay=delay) for delay in (4, 12, 24)])
    back = np.argmax(path[:, 2:] > START, axis=1)
    return bool(np.all(back > 0) and np.all(np.diff(back) > 15) and np.all(np.diff(path.min(axis=1)) < 0))


def on_the_way() -> bool:
    """When the list is shortest, as many are on their way back."""
    waiting, away = follow(0.5, points=WEEKS)[:2, 0]
    low = int(waiting.argmin())
    return 9 <= low <= 13 and is_close(away[low], waiting[low], within=1)


def delayed() -> bool:
    """Those sent home in one short while: 4 in 100 are back after 3 weeks, 10 after 4.4 and 90 after 21.3."""
    weeks = np.array([3, 4.408, 12, 21.289])
    # As many are sent home each week, so few that the list stays: so the share back is how fast they come back now.
    came, later = (follow(1, strength=1e-9, points=weeks + more, dt=0.01)[3, 0] for more in (-0.05, 0.05))
    share = (later - came) / 0.1 / (START * 1e-9)
    return is_close(share, [0.043, 0.10, 0.577, 0.90], within=0.01)


def reference() -> bool:
    """With one stage, and a whole place for each sent home, these are the archetype's figures."""
    got = follow([0, 0.9], relief=1, surplus=1, stages=1, most=np.inf, points=[0.1, 10, 40, 120])[0]
    return is_close(got, [[9.9, 5.6, 5.0, 5.0], [9.9, 8.3, 15.0, 28.3]], within=0.1)


def rests() -> bool:
    """At rest the list is the surplus of new people / (strength x (relief - comeback))."""
    back, strength = np.array([0, 0.1, 0.2]), np.array([0.3, 0.2, 0.4])
    got = follow(back, strength, surplus=0.5, points=[3000])[0, :, 0]
    return is_close(got, 0.5 / (strength * (0.3 - back)), share=0.001)


def conserved() -> bool:
    """With one step a week each flow can be added up by hand: come, sent home, on the way, come back."""
    for comeback, stages in ((0.5, 3), (0.9, 1)):
        found = follow(comeback, surplus=1, stages=stages, points=WEEKS, dt=1.0)
        waiting, away, sent, back = found[:, 0]
        if not is_close(away, comeback * sent - back, within=1e-9):
            return False
        if not is_close(waiting - START, WEEKS + back - 0.3 * sent, within=1e-9):
            return False
    return True


def extremes() -> bool:
    no_fix = follow(0.5, strength=0, surplus=1, points=[50])
    steady = follow(0.5, strength=0, points=[50])
    most = follow(1.0, strength=0.5, delay=4, points=[1000, 1010])[0, 0]
    return (
        is_close(no_fix[0], START + 50, within=1e-6)
        and is_close(steady[0], START, within=1e-9)
        and is_close(np.diff(most), 10 * 0.7 * 10, within=0.1)  # ten a week go early; all come back
    )


def same_with_half_steps() -> bool:
    weeks = np.arange(0, 121)
    back = [0, 0.2, 0.3, 0.4, 0.5]
    return is_close(follow(back, points=weeks)[0], follow(back, points=weeks, dt=0.05)[0], within=0.01, share=0.01)


CHECKS: tuple[Check, ...] = (
    Check("fails", fails, ("senge1990fifth",)),
    Check("off", off),
    Check("helps", helps),
    Check("break-even", break_even),
    Check("harder", harder),
    Check("slow", slow_fools_longer),
    Check("on-the-way", on_the_way),
    Check("delay", delayed),
    Check("reference", reference),
    Check("rest", rests),
    Check("conservation", conserved),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
