"""The workflows of the published site: sound, by actionlint, and calling nothing but the course's own commands."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.book import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LINT = ROOT / "tests" / "ways" / "actionlint.mjs"


def complaints(files: list[Path]) -> list[str]:
    """What actionlint says of some workflows, line by line, each with its file's name."""
    node = shutil.which("node")
    assert node, "`make test` finds Node, or brings it"
    done = subprocess.run([node, str(LINT), *map(str, files)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def test_actionlint_has_nothing_to_say_but_of_seeded_faults(tmp_path: Path) -> None:
    assert len(WORKFLOWS) == 4
    text = (ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    faults = {"ubuntu-24.04": "ubuntu-1", "needs: build": "needs: bild", "steps.pages.outputs": "steps.page.outputs"}
    for number, (old, new) in enumerate(faults.items()):
        assert old in text
        (tmp_path / f"{number}.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    seeded = sorted(tmp_path.glob("*.yml"))
    told = complaints([*WORKFLOWS, *seeded])
    assert [path.name for path in seeded if not any(str(path) in line for line in told)] == []
    assert [line for line in told if not any(str(path) in line for path in seeded)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_runs_is_what_anyone_can_run(path: Path) -> None:
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    for step in steps(yaml.safe_load(path.read_text(encoding="utf-8"))):
        if "run" in step:
            command = step["run"].split()
            assert command[0] in (".ci/run", "sed") or (command[0] == "make" and command[1] in targets), command
        else:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]), (
                "a version is named, and its makers are GitHub's own"
            )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_the_least_and_time_is_bounded(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 40
