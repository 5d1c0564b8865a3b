"""Takes out of a script what only its readers need: comments, indents and idle spaces, token by token.

A parser says what is a token. Nothing within a string, a template string or a regular expression is touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

LANGUAGE = Language(tree_sitter_javascript.language())
#: Written out as they stand.
VERBATIM = frozenset({"string", "regex", "hash_bang_line"})
#: Two of these side by side would make another token.
JOINING = frozenset("+-/<!&|=.")
#: After the first no statement ends; with the others none begins, so that the line before goes on.
OPENING = frozenset({b"{", b"(", b"[", b",", b";", b"=>", b"=", b"?", b":", b"&&", b"||", b"??"})
GOING_ON = frozenset({b".", b"?.", b"?", b":", b"&&", b"||", b"??", b"}", b")", b"]"})
#: By the first byte of a node: the byte behind its last, and what to write in its place.
Swaps = Mapping[int, tuple[int, bytes]]


class ScriptError(ValueError):
    """A script that cannot be parsed, or holds what the linker does not take; the message says where."""


def parse(source: bytes, name: str) -> Node:
    """The syntax tree of a script.

    Raises:
        ScriptError: it is not JavaScript; with the line.
    """
    root = Parser(LANGUAGE).parse(source).root_node
    if root.has_error:
        wrong = next(node for node in walk(root) if node.is_error or node.is_missing)
        raise ScriptError(f"{name}, line {wrong.start_point[0] + 1}: cannot be read as JavaScript. Look for a typo")
    return root


def walk(node: Node) -> Iterator[Node]:
    """A node and all below it, in the order of the text."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += reversed(found.children)


def tokens(node: Node, source: bytes, swaps: Swaps) -> Iterator[tuple[int, int, bytes]]:
    """The tokens of a node in order: where each begins and ends, and what to write for it; without comments."""
    if node.type == "comment":
        return
    end, instead = swaps.get(node.start_byte, (-1, b""))
    if end == node.end_byte:
        yield node.start_byte, node.end_byte, instead
    elif node.type in VERBATIM:
        yield node.start_byte, node.end_byte, source[node.start_byte : node.end_byte]
    elif node.type == "template_string":
        yield node.start_byte, node.end_byte, _template(node, source, swaps)
    elif node.children:
        for child in node.children:
            yield from tokens(child, source, swaps)
    elif node.end_byte > node.start_byte:
        yield node.start_byte, node.end_byte, source[node.start_byte : node.end_byte]


def _template(node: Node, source: bytes, swaps: Swaps) -> bytes:
    """A template string with its text as it stands and its expressions minified."""
    parts, at = [], node.start_byte
    for child in node.children:
        if child.type == "template_substitution":
            parts += [source[at : child.start_byte], minified(child, source, swaps)]
            at = child.end_byte
    return b"".join([*parts, source[at : node.end_byte]])


def minified(node: Node, source: bytes, swaps: Swaps | None = None) -> bytes:
    """The text of a node with one token beside the next, wherever they stay two.

    Args:
        node: what to write.
        source: the whole script.
        swaps: what to write in place of some nodes; nothing leaves one out.
    """
    out, last, at = bytearray(), b"", -1
    for start, end, text in tokens(node, source, swaps or {}):
        if not text:
            continue
        between = source[at:start] if at >= 0 else b""
        # A line's end can end a statement, so it stays one.
        if b"\n" in between and last not in OPENING and text not in GOING_ON:
            out += b"\n"
        elif between and _needs_space(chr(last[-1]), chr(text[0])):
            out += b" "
        out += text
        last, at = text, end
    return bytes(out)


def _needs_space(before: str, after: str) -> bool:
    words = _is_word(before) and (_is_word(after) or (before.isdigit() and after == "."))
    return words or (before in JOINING and after in JOINING)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$#" or ord(sign) > 127
