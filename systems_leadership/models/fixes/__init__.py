"""Fixes that fail: a quick fix whose side effect comes back later."""

from .checks import CHECKS
from .model import Fixes, follow

fixes = Fixes(checks=CHECKS)

__all__ = ["CHECKS", "Fixes", "fixes", "follow"]
