"""What the columns of the table of quarters mean, from ``columns.yml`` and the words of the decisions."""

from __future__ import annotations

import pandas as pd

from workbook.data import read_yaml

from .equations import FOLDER
from .levers import LEVERS, OWNER, USES, WORDS


def columns() -> pd.DataFrame:
    """The columns of ``play``, in their order.

    Returns:
        A row for each, indexed by name: its unit, and what it tells.
    """
    known = {name: (of["unit"], of["words"]) for name, of in read_yaml(FOLDER / "columns.yml").items()}
    for lever in LEVERS:
        told = ", ".join(f"{number} {words}" for number, words in enumerate(WORDS[lever]))
        known[f"decided_{lever}"] = ("option", f"{OWNER[lever]}: {told}")
    known["share"] = ("share", "of the money that could be pooled, in the pool")
    known |= {f"token_{use}": ("share", f"of the pool, for {use}") for use in USES}
    return pd.DataFrame.from_dict(known, orient="index", columns=["unit", "words"]).rename_axis("column")
