"""Leading Across Boundaries: the course's exercises, models, facts and portfolio."""

from workbook.explorer import Explorer
from workbook.lesson import Lesson
from workbook.model import Model
from workbook.portfolio import Portfolio

# Models know of no pages; here the two meet.
Model.explorer = Explorer

__all__ = ["Lesson", "Portfolio"]
