"""What a session takes from an exercise: its words, by field, never copied by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import Field

from ..exercises.causal_map.sentences import link_sentence
from ..exercises.sort.sort import Sort
from ..exercises.spec import Id, Part, Spec, Text
from ..words import words

#: Fields that hold nothing to read out.
SILENT = {"id", "kind", "ideas", "title", "item", "about", "mode", "model", "table"}


@dataclass(frozen=True)
class Line:
    """One thing to read out.

    Args:
        text: the words.
        head: its name, where it has one besides its words.
        place: where the lesson sorts it; empty where nothing is sorted.
        told: what the lesson says to it; empty where it says nothing.
        under: what stands below it, such as the options of a scene.
    """

    text: str
    head: str = ""
    place: str = ""
    told: str = ""
    under: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Piece:
    """One field of an exercise.

    Args:
        name: the field.
        text: its words, where it is one text.
        lines: its entries, where it is a list.
    """

    name: str
    text: str = ""
    lines: tuple[Line, ...] = ()


class Excerpt(Part):
    """The words of an exercise that a step or a worksheet uses.

    Args:
        exercise: its id, in the session's own lesson; None where no exercise is used.
        take: the fields whose words are shown, such as ``prompt`` or ``options``.
        only: of a list, the entries with these ids, or of a scale its statements; empty for all.
    """

    exercise: Id | None = None
    take: list[Text] = Field(default=[])
    only: list[Id] = Field(default=[])

    def check(self, specs: dict[str, Spec]) -> tuple[str, str] | None:
        """The field that does not fit the lesson's exercises and the fix, or None where all fits."""
        if self.exercise is None:
            return ("take", "names no exercise. Add the field exercise, or take this out") if self.take else None
        if self.exercise not in specs:
            return "exercise", f"the lesson has no exercise '{self.exercise}'. It has: {', '.join(specs)}"
        spec = specs[self.exercise]
        there = [name for name in type(spec).model_fields if name not in SILENT and getattr(spec, name)]
        for name in self.take:
            if name not in there:
                return "take", f"'{name}' is no text of '{self.exercise}'. It has: {', '.join(there)}"
        entries = [one for name in self.take for one in listed(spec, name) if hasattr(one, "id")]
        ids = [id for one in entries for id in (one.id, *stated(one))]
        for id in self.only:
            if id not in ids:
                return "only", f"no '{id}' in what is taken from '{self.exercise}'. There are: {', '.join(ids)}"
        return None

    def pieces(self, specs: dict[str, Spec]) -> list[Piece]:
        """The words, field by field. The excerpt must have passed ``check``."""
        spec = specs.get(self.exercise or "")
        return [self._piece(spec, name) for name in self.take] if spec else []

    def _piece(self, spec: Spec, name: str) -> Piece:
        value = getattr(spec, name)
        if isinstance(value, str):
            return Piece(name, text=plain(value))
        kept = [one for one in listed(spec, name) if self._wanted(one)]
        return Piece(name, lines=tuple(line(spec, one, self.only) for one in kept))

    def _wanted(self, entry: Any) -> bool:
        # Of a list without ids, such as debrief questions, all is taken.
        return not self.only or not hasattr(entry, "id") or bool({entry.id, *stated(entry)} & set(self.only))


def listed(spec: Spec, name: str) -> list[Any]:
    """The entries of a field that is a list; none where it is a text."""
    value = getattr(spec, name)
    return list(value) if isinstance(value, list) else []


def stated(entry: Any) -> list[str]:
    """The ids of the statements under one heading of a scale; none for any other entry."""
    return [one.id for one in getattr(entry, "statements", ())]


def plain(text: str) -> str:
    """A text as paper has it: the learner's own issue and place in the words that stand in for them."""
    for name in ("issue", "place"):
        text = text.replace(f"{{{name}}}", words()[f"echo_{name}"])
    return text.strip()


def stopped(text: str) -> str:
    """A label as a sentence; a question has its mark already."""
    return text if text.endswith("?") else f"{text}."


def line(spec: Spec, entry: Any, only: list[Id] | None = None) -> Line:
    """One entry of a list, whatever it is: an option, an item, a scene, a link, a question.

    Args:
        spec: the exercise it is from.
        entry: the entry.
        only: ids of statements; where some of this entry's are among them, the others are left out.
    """
    if isinstance(entry, str):
        return Line(plain(entry))
    if hasattr(entry, "cause"):
        return Line(f"{link_sentence(entry, spec.names)} {entry.why}")  # type: ignore[attr-defined]
    if hasattr(entry, "verdict"):
        said = words()[f"verdict_{entry.verdict.replace('-', '_')}"]
        return Line(plain(entry.text), told=f"{said} {plain(getattr(entry, 'feedback', '') or entry.consequence)}")
    if isinstance(spec, Sort) and hasattr(entry, "group"):
        group = {one.id: one.text for one in spec.groups}
        also = "; ".join(group[id] for id in entry.also)
        place = stopped(group[entry.group]) + (stopped(f" Can also be argued: {also}") if also else "")
        return Line(plain(entry.text), place=place, told=plain(entry.feedback))
    some = set(stated(entry)) & set(only or ())
    under = getattr(entry, "options", None) or [
        one for one in getattr(entry, "statements", ()) if not some or one.id in some
    ]
    head = getattr(entry, "title", "") or getattr(entry, "name", "")
    body = getattr(entry, "text", "") or getattr(entry, "says", "")
    return Line(plain(body or head), head=head if body else "", under=tuple(line(spec, one) for one in under))
