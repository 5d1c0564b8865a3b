"""Linking the behaviours: every module in one script, behind those it needs; what would break in a page is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook import bundle
from workbook.bundle import BASE, ScriptError, all_chunks
from workbook.bundle.chunks import ENGINE, PAGE, PAPER, behind, refuse_duplicate_names
from workbook.bundle.link import es_module, used
from workbook.bundle.minify import parse, walk
from workbook.bundle.module import Module
from workbook.bundle.unused import without_unused
from workbook.course import current
from workbook.kinds import kinds

PACKAGE = current().package
#: What a widget has in place of a page's base, what the head of a page runs, and what only a preview loads.
IN_NO_SCRIPT = {"widget.js", "figure_widget.js", "kernel_store.js", "early.js", "reload.js", "scorer.js"}
WORDS = {"check": "Check", "sort_right": "Right", "sort_wrong": "Wrong"}
STRINGS = 'import { strings } from "./s.js";\n'


def linked(folder: Path, files: dict[str, str]) -> list[Module]:
    """The modules behind ``a.js``, once they are checked.

    Args:
        folder: an empty one.
        files: the text of each file by its name.
    """
    for name, text in {"s": "export const strings = {};", **files}.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    found = behind([folder / "a.js"])
    refuse_duplicate_names(found)
    used(found, WORDS)
    return found


B = "export const b = 1;\n"
#: Files, and what is told of them: file, line, what is wrong and how to mend it.
REFUSED: dict[str, tuple[dict[str, str], str]] = {
    "a name twice": (
        {"a": 'import "./b.js";\n\nfunction b() {}', "b": B},
        "a.js, line 3: b also stands in .*b.js. Rename one",
    ),
    "an unknown word": ({"a": f"{STRINGS}f(strings.chek);"}, "a.js, line 2: says strings.chek, .* Add it, or correct"),
    "an unknown beginning": ({"a": f"{STRINGS}f(strings[`srt_${{x}}`]);"}, "a.js, line 2: says .*srt_…"),
    "a word by a name worked out": (
        {"a": f"{STRINGS}f(strings[x]);"},
        r"a.js, line 2: takes a word by a name .* Write",
    ),
    "a word put together": ({"a": f'{STRINGS}f(strings["sort_" + x]);'}, "a.js, line 2: takes a word by a name"),
    "any word at all": ({"a": f"{STRINGS}f(strings[`${{x}}_right`]);"}, "a.js, line 2: takes a word by a name"),
    "all words": ({"a": f"{STRINGS}f(strings);"}, "a.js, line 2: takes all words at once. Write strings.its_key"),
    "all words, named": ({"a": f"{STRINGS}f({{ strings }});"}, "a.js, line 2: takes all words at once"),
    "an unknown import": (
        {"a": 'import { c } from "./b.js";', "b": B},
        "a.js, line 1: imports c, .*b.js does not export",
    ),
    "a file that is not there": ({"a": '\nimport "./c.js";'}, "a.js, line 2: imports .*c.js, which is not there"),
    "a library": ({"a": 'import { c } from "lodash";'}, "a.js, line 1: imports 'lodash'. Import a file"),
    "an address": ({"a": 'import "https://example.org/c.js";'}, "a.js, line 1: imports 'https:.*Import a file"),
    "a cycle": (
        {"a": 'import { b } from "./b.js";\nexport const a = 1;', "b": f'{B}import {{ a }} from "./a.js";'},
        "b.js, line 2: imports .*a.js, which needs this file itself. Move",
    ),
    "another name": (
        {"a": 'import { b as c } from "./b.js";', "b": B},
        "a.js, line 1: imports under another name. Use",
    ),
    "all names": ({"a": 'import * as c from "./b.js";', "b": B}, "a.js, line 1: imports more than names. Write"),
    "no name": ({"a": 'import c from "./b.js";', "b": B}, "a.js, line 1: imports more than names"),
    "a default function": ({"a": "\nexport default function f() {}"}, "a.js, line 2: exports something else"),
    "a default class": ({"a": "export default class A {}"}, "a.js, line 1: exports something else"),
    "a default value": ({"a": "export default 3;"}, "a.js, line 1: exports something else"),
    "a list of exports": (
        {"a": "const a = 1;\nexport { a };"},
        "a.js, line 2: exports something else .* Write 'export'",
    ),
    "handed on": ({"a": 'export { b } from "./b.js";', "b": B}, "a.js, line 1: exports something else"),
    "what can change": ({"a": "export let a = 1;"}, "a.js, line 1: exports what can change, .* Write const"),
    "several names of a value": ({"a": "f();\nconst { x, y } = g();"}, "a.js, line 2: takes several names .* a line"),
    "a file that is no script of its own": (
        {"a": '\n\nconst a = () => import("./b.js");', "b": B},
        "a.js, line 3: asks for .*b.js while it runs, which is no script of its own. Give it a folder",
    ),
    "a script that is not there": (
        {"a": 'const a = () => import("./part/part.js");'},
        "a.js, line 1: asks for part/part.js, which is not there",
    ),
    "a script by a name worked out": ({"a": "const a = (b) => import(b);"}, "a.js, line 1: asks for a file by a name"),
    "its own address": ({"a": "const a = import.meta.url;"}, "a.js, line 1: asks for its own address"),
}


@pytest.mark.parametrize("files, words", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_linked_is_refused_with_file_and_line(files: dict[str, str], words: str, tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match=words):
        linked(tmp_path, files)


def test_modules_are_linked_behind_those_they_need(tmp_path: Path) -> None:
    files = {
        "a": f'{STRINGS}import {{ c }} from "./c.js";\nimport {{ b }} from "./b.js";\nf(b, c, strings.check);',
        "b": f'import {{ c }} from "./c.js";\n{B}f(c);',
        "c": "export function* c() {}\nexport class D {}\nexport async function e() {}",
    }
    found = linked(tmp_path, files)
    assert [one.path.stem for one in found] == ["s", "c", "b", "a"]
    assert found[1].exports == {"c", "D", "e"}
    assert not re.search(r"\b(import|export)\b", "".join(one.text for one in found))


@pytest.mark.parametrize(
    "said, keys",
    [
        ("strings.check", {"check"}),
        ('strings["check"]', {"check"}),
        ("strings?.check", {"check"}),
        ("strings[`sort_${x}`]", {"sort_right", "sort_wrong"}),
    ],
)
def test_a_script_carries_the_words_that_it_says(said: str, keys: set[str], tmp_path: Path) -> None:
    assert used(linked(tmp_path, {"a": f"{STRINGS}f({said});"}), WORDS).keys() == keys


def test_every_module_is_in_exactly_one_script() -> None:
    sources = {path for path in ENGINE.rglob("*.js") if path.name not in IN_NO_SCRIPT}
    sources |= set(PACKAGE.rglob("*.js")) if PACKAGE else set()
    chunks = all_chunks(PACKAGE)
    # What puts answers on paper has the few modules of its kind that it needs once more.
    papers = {one.path for name in chunks if name.endswith(PAPER) for one in chunks[name].modules}
    placed = [one.path for name, chunk in chunks.items() if not name.endswith(PAPER) for one in chunk.modules]
    placed += papers - set(placed)
    # The page around the book in a learning platform has a script of its own, and shares some with the book.
    wrapper = {one.path for one in behind([ENGINE / "page" / "platform" / "wrapper.js"])} - set(placed)
    assert sorted([*placed, *wrapper]) == sorted(sources)


def test_a_script_needs_those_before_it() -> None:
    chunks = {name: chunk for name, chunk in all_chunks(PACKAGE).items() if not name.endswith(PAPER)}
    owner = {one.path: chunk.name for chunk in chunks.values() for one in chunk.modules}
    for chunk in chunks.values():
        needed = {owner[its.path] for one in chunk.modules for its in one.imports} - {chunk.name}
        assert needed <= set(chunk.needs), chunk.name
        for place, name in enumerate(chunk.needs):
            assert set(chunks[name].needs) <= set(chunk.needs[:place]), f"{chunk.name} runs {name} too soon"
    assert {name.replace("-", "_") for name in kinds()} <= {room for chunk in chunks.values() for room in chunk.rooms}
    assert chunks[BASE].needs == ()


def test_a_name_that_two_scripts_hand_on_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tap").mkdir()
    (tmp_path / "tap" / "tap.js").write_text("\nexport function fill() {}", encoding="utf-8")
    with pytest.raises(ScriptError, match=r"tap/tap.js, line 2: fill is exported by page/text.js too. Rename one"):
        all_chunks(tmp_path)


def statements(text: str) -> set[str]:
    """The kinds of a script's statements, those in the function around it among them."""
    found = [node for node in walk(parse(text.encode(), "script")) if node.type in ("program", "statement_block")]
    return {child.type for node in found for child in node.children}


