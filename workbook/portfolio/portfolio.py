"""A learner's portfolio in Python: read, looked at as a table, added to, written safely."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from filelock import FileLock

from ..course import Course, current
from . import file
from .record import joined, problem_with

COLUMNS = ["id", "kind", "asked", "said", "saved", "earlier"]


class Portfolio:
    """All answers in one portfolio file, by exercise id.

    Args:
        path: the file; it need not exist yet.
        course: whose answers they are; the course at hand, if not given.

    Attributes:
        answers: the record of each exercise answered.
        seed: of what is drawn for this learner, such as the order of options; kept in the file.
        nearest: the setting that the learner chose, in which exercises come; "" where none is; kept in the file.

    Raises:
        PortfolioError: the file is there but is no portfolio of this course.
    """

    def __init__(self, path: str | Path = "portfolio.json", course: Course | None = None) -> None:
        self.path = Path(path)
        self.course = (course or current()).id
        self.answers = self._stored()
        self.seed = (file.seed_in(self.path) if self.path.exists() else "") or secrets.token_hex(5)
        self.nearest = file.nearest_in(self.path) if self.path.exists() else ""

    def _stored(self) -> dict[str, dict[str, Any]]:
        return file.read(self.path, self.course) if self.path.exists() else {}

    def keep(self, id: str, record: dict[str, Any], known: dict[str, Any] | None = None) -> dict[str, Any]:
        """Save one answer: lock, read again, put it in, replace the file in one step.

        Args:
            id: the exercise.
            record: its new record.
            known: the record that the new one replaces, as its writer saw it. Where another
                writer has put a different one there since, that one is kept as an earlier answer.

        Returns:
            The record as it was stored.

        Raises:
            PortfolioError: not a record, or the file is no portfolio; nothing was written.
        """
        problem = problem_with(record)
        if problem:
            raise file.PortfolioError(f"this is no answer to '{id}' ({problem}). Nothing was changed")
        with FileLock(f"{self.path}.lock"):
            answers = self._stored()
            there = answers.get(id)
            if there is not None and there != known and there["value"] != record["value"]:
                record = joined(record, there)
            answers[id] = record
            self._write(answers)
        return record

    def bring(self, path: str | Path, prefer: Literal["here", "file"] | None = None) -> list[str]:
        """Bring in the answers of another portfolio file.

        Args:
            path: the other file.
            prefer: which answer to show where both hold one; the other stays among its earlier
                answers. Left out, such a case changes nothing and is reported.

        Returns:
            Ids of the exercises whose answer is new or changed here.

        Raises:
            PortfolioError: no portfolio file, or answers that differ and no preference.
        """
        coming = file.read(Path(path), self.course)
        with FileLock(f"{self.path}.lock"):
            answers = self._stored()
            both = [id for id in coming if id in answers and coming[id]["value"] != answers[id]["value"]]
            if both and prefer is None:
                raise file.PortfolioError(
                    f"both hold an answer to {', '.join(both)}. Say prefer='here' or prefer='file'; "
                    "the other answer is kept as an earlier one"
                )
            before = dict(answers)
            for id, record in coming.items():
                here = answers.get(id)
                if here is None:
                    answers[id] = record
                else:
                    chosen, other = (record, here) if prefer == "file" else (here, record)
                    answers[id] = joined(chosen, other)
            self.nearest = self.nearest or file.nearest_in(Path(path))
            self._write(answers)
        return [id for id in answers if answers[id] != before.get(id)]

    def _write(self, answers: dict[str, dict[str, Any]]) -> None:
        """Replace the file in one step, so that a crash leaves the old or the new, never half."""
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=".portfolio-", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(file.text_of(answers, self.course, self.seed, self.nearest))
                out.flush()
                os.fsync(out.fileno())
            os.replace(name, self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        self.answers = answers

    def save(self, path: str | Path) -> Path:
        """Write a copy of all answers as a portfolio file, for the book or another machine."""
        copy = Portfolio.__new__(Portfolio)
        copy.path, copy.course = Path(path), self.course
        copy.seed, copy.nearest = self.seed, self.nearest
        copy._write(dict(self.answers))
        return copy.path

    def to_frame(self) -> pd.DataFrame:
        """One row an answer: id, kind, what was asked and said, when, and how many came before."""
        rows = [
            {
                "id": id,
                "kind": record["kind"],
                "asked": record["asked"],
                "said": "\n".join(f"{label}: {text}" for label, text in record["said"]),
                "saved": record["saved"],
                "earlier": len(record["earlier"]),
            }
            for id, record in self.answers.items()
        ]
        frame = pd.DataFrame(rows, columns=COLUMNS)
        return frame.assign(saved=pd.to_datetime(frame["saved"], format="ISO8601", utc=True))

    def __len__(self) -> int:
        return len(self.answers)

    def __repr__(self) -> str:
        return f"<Portfolio {self.path.name}: {len(self)} answers>"
