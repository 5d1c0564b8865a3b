"""A shared pool that everyone may use, and rules that keep it."""

from .checks import CHECKS
from .model import Commons, pool

commons = Commons(checks=CHECKS)

__all__ = ["CHECKS", "Commons", "commons", "pool"]
