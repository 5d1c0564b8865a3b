"""What every exercise of a course says, whatever its kind, and what an answer to it may be made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo

from .data import CutText

if TYPE_CHECKING:
    from .course import Course

#: What a text may name in braces: the learner's own words for these.
OWN_WORDS = ("issue", "place", "line")
NAME_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def _whole(value: Any) -> Any:
    """Refuse a text that YAML cut off.

    Raises:
        ValueError: how to mend it.
    """
    if isinstance(value, CutText):
        raise ValueError(f"'{value}' ends at ' #', where YAML begins a remark. Put the whole text in quotes")
    return value


def _known_names(text: str) -> str:
    """Refuse a name in braces that stands for nothing.

    Raises:
        ValueError: the name and those there are.
    """
    for name in NAME_IN_BRACES.findall(text):
        if name not in OWN_WORDS:
            *others, last = (f"{{{one}}}" for one in OWN_WORDS)
            there = f"{', '.join(others)} and {last}"
            raise ValueError(f"'{{{name}}}' stands for nothing: texts know {there}. Correct it")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
#: Words as they are.
PlainText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), BeforeValidator(_whole)]
#: Words for learners; ``{issue}``, ``{place}`` and ``{line}`` stand for their own.
Text = Annotated[PlainText, AfterValidator(_known_names)]


def _known_idea(id: str, info: ValidationInfo) -> str:
    known = course_of(info).ideas
    if known and id not in known:
        raise ValueError(f"'{id}' is not in data/ideas.yml. Correct it, or add the idea there")
    return id


Idea = Annotated[str, BeforeValidator(_whole), AfterValidator(_known_idea)]


class StrictModel(BaseModel):
    """A part of a data file: strict about its fields, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Answer(BaseModel):
    """What an answer of a kind may be made of: strict about types and fields, since files come from anywhere.

    The page checks the same, by the JSON Schema that is made from these classes.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Said(StrictModel):
    """What the learner said in another exercise, shown above the work where there is such an answer.

    Args:
        exercise: its id.
        at: which of its lines, counted from 0, or from the end where it is below 0.
        words: what leads up to it.
    """

    exercise: Id
    at: int
    words: PlainText


class Spec(StrictModel):
    """The fields all kinds share. A kind's own module adds its fields to these.

    Args:
        id: unique in the course and stable for ever: answers are saved by it.
        kind: the folder of the kind, with hyphens.
        ideas: the ideas it serves, 1 to 3, by their ids in ``data/ideas.yml``.
        setting: where it is at home, by an id of ``data/settings.yml``; left out, in the first of them.
        version_of: the exercise before it of which it is a version, see ``versions``.
        title: its heading.
        prompt: what it asks; ``{issue}``, ``{place}`` and ``{line}`` (of the plan) stand for the learner's own.
        said: an earlier answer that it goes on from, if there is one.

    Attributes:
        minutes: how long one takes over it, feedback included.
        answer: what an answer is made of.
        near: in the book its scripts are loaded once it comes near the window, or where it is answered already.
        heavy: rendering it takes seconds, for which nobody waits who checks words; its data is checked without.
    """

    minutes: ClassVar[int] = 3
    near: ClassVar[bool] = False
    heavy: ClassVar[bool] = False
    answer: ClassVar[type[Answer]]
    #: Fields that hold nothing to read out to a group.
    silent: ClassVar[frozenset[str]] = frozenset(
        {"id", "kind", "ideas", "title", "item", "setting", "version_of", "said"}
    )

    id: Id
    kind: str
    ideas: list[Idea] = Field(min_length=1, max_length=3)
    setting: Id | None = None
    version_of: Id | None = None
    title: Text
    prompt: Text
    said: Said | None = None

    @classmethod
    def shares(cls, value: dict[str, Any]) -> dict[str, Any]:
        """What other exercises may use of an answer: ``issue``, ``place``, ``line``; nothing, for most kinds.

        Args:
            value: an answer that has been checked.
        """
        return {}

    def label(self) -> str:
        """Key of the line above the title."""
        return f"kind_{self.kind.replace('-', '_')}"

    def context(self, course: Course) -> dict[str, Any]:
        """What the kind's template needs besides the fields themselves."""
        return {}

    def rooms(self, course: Course) -> tuple[str, ...]:
        """Folders of scripts that its page needs besides its kind's own: those whose elements its template makes."""
        return ()

    def on_paper(self, course: Course) -> Any:
        """What the learner's papers need of it besides the answer, as JSON; None where that is nothing."""
        return None

    def feedback(self) -> list[str]:
        """Every text that answers the learner, for the checks on wording."""
        return []

    def texts(self) -> list[str]:
        """The names of the fields with words that a group's plan can take, see `excerpt`."""
        return [name for name in type(self).model_fields if name not in self.silent and getattr(self, name)]

    def excerpt(self, field: str, course: Course, only: frozenset[str] = frozenset()) -> list[Excerpt]:
        """One field's words as a group's plan or a worksheet shows them.

        Args:
            field: one of `texts`.
            course: whose words stand in for the learner's own.
            only: of a list, the entries with these ids; empty for all.
        """
        value = getattr(self, field)
        entries = value if isinstance(value, list) else [value]
        kept = [one for one in entries if not only or not hasattr(one, "id") or one.id in only]
        return [self.entry(one, course, only) for one in kept]

    def entry(self, entry: Any, course: Course, only: frozenset[str]) -> Excerpt:
        """One entry of a field in words; a kind says more of its own."""
        if isinstance(entry, str):
            return Excerpt(course.spoken(entry))
        head = getattr(entry, "title", "") or getattr(entry, "name", "")
        body = getattr(entry, "text", "") or getattr(entry, "says", "")
        return Excerpt(course.spoken(body or head), head=head if body else "")

    def entry_ids(self, field: str) -> list[str]:
        """The ids that ``only`` can name in a field."""
        value = getattr(self, field)
        return [one.id for one in value if hasattr(one, "id")] if isinstance(value, list) else []


@dataclass(frozen=True)
class Excerpt:
    """One thing of an exercise to read out to a group.

    Args:
        text: the words.
        head: its name, where it has one besides its words.
        place: where the lesson sorts it; empty where nothing is sorted.
        told: what the lesson says to it; empty where it says nothing.
        under: what stands below it, such as the options of a scene.
    """

    text: str
    head: str = ""
    place: str = ""
    told: str = ""
    under: tuple[Excerpt, ...] = ()


def course_of(info: ValidationInfo) -> Course:
    """The course that a part of a data file is checked for."""
    course: Course = (info.context or {})["course"]
    return course


def refuse_duplicates(items: list[Any], what: str) -> None:
    """Refuse two parts with one id: answers are saved by it.

    Raises:
        ValueError: naming the id.
    """
    ids = [item.id for item in items]
    for one in ids:
        if ids.count(one) > 1:
            raise ValueError(f"two {what} have the id '{one}'. Give each its own")
