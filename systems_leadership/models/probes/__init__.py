"""Safe-to-fail probes: one big plan, or learning from small trials."""

from .checks import CHECKS
from .model import Probes

probes = Probes(checks=CHECKS)

__all__ = ["CHECKS", "Probes", "probes"]
