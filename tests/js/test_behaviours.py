"""The behaviours' pure functions, in bare Node, on the scripts that the book ships."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.node import node, run_tests, scripts
from tests.support.words import number
from workbook import bundle
from workbook.course import current
from workbook.kinds import kinds

HERE = Path(__file__).parent
LOAD, DOM = ((HERE / name).as_uri() for name in ("load.mjs", "dom.mjs"))
WRITE = f"""import {{ load }} from "{LOAD}";
console.log(JSON.stringify(JSON.parse(process.argv[1]).map(load("base").plainNumber)));"""
#: Whole and broken, small and large, close to where rounding turns.
NUMBERS = [
    0,
    0.04,
    0.06,
    0.25,
    1,
    1.04,
    2.5,
    9.94,
    9.96,
    10.4,
    10.5,
    11.5,
    99.6,
    487.3,
    999.7,
    1234.56,
    1e6,
    -3.14,
    -42.6,
]


@pytest.mark.parametrize("path", sorted(HERE.glob("*.test.mjs")), ids=lambda path: path.name.partition(".")[0])
def test_in_bare_node(path: Path) -> None:
    done = run_tests(path)
    assert done.returncode == 0 and "fail 0" in done.stdout, done.stdout


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


def test_every_script_runs_behind_those_it_needs() -> None:
    """The page loads a base and what it needs; a live widget loads one module and nothing else."""
    for name, (chunk, _) in bundle.scripts(current()).items():
        order = json.dumps([*chunk.needs, name])
        done = node("--input-type=module", "--eval", f'import {{ load }} from "{LOAD}"; load(...{order});')
        assert done.returncode == 0, f"{name}: {done.stderr}"


def test_every_widget_s_module_is_sound(tmp_path: Path) -> None:
    for kind in kinds():
        path = tmp_path / f"{kind}.mjs"
        path.write_text(bundle.widget_script(current(), kind.replace("-", "_")), encoding="utf-8")
    figure = tmp_path / "figure.mjs"
    figure.write_text(bundle.figure_script(current()), encoding="utf-8")
    for path in tmp_path.glob("*.mjs"):
        code = f'import "{DOM}"; console.log(typeof (await import("{path.as_uri()}")).default.render);'
        done = node("--input-type=module", "--eval", code)
        assert done.stdout.strip() == "function", f"{path.name}: {done.stderr}"


def test_an_unsound_script_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "base.js"
    path.write_text((scripts() / "base.js").read_text(encoding="utf-8")[:-20], encoding="utf-8")
    assert node("--check", path).returncode
