"""A causal map: one to explore by nudging it, or the learner's own to build."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from ...course import Course
from ...spec import Excerpt, Id, Spec, StrictModel, Text, refuse_duplicates
from .curve import Point
from .free import free
from .graph import MAX_FACTORS, MAX_LINKS, Factor, Link, Name, refuse_broken
from .layout import Pair, arrange, brick_cells, in_column
from .loops import LISTED, Loop, find_loops, turned
from .picture import narrow, wide
from .ripple import ripple
from .sentences import link_sentence, loop_sentence, type_sentence
from .value import CausalMapAnswer

MAX_GIVEN = 12  # loops of a map that is given: each needs a name


class Named(StrictModel):
    """The name of a loop, what it shows, and the factors it runs through, in order."""

    name: Name
    says: Text
    through: list[Id] = Field(min_length=2)


class CausalMap(Spec):
    """A map to explore, with its links and the names of its loops, or one to build.

    Args:
        mode: 'explore' a given map, or 'build' one's own.
        factors: of the given map; in a map to build, up to 3 to start from, which may be deleted.
        links, loops: of the given map.
        notes: what to know before believing it.
        debrief: open questions for afterwards.
    """

    minutes = 8
    near = True  # its script is among the heavy ones
    answer = CausalMapAnswer
    silent = Spec.silent | {"mode"}

    mode: Literal["explore", "build"]
    factors: list[Factor] = Field(default=[], max_length=MAX_FACTORS)
    links: list[Link] = Field(default=[], max_length=MAX_LINKS)
    loops: list[Named] = Field(default=[], max_length=MAX_GIVEN)
    notes: list[Text] = Field(min_length=1)
    debrief: list[Text] = Field(min_length=1, max_length=3)

    @model_validator(mode="after")
    def _consistent(self) -> CausalMap:
        refuse_duplicates(self.factors, "factors")
        names = [factor.name for factor in self.factors]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two factors have the name '{name}'. Give each its own")
        if self.mode == "build":
            if self.links or self.loops or len(self.factors) > 3:
                raise ValueError(
                    "a map to build starts with at most 3 factors, no links and no loops. Take the rest out"
                )
            return self
        if len(self.factors) < 4 or len(self.links) < 4:
            raise ValueError("a map to explore needs at least 4 factors and 4 links. Add some")
        refuse_broken([one.id for one in self.factors], [(one.cause, one.effect) for one in self.links])
        linked = {end for link in self.links for end in (link.cause, link.effect)}
        for factor in self.factors:
            if factor.id not in linked:
                raise ValueError(f"no link touches the factor '{factor.id}'. Link it, or take it out")
        self._check_places()
        self._check_loops()
        return self

    def _check_places(self) -> None:
        placed = [factor.at for factor in self.factors if factor.at]
        if placed and len(placed) < len(self.factors):
            raise ValueError("some factors have a place ('at') and some have none. Place all of them or none")
        if 0 < sum(factor.phone is not None for factor in self.factors) < len(self.factors):
            raise ValueError("some factors have a place on a phone and some have none. Place all of them or none")
        for one in placed:
            if placed.count(one) > 1:
                raise ValueError(f"two factors stand at {list(one)}. Move one")
            if (one[0] + 1, one[1]) in placed:
                raise ValueError(
                    f"a factor at {list(one)} overlaps its neighbour: columns count in halves. Move one by 2"
                )

    def _check_loops(self) -> None:
        found, more = find_loops(list(self.names), self.links, MAX_GIVEN)
        if not found or more:
            many = "more" if more else "none"
            raise ValueError(f"a map to explore needs 1 to {MAX_GIVEN} loops: this has {many}. Change its links")
        there = {loop.through for loop in found}
        for named in self.loops:
            if not set(named.through) <= self.names.keys() or self._turned(named) not in there:
                raise ValueError(
                    f"no links make the loop '{named.name}' ({', '.join(named.through)}). Correct its factors"
                )
        given = [self._turned(named) for named in self.loops]
        for through in there:
            if given.count(through) != 1:
                raise ValueError(
                    f"the loop {', '.join(through)} has {given.count(through) or 'no'} name"
                    f"{'s. Keep one' if through in given else '. Add it under loops'}"
                )

    def _turned(self, named: Named) -> tuple[str, ...]:
        return turned(named.through, {id: place for place, id in enumerate(self.names)})

    def label(self) -> str:
        return f"kind_map_{self.mode}"

    def feedback(self) -> list[str]:
        return [loop.says for loop in self.loops]

    def entry(self, entry: Any, course: Course, only: frozenset[str]) -> Excerpt:
        if isinstance(entry, Link):
            return Excerpt(f"{link_sentence(entry, self.names, course)} {entry.why or ''}".strip())
        return super().entry(entry, course, only)

    @property
    def names(self) -> dict[str, str]:
        """Names of the factors by id."""
        return {factor.id: factor.name for factor in self.factors}

    def found(self) -> list[tuple[Named, Loop]]:
        """The loops with their names, in the order of the names."""
        loops = {loop.through: loop for loop in find_loops(list(self.names), self.links, MAX_GIVEN)[0]}
        return [(named, loops[self._turned(named)]) for named in self.loops]

    def drawings(self) -> dict[str, Any]:
        """The map for a wide page and for a phone."""
        ids = [factor.id for factor in self.factors]
        ends: list[Pair] = [(ids.index(link.cause), ids.index(link.effect)) for link in self.links]
        arrows = [(*pair, link) for pair, link in zip(ends, self.links, strict=True)]
        cells = [factor.at for factor in self.factors if factor.at]
        if not cells:
            bricks = brick_cells(len(ids))
            cells = [bricks[place] for place in arrange(tuple(ends), len(ids), tuple(bricks))]
        names = list(self.names.values())
        spots: list[Point] = [factor.phone for factor in self.factors if factor.phone]
        small = free(names, spots, arrows, "narrow", 0) if spots else narrow(names, in_column(len(ids), ends), arrows)
        return {"wide": wide(names, cells, arrows), "narrow": small}

    def context(self, course: Course) -> dict[str, Any]:
        model: dict[str, Any] = {
            "mode": self.mode,
            "factors": [{"id": one.id, "name": one.name} for one in self.factors],
        }
        if self.mode == "build":
            return {"model": model, "most": {"factors": MAX_FACTORS, "links": MAX_LINKS, "loops": LISTED}}
        found = self.found()
        model["links"] = [link.model_dump() for link in self.links]
        model["loops"] = [{"name": named.name, "type": loop.type, "through": loop.through} for named, loop in found]
        model["runs"] = {
            id: [
                [step.link, step.cause, step.meets, list(step.closes)]
                for step in ripple(self.links, [loop for _, loop in found], id)
            ]
            for id in self.names
        }
        return {
            "model": model,
            "drawings": self.drawings(),
            "sentences": [(link_sentence(link, self.names, course), link.why or "") for link in self.links],
            "told": [
                {
                    "name": named.name,
                    "says": named.says,
                    "type": type_sentence(loop, course),
                    "reads": loop_sentence(loop, self.links, self.names, course),
                }
                for named, loop in found
            ],
        }


KIND = CausalMap
