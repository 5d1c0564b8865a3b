"""What the model 'burden' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, Floats, is_close

from .model import ALONE, CALM, EACH, ENOUGH, NEW, RETURN, START, TEAM, VANS, households, years_on

FOR_EVER = 3000.0
FEW = float(START[0])  # households in crisis before there are vans


def last_week(erosion: float = 0.1, rebuilt: float = RETURN, lasts: float = 1.0) -> float | None:
    """The last week, of the first 200, in which the vans can stop and the list still comes down again for good."""
    weeks = np.arange(0, 201.0)
    ends = households(weeks, erosion, rebuilt, lasts=lasts, points=[FOR_EVER], dt=0.5).crisis[:, 0]
    return float(weeks[ends < 2 * FEW].max()) if (ends < 2 * FEW).any() else None


def quiet_erosion() -> bool:
    """With vans the list halves at once and stays below the start for a year, and the team goes all the while."""
    found = households(points=np.arange(0, 201.0))
    crisis, team = found.crisis[0], found.team[0]
    return bool(np.all(crisis[2:44] < 0.8 * FEW) and np.all(np.diff(team[1:]) < 0) and team[-1] < 2)


def burden_shifts() -> bool:
    """In the end the vans, kept, leave more in crisis than there were before; without erosion they leave far fewer."""
    worn, whole = households(erosion=[0.1, 0], points=[200]).crisis[:, 0]
    return bool(worn > 2 * FEW and whole < 0.4 * FEW)


def too_late() -> bool:
    """There is a week after which the list never comes down; before it the list is still shorter than at the start."""
    last = last_week()
    if last is None or not 20 < last < 60:
        return False
    listed = households(points=[last]).crisis[0, 0]
    early, late = households([last - 10, last + 10], points=[FOR_EVER], dt=0.5).crisis[:, 0]
    return bool(listed < FEW and early < 1.2 * FEW and late > 30 * FEW)


def no_erosion_no_end() -> bool:
    """Where vans pull off nobody, they can stop in any week: at worst the list is what it was before."""
    stopped = households(np.arange(0, 201.0, 10), erosion=0, points=np.arange(200, 601.0, 20)).crisis
    return last_week(erosion=0) == 200 and bool(stopped.max() < FEW)


def keep_them() -> bool:
    """Where vans pull off nobody, to keep them is right; and past the week, to keep them is the lesser harm."""
    at = [300, 400, 600]
    kept, stopped = households([600, 100], erosion=0, points=at).crisis
    late_kept, late_stopped = households([600, 100], points=at).crisis
    return bool(np.all(kept < 0.5 * stopped) and np.all(late_kept < 0.5 * late_stopped))


def must_last() -> bool:
    """Help that does not last cuts nothing: then the team, whole or worn, makes no difference to the list."""
    path = households(erosion=[0, 0.1], lasts=0, points=np.arange(0, 201.0)).crisis
    lasting = households(erosion=[0, 0.1], points=[200]).crisis[:, 0]
    return is_close(path[0], path[1], within=1e-9) and bool(lasting[1] > 5 * lasting[0])


def rebuilding_buys_time() -> bool:
    """The sooner people return, the later one may still stop."""
    weeks = [last_week(rebuilt=rebuilt) for rebuilt in (0.03, 0.06, 0.12)]
    return None not in weeks and weeks == sorted(weeks) and weeks[0] < weeks[1]  # type: ignore[operator, type-var]


def page_tells() -> bool:
    """Four years after is long enough to see it: the jump shows within ten weeks of the true one."""
    weeks = np.arange(0, 101.0, 5)
    found = years_on(weeks, dt=0.25)[0]
    last = last_week()
    return last is not None and abs(weeks[found > 2 * FEW][0] - last) <= 10


def resting() -> bool:
    """Vans alone, for ever: figured out on paper."""
    alone = households(FOR_EVER, lasts=0, points=[FOR_EVER], dt=0.5)
    crisis = NEW / ((VANS + ALONE) * (1 - 0.9))
    calm = CALM * NEW / (1 - 0.9)
    team = TEAM * RETURN / (RETURN + 0.1 * NEW / (1 - 0.9) / TEAM)
    return is_close([alone.crisis[0, 0], alone.calm[0, 0], alone.team[0, 0]], [crisis, calm, team], share=1e-6)


def conserved() -> bool:
    """Households change by those who come and those who go, whatever the step."""
    found = households([40, 200], points=np.arange(0, 201.0))
    known = found.crisis + found.calm
    came = NEW * np.arange(0, 201.0)
    gone = 0.1 * found.ends + found.crisis_settled + found.calm_settled
    return is_close(known - known[:, :1], came - gone, within=1e-6)


def by_hand() -> bool:
    """With one step a week, by hand."""
    weeks = np.arange(0, 31.0)
    found = households(kept=20, points=weeks, dt=1.0)
    crisis, calm, team = (part[0] for part in found[:3])
    vans = weeks < 20
    visits = (ALONE + VANS * vans) * crisis
    helped = EACH * team * crisis / (crisis + calm + ENOUGH)
    change = NEW + 0.9 * calm / CALM - visits - helped
    lost = 0.1 * visits * team / TEAM - RETURN * (TEAM - team)
    return is_close(np.diff(crisis), change[:-1], within=1e-9) and is_close(-np.diff(team), lost[:-1], within=1e-9)


def extremes() -> bool:
    nobody = households(new=0, points=[2000], dt=0.5)
    no_team = households(team=0, start=(9, 3, 0), points=[2000], dt=0.5)
    empty: list[Floats] = [nobody.crisis, nobody.calm, no_team.team]
    return is_close([part[0, 0] for part in empty], 0, within=0.01) and is_close(nobody.team, TEAM, within=0.05)


def same_with_half_steps() -> bool:
    whole, half = (households([0, 30, 80], points=np.arange(0, 201.0), dt=dt) for dt in (0.1, 0.05))
    return all(is_close(one, two, within=0.02, share=0.02) for one, two in zip(whole, half, strict=True))


CHECKS: tuple[Check, ...] = (
    Check("quiet", quiet_erosion, ("senge1990fifth",)),
    Check("shifts", burden_shifts, ("senge1990fifth", "braun2002archetypes")),
    Check("too-late", too_late),
    Check("no-erosion", no_erosion_no_end),
    Check("keep", keep_them),
    Check("must-last", must_last, ("senge1990fifth",)),
    Check("rebuilding", rebuilding_buys_time),
    Check("page", page_tells),
    Check("resting", resting),
    Check("conservation", conserved),
    Check("by-hand", by_hand),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
