"""Nobody does better than chance who takes the longest option, the second, or the one that asks first.

Nor does anyone who strikes out the longest or the shortest, because that would so often be the poor one.

Page and paper: on the page options are shuffled for each learner, on paper they have the order of the file. Whether an
option is a straw man, no test can tell: that is for readers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from statistics import mean

import pytest

from workbook.spec import Spec

from .course import course
from .guessing import GUESSERS, Item, answers, asks, extreme, items, score, tells
from .rule import hold

MOST_ASKING = 0.4  # of judgements in which asking is best
MOST_TELLING = 0.5  # of answers that end in a question or a command
MOST_AT_ONE_PLACE = 0.4  # of best options, of items with four
SLACK = 0.08  # by which the longest may be a poor one more often than any option is, or less often


def found() -> list[Item]:
    return list(items(course()))


def judged() -> list[Item]:
    return [item for item in found() if item.judgement]


def asking(among: list[Item]) -> float:
    """The share of items whose best options all ask."""
    return mean(all(asks(item.options[n][1]) for n in item.best) for item in among)


def crowded(among: list[Item]) -> list[str]:
    """The places at which too many of the best options stand, of items with four options and one best."""
    single = [next(iter(item.best)) for item in among if len(item.options) == 4 and len(item.best) == 1]
    shares = {place + 1: single.count(place) / len(single) for place in range(4)}
    return [f"place {place}: {share:.0%}" for place, share in shares.items() if share > MOST_AT_ONE_PLACE]


def telling(said: list[str]) -> float:
    return mean(map(tells, said))


@pytest.mark.parametrize("guesser", GUESSERS)
def test_a_blind_guesser_is_no_better_than_chance(guesser: str) -> None:
    there = found()
    assert len(there) > 20
    chance, got = mean(item.chance for item in there), score(guesser, there)
    hold(
        f"whoever takes the option that is or has '{guesser}' does no better than chance ({chance:.0%})",
        "data/exercises",
        [] if got <= chance else [f"{item.id}" for item in there if item.score(GUESSERS[guesser](item)) > item.chance],
        "lengthen a poor option, move one in the file, or let a poor one ask",
    )


@pytest.mark.parametrize("name, pick", [("longest", max), ("shortest", min)])
def test_length_does_not_tell_which_option_to_strike_out(name: str, pick: Callable[[list[int]], int]) -> None:
    """Neither often nor seldom: where the longest is never a poor one, it is always safe to take."""
    share = extreme(judged(), pick)
    hold(
        f"the {name} option is risky as often as any is ({share.chance:.0%}), within {SLACK:.0%}",
        "data/exercises",
        [] if abs(share.over) <= SLACK else [f"it is in {share.got:.0%} of judgements"],
        "say a risky option in fewer words, or give it the reason that a sensible person would have, in more",
    )


def test_asking_first_is_not_the_key_to_everything() -> None:
    share = asking(judged())
    hold(
        f"asking first is best in at most {MOST_ASKING:.0%} of judgements",
        "data/exercises",
        [] if share <= MOST_ASKING else [f"it is in {share:.0%}"],
        "write an item in which somebody has to act, command, refuse or keep to their own part",
    )


def test_the_best_option_stands_anywhere() -> None:
    rule = f"of the best options at most {MOST_AT_ONE_PLACE:.0%} stand at one place in the file"
    hold(rule, "data/exercises", crowded(found()), "move options in the file")


def test_answers_do_not_all_end_in_a_question_or_a_command() -> None:
    said = answers(spec for told in course() for spec in told.exercises)
    share = telling(said)
    hold(
        f"at most {MOST_TELLING:.0%} of answers end in a question or a command",
        "data/exercises",
        [] if share <= MOST_TELLING else [f"{share:.0%} of {len(said)} do"],
        "let some end where the reason ends",
    )


OPTIONS = (("risky", "Tell them."), ("well-supported", "Ask the two of them what they saw."), ("defensible", "Wait."))
ITEM = Item("x", "choice", True, OPTIONS)


def test_an_item_that_gives_itself_away_is_noticed() -> None:
    assert [score(name, [ITEM]) for name in GUESSERS] == [1, 1, 1]
    fair = replace(ITEM, options=(OPTIONS[1], ("risky", "Ask them whether they have all read the plan."), OPTIONS[2]))
    assert [score(name, [fair]) for name in GUESSERS] == [0, 0, 0.5]
    assert asking([ITEM, fair]) == 1 and asking([replace(ITEM, options=OPTIONS[::2])]) == 0


def test_risky_ones_that_are_long_are_noticed() -> None:
    long = replace(ITEM, options=(("risky", "Tell them at nine, all of them, and at once."), *OPTIONS[1:]))
    assert extreme([long], max).over > SLACK and extreme([long], min).over < -SLACK
    tied = replace(ITEM, options=(("risky", "Wait."), *OPTIONS[1:]))
    assert extreme([tied], min).got == 0.5 and extreme([tied], max, of="best").got == 1
    assert extreme([tied, replace(ITEM, options=OPTIONS[1:])], min).got == 0.5, "an item without a risky one counts"


def test_too_many_at_one_place_are_noticed() -> None:
    four = replace(ITEM, options=(*OPTIONS, ("risky", "Run.")))
    assert crowded([four] * 3) == ["place 2: 100%"]


@pytest.mark.parametrize(
    "text, told",
    [
        ("It works. Look at what it costs.", True),
        ("It works. What does it cost?", True),
        ("It works. Who said: 'And the cost?'", True),
        ("It works. The cost is an hour.", False),
        ("Look at it. It works, and nobody asks.", False),
    ],
)
def test_an_ending_that_tells_is_known(text: str, told: bool) -> None:
    assert tells(text) is told


def test_every_answer_counts() -> None:
    specs: list[Spec] = [spec for told in course() for spec in told.exercises]
    assert len(answers(specs)) > 150
    assert telling([f"{text} And now?" for text in answers(specs)]) == 1
