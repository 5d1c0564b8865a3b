"""Keeps the answers given in a live notebook in ``portfolio.json`` beside it."""

from __future__ import annotations

import os
import warnings
import weakref
from functools import cache
from pathlib import Path
from typing import Any

from ..course import Course
from ..exercise import Exercise
from ..kinds import kinds
from ..strings import Strings
from .file import PortfolioError
from .portfolio import Portfolio

# Where set to 'none', nothing is read or kept: notebooks are then executed as if for the first time.
SETTING = "COURSE_PORTFOLIO"


class KernelSession:
    """The exercises shown in this kernel, and the portfolio their answers go to.

    Args:
        portfolio: where answers are kept; None keeps them nowhere.
        strings: the words of the course.
        problem: why they are kept nowhere, for the learner; empty where that is on purpose.
    """

    def __init__(self, portfolio: Portfolio | None, strings: Strings, problem: str = "") -> None:
        self.portfolio = portfolio
        self.strings = strings
        self.problem = problem
        self.shown: weakref.WeakSet[Exercise] = weakref.WeakSet()

    @property
    def nearest(self) -> str:
        """The setting that the learner chose; "" where none is."""
        return self.portfolio.nearest if self.portfolio is not None else ""

    def welcome(self, exercise: Exercise) -> Exercise:
        """Bring back the exercise's saved answer and keep every new one."""
        if self.portfolio is not None:
            saved = self.portfolio.answers.get(exercise.id)
            if saved is not None and saved["kind"] == exercise.kind:
                exercise.record = saved
        exercise.shared = self.shared()
        exercise.problem = self.problem
        self.shown.add(exercise)
        exercise.observe(self._keep, "record")
        return exercise

    def _keep(self, change: Any) -> None:
        exercise, record = change["owner"], change["new"]
        if self.portfolio is not None and record:
            try:
                stored = self.portfolio.keep(exercise.id, record, change["old"] or None)
            except PortfolioError as error:
                exercise.problem = self.strings["kernel_not_kept"].format(reason=error)
                return
            except OSError as error:
                exercise.problem = self.strings["kernel_not_writable"].format(reason=error.strerror)
                return
            exercise.problem = ""
            if stored != record:
                with exercise.hold_trait_notifications():
                    exercise.unobserve(self._keep, "record")
                    exercise.record = stored
                    exercise.observe(self._keep, "record")
        if record and exercise.spec.shares(record["value"]):
            for one in self.shown:
                one.shared = self.shared()

    def shared(self) -> dict[str, Any]:
        """What exercises share of the learner's answers: the first issue and place, and the lines for the plan."""
        if self.portfolio is not None:
            records = self.portfolio.answers
        else:
            records = {one.id: one.record for one in sorted(self.shown, key=lambda one: one.id) if one.record}
        found: dict[str, Any] = {"issue": "", "place": "", "lines": []}
        for id, record in records.items():
            kind = kinds().get(record["kind"])
            shares = kind.shares(record["value"]) if kind else {}
            if "line" in shares:
                found["lines"].append({"id": id, **shares["line"]})
            for name in ("issue", "place"):
                found[name] = found[name] or shares.get(name, "")
        return found | ({"seed": self.portfolio.seed} if self.portfolio is not None else {})


@cache
def session(course: Course) -> KernelSession:
    """This kernel's session; a portfolio that cannot be read is reported and left as it is."""
    strings = course.strings
    where = os.environ.get(SETTING, "portfolio.json")
    if where == "none":
        return KernelSession(None, strings)
    path = Path.cwd() / where
    try:
        found = Portfolio(path, course)
    except PortfolioError as error:
        problem = strings["kernel_not_kept"].format(reason=error)
        warnings.warn(problem, stacklevel=2)
        return KernelSession(None, strings, problem)
    if not os.access(path.parent, os.W_OK):
        return KernelSession(found, strings, strings["kernel_not_writable"].format(reason=path.parent))
    return KernelSession(found, strings)
