"""Links modules into one script.

Sources are plain ES modules. Linking takes out ``import`` and ``export`` and puts each module behind those it
imports. What one script makes and another one needs goes through one object, ``globalThis.workbook``: so the
scripts are classic ones, which also work from ``file://``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..kinds import kinds
from .chunks import BASE, PAGE, PAPER, Chunk, behind, refuse_duplicate_names
from .minify import ScriptError
from .module import LOAD_PART, Module, name_of
from .rename import renamed
from .schemas import compact
from .unused import without_unused

STRINGS, SCHEMAS = PAGE / "strings.js", PAGE / "schemas.js"
REGISTRY = "globalThis.workbook"


def used(modules: Iterable[Module], strings: dict[str, str]) -> dict[str, str]:
    """The words that some modules can say.

    Raises:
        ScriptError: one says a word that no room has.
    """
    keys: set[str] = set()
    for one in modules:
        for key, line in one.keys.items():
            if key not in strings:
                problem = f"says strings.{key}, which no strings.yml has. Add it, or correct it"
                raise ScriptError(f"{name_of(one.path)}, line {line}: {problem}")
            keys.add(key)
        for stem, line in one.stems.items():
            found = [key for key in strings if key.startswith(stem)]
            if not found:
                problem = f"says strings[`{stem}…`], and no word in a strings.yml begins so. Add some, or correct it"
                raise ScriptError(f"{name_of(one.path)}, line {line}: {problem}")
            keys.update(found)
    return {key: text for key, text in strings.items() if key in keys}


def statements(modules: Iterable[Module], strings: dict[str, str], schemas: dict[str, Any]) -> str:
    """Modules as statements, each in its place; words and schemas directly behind the modules that hold them."""
    texts = []
    for one in modules:
        texts.append(one.text)
        if one.path == STRINGS:
            texts.append(f"Object.assign(strings,{packed(strings)});")
        if one.path == SCHEMAS:
            texts.append(f"Object.assign(schemas,{packed(schemas)});")
    return "\n".join(texts)


def packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def all_schemas() -> dict[str, Any]:
    """What an answer of each kind may be made of."""
    return {kind: compact(spec.answer.model_json_schema()) for kind, spec in kinds().items()}


def classic(chunk: Chunk, strings: dict[str, str]) -> str:
    """A chunk as a classic script for the book."""
    own = {one.path for one in chunk.modules}
    taken = {name: None for one in chunk.modules for its in one.imports if its.path not in own for name in its.names}
    given = [] if chunk.name.endswith(PAPER) else sorted(name for one in chunk.modules for name in one.exports)
    said = used(chunk.modules, strings)
    lines = []
    if chunk.name == BASE:
        lines.append(f"{REGISTRY}={{}};")
    else:
        if said:
            taken["strings"] = None
        if any(one.later for one in chunk.modules):
            taken[LOAD_PART] = None
        lines.append(f"const{{{','.join(taken)}}}={REGISTRY};")
        if said:
            lines.append(f"Object.assign(strings,{packed(said)});")
    lines.append(statements(chunk.modules, said, all_schemas() if SCHEMAS in own else {}))
    lines.append(f"Object.assign({REGISTRY},{{{','.join(given)}}});")
    return renamed('(()=>{"use strict";\n' + "\n".join(lines) + "\n})();\n", chunk.name)


def es_module(entries: Iterable[Path], render: str, strings: dict[str, str], schemas: dict[str, Any]) -> str:
    """Modules and all that they need as one module, in the form anywidget takes.

    Args:
        entries: the files to begin with.
        render: the function that shows the widget.
        strings: the words of the interface.
        schemas: what answers may be made of, by kind.
    """
    modules = behind(entries, all_parts=True)
    refuse_duplicate_names(modules)
    parts = {one.path.stem: one.path for its in modules for one in its.later}
    given = {name: sorted(one.exports) for name, path in parts.items() for one in modules if one.path == path}
    table = ",".join(f"{name}:{{{','.join(names)}}}" for name, names in given.items())
    load = f"const {LOAD_PART}=async(name)=>({{{table}}})[name];\n" if given else ""
    text = f"{load}{statements(modules, used(modules, strings), schemas)}\nexport default {{ render: {render} }};\n"
    return renamed(without_unused(text, render), render)
