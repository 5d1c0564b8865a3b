"""In a live notebook: answers are kept beside it, come back, and are shared among exercises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from systems_leadership import Portfolio
from tests.support import sample
from workbook.course import current
from workbook.exercise import Exercise
from workbook.portfolio import kernel_session
from workbook.portfolio.kernel_session import KernelSession

from .hostile import good_record


def opened(portfolio: Portfolio) -> KernelSession:
    return KernelSession(portfolio, current().strings)


def shown(session: KernelSession, id: str) -> Exercise:
    return session.welcome(Exercise(sample.lesson().specs[id], "sample", current()))


def answered(kind: str, **value: str) -> dict[str, Any]:
    record = good_record(kind)
    return {**record, "value": {**record["value"], **value}}


@pytest.fixture
def session(tmp_path: Path) -> KernelSession:
    return opened(Portfolio(tmp_path / "portfolio.json"))


def test_answer_is_kept_beside_the_notebook_and_comes_back(session: KernelSession, tmp_path: Path) -> None:
    exercise = shown(session, "sample-reflection")
    exercise.record = answered("reflection", what="seen")
    assert exercise.value["what"] == "seen"
    again = shown(opened(Portfolio(tmp_path / "portfolio.json")), "sample-reflection")
    assert again.value["what"] == "seen"


def test_issue_is_told_to_every_exercise_shown(session: KernelSession) -> None:
    plan, issue = shown(session, "sample-plan"), shown(session, "sample-issue")
    issue.record = answered("issue", name="damp homes", place="Merrowdale")
    assert plan.shared["issue"] == "damp homes"
    assert plan.shared["place"] == "Merrowdale"
    assert shown(session, "sample-reflection").shared["issue"] == "damp homes"


def test_answer_that_cannot_be_kept_is_reported_and_stays(session: KernelSession, tmp_path: Path) -> None:
    exercise = shown(session, "sample-reflection")
    (tmp_path / "portfolio.json").write_text("not ours", encoding="utf-8")
    exercise.record = answered("reflection", what="typed")
    assert "portfolio" in exercise.problem
    assert exercise.value["what"] == "typed"
    assert (tmp_path / "portfolio.json").read_text(encoding="utf-8") == "not ours"


def test_answer_from_another_notebook_is_kept_as_an_earlier_one(session: KernelSession, tmp_path: Path) -> None:
    exercise = shown(session, "sample-reflection")
    other = shown(opened(Portfolio(tmp_path / "portfolio.json")), "sample-reflection")
    other.record = answered("reflection", what="from the other notebook")
    exercise.record = answered("reflection", what="from this one")
    stored = Portfolio(tmp_path / "portfolio.json").answers["sample-reflection"]
    assert stored["value"]["what"] == "from this one"
    assert [one["value"]["what"] for one in stored["earlier"]] == ["from the other notebook"]
    assert exercise.record == stored


def test_unreadable_portfolio_is_reported_once_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "portfolio.json"
    path.write_text("{", encoding="utf-8")
    monkeypatch.setenv(kernel_session.SETTING, str(path))
    kernel_session.session.cache_clear()
    with pytest.warns(UserWarning, match="not kept"):
        assert kernel_session.session(current()).portfolio is None
    kernel_session.session.cache_clear()
    assert path.read_text(encoding="utf-8") == "{"
