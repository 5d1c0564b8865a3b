"""One equation or condition as it stands in the data: read, checked, and written for Python and for the page.

SymPy does not take its place. It puts sums and products into an order of its own, so that nine of the 41 equations come
out another in their last bits; it cannot read the rules' ``and``; and every kernel would load 27 MB for it.
"""

from __future__ import annotations

import ast
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
ORDERS: dict[type[ast.cmpop], str] = {ast.Gt: ">", ast.Lt: "<", ast.GtE: ">=", ast.LtE: "<="}
JOINS: dict[type[ast.boolop], tuple[str, str]] = {ast.And: ("&", "&&"), ast.Or: ("|", "||")}
CALLS = {"min": ("minimum", "Math.min"), "max": ("maximum", "Math.max")}


class ExpressionError(ValueError):
    """An expression that the game's small language does not know."""


@dataclass(frozen=True)
class Expression:
    """Numbers, names, ``+ - * /``, ``min``, ``max``; in conditions also ``< > <= >=``, ``and``, ``or``.

    Args:
        text: such as ``unserved + home > 26 and tired < 28``.

    Raises:
        ExpressionError: anything else in it, when it is first looked at.
    """

    text: str

    @cached_property
    def tree(self) -> ast.expr:
        """The expression, parsed."""
        try:
            return ast.parse(self.text, mode="eval").body
        except SyntaxError:
            raise ExpressionError(f"'{self.text}' cannot be read. Check its brackets and signs") from None

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of quantities in it."""
        found = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        return frozenset(found - CALLS.keys())

    def numpy(self) -> str:
        """The same in Python, for arrays; it needs ``minimum`` and ``maximum`` of NumPy."""
        return self._write(self.tree, 0)

    def javascript(self) -> str:
        """The same in JavaScript, for numbers."""
        return self._write(self.tree, 1)

    def check(self, known: Collection[str], where: str) -> None:
        """Refuse names that are not known.

        Args:
            known: names that may be used.
            where: the place in the data, for the message.

        Raises:
            ExpressionError: which name, where, and which names there are.
        """
        self.numpy()
        for name in sorted(self.names - set(known)):
            raise ExpressionError(f"{where}: nothing is called '{name}'. Use one of: {', '.join(sorted(known))}")

    def _write(self, node: ast.expr, language: int) -> str:
        def write(part: ast.expr) -> str:
            return self._write(part, language)

        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as value):
                return repr(value)
            case ast.Name(id=name) if name not in CALLS:
                return name
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"(-{write(operand)})"
            case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS:
                return f"({write(left)} {SIGNS[type(op)]} {write(right)})"
            case ast.Call(func=ast.Name(id=name), args=[one, two], keywords=[]) if name in CALLS:
                return f"{CALLS[name][language]}({write(one)}, {write(two)})"
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in ORDERS:
                return f"({write(left)} {ORDERS[type(op)]} {write(right)})"
            case ast.BoolOp(op=op, values=values):
                return f"({f' {JOINS[type(op)][language]} '.join(map(write, values))})"
        part = ast.unparse(node)
        raise ExpressionError(f"'{self.text}': '{part}' is not known here. Use + - * / min max, and < > and or")
