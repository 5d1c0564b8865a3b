"""Minified scripts say what their sources say, token by token: nothing within a string or a template is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tree_sitter import Node

from workbook.bundle import minify, module
from workbook.bundle.chunks import ENGINE
from workbook.course import current

SOURCES = [*ENGINE.rglob("*.js"), *(current().package or ENGINE).rglob("*.js")]
#: What stands in a source, and the line that is made of it.
MINIFIED = {
    "remarks go": ("/** @type {A} */ a = 1; // one\n", "a=1;"),
    "a remark in a string stays": ('a = "// b /* c */";', 'a="// b /* c */";'),
    "spaces in a string stay": ("a = 'b  c';", "a='b  c';"),
    "an address stays": ('a = "https://example.org/path"; b = 3;', 'a="https://example.org/path";\nb=3;'),
    "a template stays as it is": ("a = `b  ${ c }  d`;", "a=`b  ${c}  d`;"),
    "a template in a template": ("a = `b ${ c.map((d) => `M ${ d } L`) } e`;", "a=`b ${c.map((d)=>`M ${d} L`)} e`;"),
    "a line in a template": ("a = `b\n  c`;", "a=`b\n  c`;"),
    "a regular expression": ("a = / [/] \\/\\/ b/ ; c = d / e / f;", "a= / [/] \\/\\/ b/;\nc=d/e/f;"),
    "words stay apart": ("typeof a in b; new C; void 0;", "typeof a in b;\nnew C;\nvoid 0;"),
    "signs stay apart": ("a++ + ++b; c - -d; e / /f/g;", "a++ + ++b;\nc- -d;\ne/ /f/g;"),
    "a number and a point": ("1 .toFixed(); 1..toFixed();", "1 .toFixed();\n1..toFixed();"),
    "a line's end can end a statement": (
        "a = b\n(c)\n;[d].map(e)\nreturn_\n++f",
        "a=b\n(c)\n;\n[d].map(e)\nreturn_\n++f",
    ),
    "names of classes": ("class A { #b = 1; static #c; get d() { return this.#b; } }", None),
    "letters of other alphabets": ("a = ö in ł;", "a=ö in ł;"),
}


def leaves(node: Node, source: bytes) -> Iterator[str]:
    """The tokens of a tree as they stand, with the words of a template string whole; remarks are none."""
    if node.type == "comment":
        return
    if node.type in ("string", "regex") or not node.children:
        yield source[node.start_byte : node.end_byte].decode()
        return
    at = node.start_byte
    for child in node.children:
        if node.type == "template_string" and child.type == "template_substitution":
            yield source[at : child.start_byte].decode()
            at = child.end_byte
        if node.type != "template_string" or child.type == "template_substitution":
            yield from leaves(child, source)
    if node.type == "template_string":
        yield source[at : node.end_byte].decode()


def shape(node: Node) -> Iterator[str]:
    """The kinds of the parts of a tree, from the outermost in: where a statement ends is seen in them."""
    if node.type != "comment":
        yield node.type
        for child in node.children:
            yield from shape(child)


Read = tuple[list[str], list[str]]


def read(source: bytes) -> Read:
    """The tokens and the shape of a script's statements, without its imports and without ``export``."""
    statements = []
    for node in minify.parse(source, "test").children:
        if node.type not in ("import_statement", "comment"):
            statements.append(node.child_by_field_name("declaration") or node)
    tokens = [token for one in statements for token in leaves(one, source)]
    return [one for one in tokens if one], [kind for one in statements for kind in shape(one)]


def with_parts(source: bytes) -> bytes:
    """A source that asks for files while it runs, as the linker lets it ask."""
    out, at = b"", 0
    for node in minify.walk(minify.parse(source, "test")):
        called = node.child_by_field_name("function") if node.type == "call_expression" else None
        if called is not None and called.type == "import":
            name = Path((node.text or b"").decode()[8:-2]).stem
            out, at = out + source[at : node.start_byte] + f'loadPart("{name}")'.encode(), node.end_byte
    return out + source[at:]


def changed(path: Path) -> bool:
    """Whether the linker's text of a file says something else than the file."""
    return read(with_parts(path.read_bytes())) != read(module.read(path).text.encode())


def test_every_source_says_the_same_when_minified() -> None:
    assert len(SOURCES) > 80
    assert [str(path) for path in SOURCES if changed(path)] == []


@pytest.mark.parametrize("source, text", MINIFIED.values(), ids=MINIFIED)
def test_a_source_is_minified(source: str, text: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text(source, encoding="utf-8")
    assert not changed(path)
    assert text is None or module.read(path).text == text


def spaceless(node: Node, source: bytes, _swaps: object) -> bytes:
    """A fault: what once took the spaces out of nested template strings, and drew pictures wrong."""
    return b"".join(source[node.start_byte : node.end_byte].split())


def test_a_minifier_that_changes_templates_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minify, "_template", spaceless)
    picture = tmp_path / "picture.js"  # a copy: what is read of the sources themselves is kept
    picture.write_bytes((ENGINE / "kinds" / "scale" / "picture.js").read_bytes())
    assert changed(picture)


def test_a_lost_line_s_end_is_noticed() -> None:
    assert read(b"a = b\n++c") != read(b"a = b++\nc")


def test_what_is_no_script_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.js"
    path.write_text("const a = 1;\nconst b = ;\n", encoding="utf-8")
    with pytest.raises(minify.ScriptError, match=r"a.js, line 2: cannot be read as JavaScript. Look for a typo"):
        module.read(path)
