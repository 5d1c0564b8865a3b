"""The project directory: every place and project that the sources name."""

from .entries import directory

__all__ = ["directory"]
