"""Scripts with short names do the same as before: run both ways, with names that stand for different things."""

from __future__ import annotations

import pytest

from tests.support.node import node
from workbook import bundle
from workbook.bundle import rename
from workbook.bundle.rename import renamed
from workbook.course import current

#: Each ends in a value.
SCRIPTS = {
    "a parameter and a name in the body": "((one, two) => { const three = one; return [three, two]; })(1, 2)",
    "an unused parameter": (
        "((unused, used) => { let own = used; for (let other = 0; other < 2; other += 1) own += other; "
        "return own; })(1, 5)"
    ),
    "a name within hides one around": "(() => { const name = 1; return [((name) => name + 1)(5), name]; })()",
    "a short hand": (
        "(() => { const size = 3; const made = { size, more: 1 }; const { size: other, more = 2 } = "
        "made; return [other, more, made]; })()"
    ),
    "patterns with values at hand": ("(([first, { second = 4 } = {}], ...rest) => [first, second, rest])([1], 2, 3)"),
    "a caught error": (
        "(() => { try { null.x; } catch (error) { const kept = error instanceof TypeError; return kept; } })()"
    ),
    "a loop over what it is named after": (
        "(() => { const items = [[1, 2], [3]]; const all = []; for (const items_ of items) for (const "
        "item of items_) all.push(item); return all; })()"
    ),
    "a class and its name": (
        "(() => { class Counter { static made = 0; #count = 1; get count() { return this.#count; } "
        "static of() { return new Counter(); } } return Counter.of().count; })()"
    ),
    "a function before its place": (
        "(() => { return early(2); function early(number) { return number * two; } })(globalThis.two = 3)"
    ),
    "what the browser has, named alike elsewhere": (
        "(() => { const inner = (Math) => Math + 1; return [inner(1), Math.max(1, 2)]; })()"
    ),
    "words in strings and templates": (
        "(() => { const value = 2; return `value ${value} and ${`${value}`}` + 'value'; })()"
    ),
    "a label": ("(() => { let count = 0; outer: for (;;) { for (;;) { count += 1; break outer; } } return count; })()"),
    "a step within a switch": (
        "((which) => { switch (which) { case 1: { const found = 'a'; return found; } default: { const "
        "found = 'b'; return found; } } })(1)"
    ),
    "a generator and a default that names another": (
        "[...(function* steps(from, to = from + 2) { for (let at = from; at < to; at += 1) yield at; })(1)]"
    ),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_with_short_names_does_the_same(script: str) -> None:
    short = renamed(script, "test")
    assert len(short) <= len(script)
    compare = f"console.log(JSON.stringify([{script}]) === JSON.stringify([{short}]))"
    done = node("--eval", compare)
    assert (done.returncode, done.stdout.strip()) == (0, "true"), (short, done.stderr)


def test_a_name_of_the_browser_is_never_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "((value) => a + value)(1)"
    assert renamed(script, "test") == "((b) => a + b)(1)"
    monkeypatch.setattr(rename, "text_of", lambda node: (node.text or b"").decode().replace("a", "x"))
    assert renamed(script, "test") != "((b) => a + b)(1)", "a fault that overlooks it would not be noticed"


def test_the_book_s_scripts_get_shorter_by_it() -> None:
    _, text = bundle.scripts(current())["base"]
    assert "readManifest:" in text and "function readManifest" not in text
