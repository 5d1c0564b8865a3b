"""Hospital discharge: the same money for beds or for care at home."""

from .checks import CHECKS
from .model import BALANCE, BED, PACKAGE, Discharge

discharge = Discharge(checks=CHECKS)

__all__ = ["BALANCE", "BED", "CHECKS", "PACKAGE", "Discharge", "discharge"]
