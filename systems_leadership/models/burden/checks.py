"""What the model 'burden' must show, each with its proof; the words for it are in ``words.yml``."""

from __future__ import annotations

import numpy as np

from workbook.model import Check, is_close

from .model import LASTING, crises


def reference() -> bool:
    cases, strength, share = crises([0, 0.03])[:, :, 0]
    return (
        is_close(strength, [1.00, 0.15], within=0.005)
        and is_close(share, [0.71, 0.94], within=0.005)
        and is_close(cases, [5.71, 7.55], within=0.01)
    )


def climbs() -> bool:
    _, strength, share = crises([0, 0.03], points=np.arange(0, 101))
    steady = is_close(share[0], share[0, 0], within=1e-9) and is_close(strength[0], 1)
    return steady and bool(np.all(np.diff(share[1]) > 0) and np.all(np.diff(strength[1]) < 0))


def worse_before_better() -> bool:
    cases, strength, _ = crises(0.03, cut=1, points=np.arange(100, 401))[:, 0]
    peak = cases.argmax()
    fell = cases[-1] < 0.6 * cases[peak]
    return bool(5 < peak < 60 and cases[peak] > 4 * cases[0] and fell and strength[-1] > 0.9)


def training_softens() -> bool:
    path = crises(0.03, cut=1, training=[0.02, 0.05, 0.10], points=np.arange(100, 201))[0]
    return bool(np.all(np.diff(path.max(axis=1)) < 0))


def slow_cut_alone_is_no_help() -> bool:
    path = crises(0.03, cut=1, over=[0, 40], points=np.arange(100, 301))[0]
    return is_close(path[0].max(), path[1].max(), share=0.1)


def conserved() -> bool:
    """With one step a week the cases can be counted by hand."""
    weeks = np.arange(0, 101.0)
    cases, strength, _ = crises(0.03, points=weeks, dt=1.0)[:, 0]
    closed = (0.5 + LASTING * strength[:-1]) * cases[:-1]
    return is_close(np.diff(cases), 4 - closed, within=1e-9)


def extremes() -> bool:
    calm = crises(0.03, new=0, points=[600])[:2, 0, 0]
    alone = crises(0.03, quick=0, points=[600])[:2, 0, 0]
    return is_close(calm, [0, 1], within=0.01) and is_close(alone, [4 / LASTING, 1], within=0.01)


def same_with_half_steps() -> bool:
    whole, half = (crises([0, 0.03], cut=0.5, points=np.arange(0, 201), dt=dt) for dt in (0.1, 0.05))
    return is_close(whole, half, within=0.01, share=0.01)


CHECKS: tuple[Check, ...] = (
    Check("reference", reference),
    Check("climbs", climbs, ("senge1990fifth",)),
    Check("worse-before-better", worse_before_better),
    Check("training", training_softens),
    Check("slow-cut", slow_cut_alone_is_no_help),
    Check("conservation", conserved),
    Check("extremes", extremes),
    Check("half-step", same_with_half_steps),
)
