"""Cards for a room, on paper: one for each role, of the words and targets that the screen has, and one more."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from systems_leadership.live import levers, rules
from workbook.data import read_yaml
from workbook.game import Card

from .screen import ENVIRONMENT, FOLDER, words

MINUS = "−\N{WORD JOINER}"  # never at the end of a line


def cards() -> list[Card]:
    """The six roles in their order, and those who watch."""
    told = read_yaml(FOLDER / "cards.yml")
    # The parts of the template are macros, of which nothing more is known than that they can be called.
    make: Any = ENVIRONMENT.get_template("cards.html").make_module({"told": told})
    made = [
        Card(f"card-{role}", words()["roles"][role]["name"], str(make.role(_card(role, told)))) for role in levers.ROLES
    ]
    return [*made, Card("card-watcher", told["watcher"]["title"], str(make.watcher()))]


def _card(role: str, told: dict[str, Any]) -> dict[str, Any]:
    screen = words()
    known = screen["roles"][role]
    residents = role == "residents"
    targets = {one["figure"]: one for one in rules.TARGETS[role]}
    pooled = told["pools_none"]
    if levers.FLEXIBLE[role]:
        money = f"{levers.FLEXIBLE[role] * 1000:,.0f}"
        pooled = told["pools_hint"].format(share=f"{max(levers.SHARES):.0%}", money=money)
    return {
        "you": known["you"],
        "is": known["is"],
        "sees": told["hopes" if residents else "sees"],
        "watched": told["unheld" if residents else "watched"],
        "figures": [_figure(name, targets.get(name), told) for name in _seen(role, targets)],
        "levers": [
            {**screen["levers"][lever], "options": _lettered(levers.WORDS[lever])}
            for lever in levers.LEVERS
            if levers.OWNER[lever] == role
        ],
        "pools": pooled,
        "reads": _lettered(screen["read_out"].values()) if residents else [],
        "aims": [(letter, aim["name"], aim["says"]) for letter, aim in _lettered(screen["aims"].values())]
        if residents
        else [],
    }


def _seen(role: str, targets: dict[str, Any]) -> list[str]:
    """What a role sees of its own, what it is held to first."""
    return [*targets, *(name for name in rules.OWN[role] if name not in targets)]


def _figure(name: str, target: dict[str, Any] | None, told: dict[str, Any]) -> dict[str, str]:
    figure = words()["figures"][name]
    if target is None:
        return {"label": figure["label"]}
    low = target["good"] == "low"
    good, bad = (_number(target[line], figure.get("unit", "")) for line in ("green", "red"))
    return {
        "label": figure["label"],
        "good": told["at_most" if low else "at_least"].format(n=good),
        "bad": told["above" if low else "below"].format(n=bad),
    }


def _number(value: float, unit: str) -> str:
    if unit == "percent":
        return f"{value:.0%}"
    if unit == "money":
        return f"{MINUS if value < 0 else ''}£{abs(value) * 1000:,.0f}"
    return f"{value:,g}"


def _lettered(options: Any) -> list[tuple[str, Any]]:
    return list(zip(ascii_uppercase, options, strict=False))
