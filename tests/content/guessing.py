"""How far questions with options could be answered without reading them: by length, by place, by what asks.

``python -m tests.content.guessing`` prints the table of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean

from tests.support.prose import words
from workbook.data import read_yaml
from workbook.kinds.case.case import Case
from workbook.options import OptionsSpec
from workbook.spec import Spec

from .course import Told, course
from .language import sentences

BEST = ("well-supported", "right")
POOR = ("risky", "not-quite")
WORDS = Path(__file__).with_name("asking.yml")


@dataclass(frozen=True)
class Item:
    """One question with options, or one decision of a story.

    Args:
        options: verdict and text of each, in the order of the file.
    """

    id: str
    kind: str
    judgement: bool
    options: tuple[tuple[str, str], ...]

    @property
    def best(self) -> set[int]:
        """The places of the best options; where none is well supported, of those that can be defended."""
        found = {n for n, (verdict, _) in enumerate(self.options) if verdict in BEST}
        return found or {n for n, (verdict, _) in enumerate(self.options) if verdict == "defensible"}

    @property
    def poor(self) -> set[int]:
        return {n for n, (verdict, _) in enumerate(self.options) if verdict in POOR}

    @property
    def chance(self) -> float:
        return len(self.best) / len(self.options)

    @property
    def lengths(self) -> list[int]:
        return [len(words(text)) for _, text in self.options]

    def score(self, picked: Iterable[int]) -> float:
        """How often one of the best is hit by somebody who takes any one of the options picked; chance, if none is."""
        picked = list(picked)
        return mean(n in self.best for n in picked) if picked else self.chance


@dataclass(frozen=True)
class Share:
    """How often an option of one length is of one sort, over items, and how often any option is."""

    got: float
    chance: float

    @property
    def over(self) -> float:
        return self.got - self.chance


@cache
def _listed(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(re.escape(str(one)) for one in read_yaml(WORDS)[name]) + r")\b")


def asks(text: str) -> bool:
    """Whether an option asks, looks or listens before anything is done."""
    return "?" in text or bool(_listed("asking").search(text.lower()))


def tells(text: str) -> bool:
    """Whether an answer ends in a question or a command."""
    last = sentences(text)[-1].lstrip("'‘(").lower()
    return last.rstrip("'’)").endswith("?") or bool(_listed("commands").match(last))


#: Ways of answering without reading: the options that each would take.
GUESSERS: dict[str, Callable[[Item], list[int]]] = {
    "longest": lambda item: [n for n, one in enumerate(item.lengths) if one == max(item.lengths)],
    "second": lambda item: [1],
    "asks": lambda item: [n for n, (_, text) in enumerate(item.options) if asks(text)],
}


def items(lessons: Iterable[Told]) -> Iterator[Item]:
    """Every question with options and every decision of a story, in all of their versions."""
    for told in lessons:
        for spec in told.lesson.specs.values():
            if isinstance(spec, OptionsSpec):
                options = tuple((one.verdict, one.text) for one in spec.options)
                yield Item(spec.id, spec.kind, spec.item == "judgement", options)
            elif isinstance(spec, Case):
                for scene in spec.scenes:
                    if scene.options:
                        turns = tuple((one.verdict, one.text) for one in scene.options)
                        yield Item(f"{spec.id}/{scene.id}", spec.kind, True, turns)


def answers(specs: Iterable[Spec]) -> list[str]:
    """Every text that answers a learner."""
    return [text for spec in specs for text in spec.feedback()]


def score(guesser: str, found: Iterable[Item]) -> float:
    """The share of items that a guesser gets."""
    return mean(item.score(GUESSERS[guesser](item)) for item in found)


def extreme(found: Iterable[Item], pick: Callable[[list[int]], int], *, of: str = "poor") -> Share:
    """How often the longest or the shortest option is a poor one, or a best one; ties count in parts.

    Args:
        pick: max for the longest option, min for the shortest.
        of: 'poor' or 'best'; items that have none of these are left out.
    """
    pairs = []
    for item in found:
        sort: set[int] = getattr(item, of)
        if sort:
            at_the_end = [n for n, one in enumerate(item.lengths) if one == pick(item.lengths)]
            pairs.append((mean(n in sort for n in at_the_end), len(sort) / len(item.options)))
    return Share(mean(got for got, _ in pairs), mean(chance for _, chance in pairs))


def lengths(found: list[Item]) -> str:
    """One row for each sort of item: how often the longest and the shortest are poor, and how often they are best."""
    sorts = {
        "judgements": [item for item in found if item.judgement and item.kind != "case"],
        "facts": [item for item in found if not item.judgement],
        "turns of a story": [item for item in found if item.kind == "case"],
        "all": found,
    }
    rows = ["| items | option | is longest | is shortest | chance |", "|---|---|---|---|---|"]
    for name, some in sorts.items():
        for of in ("poor", "best"):
            longest, shortest = (extreme(some, pick, of=of) for pick in (max, min))
            rows.append(f"| {name} | {of} | {longest.got:.2f} | {shortest.got:.2f} | {longest.chance:.2f} |")
    return "\n".join(rows)


def table(found: list[Item]) -> str:
    """One row for each item: the place of the best, lengths, the best one's kind, which guessers get it."""
    heads = ("item", "best at", "words (best in brackets)", "best asks", *GUESSERS)
    rows = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for item in found:
        places = ", ".join(str(n + 1) for n in sorted(item.best))
        lengths = " ".join(f"({one})" if n in item.best else str(one) for n, one in enumerate(item.lengths))
        kind = "yes" if all(asks(item.options[n][1]) for n in item.best) else "no"
        hits = " | ".join(f"{item.score(take(item)):.2f}".rstrip("0").rstrip(".") for take in GUESSERS.values())
        rows.append(f"| {item.id} | {places} of {len(item.options)} | {lengths} | {kind} | {hits} |")
    shares = " | ".join(f"{score(name, found):.2f}" for name in GUESSERS)
    rows.append(f"| all {len(found)}; chance {mean(item.chance for item in found):.2f} | | | | {shares} |")
    return "\n".join(rows)


if __name__ == "__main__":
    told = course()
    print(table(list(items(told))), lengths(list(items(told))), sep="\n\n")
    said = answers(spec for one in told for spec in one.lesson.specs.values())
    print(f"\nanswers that end in a question or a command: {sum(map(tells, said))} of {len(said)}")
