"""Reads data files with the line of every entry, and puts every mistake in words an author can act on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

Loc = Sequence[int | str]

# What to do about each kind of mistake that pydantic names; the rest keep pydantic's words.
FIXES = {
    "missing": "the field is missing. Add it",
    "extra_forbidden": "no such field here. Correct its spelling or take it out",
    "string_type": "this must be text. Put it in quotes",
    "string_too_short": "the text is empty. Write it, or take the field out if it is optional",
    "list_type": "this must be a list: one line for each, beginning with a dash",
    "dict_type": "this must be a set of 'name: value' lines. Write it so",
    "model_type": "this must be a set of 'name: value' lines, not empty and not a list. Write it so",
}
MAX_DEPTH = 20  # no data file of a course is nested half as deep; the parser in C falls over at some thousands
MAX_BYTES = 2_000_000
MAX_DIGITS = 40  # of a number; Python itself refuses to write out some thousands


@dataclass(frozen=True)
class Problem:
    """One mistake in a data file.

    Args:
        path: the file.
        where: the place in it, such as ``exercise ward-full, field prompt``; may be empty.
        problem: what is wrong and how to mend it.
        line: counted from 1; None where it is not known.
    """

    path: Path
    where: str
    problem: str
    line: int | None = None

    def __str__(self) -> str:
        line = f" line {self.line}" if self.line else ""
        place = f", {self.where}" if self.where else ""
        return f"{shown(self.path)}{line}{place}: {self.problem}"


class DataError(Exception):
    """A data file that a course cannot use: which file, where in it, and how to mend it.

    No ValueError: pydantic would take it for a mistake in the file that it checks at the time.

    Attributes:
        problems: every mistake that was found, in the order of the file.
    """

    def __init__(self, path: Path, where: str, problem: str, line: int | None = None) -> None:
        self.problems = [Problem(path, where, problem, line)]
        super().__init__(str(self.problems[0]))

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> DataError:
        """One error that tells all of several mistakes, each once."""
        found = sorted(dict.fromkeys(problems), key=lambda one: (str(one.path), one.line or 0))
        error = cls(found[0].path, found[0].where, found[0].problem, found[0].line)
        error.problems = found
        error.args = ("\n".join(map(str, found)),)
        return error


def shown(path: Path) -> Path:
    """A path as messages name it: from the course's root where it lies in a course, else from its folder."""
    for folder in path.parents:
        if (folder / "_config.yml").is_file():
            return path.relative_to(folder)
    return path


class CutText(str):
    """A text without quotes that YAML ended at ' #', where a remark begins; `spec.Text` refuses it."""


# The same safe loader in C is ten times as fast; PyYAML has it wherever it came as a wheel.
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[valid-type, misc]
    """Safe YAML without what data files never need: dates, which nobody means, and a key given twice."""

    text: str = ""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        made: dict[Hashable, Any] = super().construct_mapping(node, deep)
        if len(made) < len(node.value):
            seen = set()
            for key, _ in node.value:
                name = self.construct_object(key)
                if name in seen:
                    problem = f"the field '{name}' stands twice: keep one"
                    raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
                seen.add(name)
        return made

    def construct_text(self, node: yaml.ScalarNode) -> str:
        text: str = self.construct_scalar(node)
        # Two spaces are how people set off a remark that they mean.
        cut = not node.style and self.text.startswith(" #", node.end_mark.index)
        return CutText(text) if cut else text

    def construct_number(self, node: yaml.ScalarNode) -> int | float | str:
        if ":" in node.value:
            return self.construct_text(node)
        if len(node.value) > MAX_DIGITS:
            problem = f"a number of {len(node.value):,} digits. Shorten it, or put it in quotes"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        whole = node.tag == "tag:yaml.org,2002:int"
        number: int | float = self.construct_yaml_int(node) if whole else self.construct_yaml_float(node)
        return number


