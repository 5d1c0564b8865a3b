"""One script file as the linker needs it: what it imports, what it makes, and its text without both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

from tree_sitter import Node

from .minify import ScriptError, minified, parse, walk

ENGINE = Path(__file__).resolve().parents[1]
#: What loads a script while the page runs: page/parts.js in the book.
LOAD_PART = "loadPart"


@dataclass(frozen=True)
class Import:
    """What a script file takes from another one.

    Args:
        path: of the other file.
        names: those taken, in order; none where only its work is wanted.
        line: where it says so, from 1.
    """

    path: Path
    names: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Module:
    """A script file.

    Args:
        path: where it is.
        imports: what it takes from other files, in order.
        later: the files it asks for while it runs, each the first of a script of its own.
        names: all that stands at its top level, each with its line.
        exports: those of them that others may import.
        keys: the words of the interface that it names, each with the line where it first does, see `used_strings`.
        stems: the beginnings of those that it makes a name for, as in ``strings[`sort_${verdict}`]``, likewise.
        text: its statements, without imports, exports and comments.
    """

    path: Path
    imports: tuple[Import, ...]
    later: tuple[Import, ...]
    names: dict[str, int]
    exports: frozenset[str]
    keys: dict[str, int]
    stems: dict[str, int]
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
    root = parse(source, name_of(path))
    imports: list[Import] = []
    later: list[Import] = []
    names: dict[str, int] = {}
    exports: set[str] = set()
    texts: list[str] = []
    for node in root.children:
        if node.type == "comment":
            continue
        if node.type == "import_statement":
            imports.append(_import(node, path))
            continue
        exported = node.type == "export_statement"
        if exported:
            _check_export(node, path)
        made = _declared(node.child_by_field_name("declaration") or node, path)
        exports |= made.keys() if exported else set()
        names |= made
        swaps = {node.start_byte: (node.children[0].end_byte, b"")} if exported else {}
        for inner in walk(node):
            if found := _later(inner, path):
                later.append(found)
                swaps[inner.start_byte] = (inner.end_byte, f'{LOAD_PART}("{found.path.stem}")'.encode())
        texts.append(minified(node, source, swaps).decode("utf-8"))
    keys, stems = used_strings(root, path)
    return Module(
        path=path,
        imports=tuple(imports),
        later=tuple(later),
        names=names,
        exports=frozenset(exports),
        keys=keys,
        stems=stems,
        text="\n".join(text for text in texts if text),
    )


def _check_export(node: Node, path: Path) -> None:
    declaration = node.child_by_field_name("declaration")
    if declaration is None or any(one.type == "default" for one in node.children):
        _refuse(node, path, "exports something else than a declaration. Write 'export' before the declaration")
    kind = declaration.child_by_field_name("kind")
    if declaration.type == "variable_declaration" or (kind is not None and _text(kind) == "let"):
        _refuse(node, path, "exports what can change, of which other scripts get a copy. Write const, or a function")


def _later(node: Node, path: Path) -> Import | None:
    """What an expression asks for while it runs, as in ``import("./files/files.js")``."""
    if node.type == "meta_property":
        _refuse(node, path, "asks for its own address. A script that is joined with others has none")
    called = node.child_by_field_name("function") if node.type == "call_expression" else None
    if called is None or called.type != "import":
        return None
    given = node.child_by_field_name("arguments")
    if given is None or given.named_child_count != 1 or given.named_children[0].type != "string":
        _refuse(node, path, "asks for a file by a name that is not written here. Write it")
    found = _path(_text(given.named_children[0])[1:-1], node, path)
    if found.stem != found.parent.name:
        _refuse(node, path, f"asks for {name_of(found)} while it runs, which is no script of its own. Give it a folder")
    return Import(found, (), line_of(node))


def _path(source: str, node: Node, path: Path) -> Path:
    """The file that is imported."""
    engine = source.startswith(f"{ENGINE.name}/")
    if not (engine or source.startswith(".")) or not source.endswith(".js"):
        _refuse(node, path, f"imports '{source}'. Import a file such as ./text.js or workbook/page/text.js")
    return ((ENGINE.parent if engine else path.parent) / source).resolve()


def _import(node: Node, path: Path) -> Import:
    """What a statement imports."""
    found = _path(_text(node.child_by_field_name("source"))[1:-1], node, path)
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
    return Import(found, tuple(names), line_of(node))


def _declared(node: Node, path: Path) -> dict[str, int]:
    """The names that a statement at the top level makes, each with its line."""
    if node.type in ("function_declaration", "class_declaration", "generator_function_declaration"):
        return {_text(node.child_by_field_name("name")): line_of(node)}
    found = {}
    if node.type in ("lexical_declaration", "variable_declaration"):
        for one in node.children:
            name = one.child_by_field_name("name") if one.type == "variable_declarator" else None
            if name is not None and name.type != "identifier":
                _refuse(name, path, "takes several names out of one value. Give each a line of its own")
            if name is not None:
                found[_text(name)] = line_of(one)
    return found


def used_strings(root: Node, path: Path) -> tuple[dict[str, int], dict[str, int]]:
    """The words of the interface that a script can say: by their keys, and by the beginnings of keys it makes.

    Raises:
        ScriptError: it takes words in a way that does not show which.
    """
    keys: dict[str, int] = {}
    stems: dict[str, int] = {}
    for found in walk(root):
        if found.type not in ("identifier", "shorthand_property_identifier") or _text(found) != "strings":
            continue
        node = found.parent
        if node is None or node.type == "import_specifier":
            continue
        if node.type == "variable_declarator" and node.child_by_field_name("name") == found:
            continue
        if node.child_by_field_name("object") != found:
            _refuse(found, path, "takes all words at once. Write strings.its_key, so that it shows which are used")
        if node.type == "member_expression":
            keys.setdefault(_text(node.child_by_field_name("property")), line_of(found))
            continue
        index = node.child_by_field_name("index")
        stem = _text(index)[1:].partition("${")[0] if index is not None and index.type == "template_string" else ""
        if index is not None and index.type == "string":
            keys.setdefault(_text(index)[1:-1], line_of(found))
        elif stem:
            stems.setdefault(stem, line_of(found))
        else:
            _refuse(found, path, "takes a word by a name that is not written here. Write strings[`beginning_${name}`]")
    return keys, stems


def name_of(path: Path) -> str:
    """A file as messages name it: many rooms have a file of the same name."""
    return f"{path.parent.name}/{path.name}"


def line_of(node: Node) -> int:
    """The line on which a node begins, from 1."""
    return node.start_point[0] + 1


def _text(node: Node | None) -> str:
    return node.text.decode("utf-8") if node is not None and node.text is not None else ""


def _refuse(node: Node, path: Path, problem: str) -> NoReturn:
    raise ScriptError(f"{name_of(path)}, line {line_of(node)}: {problem}")
