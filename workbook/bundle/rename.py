"""Gives what a script declares for itself short names: a tenth of its compressed size.

Each name is traced to the scope that declares it. What none declares is the browser's, and stays as it is; so do
properties, and words in strings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from string import ascii_letters

from tree_sitter import Node

from .minify import parse, walk

FUNCTIONS = frozenset(
    {
        "function_declaration",
        "function_expression",
        "arrow_function",
        "method_definition",
        "generator_function_declaration",
    }
)
#: What a declaration reaches: the nearest of these around it.
SCOPES = FUNCTIONS | {
    "program",
    "statement_block",
    "for_statement",
    "for_in_statement",
    "catch_clause",
    "switch_body",
    "class",
}
#: A name that stands for a property, too: ``{name}`` becomes ``{name:x}``.
SHORTHAND = frozenset({"shorthand_property_identifier", "shorthand_property_identifier_pattern"})
NAMES = SHORTHAND | {"identifier"}
SHORT = [*ascii_letters, *(first + second for first in ascii_letters for second in ascii_letters)]
#: Those that mean something in JavaScript.
SHORT = [one for one in SHORT if one not in ("as", "do", "if", "in", "is", "of")]


@dataclass
class Variable:
    """What a script declares.

    Args:
        name: as it was written.
        scope: first byte of where it is known, and the byte behind the last.
        uses: where it stands, the declaration too.
        short: its new name.
    """

    name: str
    scope: tuple[int, int]
    uses: list[Node] = field(default_factory=list)
    short: str = ""


def renamed(script: str, name: str) -> str:
    """A script with short names for what it declares.

    Args:
        script: a whole script, of which nothing at the top level is used from elsewhere.
        name: what an error calls it.

    Raises:
        ScriptError: it is not JavaScript.
    """
    source = script.encode()
    names = [node for node in walk(parse(source, name)) if node.type in NAMES]
    variables, owners = _resolved(names)
    _shorten(variables, names, owners)
    out, at = bytearray(), 0
    for node, owner in zip(names, owners, strict=True):
        if owner:
            out += source[at : node.start_byte]
            out += f"{owner.name}:".encode() if node.type in SHORTHAND else b""
            out += owner.short.encode()
            at = node.end_byte
    return (out + source[at:]).decode()


def _resolved(names: list[Node]) -> tuple[list[Variable], list[Variable | None]]:
    """All that is declared, and for each name which of it is meant: none where it is the browser's."""
    found: dict[tuple[str, tuple[int, int]], Variable] = {}
    for node in names:
        if scope := _declared_in(node):
            key = text_of(node), (scope.start_byte, scope.end_byte)
            found.setdefault(key, Variable(*key))
    by_name = defaultdict(list)
    for one in found.values():
        by_name[one.name].append(one)
    owners: list[Variable | None] = []
    for node in names:
        known = [one for one in by_name[text_of(node)] if one.scope[0] <= node.start_byte < one.scope[1]]
        # Scopes lie within one another: the innermost begins last.
        owner = max(known, key=lambda one: (one.scope[0], -one.scope[1]), default=None)
        owners.append(owner)
        if owner:
            owner.uses.append(node)
    return list(found.values()), owners


def _shorten(variables: list[Variable], names: list[Node], owners: list[Variable | None]) -> None:
    """Give each variable the shortest name that means nothing else where it is known, the outer ones first."""
    starts = [node.start_byte for node in names]
    for one in sorted(variables, key=lambda one: (one.scope[0], -one.scope[1], -len(one.uses), one.name)):
        within = range(bisect_left(starts, one.scope[0]), bisect_left(starts, one.scope[1]))
        taken = {owner.short if (owner := owners[at]) else text_of(names[at]) for at in within}
        one.short = next(short for short in SHORT if short not in taken)


def _declared_in(node: Node) -> Node | None:
    """Where a name is known that this node declares; nothing where it only uses one."""
    inner, outer = node, node.parent
    # Out of patterns such as ``[first, { second = 1 }]``, up to what they stand in.
    while outer is not None and (
        outer.type in ("object_pattern", "array_pattern", "rest_pattern")
        or (outer.type == "pair_pattern" and outer.child_by_field_name("value") == inner)
        or (outer.type.endswith("assignment_pattern") and outer.child_by_field_name("left") == inner)
    ):
        inner, outer = outer, outer.parent
    if outer is None:
        return None
    if outer.type == "formal_parameters":
        return outer.parent
    field_name = next((one for one in ("name", "parameter", "left") if outer.child_by_field_name(one) == inner), None)
    if field_name == "parameter" and outer.type in ("arrow_function", "catch_clause"):
        return outer
    if field_name == "left" and outer.type == "for_in_statement" and outer.child_by_field_name("kind"):
        return outer
    named = (*FUNCTIONS, "class_declaration", "variable_declarator")
    return _around(outer) if field_name == "name" and outer.type in named else None


def _around(node: Node) -> Node | None:
    """The scope that a node stands in. A function's body is none of its own: no parameter is declared anew in it."""
    outer = node.parent
    while outer is not None and outer.type not in SCOPES:
        outer = outer.parent
    if outer is not None and outer.type == "statement_block" and outer.parent is not None:
        return outer.parent if outer.parent.type in (*FUNCTIONS, "catch_clause") else outer
    return outer


def text_of(node: Node) -> str:
    return node.text.decode() if node.text is not None else ""
