"""Portfolio in Python: kept safely, merged without loss, seen as a table."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from systems_leadership import Portfolio
from workbook.course import current
from workbook.portfolio import PortfolioError, file
from workbook.portfolio.record import MAX_EARLIER

from .hostile import good_file, good_record


def reflection(text: str, saved: str = "2026-11-23T10:00:00.000Z") -> dict[str, Any]:
    record = good_record("reflection")
    return {**record, "value": {**record["value"], "what": text}, "saved": saved, "said": [["What?", text]]}


def test_kept_answer_is_there_when_opened_again(tmp_path: Path) -> None:
    Portfolio(tmp_path / "portfolio.json").keep("look-back", reflection("first"))
    assert Portfolio(tmp_path / "portfolio.json").answers["look-back"]["value"]["what"] == "first"


def test_answer_written_by_another_is_kept_as_an_earlier_one(tmp_path: Path) -> None:
    one, two = Portfolio(tmp_path / "p.json"), Portfolio(tmp_path / "p.json")
    one.keep("look-back", reflection("from one"))
    stored = two.keep("look-back", reflection("from two"), known=None)
    assert stored["value"]["what"] == "from two"
    assert [version["value"]["what"] for version in stored["earlier"]] == ["from one"]


def test_answers_written_at_once_are_all_kept(tmp_path: Path) -> None:
    def write(name: str) -> None:
        for n in range(10):
            Portfolio(tmp_path / "p.json").keep(f"{name}-{n}", reflection(name))

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Portfolio(tmp_path / "p.json")) == 30


def test_crash_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio = Portfolio(tmp_path / "p.json")
    portfolio.keep("look-back", reflection("safe"))
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError("power cut")))
    with pytest.raises(OSError, match="power cut"):
        portfolio.keep("look-back", reflection("half"))
    assert file.read(tmp_path / "p.json", current().id)["look-back"]["value"]["what"] == "safe"
    assert [path.name for path in tmp_path.glob(".portfolio-*")] == []


def test_file_that_is_no_portfolio_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.json"
    path.write_text("my shopping list", encoding="utf-8")
    with pytest.raises(PortfolioError):
        Portfolio(path)
    assert path.read_text(encoding="utf-8") == "my shopping list"


def test_bringing_in_asks_where_both_hold_an_answer(tmp_path: Path) -> None:
    here = Portfolio(tmp_path / "p.json")
    here.keep("look-back", reflection("mine"))
    other = tmp_path / "other.json"
    other.write_text(json.dumps(good_file(**{"look-back": reflection("theirs"), "new": reflection("new")})), "utf-8")
    with pytest.raises(PortfolioError, match="look-back"):
        here.bring(other)
    assert set(Portfolio(tmp_path / "p.json").answers) == {"look-back"}
    assert here.bring(other, prefer="file") == ["look-back", "new"]
    brought = Portfolio(tmp_path / "p.json").answers["look-back"]
    assert brought["value"]["what"] == "theirs"
    assert [version["value"]["what"] for version in brought["earlier"]] == ["mine"]


def test_earlier_answers_are_at_most_twenty(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path / "p.json")
    for n in range(30):
        record = portfolio.keep("look-back", reflection(f"try {n}", f"2026-11-23T10:00:{n:02d}.000Z"))
    assert len(record["earlier"]) == MAX_EARLIER
    assert record["earlier"][0]["value"]["what"] == "try 28"


def test_frame_has_one_row_an_answer(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path / "p.json")
    assert portfolio.to_frame().empty
    portfolio.keep("look-back", reflection("first"))
    portfolio.keep("look-back", reflection("another"))
    frame = portfolio.to_frame()
    assert frame["said"].tolist() == ["What?: another"]
    assert frame["earlier"].tolist() == [1]
    assert frame["saved"].iloc[0] == pd.Timestamp("2026-11-23T10:00:00Z")


def test_copy_opens_as_the_same_portfolio(tmp_path: Path) -> None:
    portfolio = Portfolio(tmp_path / "p.json")
    portfolio.keep("look-back", reflection("שלום, 你好, 👋🏽"))
    copy = portfolio.save(tmp_path / "copy.json")
    assert Portfolio(copy).answers == portfolio.answers


def with_setting(path: Path, nearest: str) -> Path:
    path.write_text(file.text_of({}, current().id, nearest=nearest), encoding="utf-8")
    return path


def test_the_chosen_setting_is_read_kept_and_saved(tmp_path: Path) -> None:
    portfolio = Portfolio(with_setting(tmp_path / "p.json", "police"))
    portfolio.keep("look-back", reflection("first"))
    assert portfolio.nearest == Portfolio(tmp_path / "p.json").nearest == "police"
    assert Portfolio(portfolio.save(tmp_path / "copy.json")).nearest == "police"


def test_a_setting_is_brought_where_none_is_chosen(tmp_path: Path) -> None:
    other = with_setting(tmp_path / "other.json", "homes")
    fresh, chosen = Portfolio(tmp_path / "p.json"), Portfolio(with_setting(tmp_path / "q.json", "police"))
    fresh.bring(other)
    chosen.bring(other)
    assert (fresh.nearest, chosen.nearest) == ("homes", "police")


@pytest.mark.parametrize("nearest", [3, None, "Not An Id", "x" * 61])
def test_a_setting_that_cannot_be_one_is_refused(tmp_path: Path, nearest: Any) -> None:
    path = with_setting(tmp_path / "p.json", "police")
    path.write_text(path.read_text(encoding="utf-8").replace('"police"', json.dumps(nearest)), encoding="utf-8")
    with pytest.raises(PortfolioError, match="not a portfolio file"):
        Portfolio(path)
