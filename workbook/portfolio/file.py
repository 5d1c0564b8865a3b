"""The portfolio file: all answers of one learner, the same in the browser and in Python."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .record import problem_with

VERSION = 1
MAX_BYTES = 20_000_000  # a full course is far below a tenth of it
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
SEED = re.compile(r"[a-z0-9]{0,40}")
#: Marks that programs put before a text to say how it is written.
ENCODINGS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

# From each released version to the next. They stay for ever: files live longer than editions.
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


class PortfolioError(ValueError):
    """A portfolio file that cannot be used: what is wrong and what to do. Nothing was changed."""


def parse(text: str, course: str, where: str = "this file") -> dict[str, dict[str, Any]]:
    """The answers in the text of a portfolio file, by exercise.

    Args:
        text: of the file.
        course: id of the course at hand.
        where: what messages call the file.

    Raises:
        PortfolioError: cut off, not ours, from a newer version, or with an answer that is not one.
    """
    try:
        found = json.loads(text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole)
    except (ValueError, RecursionError):
        raise PortfolioError(
            f"{where} is not a whole portfolio file: it may be cut off. Take it from its source again"
        ) from None
    if not isinstance(found, dict) or not {"course", "version", "answers"} <= found.keys():
        raise PortfolioError(f"{where} is not a portfolio file of this course. Choose the file that the course made")
    if found["course"] != course:
        raise PortfolioError(f"{where} belongs to another course ({str(found['course'])[:60]!r}). Choose another file")
    version = found["version"]
    whole = isinstance(version, int | float) and not isinstance(version, bool) and version == int(version)
    if not whole or version < 1:
        raise PortfolioError(f"{where} names no version that exists. Choose the file that the course made")
    if version > VERSION:
        raise PortfolioError(f"{where} comes from a newer edition (version {version}). Open it with that edition")
    while version < VERSION:
        found, version = MIGRATIONS[version](found), version + 1
    return _checked(found, where)


def _checked(found: dict[str, Any], where: str) -> dict[str, dict[str, Any]]:
    answers = found["answers"]
    known = {"course", "version", "exported", "seed", "nearest", "answers"}
    drawn, nearest = found.get("seed", ""), found.get("nearest", "")
    if found.keys() - known or not isinstance(answers, dict) or not (is_seed(drawn) and is_nearest(nearest)):
        raise PortfolioError(f"{where} is not a portfolio file of this course. Choose the file that the course made")
    for id, record in answers.items():
        if len(id) > 60 or not ID.fullmatch(id):
            raise PortfolioError(f"{where} names an exercise {id[:60]!r} that cannot exist. Nothing was changed")
        problem = problem_with(record)
        try:
            json.dumps(record, ensure_ascii=False).encode("utf-8")
        except (UnicodeEncodeError, RecursionError):
            problem = problem or "it holds half a character"
        if problem:
            raise PortfolioError(f"{where}: the answer to '{id}' cannot be read ({problem}). Nothing was changed")
    return answers


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _finite(number: str) -> float:
    value = float(number)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"{number} is too large")
    return value


def _whole(number: str) -> int:
    _finite(number)  # a browser would read more than 308 digits as endless
    return int(number)


def read(path: Path, course: str) -> dict[str, dict[str, Any]]:
    """The answers in a portfolio file; see ``parse``."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PortfolioError(f"{path.name} is larger than any portfolio (20 MB). Choose another file")
        return parse(decoded(path.read_bytes()), course, path.name)
    except UnicodeDecodeError:
        raise PortfolioError(f"{path.name} is not a portfolio file: it is not text. Choose another file") from None
    except OSError as error:
        raise PortfolioError(f"{path} cannot be read ({error.strerror}). Check its name and place") from None


def decoded(data: bytes) -> str:
    """The text of a file, in whichever way of writing it begins."""
    return data.decode(next((name for mark, name in ENCODINGS.items() if data.startswith(mark)), "utf-8"))


def is_seed(value: Any) -> bool:
    return isinstance(value, str) and SEED.fullmatch(value) is not None


def is_nearest(value: Any) -> bool:
    """Whether this can be the id of a setting, or none."""
    return isinstance(value, str) and len(value) <= 60 and (not value or ID.fullmatch(value) is not None)


def seed_in(path: Path) -> str:
    """The seed in a portfolio file that `read` has let through: of what was drawn for its learner; "" without one."""
    found = json.loads(decoded(path.read_bytes()))
    return str(found.get("seed", ""))


def nearest_in(path: Path) -> str:
    """The setting that its learner chose, in a portfolio file that `read` has let through; "" without one."""
    found = json.loads(decoded(path.read_bytes()))
    return str(found.get("nearest", ""))


def text_of(answers: dict[str, dict[str, Any]], course: str, seed: str = "", nearest: str = "") -> str:
    """The text of a portfolio file with these answers, the seed of what was drawn for the learner, and the setting."""
    exported = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    more = {name: value for name, value in (("seed", seed), ("nearest", nearest)) if value}
    whole = {"course": course, "version": VERSION, "exported": exported, **more, "answers": answers}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