MODULE_ONLY = {"import_statement", "export_statement"}


def test_no_import_or_export_is_left() -> None:
    for name, (_, text) in bundle.scripts(current()).items():
        assert not statements(text) & MODULE_ONLY, name
    for kind in kinds():
        script = bundle.widget_script(current(), kind.replace("-", "_"))
        assert len(re.findall(r"^export default { render: \w+ };$", script, re.MULTILINE)) == 1, kind
        assert script.count("\nexport ") == 1, kind
        assert not re.search(r"^import\b", script, re.MULTILINE), kind
    assert statements("(()=>{f();import './b.js';})()\nexport const a = 1;") & MODULE_ONLY


def test_each_element_is_defined_behind_a_check() -> None:
    # JupyterLab evaluates the module once for each widget; an unguarded definition throws from the second on.
    texts = {
        str(path): path.read_text(encoding="utf-8") for room in (ENGINE, PACKAGE) if room for path in room.rglob("*.js")
    }
    assert [path for path, text in texts.items() if "customElements.define(" in text] == [str(PAGE / "dom.js")]
    assert re.search(r"customElements\.get\(\w+\) \|\| customElements\.define\(", texts[str(PAGE / "dom.js")])


def test_a_widget_says_nothing_of_a_browser_s_store() -> None:
    for kind in kinds():
        script = bundle.widget_script(current(), kind.replace("-", "_"))
        assert [key for key in bundle.OF_BROWSERS if current().strings[key] in script] == []
        assert current().strings["saved_kernel"] in script and current().strings["problem_corrupt_stuck"] in script