# A date is text here, and '12:30' is no number of seconds.
_Loader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in forms if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:merge")]
    for sign, forms in _Safe.yaml_implicit_resolvers.items()
}
_Loader.add_constructor("tag:yaml.org,2002:str", _Loader.construct_text)
for _tag in ("int", "float"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{_tag}", _Loader.construct_number)


@dataclass(frozen=True)
class Document:
    """What a YAML file says, and where it says it.

    Args:
        path: the file.
        value: its content, as dicts, lists, texts, numbers and truth values.
        node: the same with marks, for ``line``.
    """

    path: Path
    value: Any
    node: yaml.Node | None

    def line(self, loc: Loc) -> int | None:
        """The line of an entry, from 1; of the nearest one around it, where the entry is missing.

        Args:
            loc: keys and positions, from the outermost in.
        """
        node, line = self.node, None
        for part in loc:
            if isinstance(node, yaml.MappingNode):
                found = next(((key, value) for key, value in node.value if key.value == str(part)), None)
                if found is None:
                    continue  # pydantic also names the branch of a union, which is no part of the file
                line, node = found[0].start_mark.line + 1, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                line = node.start_mark.line + 1
        return line

    def error(self, where: str, problem: str, loc: Loc = ()) -> Problem:
        return Problem(self.path, where, problem, self.line(loc))


def read_text(path: Path) -> str:
    """A file's text, whatever mark of UTF-8 an editor put before it.

    Raises:
        DataError: no such file, too large, or not UTF-8; with the line.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error})"
        raise DataError(path, "", f"{reason}. Check its name and place") from None
    if len(data) > MAX_BYTES:
        raise DataError(path, "", f"has {len(data):,} bytes, and at most {MAX_BYTES:,} are read. Make it shorter")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(path, "", "not UTF-8 text. Save the file as UTF-8", line) from None


def read_document(path: Path) -> Document:
    """Read one YAML file with the safe loader.

    Raises:
        DataError: no such file, not UTF-8, not YAML, or YAML of a form that data files do not need; with the line.
    """
    text = read_text(path)
    try:
        _refuse_forms(path, text)
        loader = _Loader(text)
        loader.text = text
        try:
            node = loader.get_single_node()
            value = None if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(path, "", f"not valid YAML ({error.problem}). Check indents, colons, quotes", line) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", None)
        line = None if position is None else text.count("\n", 0, position) + 1
        problem = str(error).partition("\n")[0][:200]
        raise DataError(path, "", f"not valid YAML ({problem}). Check the marks it names", line) from None
    return Document(path, value, node)


def _refuse_forms(path: Path, text: str) -> None:
    """Refuse what no data file needs and what could grow without bound: nesting, parts used again by name, tags."""
    depth = 0
    for event in yaml.parse(text, _Safe):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent):
            raise DataError(path, "", "'*' repeats a part of the file by its name. Write the part out", line)
        if getattr(event, "tag", None):
            raise DataError(path, "", "'!' says of what type a part is. Take it out, or put the text in quotes", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise DataError(path, "", f"nested more than {MAX_DEPTH} deep. Close some brackets", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def read_yaml(path: Path) -> Any:
    """The content of one YAML file; see `read_document`."""
    return read_document(path).value


def explained(error: ValidationError, fields: Sequence[str] = ()) -> list[tuple[tuple[int | str, ...], str, str]]:
    """Every mistake that pydantic found: its place, the field as people count it, and the fix.

    Args:
        error: from ``model_validate``.
        fields: those there are, told where one is misspelt.
    """
    return [(tuple(one["loc"]), *_explain(one, fields)) for one in error.errors()]


def explain(error: ValidationError, fields: Sequence[str] = ()) -> tuple[str, str]:
    """The first mistake that pydantic found: the field and the fix."""
    return _explain(error.errors()[0], fields)


def _explain(error: ErrorDetails, fields: Sequence[str]) -> tuple[str, str]:
    # Count as people do: the first option is number 1.
    parts = [f"{part + 1}" if isinstance(part, int) else str(part) for part in error["loc"]]
    field = ".".join(parts) or "the whole entry"
    kind = error["type"]
    given = str(error["input"])[:80]
    if kind == "value_error":
        problem = str(error["ctx"]["error"])
    elif kind == "literal_error":
        problem = f"'{given}' is not one of {error['ctx']['expected']}. Use one of them"
    elif kind in ("too_short", "too_long"):
        context = error["ctx"]
        bound = f"at least {context['min_length']}" if kind == "too_short" else f"at most {context['max_length']}"
        problem = f"{context['actual_length']} given, but this takes {bound}. Add or take out some"
    elif kind == "string_pattern_mismatch":
        problem = f"'{given}' does not have the form {error['ctx']['pattern']}. Correct it"
    elif kind == "string_too_long":
        problem = f"longer than {error['ctx']['max_length']} characters. Shorten it"
    else:
        problem = FIXES.get(kind, f"{error['msg']}. Correct it")
    if kind == "extra_forbidden" and fields:
        problem += f" (the fields are {', '.join(fields)})"
    return field, problem
