"""More of one thing means less of another: a guess, then a handle that shows the outcome of each split."""

from __future__ import annotations

from pydantic import Field, model_validator

from ...spec import Answer, Id, Spec, StrictModel, Text, refuse_duplicates


class TradeOffAnswer(Answer):
    """The guess, empty while there is none, and the splits looked at, in the order of the handle."""

    guess: str
    tried: list[str] = Field(max_length=12)


class Guess(StrictModel):
    """One answer to the question before the handle, and what it is told once both splits compared were seen."""

    id: Id
    text: Text
    told: Text


class Outcome(StrictModel):
    """A number and the range that chance leaves it, ``low`` to ``high``."""

    low: int = Field(ge=0)
    middle: int = Field(ge=0)
    high: int = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> Outcome:
        if not self.low <= self.middle <= self.high:
            raise ValueError(f"{self.low}, {self.middle} and {self.high} do not rise. Put them in order")
        return self


class Stop(StrictModel):
    """One split at which the handle can stand.

    Args:
        text: its name, short: it stands under its bar.
        has: what the split buys, in words.
        outcome: what comes of it.
        more: what comes of it with more to share out.
    """

    id: Id
    text: Text
    has: Text
    outcome: Outcome
    more: Outcome


class TradeOff(Spec):
    """A question, guesses at it, and a handle over three to nine splits.

    Args:
        question: what is guessed; guesses: the answers.
        then: what is tried next, said behind what the guess is told until the switch is on.
        compare: the two splits that the question is about.
        handle: what the handle sets; measure: what each bar counts.
        with_more: the switch for more to share out.
        most: what fills a bar.
        start: where the handle stands at first.
    """

    minutes = 3
    answer = TradeOffAnswer

    question: Text
    guesses: list[Guess] = Field(min_length=2, max_length=4)
    then: Text | None = None
    compare: tuple[Id, Id]
    handle: Text
    measure: Text
    with_more: Text
    most: int = Field(ge=1)
    start: Id
    stops: list[Stop] = Field(min_length=3, max_length=9)

    @model_validator(mode="after")
    def _consistent(self) -> TradeOff:
        refuse_duplicates(self.guesses, "guesses")
        refuse_duplicates(self.stops, "stops")
        known = [stop.id for stop in self.stops]
        for id in (*self.compare, self.start):
            if id not in known:
                raise ValueError(f"there is no stop '{id}'. The stops are {', '.join(known)}")
        for stop in self.stops:
            if max(stop.outcome.high, stop.more.high) > self.most:
                raise ValueError(f"stop '{stop.id}' goes beyond {self.most}, which fills a bar. Raise most")
        return self

    def feedback(self) -> list[str]:
        return [guess.told for guess in self.guesses]


KIND = TradeOff
