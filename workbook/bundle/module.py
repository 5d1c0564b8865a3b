"""One script file as the linker needs it: what it imports, what it makes, and its text without both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tree_sitter import Node

from .minify import ScriptError, minified, parse, walk

ENGINE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Module:
    """A script file.

    Args:
        path: where it is.
        imports: the names taken from each file that it imports, in order; none where only its work is wanted.
        names: all that stands at its top level.
        exports: those of them that others may import.
        keys: the words of the interface that it names, see `used_strings`.
        stems: the beginnings of those that it makes a name for, as in ``strings[`sort_${verdict}`]``.
        text: its statements, without imports, exports and comments.
    """

    path: Path
    imports: tuple[tuple[Path, tuple[str, ...]], ...]
    names: frozenset[str]
    exports: frozenset[str]
    keys: frozenset[str]
    stems: frozenset[str]
    text: str


def read(path: Path) -> Module:
    """Read one script file.

    Raises:
        ScriptError: it cannot be parsed, or has a form that the linker does not take.
    """
    return _read(path.resolve(), path.stat().st_mtime_ns)


@cache
def _read(path: Path, _changed: int) -> Module:
    source = path.read_bytes()
    root = parse(source, path.name)
    imports: list[tuple[Path, tuple[str, ...]]] = []
    names: set[str] = set()
    exports: set[str] = set()
    texts: list[str] = []
    for node in root.children:
        if node.type == "comment":
            continue
        if node.type == "import_statement":
            imports.append(_import(node, path))
            continue
        made = _declared(node.child_by_field_name("declaration") or node)
        if node.type == "export_statement":
            if node.child_by_field_name("declaration") is None:
                _refuse(node, path, "exports something else than a declaration. Write 'export' before the declaration")
            exports |= made
        names |= made
        drop = frozenset({node.start_byte}) if node.type == "export_statement" else frozenset()
        texts.append(minified(node, source, drop).decode("utf-8"))
    keys, stems = used_strings(root, path)
    return Module(
        path,
        tuple(imports),
        frozenset(names),
        frozenset(exports),
        keys,
        stems,
        "\n".join(text for text in texts if text),
    )


def _import(node: Node, path: Path) -> tuple[Path, tuple[str, ...]]:
    """The file that a statement imports, and the names it takes."""
    source = _text(node.child_by_field_name("source"))[1:-1]
    engine = source.startswith(f"{ENGINE.name}/")
    if not (engine or source.startswith(".")) or not source.endswith(".js"):
        _refuse(node, path, f"imports '{source}'. Import a file such as ./text.js or workbook/page/text.js")
    names = []
    for inner in walk(node):
        if inner.type == "namespace_import" or (
            inner.type == "import_clause" and inner.children[0].type == "identifier"
        ):
            _refuse(node, path, "imports more than names. Write the names in braces")
        if inner.type == "import_specifier":
            if inner.child_by_field_name("alias") is not None:
                _refuse(node, path, "imports under another name. Use the name it has")
            names.append(_text(inner.child_by_field_name("name")))
    return ((ENGINE.parent if engine else path.parent) / source).resolve(), tuple(names)


def _declared(node: Node) -> set[str]:
    """The names that a statement at the top level makes."""
    if node.type in ("function_declaration", "class_declaration", "generator_function_declaration"):
        return {_text(node.child_by_field_name("name"))}
    if node.type in ("lexical_declaration", "variable_declaration"):
        return {_text(one.child_by_field_name("name")) for one in node.children if one.type == "variable_declarator"}
    return set()


def used_strings(root: Node, path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the interface that a script can say: by their keys, and by the beginnings of keys it makes.

    Raises:
        ScriptError: it takes words in a way that does not show which.
    """
    keys, stems = set(), set()
    for found in walk(root):
        if found.type != "identifier" or _text(found) != "strings":
            continue
        node = found.parent
        if node is None or node.type in ("import_specifier", "variable_declarator"):
            continue
        if node.child_by_field_name("object") != found:
            _refuse(found, path, "takes all words at once. Write strings.its_key, so that it shows which are used")
        if node.type == "member_expression":
            keys.add(_text(node.child_by_field_name("property")))
            continue
        index = node.child_by_field_name("index")
        if index is not None and index.type == "string":
            keys.add(_text(index)[1:-1])
        elif index is not None and index.type == "template_string":
            stems.add(_text(index)[1:].partition("${")[0])
        else:
            _refuse(found, path, "takes a word by a name that is not written here. Write strings[`beginning_${name}`]")
    return frozenset(keys), frozenset(stems)


def _text(node: Node | None) -> str:
    return node.text.decode("utf-8") if node is not None and node.text is not None else ""


def _refuse(node: Node, path: Path, problem: str) -> None:
    raise ScriptError(f"{path.name}, line {node.start_point[0] + 1}: {problem}")
