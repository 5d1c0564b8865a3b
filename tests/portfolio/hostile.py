"""Files and stored values that are broken or meant to harm: more than 300, each with a name."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from workbook.course import current

SAVED = "2026-11-23T10:00:00.000Z"
PLAN_LINE = {
    **{"id": "ask-first", "cue": "c", "action": "a", "why": "", "obstacle": "o", "helper": "h"},
    **{"first": "f", "rehearsal": "r", "day": "2026-12-01", "time": "09:30"},
}
GOOD_VALUES: dict[str, Any] = {
    "choice": {"option": "more-beds"},
    "sort": {"placed": {"one": "two"}, "checked": True},
    "reflection": {"what": "a", "so_what": "b", "now_what": "c"},
    "issue": {"name": "damp homes", "touches": "families", "place": ""},
    "if-then": {"cue": "when", "action": "then"},
    "simulator": {"predicted": 3, "runs": [{"beds": 1}], "explain": "x", "debrief": ["y"]},
    "recall": {"option": "more-beds"},
    "free-recall": {"words": "a", "shown": True, "compared": "part"},
    "scale": {"answers": {"one": "5"}, "shown": True, "rounds": [{"on": "2026-11-23", "answers": {"one": "1"}}]},
    "stakeholders": {
        "people": [{"id": "p1", "who": "the ward clerk", "power": "much", "interest": ""}],
        "talks": [["p1", "p2"]],
        "missing": "m",
    },
    "game": {
        "plays": [{"seat": "a", "district": "b", "rounds": [{"name": "c", "turns": [{"d": 1}]}], "over": True}],
        "words": ["w"],
    },
    "trade-off": {"guess": "alike", "tried": ["balance"]},
    "timeline": {"marks": [{"id": "M12", "why": "w"}]},
    "plan": {"lines": [PLAN_LINE], "calendar": "0a1b"},
    "causal-map": {
        "runs": [{"factor": "waits", "change": "up", "expected": "both"}],
        "factors": [{"id": "f1", "name": "one"}, {"id": "f2", "name": "two"}],
        "links": [{"cause": "f1", "effect": "f2", "way": "same", "delay": False}],
        "names": {"f1>f2": "round"},
        "debrief": ["y"],
    },
    "case": {"paths": [{"steps": [{"scene": "november", "option": "ask"}], "ended": False}], "debrief": ["y"]},
}


def good_record(kind: str) -> dict[str, Any]:
    value = copy.deepcopy(GOOD_VALUES[kind])
    return {"kind": kind, "value": value, "saved": SAVED, "asked": "?", "said": [["a", "b"]], "earlier": []}


def good_file(**answers: Any) -> dict[str, Any]:
    answers = answers or {f"a-{kind}": good_record(kind) for kind in GOOD_VALUES}
    return {"course": current().id, "version": 1, "exported": SAVED, "answers": answers}


def broken_values(kind: str) -> Iterator[tuple[str, Any]]:
    """Values of a kind with one thing wrong."""
    good = GOOD_VALUES[kind]
    yield f"{kind}: no object", "text"
    yield f"{kind}: a list", [good]
    yield f"{kind}: null", None
    yield f"{kind}: one field too many", {**good, "onclick": "alert(1)"}
    yield f"{kind}: __proto__", {**good, "__proto__": {"polluted": True}}
    for field in good:
        without = {key: value for key, value in good.items() if key != field}
        yield f"{kind}: without {field}", without
        for name, wrong in (("a number", 7), ("an object", {"html": "<b>"}), ("a list of lists", [[[]]])):
            if (field, name) not in (("predicted", "a number"), ("placed", "an object"), ("names", "an object")):
                yield f"{kind}: {field} is {name}", {**good, field: wrong}


def broken_records() -> Iterator[tuple[str, Any]]:
    for kind in GOOD_VALUES:
        for name, value in broken_values(kind):
            yield name, {**good_record(kind), "value": value}
        yield (
            f"{kind}: broken earlier answer",
            {**good_record(kind), "earlier": [{"value": 1, "saved": SAVED, "said": []}]},
        )
    base = good_record("choice")
    for field in base:
        yield f"record without {field}", {key: value for key, value in base.items() if key != field}
    for field, wrong in (
        ("kind", 3),
        ("kind", None),
        ("saved", "yesterday"),
        ("saved", 1700000000),
        ("saved", "2026-13-01T00:00:00Z"),
        ("saved", "<img src=x onerror=alert(1)>"),
        ("asked", ["x"]),
        ("said", "x"),
        ("said", [["only one"]]),
        ("said", [["a", "b", "c"]]),
        ("said", [["a", 1]]),
        ("earlier", None),
        ("earlier", "none"),
        ("earlier", [{"value": {}, "saved": SAVED, "said": []}] * 21),
        ("earlier", [[]]),
    ):
        yield f"record with {field} {str(wrong)[:30]!r}", {**base, field: wrong}
    yield "record with a stranger field", {**base, "script": "alert(1)"}
    yield "a list for a record", [base]
    yield "text for a record", "<script>window.hacked=1</script>"
    yield "a number for a record", 12


def broken_files() -> Iterator[tuple[str, str]]:
    """Whole files, as text."""
    text = json.dumps(good_file())
    for cut in range(1, len(text) - 1, max(1, len(text) // 45)):
        yield f"cut off at {cut}", text[:cut]
    for name, record in broken_records():
        yield name, json.dumps(good_file(x=record))
    for id in ("", "A", "x y", "../x", "__proto__", "constructor-", "x" * 61, "<b>", "-x", "é", "x--y", "1x"):
        yield f"exercise id {id[:20]!r}", json.dumps(good_file(**{id: good_record("choice")}))
    for name, change in (
        ("another course", {"course": "cooking"}),
        ("course as markup", {"course": "<img src=x onerror=window.hacked=1>"}),
        ("course as a number", {"course": 4}),
        ("version 0", {"version": 0}),
        ("version 2", {"version": 2}),
        ("version as text", {"version": "1"}),
        ("version true", {"version": True}),
        ("version 1.5", {"version": 1.5}),
        ("version null", {"version": None}),
        ("version far ahead", {"version": 10**30}),
        ("answers as a list", {"answers": []}),
        ("answers as text", {"answers": "all"}),
        ("answers null", {"answers": None}),
        ("one field too many", {"evil": True}),
    ):
        yield name, json.dumps({**good_file(), **change})
    for name, raw in (
        ("empty", ""),
        ("space", "  \n"),
        ("null", "null"),
        ("a list", "[]"),
        ("a string", '"x"'),
        ("HTML", "<!doctype html><script>window.hacked=1</script>"),
        ("a Word file's first bytes", "PK\x03\x04\x14\x00"),
        ("JSON twice", text + text),
        ("comments", "// mine\n" + text),
        ("single quotes", text.replace('"', "'")),
        ("NaN", text.replace('"predicted": 3', '"predicted": NaN')),
        ("an endless number", text.replace('"predicted": 3', '"predicted": 1e999')),
        ("half a character", text.replace('"damp homes"', '"\\ud83d"')),
        ("deep nesting", '{"course":' + "[" * 100_000),
        ("deep value", text.replace('"damp homes"', "[" * 5000 + "]" * 5000)),
        ("no answers", '{"course": "x", "version": 1}'),
        ("YAML", "course: leading-across-boundaries\nversion: 1\n"),
    ):
        yield name, raw
