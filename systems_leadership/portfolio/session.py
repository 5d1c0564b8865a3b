"""Keeps the answers given in a live notebook in ``portfolio.json`` beside it."""

from __future__ import annotations

import os
import warnings
import weakref
from functools import cache
from pathlib import Path
from typing import Any

from ..exercises.exercise import Exercise
from .file import PortfolioError
from .portfolio import Portfolio

# Where set to 'none', nothing is read or kept: notebooks are then executed as if for the first time.
SETTING = "COURSE_PORTFOLIO"


class Session:
    """The exercises shown in this kernel, and the portfolio their answers go to."""

    def __init__(self, portfolio: Portfolio | None) -> None:
        self.portfolio = portfolio
        self.shown: weakref.WeakSet[Exercise] = weakref.WeakSet()

    def welcome(self, exercise: Exercise) -> Exercise:
        """Bring back the exercise's saved answer and keep every new one."""
        if self.portfolio is not None:
            saved = self.portfolio.answers.get(exercise.id)
            if saved is not None and saved["kind"] == exercise.kind:
                exercise.record = saved
        exercise.shared = self.shared()
        self.shown.add(exercise)
        exercise.observe(self._keep, "record")
        return exercise

    def _keep(self, change: Any) -> None:
        exercise, record = change["owner"], change["new"]
        if self.portfolio is not None and record:
            try:
                stored = self.portfolio.keep(exercise.id, record, change["old"] or None)
            except (PortfolioError, OSError) as error:
                exercise.problem = str(error)
                return
            exercise.problem = ""
            if stored != record:
                with exercise.hold_trait_notifications():
                    exercise.unobserve(self._keep, "record")
                    exercise.record = stored
                    exercise.observe(self._keep, "record")
        if exercise.kind in ("issue", "if-then"):
            for one in self.shown:
                one.shared = self.shared()

    def shared(self) -> dict[str, Any]:
        """The learner's own issue and place, for prompts that speak of them, and the lines for their plan."""
        if self.portfolio is not None:
            records = self.portfolio.answers
        else:
            records = {one.id: one.record for one in sorted(self.shown, key=lambda one: one.id) if one.record}
        issue: dict[str, Any] = next((one["value"] for one in records.values() if one["kind"] == "issue"), {})
        lines = [{"id": id, "value": one["value"]} for id, one in records.items() if one["kind"] == "if-then"]
        return {"issue": str(issue.get("name", "")), "place": str(issue.get("place", "")), "plan": lines}


@cache
def session() -> Session:
    """This kernel's session; a portfolio that cannot be read is reported and left as it is."""
    where = os.environ.get(SETTING, "portfolio.json")
    if where == "none":
        return Session(None)
    try:
        return Session(Portfolio(Path.cwd() / where))
    except PortfolioError as error:
        warnings.warn(f"{error}. Your answers are not kept until this is mended.", stacklevel=2)
        return Session(None)
