"""A question with three or four answers."""

from __future__ import annotations

from ...options import OptionsSpec


class Choice(OptionsSpec):
    """A judgement or a question of fact."""

    def label(self) -> str:
        return f"kind_{self.item}"


KIND = Choice
