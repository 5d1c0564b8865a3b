"""How full can a ward be? Slack, and why size matters."""

from .checks import CHECKS
from .model import Occupancy, blocked, load_for, turned_away

occupancy = Occupancy(checks=CHECKS)

__all__ = ["CHECKS", "Occupancy", "blocked", "load_for", "occupancy", "turned_away"]
