"""A slider for every decision, and the two years that follow, in a live notebook."""

from __future__ import annotations

from typing import Any

import ipywidgets
import pandas as pd

from workbook.data import read_yaml

from .boundary import BOUNDARIES
from .district import District
from .equations import FOLDER
from .levers import LABELS, LEVERS, SHARES, WORDS
from .orders import SCRIPTED, one_of, orders
from .outcome import table
from .rules import RULES

WIDE = {"description_width": "22rem"}
ROW = ipywidgets.Layout(width="100%", max_width="48rem")


class Explorer(ipywidgets.VBox):  # type: ignore[misc]
    """Menus for round, boundary and aim, sliders for the pool and each lever, and a table of the quarters.

    Args:
        round: which to begin with: 1, 2 or 3.

    Attributes:
        sliders: by lever, -1 where it is left to the script; ``share`` among them.
        menus: ``round``, ``boundary`` and ``aim``.
        run: the quarters as they stand, from ``play``.
    """

    run: pd.DataFrame

    def __init__(self, round: int = 1) -> None:
        one_of("round", round, RULES)
        self.words: dict[str, Any] = read_yaml(FOLDER / "explorer.yml")
        told = self.words
        names = {name: one.words for name, one in BOUNDARIES.items()}
        self.menus = {
            "round": _menu(told["round"], {words: number for number, words in told["rounds"].items()}, round),
            "boundary": _menu(told["boundary"], {words: name for name, words in names.items()}, "council"),
            "aim": _menu(told["aim"], {words: name for name, words in told["aims"].items()}, "ready"),
        }
        shares = [(f"{share:.0%}", share) for share in SHARES]
        self.sliders = {"share": _slider(told["share"], shares, 0.3)}
        for lever in LEVERS:
            options = [(told["scripted"], SCRIPTED), *((words, at) for at, words in enumerate(WORDS[lever]))]
            self.sliders[lever] = _slider(LABELS[lever], options, SCRIPTED)
        self.quarters = ipywidgets.HTML()
        for widget in (*self.menus.values(), *self.sliders.values()):
            widget.observe(self._follow, "value")
        super().__init__([*self.menus.values(), *self.sliders.values(), self.quarters])
        self._follow()

    def _played(self, hold: dict[str, int]) -> pd.DataFrame:
        menus = {name: menu.value for name, menu in self.menus.items()}
        return table(District(orders(**menus, share=self.sliders["share"].value, hold=hold)).run()).droplevel("play")

    def _follow(self, _change: object = None) -> None:
        together = self.menus["round"].value == max(self.words["rounds"])
        self.menus["aim"].disabled = self.sliders["share"].disabled = not together
        hold = {lever: self.sliders[lever].value for lever in LEVERS if self.sliders[lever].value != SCRIPTED}
        self.run, usual = self._played(hold), self._played({})
        self.quarters.value = self.as_table(usual)

    def as_table(self, usual: pd.DataFrame) -> str:
        """The quarters as an HTML table, with the means below, and how far they are from the usual ones."""
        shown = self.words["shown"]
        found = self.run[list(shown)].map("{:,.1f}".format)
        means, was = self.run[list(shown)].mean(), usual[list(shown)].mean()
        last = {name: f"{means[name]:,.1f} ({means[name] - was[name]:+,.1f})" for name in shown}
        whole = pd.concat([found, pd.DataFrame(last, index=["*"])]).rename(columns=shown)
        return f"{whole.rename_axis(self.words['quarter']).to_html()}<p>* {self.words['against']}</p>"

    def __repr__(self) -> str:
        return "<Explorer of Merrowdale Live>"


def _menu(label: str, options: dict[str, Any], value: Any) -> ipywidgets.Dropdown:
    return ipywidgets.Dropdown(options=options, value=value, description=label, style=WIDE, layout=ROW)


def _slider(label: str, options: list[tuple[str, Any]], value: Any) -> ipywidgets.SelectionSlider:
    return ipywidgets.SelectionSlider(
        options=options, value=value, description=label, continuous_update=False, style=WIDE, layout=ROW
    )
