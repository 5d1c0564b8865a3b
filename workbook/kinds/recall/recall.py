"""A new question on using an idea of an earlier lesson."""

from __future__ import annotations

from ...options import OptionsSpec
from ...recalled import Recalled


class Recall(OptionsSpec, Recalled):
    """A choice that names the lesson it draws on."""


KIND = Recall
