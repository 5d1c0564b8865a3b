"""The files of a folder that somebody put there."""

from __future__ import annotations

from pathlib import Path


def visible(folder: Path, pattern: str) -> list[Path]:
    """Sorted, and without names that begin with a dot: on some disks macOS leaves a ``._name`` beside each file.

    Args:
        folder: where to look; it need not exist.
        pattern: as for ``Path.glob``; ``**/`` before it looks in the folders below, too.
    """
    return sorted(
        path
        for path in folder.glob(pattern)
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
