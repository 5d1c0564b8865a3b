"""A new question on using an idea of an earlier lesson. It behaves as a choice does."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ConfigDict, Field, model_validator

from ... import data
from ..choice.choice import Choice
from ..spec import Id


class Recall(Choice):
    """A choice that names the lesson it draws on.

    Args:
        from_lesson: in YAML ``from``: the slug of an earlier lesson. Its first idea must be one of that lesson's.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    from_lesson: Id = Field(alias="from")

    def label(self) -> str:
        return "kind_recall"

    @model_validator(mode="after")
    def _drawn_from_its_lesson(self) -> Recall:
        known = _lessons(data.EXERCISES)
        if self.from_lesson not in known:
            there = ", ".join(known) or "none yet"
            raise ValueError(f"from: there is no lesson '{self.from_lesson}'. The lessons are {there}")
        number, _ = known[self.from_lesson]
        if not self.ideas[0].startswith(f"G{number}."):
            raise ValueError(
                f"the first idea is {self.ideas[0]}, but '{self.from_lesson}' is lesson {number}. "
                f"Begin with the idea of it (G{number}.…) that the question draws on, or correct from"
            )
        return self

    def context(self) -> dict[str, Any]:
        return {"source_title": _lessons(data.EXERCISES)[self.from_lesson][1]}


@cache
def _lessons(folder: Any) -> dict[str, tuple[int, str]]:
    """Number and title of every lesson by its slug; only the head of each file is read, not its exercises."""
    found = {}
    for path in sorted(folder.glob("[0-9]*-*.yml"), key=lambda path: int(path.stem.split("-", 1)[0])):
        number, slug = path.stem.split("-", 1)
        lines = path.read_text(encoding="utf-8").splitlines()
        head = [line for line in lines if line.startswith(("number:", "title:"))]
        text = {line.partition(":")[0]: line.partition(":")[2].strip().strip("'\"") for line in head}
        found[slug] = (int(text.get("number", number)), text.get("title", slug))
    return found


KIND = Recall
