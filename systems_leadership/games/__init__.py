"""This course's games, by the names that exercises give."""

from workbook.game import CourseGame

from .merrowdale import MERROWDALE

GAMES: dict[str, CourseGame] = {"merrowdale": MERROWDALE}
