"""What a course says of itself, and how it names its lessons."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from .spec import Id, PlainText, StrictModel


class Settings(StrictModel):
    """What ``_config.yml`` says of the course itself: Sphinx settings whose names begin with ``course_``.

    Args:
        course_id: part of every key under which answers are kept; never changed.
        course_zone: the time zone of dates in its calendar files.
        course_package: the Python package with its models and elements, if it has one.
        course_about: what it is, in a sentence, for search engines and shared links.
        course_publisher: who publishes this copy of it.
        course_contact: their address for mail, or that of a page of theirs.
    """

    course_id: Id
    course_zone: PlainText = "Europe/London"
    course_package: PlainText | None = None
    course_about: PlainText | None = None
    course_publisher: PlainText | None = None
    course_contact: PlainText | None = None

    @field_validator("course_zone")
    @classmethod
    def _known(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"there is no time zone '{zone}'. Write one such as Europe/London") from None
        return zone


class Head(StrictModel):
    """A lesson as others name it.

    Args:
        slug: its name in its file and in notebooks.
        number: its place in the course.
    """

    slug: Id
    number: int = Field(ge=1, le=99)
    title: PlainText
