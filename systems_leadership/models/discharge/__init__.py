"""Hospital discharge: the same money for beds or for care at home."""

from .checks import CHECKS
from .flow import flows
from .model import BALANCE, BED, PACKAGE, Discharge, middle

discharge = Discharge(checks=CHECKS)

__all__ = ["BALANCE", "BED", "CHECKS", "PACKAGE", "Discharge", "discharge", "flows", "middle"]
