"""What an answer of each kind may be made of, in Python as in the page.

Each kind's own module has a ``Value``; its script has the same check. A test sends the same
values through both.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """Base of the values: strict about types and fields, since files come from anywhere."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)
