"""Merrowdale Live in the page: its words, its data for the script, and its element."""

from workbook.game import CourseGame

from .cards import cards
from .screen import html

MERROWDALE = CourseGame(rooms=("merrowdale",), html=html, cards=cards)

__all__ = ["MERROWDALE"]
