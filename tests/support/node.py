"""Bare Node with the scripts that the book ships: `load.mjs` in tests/js runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

import pytest

from workbook import bundle
from workbook.course import current


@cache
def _folder() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(prefix="workbook-scripts-")
    found = bundle.scripts(current())
    for name, (_, text) in found.items():
        (Path(folder.name) / f"{name}.js").write_text(text, encoding="utf-8")
    needs = {name: chunk.needs for name, (chunk, _) in found.items()}
    (Path(folder.name) / "needs.json").write_text(json.dumps(needs), encoding="utf-8")
    return folder


def scripts() -> Path:
    """A folder with every script, written once for a process and taken away at its end."""
    return Path(_folder().name)


def environment() -> dict[str, str]:
    """What Node is told: where the scripts are."""
    return {**os.environ, "WORKBOOK_SCRIPTS": str(scripts())}


def program() -> str:
    """Where Node is; the test fails where it is not."""
    found = shutil.which("node")
    if not found:
        pytest.fail("Node is missing: `make test` installs it", pytrace=False)
    return found


def node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Node once."""
    return subprocess.run(
        [program(), *map(str, arguments)], capture_output=True, encoding="utf-8", env=environment(), check=False
    )


def run_tests(*files: Path) -> subprocess.CompletedProcess[str]:
    """Run test files in Node."""
    return node("--test", "--test-reporter=spec", *files)


class Replies:
    """A script in Node that answers a line of JSON for each line of JSON that it is given.

    Args:
        script: the file.
    """

    def __init__(self, script: Path) -> None:
        self.script = script

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            [program(), "--no-warnings", str(self.script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment(),
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    def ask(self, question: Any) -> Any:
        """What the script makes of a question.

        Raises:
            AssertionError: the script ended; what went wrong stands in its own words above.
        """
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, f"{self.script.name} gave no answer"
        return json.loads(answer)
