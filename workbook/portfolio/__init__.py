"""A learner's own answers: one file, the same in the browser and in Python."""

from .file import PortfolioError
from .portfolio import Portfolio

__all__ = ["Portfolio", "PortfolioError"]
