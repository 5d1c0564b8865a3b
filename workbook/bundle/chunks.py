"""Which scripts there are and what belongs into each: a base for every page, shared parts, one for each kind.

Sources are plain ES modules. Linking takes out ``import`` and ``export`` and puts each module behind those it
imports. What one script makes and another one needs goes through one object, ``globalThis.workbook``: so the
scripts are classic ones, which also work from ``file://``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..kinds import kinds
from . import module
from .minify import ScriptError
from .module import Module
from .schemas import compact

ENGINE = Path(__file__).resolve().parents[1]
PAGE, KINDS = ENGINE / "page", ENGINE / "kinds"
BASE = "base"
STRINGS, SCHEMAS = PAGE / "strings.js", PAGE / "schemas.js"
REGISTRY = "globalThis.workbook"


@dataclass(frozen=True)
class Chunk:
    """One script.

    Args:
        name: ``base``, or the folder it is made of, such as ``if_then``.
        modules: in the order in which they run.
        needs: names of the scripts that must run before it, in their order.
    """

    name: str
    modules: tuple[Module, ...]
    needs: tuple[str, ...]


def rooms(package: Path | None) -> dict[str, Path]:
    """Every folder that makes a script of its own, by the script's name.

    Args:
        package: the course's own Python package, which may hold elements too.
    """
    folders = [*PAGE.iterdir(), *KINDS.iterdir(), *(package.rglob("*") if package else [])]
    return {one.name: one for one in sorted(folders) if one.is_dir() and (one / f"{one.name}.js").is_file()}


def behind(entries: Iterable[Path]) -> list[Module]:
    """Some modules and all that they import, each behind those it needs.

    Raises:
        ScriptError: a file is missing, does not make what another imports, or two need one another.
    """
    ordered: dict[Path, Module] = {}
    open_paths: list[Path] = []

    def visit(path: Path) -> None:
        if path in ordered:
            return
        if path in open_paths:
            raise ScriptError(
                f"{path.name} and {open_paths[-1].name} import one another. Move what both need to a third"
            )
        open_paths.append(path)
        found = module.read(path)
        for needed, names in found.imports:
            if not needed.is_file():
                raise ScriptError(f"{path.name} imports {needed.name}, which is not there. Correct the path")
            visit(needed)
            for name in names:
                if name not in ordered[needed].exports:
                    raise ScriptError(f"{path.name} imports {name}, which {needed.name} does not export. Correct it")
        open_paths.pop()
        ordered[path] = found

    for entry in entries:
        visit(entry.resolve())
    return list(ordered.values())


def all_chunks(package: Path | None) -> dict[str, Chunk]:
    """Every script of a course, the base first.

    Raises:
        ScriptError: a mistake in a module, or two top-level names alike, of which one would hide the other.
    """
    folders = rooms(package)
    rules = [folder / "rules.js" for folder in folders.values() if (folder / "rules.js").is_file()]
    base = behind([PAGE / "page.js", *rules])
    found = {BASE: Chunk(BASE, tuple(base), ())}
    in_base = {one.path for one in base}
    owner = {one.path: BASE for one in base}
    closures = {name: behind(sorted(folder.glob("*.js"))) for name, folder in folders.items()}
    for name, folder in folders.items():
        owner |= {
            one.path: name for one in closures[name] if one.path.parent == folder.resolve() and one.path not in in_base
        }
    for name, modules in closures.items():
        for one in modules:
            if one.path not in owner:
                raise ScriptError(
                    f"{name} needs {one.path.name}, which is in no script. Import it in page.js, or give it a folder"
                )
        own = tuple(one for one in modules if owner[one.path] == name)
        needs = [owner[one.path] for one in modules if owner[one.path] not in (name, BASE)]
        found[name] = Chunk(name, own, (BASE, *dict.fromkeys(needs)))
    for chunk in found.values():
        refuse_duplicate_names(chunk.modules)
    return found


def refuse_duplicate_names(modules: Iterable[Module]) -> None:
    """Refuse two top-level names alike: in one script, one would hide the other.

    Raises:
        ScriptError: the name and both files.
    """
    seen: dict[str, Path] = {}
    for one in modules:
        for name in sorted(one.names):
            if name in seen:
                raise ScriptError(f"{name} stands in {seen[name].name} and in {one.path.name}. Rename one")
            seen[name] = one.path


def used(modules: Iterable[Module], strings: dict[str, str]) -> dict[str, str]:
    """The words that some modules can say.

    Raises:
        ScriptError: one says a word that no room has.
    """
    keys: set[str] = set()
    stems: set[str] = set()
    for one in modules:
        for key in one.keys:
            if key not in strings:
                raise ScriptError(
                    f"{one.path.name} says strings.{key}, which no strings.yml has. Add it, or correct it"
                )
        keys |= one.keys
        stems |= {stem for stem in one.stems if stem}
    return {key: text for key, text in strings.items() if key in keys or key.startswith(tuple(stems) or ("\0",))}


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
    taken = {name: None for one in chunk.modules for path, names in one.imports if path not in own for name in names}
    given = sorted(name for one in chunk.modules for name in one.exports)
    said = used(chunk.modules, strings)
    lines = []
    if chunk.name == BASE:
        lines.append(f"{REGISTRY}={{}};")
    else:
        if said:
            taken["strings"] = None
        lines.append(f"const{{{','.join(taken)}}}={REGISTRY};")
        if said:
            lines.append(f"Object.assign(strings,{packed(said)});")
    lines.append(statements(chunk.modules, said, all_schemas()))
    lines.append(f"Object.assign({REGISTRY},{{{','.join(given)}}});")
    return '(()=>{"use strict";\n' + "\n".join(lines) + "\n})();\n"


def es_module(entries: Iterable[Path], render: str, strings: dict[str, str], schemas: dict[str, Any]) -> str:
    """Modules and all that they need as one module, in the form anywidget takes.

    Args:
        entries: the files to begin with.
        render: the function that shows the widget.
        strings: the words of the interface.
        schemas: what answers may be made of, by kind.
    """
    modules = behind(entries)
    refuse_duplicate_names(modules)
    return f"{statements(modules, used(modules, strings), schemas)}\nexport default {{ render: {render} }};\n"
