"""How close a model must come to a figure."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


def is_close(got: ArrayLike, want: ArrayLike, within: float = 0.0, share: float = 0.0) -> bool:
    """Tell whether every figure is as close as asked; not-a-number is never close.

    Args:
        got: figures of the model, any shape.
        want: figures to reach, a shape that fits.
        within: the largest difference allowed, in the figures' own unit.
        share: the largest difference allowed as a share of ``want``, 0 to 1.
    """
    return bool(np.allclose(got, want, rtol=share, atol=within))
