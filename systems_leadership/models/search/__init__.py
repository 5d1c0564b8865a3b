"""Distributed search: how people copy, and whom they can see."""

from .checks import CHECKS
from .model import Search

search = Search(checks=CHECKS)

__all__ = ["CHECKS", "Search", "search"]
