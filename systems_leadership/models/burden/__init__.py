"""Shifting the burden: crisis help that wears down the team for lasting help."""

from .checks import CHECKS
from .model import Burden, crises

burden = Burden(checks=CHECKS)

__all__ = ["CHECKS", "Burden", "burden", "crises"]
