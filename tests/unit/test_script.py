"""Joining the behaviours: nothing lost, nothing left over, no two names alike."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from workbook import bundle

TYPED = """import { a } from "./a.js";
import "./b.js";
/**
 * A class.
 * @typedef {import("./a.js").A} A
 */
export class One {
  /** @type {A} */ first = null;
  /** @type {string} /* not nested */ second = "/* text */";
  // A remark with 'quotes'.
  address = "https://example.org/path"; third = 3;

  /** Says. @param {string} text */
  say(text) {
    return `${text} /` + /x\\/\\/y/.source;
  }
}
export const two = 2;
export function three() {}
"""


def joined_from(text: str, folder: Path) -> str:
    path = folder / "one.js"
    path.write_text(text, encoding="utf-8")
    return script._bare(path)


def check_syntax(text: str, path: Path) -> subprocess.CompletedProcess[str]:
    node = shutil.which("node")
    if not node:
        pytest.fail("Node is missing: `make test` installs it", pytrace=False)
    path.write_text(text, encoding="utf-8")
    return subprocess.run([node, "--check", str(path)], capture_output=True, text=True)


def test_only_comments_imports_and_exports_go(tmp_path: Path) -> None:
    kept = joined_from(TYPED, tmp_path)
    for code in (
        "class One {",
        "first = null;",
        'address = "https://example.org/path"; third = 3;',
        "say(text) {",
        "return `${text} /` + /x\\/\\/y/.source;",
        "const two = 2;",
        "function three() {}",
    ):
        assert code in kept
    for gone in ("import", "export", "A remark", "Says.", "@type "):
        assert gone not in kept


def test_every_line_of_code_is_still_there() -> None:
    text = script.joined()
    for path in script.sources():
        inside = False
        for line in path.read_text(encoding="utf-8").splitlines():
            code = re.sub(r"/\*\*.*?\*/ ?", "", line).strip()
            inside = inside or code.startswith("/*")
            if code and not inside and not code.startswith(("//", "import ")):
                assert re.sub("^export ", "", code) in text, path.name
            inside = inside and "*/" not in code


def test_no_import_or_export_is_left() -> None:
    assert re.findall(r"^\s*(?:import|export)\b.*", script.classic(), re.MULTILINE) == []
    assert re.findall(r"^\s*(?:import|export)\b.*", script.module(), re.MULTILINE) == [
        "export default { render: renderWidget };"
    ]


def test_a_file_comes_after_those_it_imports() -> None:
    order = script.sources()
    for path in order:
        for name in script.IMPORT.findall(path.read_text(encoding="utf-8")):
            if name.endswith(".js"):
                assert order.index((path.parent / name).resolve()) < order.index(path)


def test_every_behaviour_is_joined() -> None:
    assert set(script.sources()) == {path.resolve() for path in script.FOLDER.rglob("*.js")}


def test_no_two_top_level_names_are_alike() -> None:
    assert script.twins() == []


def test_two_names_alike_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.js").write_text("export const same = 1;\n", encoding="utf-8")
    (tmp_path / "a" / "two.js").write_text('import "./one.js";\nfunction same() {}\n', encoding="utf-8")
    monkeypatch.setattr(script, "FOLDER", tmp_path)
    assert script.twins() == ["same in one.js and two.js"]


@pytest.mark.parametrize("form, ending", [(script.classic, "js"), (script.module, "mjs")])
def test_the_joined_text_is_sound(form: type, ending: str, tmp_path: Path) -> None:
    done = check_syntax(form(), tmp_path / f"course.{ending}")
    assert done.returncode == 0, done.stderr


def test_an_unsound_text_is_noticed(tmp_path: Path) -> None:
    assert check_syntax("const same = 1;\n" + script.classic()[:-20], tmp_path / "course.js").returncode


def test_each_element_is_defined_behind_a_check() -> None:
    # JupyterLab evaluates the module once for each widget; an unguarded definition throws from the second on.
    for line in script.joined().splitlines():
        if "customElements.define(" in line:
            assert "customElements.get(" in line


def test_the_shared_style_comes_first() -> None:
    style = script.style()
    assert style.startswith(".sl-exercise {")
    assert "/*" not in style
    for path in script.FOLDER.rglob("*.css"):
        bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert all(line.strip() in style for line in bare.splitlines()), path.name
