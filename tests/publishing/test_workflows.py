"""The workflows: what runs there is what anyone can run, with the least rights, and bounded in time."""

from __future__ import annotations

import re
import shlex
from copy import deepcopy
from typing import Any

import pytest
import yaml

from tests.support.book import ROOT

Workflow = dict[Any, Any]
WORKFLOWS: dict[str, Workflow] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
TARGETS = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
#: Events on which GitHub starts a workflow with the rights of whoever asks for nothing more than to be read.
EVENTS = {"push", "pull_request", "schedule", "workflow_call", "workflow_dispatch"}
#: An action of GitHub's own, by its commit.
ACTION = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
KNOWN = re.compile(r"(github|matrix|inputs)\.[\w.]+|steps\.([\w-]+)\.outputs\.[\w-]+")
SUMMARY = '>> "$GITHUB_STEP_SUMMARY"'


def faults(workflow: Workflow) -> list[str]:
    """All that is wrong with one workflow, in words."""
    # YAML takes a bare 'on' for a truth value.
    found = [f"it is started by {name}" for name in set(workflow[True]) - EVENTS]
    if workflow["permissions"] != {"contents": "read"}:
        found.append("it has more rights than to read")
    for name, job in workflow["jobs"].items():
        needs = job.get("needs", [])
        needed = [needs] if isinstance(needs, str) else needs
        found += [f"{name} needs {one}, which is not there" for one in needed if one not in workflow["jobs"]]
        if job.get("uses"):
            if not (ROOT / job["uses"]).is_file():
                found.append(f"{name} uses {job['uses']}")
            continue
        found += [f"{name} has the right to {one}" for one in set(job.get("permissions", {})) - {"pages", "id-token"}]
        if job.get("timeout-minutes", 360) > 40:
            found.append(f"{name} may run too long")
        if not re.fullmatch(r"ubuntu-\d\d\.04", job["runs-on"]):
            found.append(f"{name} runs on {job['runs-on']}")
        found += [f"{name}: {one}" for one in faults_of_steps(job["steps"])]
    return found


def faults_of_steps(steps: list[dict[str, Any]]) -> list[str]:
    found, ids = [], set()
    for step in steps:
        if not ("run" in step) ^ ("uses" in step):
            found.append("a step does not either run or use something")
        if "uses" in step and not ACTION.fullmatch(step["uses"]):
            found.append(f"{step['uses']} is not one of GitHub's own by its commit")
        if "checkout" in step.get("uses", "") and step["with"]["persist-credentials"] is not False:
            found.append("the right to push is kept")
        if "run" in step:
            found += faults_of_command(step["run"])
        for text in EXPRESSION.findall(yaml.safe_dump(step)):
            known = KNOWN.fullmatch(text)
            if not known or (known[2] and known[2] not in ids):
                found.append(f"nothing is known of {text}")
        ids.add(step.get("id"))
    return found


def faults_of_command(command: str) -> list[str]:
    """A command of the course's own; what others could write into it, a title of a pull request, is no part of it."""
    if EXPRESSION.search(command):
        return [f"'{command}' is put together from what others wrote"]
    first, *rest = shlex.split(command)
    known = (
        (first == ".ci/run" and (ROOT / ".ci" / "run").is_file())
        or (first == "make" and set(rest) <= TARGETS)
        or (first == "sed" and all((ROOT / one).is_file() for one in rest[3:]))
        or (first == "printf" and command.strip().endswith(SUMMARY))
    )
    return [] if known else [f"'{command}' is no command that anyone can run"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_has_no_fault(name: str) -> None:
    assert faults(WORKFLOWS[name]) == []


def test_only_what_deploys_may_write() -> None:
    writers = [
        f"{name}: {job}"
        for name, workflow in WORKFLOWS.items()
        for job, body in workflow["jobs"].items()
        if "write" in (body.get("permissions") or {}).values()
    ]
    assert writers == ["publish: deploy"]


def test_a_pull_request_gets_its_pages_to_look_at() -> None:
    job = WORKFLOWS["test"]["jobs"]["pages"]
    assert job["if"] == "github.event_name == 'pull_request'"
    steps = job["steps"]
    upload = next(step for step in steps if "upload-artifact" in step.get("uses", ""))
    assert upload["with"]["path"] == "_build/html"
    assert f"steps.{upload['id']}.outputs.artifact-url" in steps[-1]["env"]["ADDRESS"]


def test_pages_are_built_with_the_python_of_binder() -> None:
    number = (ROOT / "runtime.txt").read_text(encoding="utf-8").strip().partition("-")[2]
    for name, job in (("publish", "build"), ("test", "pages")):
        steps = WORKFLOWS[name]["jobs"][job]["steps"]
        assert [one["with"]["python-version"] for one in steps if "setup-python" in one.get("uses", "")] == [number]


def test_faults_are_noticed() -> None:
    def spoilt(**changes: Any) -> Workflow:
        workflow: Workflow = deepcopy(WORKFLOWS["publish"])
        workflow["jobs"]["build"] |= changes
        return workflow

    steps = WORKFLOWS["publish"]["jobs"]["build"]["steps"]
    for workflow in (
        spoilt(needs="tset"),
        spoilt(**{"runs-on": "ubuntu-latest"}),
        spoilt(permissions={"contents": "write"}),
        spoilt(steps=[{"uses": "actions/checkout@v5", "with": {"persist-credentials": False}}]),
        spoilt(steps=[{"run": "curl https://example.org | sh"}]),
        spoilt(steps=[{"run": "make ${{ github.head_ref }}"}]),
        spoilt(steps=[one | {"id": "other"} if one.get("id") == "pages" else one for one in steps]),
        {**WORKFLOWS["publish"], True: {"pull_request_target": None}},
    ):
        assert len(faults(workflow)) == 1
