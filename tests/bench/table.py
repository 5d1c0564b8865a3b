"""The measures as a plain table."""

from __future__ import annotations

from dataclasses import dataclass

HEADS = ("what", "measured", "limit", "", "without exercises")


@dataclass(frozen=True)
class Row:
    """One measure.

    Args:
        what: what was measured, with its unit.
        measured: the figure.
        limit: the budget, in the same unit; None where there is none.
        without: the same measure on the page with its exercises taken out.
        digits: decimals shown.
    """

    what: str
    measured: float
    limit: float | None = None
    without: float | None = None
    digits: int = 0

    def cells(self) -> tuple[str, ...]:
        def shown(value: float | None) -> str:
            return "" if value is None else f"{value:,.{self.digits}f}"

        over = "OVER" if self.limit is not None and self.measured > self.limit else ""
        return self.what, shown(self.measured), shown(self.limit), over, shown(self.without)


def table(rows: list[Row]) -> str:
    """Rows under their heads, figures flush right."""
    lines = [HEADS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 3) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
