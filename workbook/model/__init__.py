"""Simulation models: what they have in common, and the few tools they are made with. They know nothing of pages."""

from .closeness import is_close
from .euler import euler
from .model import Floats, Model
from .parts import Check, Control, Series
from .words import Counted, ModelWords, Quantity

__all__ = ["Check", "Control", "Counted", "Floats", "Model", "ModelWords", "Quantity", "Series", "euler", "is_close"]
