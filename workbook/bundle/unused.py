"""Leaves out of a live widget's script what nothing in it calls: modules give more than one kind takes."""

from __future__ import annotations

from collections import Counter

from tree_sitter import Node

from .minify import parse, walk

NAMES = {"identifier", "shorthand_property_identifier"}
LEFT_OUT = {"function_declaration", "class_declaration"}  # They do nothing until they are named.


def without_unused(script: str, name: str) -> str:
    """A script without those of its top-level functions and classes that are named nowhere else in it.

    Args:
        script: a whole script or module.
        name: for messages.

    Raises:
        ScriptError: it cannot be read.
    """
    source = script.encode()
    while True:
        root = parse(source, name)
        seen = Counter(one.text for one in walk(root) if one.type in NAMES)
        unused = [one for one in root.children if one.type in LEFT_OUT and seen[_name(one)] == 1]
        if not unused:
            return source.decode()
        for one in reversed(unused):
            source = source[: one.start_byte] + source[one.end_byte :]


def _name(declared: Node) -> bytes | None:
    found = declared.child_by_field_name("name")
    return found.text if found else None
