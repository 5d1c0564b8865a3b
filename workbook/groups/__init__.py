"""Plans for groups: one of 60 and one of 90 minutes for each lesson, and its worksheet, made from data."""

from .plan import GroupPlan, group_plans

__all__ = ["GroupPlan", "group_plans"]
