"""Reading the course's data files, with errors an author can act on."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = ROOT / "data" / "exercises"

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


class DataError(ValueError):
    """A data file that the course cannot use: which file, where in it, and how to mend it."""

    def __init__(self, path: Path, where: str, problem: str) -> None:
        try:
            shown = path.relative_to(ROOT)
        except ValueError:
            shown = path
        place = f", {where}" if where else ""
        super().__init__(f"{shown}{place}: {problem}")


# The same safe loader in C is ten times as fast; PyYAML has it wherever it came as a wheel.
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[valid-type, misc]
    """Safe YAML that refuses a key given twice, which YAML itself would silently overwrite."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the field '{key}' stands twice: keep one", node.start_mark
                )
        made: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return made


def read_yaml(path: Path) -> Any:
    """Read one YAML file with the safe loader.

    Raises:
        DataError: no such file, not UTF-8, or not YAML; with the line.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except FileNotFoundError:
        raise DataError(path, "", "there is no such file. Check its name") from None
    except UnicodeDecodeError as error:
        raise DataError(path, f"byte {error.start}", "not UTF-8 text. Save the file as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DataError(path, line, f"not valid YAML ({error.problem}). Check indents, colons, quotes") from None
    except yaml.YAMLError as error:
        raise DataError(path, "", f"not valid YAML ({error}). Check the marks it names") from None


@cache
def settings() -> dict[str, Any]:
    """The course's own settings from ``_config.yml``: its Sphinx configuration."""
    config: dict[str, Any] = read_yaml(ROOT / "_config.yml")["sphinx"]["config"]
    return config


def course_id() -> str:
    """The course's id, which saved answers carry: published copies can share a web origin."""
    return str(settings()["course_id"])


def explain(error: ValidationError, fields: tuple[str, ...] = ()) -> tuple[str, str]:
    """Put the first of pydantic's errors in words: the field it is in, and the fix."""
    first: ErrorDetails = error.errors()[0]
    # Count as people do: the first option is number 1.
    parts = [f"{part + 1}" if isinstance(part, int) else str(part) for part in first["loc"]]
    field = ".".join(parts) or "the whole entry"
    kind = first["type"]
    if kind == "value_error":
        problem = str(first["ctx"]["error"])
    elif kind == "literal_error":
        problem = f"'{first['input']}' is not one of {first['ctx']['expected']}. Use one of them"
    elif kind in ("too_short", "too_long"):
        context = first["ctx"]
        bound = f"at least {context['min_length']}" if kind == "too_short" else f"at most {context['max_length']}"
        problem = f"{context['actual_length']} given, but this takes {bound}. Add or take out some"
    elif kind == "string_pattern_mismatch":
        problem = f"'{first['input']}' does not have the form {first['ctx']['pattern']}. Correct it"
    elif kind == "string_too_long":
        problem = f"longer than {first['ctx']['max_length']} characters. Shorten it"
    else:
        problem = FIXES.get(kind, f"{first['msg']}. Correct it")
    if kind == "extra_forbidden" and fields:
        problem += f" (the fields are {', '.join(fields)})"
    return field, problem
