"""Sessions for groups: a plan of 60 and one of 90 minutes for each lesson, and its worksheet, made from data."""

from .session import Session, sessions

__all__ = ["Session", "sessions"]
