"""Shifting the burden: crisis help that wears down the team for lasting help."""

from .checks import CHECKS
from .model import Burden, households, years_on

burden = Burden(checks=CHECKS)

__all__ = ["CHECKS", "Burden", "burden", "households", "years_on"]
