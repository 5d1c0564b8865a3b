"""What the page of Merrowdale Live is made of: the model's data and the game's words, checked against one another."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from systems_leadership.live import levers, rules
from systems_leadership.live.boundary import BOUNDARIES, MOVES_IN
from systems_leadership.live.equations import PARAMETERS, QUARTERS
from systems_leadership.live.javascript import equations_script
from workbook.course import Course
from workbook.data import read_yaml
from workbook.rendering import environment
from workbook.tables.references import works

FOLDER = Path(__file__).parent
EQUATIONS = FOLDER / "equations.js"
ENVIRONMENT = environment(FOLDER)
#: What people see besides the figures of a quarter.
CALENDAR = ("winter",)


@cache
def words() -> dict[str, Any]:
    """The game's words, from ``roles.yml``, ``messages.yml`` and ``honest.yml``."""
    found: dict[str, Any] = {}
    for name in ("roles", "messages", "honest"):
        found |= read_yaml(FOLDER / f"{name}.yml")
    return found


def conditions() -> list[str]:
    """What messages and residents go by, besides the rules."""
    told = words()
    every = [one["if"] for one in told["messages"] if "if" in one]
    return [*every, *(one["if"] for group in told["residents"] for one in group)]


def script() -> str:
    """The model as the page's script has it."""
    return equations_script(conditions())


def page_data() -> dict[str, Any]:
    """All that the script needs and no reader does: sizes, rules, and words by what they are said of."""
    told = words()
    return {
        "quarters": QUARTERS,
        "movesIn": MOVES_IN,
        "roles": {
            role: {**told["roles"][role], "money": levers.MONEY[role], "flexible": levers.FLEXIBLE[role]}
            | {"own": rules.OWN[role], "targets": rules.TARGETS[role]}
            for role in levers.ROLES
        },
        "levers": {
            lever: {**told["levers"][lever], "role": levers.OWNER[lever], "sets": levers.SETS[lever]}
            | {"values": levers.OPTIONS[lever].tolist(), "options": levers.WORDS[lever]}
            for lever in levers.LEVERS
        },
        "bed": levers.BED,
        "running": levers.RUNNING,
        "shares": levers.SHARES,
        "rules": rules.RULES,
        "grants": rules.GRANTS,
        "asks": rules.ASKS,
        "readOut": rules.READ_OUT,
        "aimTokens": rules.AIMS,
        "fourth": rules.FOURTH,
        "boundaries": {
            name: {"money": one.money, "add": one.add, "times": one.times, "fixed": one.fixed}
            | {"fixedIn": one.fixed_in, "absentIn": one.absent_in}
            for name, one in BOUNDARIES.items()
        },
        **{name: told[name] for name in told if name not in ("roles", "levers", "honest")},
    }


def html(course: Course) -> Markup:
    """The game's element: the six roles to read, and the honest box; a script makes a game of it."""
    known = works(course.references)
    honest = [
        {**one, "sources": [(known[key].label, known[key].url) for key in one.get("sources", [])]}
        for one in words()["honest"]
    ]
    return Markup(
        ENVIRONMENT.get_template("merrowdale.html").render(
            data=page_data(),
            faces=_faces(),
            honest=honest,
            strings=course.strings,
            picture=course.art.picture,
            course=course,
        )
    )


def _faces() -> dict[str, list[str]]:
    """Who is seen on the card of each role: its own person, and for the residents all who speak."""
    told = words()
    faces = {role: [told["roles"][role]["person"]] for role in levers.ROLES}
    faces["residents"] = list(dict.fromkeys(aim["person"] for aim in told["aims"].values()))
    return faces


def check() -> list[str]:
    """What does not fit: words for what is not there, or nothing said of what is. Empty where all is well."""
    told, faults = words(), []
    for name, there in (("roles", levers.ROLES), ("levers", levers.LEVERS), ("aims", rules.AIMS)):
        if set(told[name]) != set(there):
            faults.append(f"{name}: {sorted(set(told[name]) ^ set(there))}")
    faults += [f"figures: {one}" for role in levers.ROLES for one in rules.OWN[role] if one not in told["figures"]]
    faults += [f"districts: {one}" for one in told["districts"]["one-house"]["sizes"] if one not in PARAMETERS]
    faults += [f"messages: a figure in '{one['words']}'" for one in told["messages"] if "{" in one["words"]]
    faults += [f"loops: {one}" for named in told["lever_loops"].values() for one in named if one not in told["loops"]]
    return faults
