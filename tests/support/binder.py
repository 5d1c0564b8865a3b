"""What Binder makes of the course: repo2docker's own steps, read from it and run here without Docker."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

from tests.support.book import ROOT


class StepFailed(Exception):
    """A step of the image that did not go through; the message holds what it said."""


def build_pack(root: Path = ROOT) -> Any:
    """The build pack that repo2docker chooses for a folder, asked in its own order; its `python_version` is set."""
    from repo2docker.app import Repo2Docker

    app = Repo2Docker()
    with chdir(root):
        pack = next(found for kind in app.buildpacks if (found := kind(app.base_image)).detect())
        assert pack.python_version
    return pack


def steps(root: Path = ROOT) -> list[str]:
    """The commands that make the image's environment, in order; ``${KERNEL_PYTHON_PREFIX}`` is that environment."""
    pack = build_pack(root)
    with chdir(root):
        scripts = [*pack.get_preassemble_scripts(), *pack.get_assemble_scripts()]
        return [*(script for _, script in scripts), *(f"./{name}" for name in pack.get_post_build_scripts())]


def sources() -> Iterator[Path]:
    """Every file that a clone of the course would have, relative to its root; new ones too."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    yield from (Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file())


def clone(to: Path) -> Path:
    """Copy the course as a clone would have it, into the folder ``to``."""
    for path in sources():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, to / path)
    return to


def environment(root: Path, to: Path) -> Path:
    """Make a new environment in ``to`` by the image's steps, run in ``root``; its Python.

    Raises:
        StepFailed: a step went wrong.
    """
    subprocess.run([sys.executable, "-m", "venv", str(to)], check=True)
    # Nothing of the environment that runs this: no package, no setting, and its programs come first.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JUPYTER", "COURSE_"))}
    env |= {"KERNEL_PYTHON_PREFIX": str(to), "PATH": f"{to / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    for step in steps(root):
        done = subprocess.run(["sh", "-c", step], cwd=root, env=env, capture_output=True, text=True)
        if done.returncode:
            raise StepFailed(f"{step}:\n{done.stdout[-1000:]}{done.stderr[-2000:]}")
    return to / "bin" / "python"
