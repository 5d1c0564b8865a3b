"""Numbers put into words, for the sentence beside a chart."""

from __future__ import annotations


def people(count: float, one: str, many: str) -> str:
    """Say a number of people with the verb that fits: 'no one waits', '1 person waits', '2 people wait'."""
    whole = round(count)
    return {0: f"no one {one}", 1: f"1 person {one}"}.get(whole, f"{whole:,} people {many}")


def counted(count: float, one: str, many: str) -> str:
    """Say a number of things: 'no household', '1 household', '2 households'."""
    whole = round(count)
    return {0: f"no {one}", 1: f"1 {one}"}.get(whole, f"{whole:,} {many}")
