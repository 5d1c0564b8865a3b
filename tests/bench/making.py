"""How long it takes to build the book, to run the notebooks and to run the models."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from workbook.kinds.simulator.simulator import pack
from systems_leadership.models import MODELS
from tests.bench.weight import packed
from tests.support.book import ROOT

NEEDED = ("data", "systems_leadership", "notebooks", "book")


class Failed(Exception):
    """A command that did not go through; the message holds what it said."""


def run(command: str, root: Path) -> str:
    """Run one of the project's own scripts; what it prints.

    Raises:
        Failed: it went wrong.
    """
    env = os.environ | {"PYTHONPATH": str(root), "COURSE_PORTFOLIO": "none"}
    done = subprocess.run([sys.executable, command], cwd=root, env=env, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{command}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def build_seconds() -> float:
    """Build the book from nothing, where it stands."""
    start = time.monotonic()
    run("book/bin/build.py", ROOT)
    return time.monotonic() - start


def notebook_seconds() -> dict[str, float]:
    """Run copies of all notebooks; seconds of each by its name."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in NEEDED:
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "portfolio.json*"))
        shutil.copy(ROOT / "_config.yml", root)
        printed = run("book/bin/notebooks.py", root)
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
