"""Portfolios made at random by hypothesis: every kind, any text."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from workbook.course import current

# Letters of many scripts, right-to-left ones, marks, emoji, controls; only half characters are left out.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LONG = st.builds(lambda text, n: (text or "שלום ") * n, TEXT, st.integers(1, 2000)).map(lambda text: text[:100_000])
WORDS = st.one_of(TEXT, TEXT, TEXT, LONG)
ID = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,3}", fullmatch=True)
FLOAT = st.floats(-1e6, 1e6, allow_nan=False, width=32).map(lambda x: round(x, 3))
NUMBER = st.one_of(st.integers(-10_000, 10_000), FLOAT)
WHEN = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1))
TIME = WHEN.map(lambda when: when.strftime("%Y-%m-%dT%H:%M:%S.") + "123Z")

LEVELS = st.lists(NUMBER, min_size=1, max_size=7)

DAY = st.dates(date(2000, 1, 1), date(2999, 12, 31)).map(str)
POINTS = st.dictionaries(ID, st.sampled_from("12345"), max_size=6)
ROUND = st.fixed_dictionaries({"on": DAY, "answers": POINTS})
PERSON_ID = st.integers(0, 9999).map(lambda n: f"p{n}")
PERSON = st.fixed_dictionaries({"id": PERSON_ID, "who": TEXT, "power": ID, "interest": ID})
MARK = st.fixed_dictionaries({"id": TEXT, "why": WORDS})
CLOCK = st.times().map(lambda time: time.strftime("%H:%M"))
LINE = st.fixed_dictionaries(
    {"id": ID, "day": st.just("") | DAY, "time": st.just("") | CLOCK}
    | dict.fromkeys(("cue", "action", "why", "obstacle", "helper", "first", "rehearsal"), TEXT)
)


@st.composite
def maps(draw: st.DrawFn) -> dict[str, Any]:
    """Nudges tried, and a map whose links join its own factors."""
    ids = draw(st.lists(ID, max_size=8, unique=True))
    pairs = [(a, b) for a in ids for b in ids if a != b]
    ends = draw(st.lists(st.sampled_from(pairs), max_size=12, unique=True)) if pairs else []
    way, guess = st.sampled_from(["same", "opposite"]), st.sampled_from(["same", "against", "both", "none", "skipped"])
    run = st.fixed_dictionaries({"factor": ID, "change": st.sampled_from(["up", "down"]), "expected": guess})
    return {
        "runs": draw(st.lists(run, max_size=4)),
        "factors": [{"id": id, "name": draw(TEXT)} for id in ids],
        "links": [{"cause": a, "effect": b, "way": draw(way), "delay": draw(st.booleans())} for a, b in ends],
        "names": draw(st.dictionaries(TEXT, TEXT, max_size=3)),
        "debrief": draw(st.lists(WORDS, max_size=3)),
    }


TURNS = st.lists(st.dictionaries(ID, st.integers(-1, 45), max_size=3), max_size=3)
PLAY = st.fixed_dictionaries(
    {
        "seat": ID,
        "district": ID,
        "rounds": st.lists(st.fixed_dictionaries({"name": ID, "turns": TURNS}), max_size=3),
        "over": st.booleans(),
    }
)
VALUES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "choice": st.fixed_dictionaries({"option": ID}),
    "sort": st.fixed_dictionaries({"placed": st.dictionaries(ID, ID, max_size=8), "checked": st.booleans()}),
    "reflection": st.fixed_dictionaries({"what": WORDS, "so_what": WORDS, "now_what": WORDS}),
    "issue": st.fixed_dictionaries({"name": TEXT, "touches": WORDS, "place": TEXT}),
    "if-then": st.fixed_dictionaries({"cue": WORDS, "action": WORDS}),
    "simulator": st.fixed_dictionaries(
        {
            "predicted": st.one_of(NUMBER, st.sampled_from(["skipped", "higher", "same", "lower"]), st.none(), LEVELS),
            "runs": st.lists(st.dictionaries(ID, NUMBER, max_size=3), max_size=6),
            "explain": WORDS,
            "debrief": st.lists(WORDS, max_size=3),
        }
    ),
    "trade-off": st.fixed_dictionaries({"guess": ID, "tried": st.lists(ID, max_size=9)}),
    "game": st.fixed_dictionaries({"plays": st.lists(PLAY, max_size=3), "words": st.lists(WORDS, max_size=3)}),
    "recall": st.fixed_dictionaries({"option": ID}),
    "free-recall": st.fixed_dictionaries(
        {"words": WORDS, "shown": st.booleans(), "compared": st.sampled_from(["", "same", "part", "other"])}
    ),
    "scale": st.fixed_dictionaries({"answers": POINTS, "shown": st.booleans(), "rounds": st.lists(ROUND, max_size=12)}),
    "stakeholders": st.fixed_dictionaries(
        {
            "people": st.lists(PERSON, max_size=30, unique_by=lambda one: one["id"]),
            "talks": st.lists(st.lists(PERSON_ID, min_size=2, max_size=2), max_size=6),
            "missing": WORDS,
        }
    ),
    "timeline": st.fixed_dictionaries({"marks": st.lists(MARK, max_size=5, unique_by=lambda one: one["id"])}),
    "plan": st.fixed_dictionaries(
        {
            "lines": st.lists(LINE, max_size=4, unique_by=lambda one: one["id"]),
            "calendar": st.text("0123456789abcdef", max_size=32),
        }
    ),
    "causal-map": maps(),
    "case": st.fixed_dictionaries(
        {
            "paths": st.lists(
                st.fixed_dictionaries(
                    {
                        "steps": st.lists(st.fixed_dictionaries({"scene": ID, "option": ID}), max_size=6),
                        "ended": st.booleans(),
                    }
                ),
                max_size=4,
            ),
            "debrief": st.lists(WORDS, max_size=5),
        }
    ),
}


def version(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    pair = st.lists(TEXT, min_size=2, max_size=2)
    return st.fixed_dictionaries({"value": VALUES[kind], "saved": TIME, "said": st.lists(pair, max_size=3)})


def record(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(
        lambda answer, asked, earlier: {"kind": kind, **answer, "asked": asked, "earlier": earlier},
        version(kind),
        TEXT,
        st.lists(version(kind), max_size=3),
    )


ANSWERS = st.dictionaries(ID, st.sampled_from(sorted(VALUES)).flatmap(record), max_size=5)
FILES = st.builds(
    lambda answers: {"course": current().id, "version": 1, "exported": "2026-11-23T10:00:00.000Z", "answers": answers},
    ANSWERS,
)
