"""How long it takes to build the book, to run the notebooks and to run the models."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from systems_leadership.models import MODELS
from tests.bench.weight import packed
from tests.publishing.previewing import copy
from tests.support.book import ROOT
from workbook.kinds.simulator.simulator import pack


class Failed(Exception):
    """A command that did not go through; the message holds what it said."""


def run(command: str, root: Path) -> str:
    """Run one of the course's commands; what it prints.

    Raises:
        Failed: it went wrong.
    """
    env = os.environ | {"COURSE_PORTFOLIO": "none", "COURSE_ROOT": str(root)}
    done = subprocess.run(
        [sys.executable, "-m", "workbook", command], cwd=root, env=env, capture_output=True, text=True
    )
    if done.returncode:
        raise Failed(f"{command}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def build_seconds() -> float:
    """Build the book from nothing, where it stands."""
    start = time.monotonic()
    run("build", ROOT)
    return time.monotonic() - start


def notebook_seconds() -> dict[str, float]:
    """Run copies of all notebooks; seconds of each by its name."""
    with tempfile.TemporaryDirectory() as folder:
        printed = run("notebooks", copy(ROOT, Path(folder)).root)
    return {name: float(seconds) for name, seconds in re.findall(r"^(\S+): ([\d.]+) s", printed, re.MULTILINE)}


def model_grids() -> dict[str, tuple[float, float]]:
    """The runs of each model's page by its name: seconds to make them from nothing, KB compressed."""
    found = {}
    for name, model in MODELS.items():
        start = time.process_time()
        runs = model.grid()
        seconds = time.process_time() - start
        text = json.dumps(pack(model, runs), separators=(",", ":"), ensure_ascii=False)
        found[name] = seconds, packed(text.encode())
    return found
