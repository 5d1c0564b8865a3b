"""Merrowdale Live in the page: its words, its data for the script, and its element."""

from .screen import MERROWDALE

__all__ = ["MERROWDALE"]
