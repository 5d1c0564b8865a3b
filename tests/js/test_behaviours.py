"""The behaviours' pure functions, in bare Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.words import number

HERE = Path(__file__).parent
TEXT = HERE.parents[1] / "systems_leadership" / "exercises" / "base" / "text.js"
WRITE = f"""import {{ plainNumber }} from "{TEXT.as_uri()}";
console.log(JSON.stringify(JSON.parse(process.argv[1]).map(plainNumber)));"""
#: Whole and broken, small and large, close to where rounding turns.
NUMBERS = [0, 0.04, 0.06, 1, 1.04, 2.5, 9.94, 9.96, 10.4, 99.6, 487.3, 999.7, 1234.56, 1e6, -3.14, -42.6]


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("node")
    if not program:
        pytest.fail("Node is missing: `make test` installs it", pytrace=False)
    return subprocess.run([program, *arguments], capture_output=True, text=True, cwd=HERE)


def run_tests(*files: Path) -> subprocess.CompletedProcess[str]:
    return node("--test", "--test-reporter=spec", *map(str, files))


def test_in_bare_node() -> None:
    done = run_tests(*sorted(HERE.glob("*.test.mjs")))
    assert done.returncode == 0, done.stdout
    assert "fail 0" in done.stdout


def test_a_failing_check_is_noticed(tmp_path: Path) -> None:
    fault = tmp_path / "fault.test.mjs"
    fault.write_text(
        'import assert from "node:assert"; import { test } from "node:test"; test("f", () => assert.ok(0));'
    )
    assert run_tests(fault).returncode


def test_a_number_is_written_alike_in_page_and_python() -> None:
    done = node("--input-type=module", "--eval", WRITE, "--", json.dumps(NUMBERS))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [number(value) for value in NUMBERS]
