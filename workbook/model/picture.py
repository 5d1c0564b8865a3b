"""How a run of a model is drawn, from the file ``picture.yml`` beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from ..data import DataError, explained, read_document
from ..spec import PlainText, StrictModel
from .words import Counted, PictureWords

Point = Annotated[list[float], Field(min_length=2, max_length=2)]
#: What a place says of its spots besides who is there.
PARTS = ("furniture", "count", "counts", "parts", "full", "line")
Form = Literal["stand", "lie", "sit", "house", "dot", "ring", "card", "slip", "van"]
#: What somebody is, told by colour as well as by form: the roles of ``page/tokens.css``.
Role = Literal["waiting", "care", "stuck", "home", "new", "plain", "quiet"]


class Group(StrictModel):
    """People of one stock in a place.

    Args:
        stock: a stock of the model's trace.
        last: they take the last spots of the place and not its first.
        first: a number of the trace's ``more``: so many are as they always were.
        more: the role of those beyond ``first``.
    """

    stock: str
    role: Role
    form: Form
    last: bool = False
    first: str | None = None
    more: Role | None = None


class Line(StrictModel):
    """A broken line across a place: so high it should be.

    Args:
        count: a number of the trace's ``more``: the spots below it.
        shown: the number that is said; ``count``, if not given.
        says: its words, with ``{n}``.
    """

    count: str
    shown: str
    says: PlainText


class Mark(StrictModel):
    """A moment that the run turns on.

    Args:
        at: when it is; or the name of a number of the trace's ``more``, and no mark where that is ``None``.
        says: its words, with ``{n}`` for the moment.
    """

    at: float | str
    says: PlainText


class Place(StrictModel):
    """Where people are.

    Args:
        groups: who stands there; they share its spots.
        label: how many of the first group there are, in words.
        furniture: what stands at each spot.
        count: a number of the trace's ``more``: so many spots there are.
        parts: a number of the trace's ``more``: so many places share its box side by side.
        counts: the stock that the label says, if it is not that of the first group.
        full: a number of the trace's ``more``: from so many on the label says that it is ``full``.
        line: how high it should be.
    """

    groups: list[Group] = Field(min_length=1)
    label: Counted | None = None
    furniture: Literal["bed", "seat", "square"] | None = None
    count: str | None = None
    parts: str | None = None
    counts: str | None = None
    full: str | None = None
    line: Line | None = None


class Walk(StrictModel):
    """How people look on a way; its name is the flow of the trace that uses it, and ``scale`` how large they are."""

    role: Role
    form: Form
    scale: float = Field(default=1, gt=0)


class View(StrictModel):
    """Where all of it is, for one width of screen.

    Args:
        size: width and height in units of the picture.
        places: for each place its ``layout`` (``page/scene/layout.js``) and where its ``label`` stands.
        walks: for each way its corners.
        mark: where the words of its marks stand.
        more: what a way of drawing of its own kind needs.
    """

    size: Point
    places: dict[str, dict[str, Any]] = Field(default={})
    walks: dict[str, list[Point]] = Field(default={})
    mark: dict[str, Any] = Field(default={})
    more: dict[str, Any] = Field(default={})


class Column(StrictModel):
    """A column of the table that says the same as the picture.

    Args:
        stock: of the trace.
        head: what stands above it.
    """

    stock: str
    head: PlainText


class Shown(StrictModel):
    """A part of the scenery that is only there for some runs.

    Args:
        count: a number of the trace's ``more``.
        over: it is shown where there are more than this.
    """

    count: str
    over: float


class Time(StrictModel):
    """What passes while the picture plays."""

    label: PlainText


class Picture(StrictModel):
    """A moving picture of a model's runs.

    Args:
        draws: the element that draws it: ``scene`` for people in places; others have a folder of their own in ``page``.
        says: what is drawn, for all: what a figure stands for and where to look.
        handle: the control that stands nearest to the picture.
        time: what passes while it plays, where that is not the axis of the model's chart.
        until: the last moment of the axis that is shown; the last of the trace, if not given.
        seconds: how long the whole of it plays.
        columns: the table that says the same, moment by moment.
        shows: parts of the scenery by the name they have there (``--m-name``).
        roles: the colours of the chart's lines, by series.
        slow: so many units of time at the start pass slowly, so that one sees people.
        marks: moments that it turns on; what plays stops there for a breath.
        wide, narrow: the layout on a screen and on a phone.
    """

    draws: str
    says: PlainText
    handle: str
    time: Time | None = None
    until: float | None = None
    seconds: float = Field(default=11, ge=4, le=16)
    slow: float = Field(default=0, ge=0)
    columns: list[Column] = Field(min_length=1)
    marks: list[Mark] = Field(default=[])
    shows: dict[str, Shown] = Field(default={})
    roles: dict[str, Role] = Field(default={})
    places: dict[str, Place] = Field(default={})
    walks: dict[str, Walk] = Field(default={})
    wide: View
    narrow: View

    @classmethod
    def read(cls, path: Path) -> Picture:
        """The picture in a file.

        Raises:
            DataError: it is missing, or lacks a part: every mistake, with its line.
        """
        document = read_document(path)
        try:
            picture = cls.model_validate(document.value)
        except ValidationError as error:
            raise DataError.of(
                document.error(f"field {field}", problem, loc)
                for loc, field, problem in explained(error, tuple(cls.model_fields))
            ) from None
        for name in ("wide", "narrow"):
            view: View = getattr(picture, name)
            if set(view.places) != set(picture.places) or set(view.walks) != set(picture.walks):
                raise DataError.of(
                    [document.error(f"field {name}", "it does not lay out all places and walks", (name,))]
                )
        return picture

    def in_words(self, words: PictureWords) -> Picture:
        """The same picture in the words of another setting.

        Raises:
            ValueError: they name a stock, a place or a moment that the picture does not have.
        """
        strange = (
            (words.columns.keys() - {one.stock for one in self.columns})
            | (words.labels.keys() - self.places.keys())
            | (words.marks.keys() - {str(one.at) for one in self.marks})
        )
        if strange:
            raise ValueError(f"the picture has no {', '.join(sorted(strange))}")
        columns = [Column(stock=one.stock, head=words.columns.get(one.stock, one.head)) for one in self.columns]
        marks = [Mark(at=one.at, says=words.marks.get(str(one.at), one.says)) for one in self.marks]
        places = {
            name: place.model_copy(update={"label": words.labels.get(name, place.label)})
            for name, place in self.places.items()
        }
        views = {
            name: view.model_copy(update={"more": _over(view.more, words.more)})
            for name, view in (("wide", self.wide), ("narrow", self.narrow))
        }
        said = {"says": words.says, "columns": columns, "marks": marks, "places": places}
        return self.model_copy(update={**said, **views})

    def for_page(self) -> dict[str, Any]:
        """The picture as ``<sl-scene>`` takes it."""
        return {
            "draws": self.draws,
            "time": self.time.label if self.time else None,
            "until": self.until,
            "seconds": self.seconds,
            "slow": self.slow,
            "columns": [column.stock for column in self.columns],
            "marks": [mark.model_dump() for mark in self.marks],
            "shows": {name: shown.model_dump() for name, shown in self.shows.items()},
            "roles": self.roles,
            "wide": self._view(self.wide),
            "narrow": self._view(self.narrow),
        }

    def _view(self, view: View) -> dict[str, Any]:
        places = {name: self._place(place, view.places[name]) for name, place in self.places.items()}
        walks = {
            name: {"flow": name, **walk.model_dump(), "corners": view.walks[name]} for name, walk in self.walks.items()
        }
        return {"size": view.size, "places": places, "walks": walks, "mark": view.mark, **view.more}

    @staticmethod
    def _place(place: Place, laid: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {
            "groups": [group.model_dump(exclude_defaults=True) for group in place.groups],
            "layout": laid["layout"],
        }
        if place.label and "label" in laid:
            many = place.label.many
            words = {"many": many, "one": place.label.one or many, "none": place.label.none or many}
            full = {"full": place.label.full} if place.label.full else {}
            found["label"] = {**words, **full, **laid["label"]}
        said = place.model_dump(include=set(PARTS), exclude_defaults=True)
        return {**found, **said}


def _over(given: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """One table over another, and so the tables in it."""
    both = {
        name: _over(given[name], value) if isinstance(value, dict) and isinstance(given.get(name), dict) else value
        for name, value in other.items()
    }
    return {**given, **both}
