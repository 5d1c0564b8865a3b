"""Leading Across Boundaries: the course's exercises, models and portfolio."""

from .lesson import Lesson
from .portfolio import Portfolio

__all__ = ["Lesson", "Portfolio"]
