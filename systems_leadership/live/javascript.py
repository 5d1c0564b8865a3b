"""The same model as a script for a page, made from the same equations, rules and sizes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from . import rules
from .equations import CHANGES, COUNTS, DIALS, FLOWS, PARAMETERS, SEASONS, START, WEEKS
from .expression import Expression

#: Above each statement: a generated file keeps its lines.
_AS_IT_IS = "// prettier-ignore"
_NUMBERS = "Record<string, number>"


def equations_script(more: Iterable[str] = ()) -> str:
    """A module for the page, with these exports.

    Args:
        more: conditions that the page asks besides those of ``people.yml``.

    ``districtStart``, ``districtSizes``, ``districtSeasons``, ``districtWeeks``: the stocks at the start, the
    parameters, factors on arrivals by quarter of the year, weeks in a quarter. ``advanceDistrict(stocks, dials,
    sizes, season, steps, dt)``: one play's stocks after the steps, and the counts summed, as ``equations.advance``.
    ``districtConditions``: for each condition, by its text, a function of what is seen.
    """
    values: dict[str, Any] = {
        "districtStart": START,
        "districtSizes": PARAMETERS,
        "districtSeasons": SEASONS,
        "districtWeeks": WEEKS,
    }
    lines = [
        "// Made by systems_leadership/live/javascript.py from the equations, sizes and rules beside it: do not edit.",
        "// `python -m systems_leadership.games` makes it anew.",
    ]
    for name, value in values.items():
        form = {"districtSeasons": "number[]", "districtWeeks": "number"}.get(name, _NUMBERS)
        lines += [f"/** @type {{{form}}} */", _AS_IT_IS, f"export const {name} = {json.dumps(value)};"]
    lines += [
        "/**",
        *(f" * @param {{{_NUMBERS}}} {name}" for name in ("stocks", "dials", "sizes")),
        *(f" * @param {{number}} {name}" for name in ("season", "steps", "dt")),
        f" * @returns {{{{ stocks: {_NUMBERS}, counts: {_NUMBERS} }}}}",
        " */",
        _AS_IT_IS,
        "export function advanceDistrict(stocks, dials, sizes, season, steps, dt) {",
        f"  let {{ {', '.join(START)} }} = stocks;",
        f"  const {{ {', '.join(DIALS)} }} = dials;",
        f"  const {{ {', '.join(PARAMETERS)} }} = sizes;",
        f"  const counts = {{ {', '.join(f'{name}: 0' for name in COUNTS)} }};",
        "  for (let step = 0; step < steps; step += 1) {",
        *(f"    const {name} = {flow.javascript()};" for name, flow in FLOWS.items()),
        *(f"    counts.{name} += dt * {count.javascript()};" for name, count in COUNTS.items()),
        *(f"    const d_{name} = {change.javascript()};" for name, change in CHANGES.items()),
        *(f"    {name} += dt * d_{name};" for name in CHANGES),
        "  }",
        f"  return {{ stocks: {{ {', '.join(START)} }}, counts }};",
        "}",
        f"/** @type {{Record<string, (seen: {_NUMBERS}) => boolean>}} */",
        _AS_IT_IS,
        "export const districtConditions = {",
        *(_condition(text) for text in dict.fromkeys([*conditions(), *more])),
        "};",
    ]
    return "\n".join(lines) + "\n"


def conditions() -> list[str]:
    """Every condition in ``people.yml``, each once: of rules, grants, requests and the pool's last token."""
    every = [text for told in rules.RULES.values() for rule in told.values() for text in rules.conditions(rule)]
    every += [text for grant in rules.GRANTS.values() for text in grant.values()]
    every += [ask["if"] for ask in rules.ASKS]
    return list(dict.fromkeys([*every, *rules.conditions(rules.FOURTH)]))


def _condition(text: str) -> str:
    condition = Expression(text)
    return f"  {json.dumps(text)}: ({{ {', '.join(sorted(condition.names))} }}) => {condition.javascript()},"