def test_a_widget_carries_its_own_kind_alone() -> None:
    for kind in kinds():
        script = bundle.widget_script(current(), kind.replace("-", "_"))
        # What announces a kind, and what says which answers it takes, begins with its name.
        called = [node for node in walk(parse(script.encode(), kind)) if node.type == "arguments"]
        first = [node.named_children[0] for node in called if node.named_child_count == 2]
        named = [
            text for one in first if one.type == "string" and (text := (one.text or b"").decode()[1:-1]) in kinds()
        ]
        assert set(named) == {kind} and len(named) >= 2, kind


def test_a_page_loads_what_is_asked_for_while_it_runs_and_a_widget_carries_it() -> None:
    chunks = all_chunks(PACKAGE)
    later = {name for name, chunk in chunks.items() if chunk.later}
    assert later >= {"map_files", "card_picture"}
    assert not later & {one for chunk in chunks.values() for one in chunk.needs}
    assert "loopy" not in bundle.scripts(current())["causal_map"][1].casefold()
    assert "loopy" in bundle.widget_script(current(), "causal_map").casefold()


def test_a_script_of_two_modules_with_one_name_is_refused_as_a_widget_too(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import "./b.js";\nconst b = 1;', encoding="utf-8")
    (tmp_path / "b.js").write_text(B, encoding="utf-8")
    with pytest.raises(ScriptError, match="Rename one"):
        es_module([tmp_path / "a.js"], "renderWidget", {}, {})


def test_the_shared_style_comes_first_without_remarks() -> None:
    style = bundle.style(current())
    assert style.startswith(":root {") and "/*" not in style
    for path in [*ENGINE.glob("page/**/*.css"), *ENGINE.glob("kinds/**/*.css"), *(PACKAGE or ENGINE).rglob("*.css")]:
        bare = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert all(line.strip() in style for line in bare.splitlines()), path.name


def test_a_live_widget_carries_no_function_that_nothing_in_it_names() -> None:
    script = "const a = 1; function left() { return a; } function once() { left(); } class Kept {}\nf({ Kept }, a);"
    assert without_unused(script, "a.js") == "const a = 1;   class Kept {}\nf({ Kept }, a);"
