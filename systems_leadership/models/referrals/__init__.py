"""Referral chain: how a small change in need swells on its way up (the beer game)."""

from .checks import CHECKS
from .model import Referrals

referrals = Referrals(checks=CHECKS)

__all__ = ["CHECKS", "Referrals", "referrals"]
