"""Lays pictures side by side into contact sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

GAP = 12  # pixels between pictures
HEAD = 20  # pixels for a line of words
SLICE = 1400  # pixels: a taller picture goes on beside itself
SHEET = 3000  # pixels: about as tall as a sheet becomes
PAPER, INK, RULE = (236, 236, 232), (20, 20, 20), (150, 150, 145)


@dataclass(frozen=True)
class Row:
    """One exercise.

    Args:
        title: what stands above its pictures.
        shots: what each shows, and a PNG file, as bytes.
    """

    title: str
    shots: tuple[tuple[str, bytes], ...]


def slices(shot: bytes, width: int) -> list[Image.Image]:
    """A picture made as wide as a column, in pieces that a sheet has room for."""
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    if picture.width > width:
        picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    return [
        picture.crop((0, top, picture.width, min(top + SLICE, picture.height)))
        for top in range(0, picture.height, SLICE)
    ]


def strip(row: Row, width: int) -> Image.Image:
    """All pictures of one exercise in a line, under its title."""
    pieces = [
        (name if place == 0 else "", one) for name, shot in row.shots for place, one in enumerate(slices(shot, width))
    ]
    tall = max(one.height for _, one in pieces)
    made = Image.new("RGB", (GAP + sum(one.width + GAP for _, one in pieces), 2 * HEAD + tall + GAP), PAPER)
    draw = ImageDraw.Draw(made)
    draw.text((GAP, 4), row.title, INK)
    left = GAP
    for name, one in pieces:
        draw.text((left, HEAD + 2), name, INK)
        made.paste(one, (left, 2 * HEAD))
        draw.rectangle((left - 1, 2 * HEAD - 1, left + one.width, 2 * HEAD + one.height), outline=RULE)
        left += one.width + GAP
    return made


def sheets(rows: Sequence[Row], width: int) -> Iterator[Image.Image]:
    """Contact sheets of some exercises, each about `SHEET` tall."""
    waiting: list[Image.Image] = []

    def joined() -> Image.Image:
        made = Image.new("RGB", (max(one.width for one in waiting), sum(one.height for one in waiting)), PAPER)
        top = 0
        for one in waiting:
            made.paste(one, (0, top))
            top += one.height
        return made

    for row in rows:
        one = strip(row, width)
        if waiting and sum(other.height for other in waiting) + one.height > SHEET:
            yield joined()
            waiting = []
        waiting.append(one)
    if waiting:
        yield joined()


def write(folder: Path, name: str, rows: Sequence[Row], width: int) -> list[Path]:
    """Write as many sheets as the rows need; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, made in enumerate(sheets(rows, width), start=1):
        paths.append(folder / f"{name}-{number}.png")
        made.save(paths[-1])
    return paths
