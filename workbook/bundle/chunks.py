"""Which scripts there are and what belongs into each: a base for every page, shared parts, one for each kind.

Sources are plain ES modules. Linking takes out ``import`` and ``export`` and puts each module behind those it
imports. What one script makes and another one needs goes through one object, ``globalThis.workbook``: so the
scripts are classic ones, which also work from ``file://``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..files import visible
from ..kinds import kinds
from . import module
from .minify import ScriptError
from .module import LOAD_PART, Module, name_of
from .rename import renamed
from .schemas import compact

ENGINE = Path(__file__).resolve().parents[1]
PAGE, KINDS = ENGINE / "page", ENGINE / "kinds"
BASE = "base"
STRINGS, SCHEMAS = PAGE / "strings.js", PAGE / "schemas.js"
REGISTRY = "globalThis.workbook"
#: Rooms that stand on the same pages, by the script that holds them: compressed together they weigh a sixth less.
TOGETHER = {
    **dict.fromkeys(
        ("options", "choice", "if_then", "issue", "recall", "free_recall", "reflection", "steps", "versions"), "element"
    ),
    "pen": "simulator",
}
#: How the name of a script ends that turns a kind's answers into something on paper; only such pages load it.
PAPER = "_paper"


@dataclass(frozen=True)
class Chunk:
    """One script.

    Args:
        name: ``base``, or the folder it is made of, such as ``causal_map``.
        modules: in the order in which they run.
        needs: names of the scripts that must run before it, in their order.
        rooms: the folders that it is made of.
        later: whether a page loads it only when it is wanted.
    """

    name: str
    modules: tuple[Module, ...]
    needs: tuple[str, ...]
    rooms: tuple[str, ...] = ()
    later: bool = False


def rooms(package: Path | None) -> dict[str, Path]:
    """Every folder that makes a script of its own, by the script's name.

    Args:
        package: the course's own Python package, which may hold elements too.
    """
    folders = [*PAGE.rglob("*"), *KINDS.rglob("*"), *(visible(package, "**/*") if package else [])]
    return {one.name: one for one in sorted(folders) if one.is_dir() and (one / f"{one.name}.js").is_file()}


def behind(entries: Iterable[Path], all_parts: bool = False) -> list[Module]:
    """Some modules and all that they import, each behind those it needs.

    Args:
        entries: the files to begin with.
        all_parts: whether those come along that are otherwise loaded when they are wanted.

    Raises:
        ScriptError: a file is missing, does not make what another imports, or two need one another.
    """
    ordered: dict[Path, Module] = {}
    open_paths: list[Path] = []

    def visit(path: Path) -> None:
        if path in ordered:
            return
        open_paths.append(path)
        found = module.read(path)
        for one in found.imports:
            where, needed = f"{name_of(path)}, line {one.line}", one.path
            if not needed.is_file():
                raise ScriptError(f"{where}: imports {name_of(needed)}, which is not there. Correct the path")
            if needed in open_paths:
                raise ScriptError(
                    f"{where}: imports {name_of(needed)}, which needs this file itself. Move what both need to a third"
                )
            visit(needed)
            for name in one.names:
                if name not in ordered[needed].exports:
                    raise ScriptError(f"{where}: imports {name}, which {name_of(needed)} does not export. Correct it")
        open_paths.pop()
        ordered[path] = found
        for one in found.later:
            if not one.path.is_file():
                where = f"{name_of(path)}, line {one.line}"
                raise ScriptError(f"{where}: asks for {name_of(one.path)}, which is not there. Correct the path")

    for entry in entries:
        visit(entry.resolve())
    while all_parts and (parts := [one for its in ordered.values() for one in its.later if one.path not in ordered]):
        visit(parts[0].path)
    return list(ordered.values())


def all_chunks(package: Path | None) -> dict[str, Chunk]:
    """Every script of a course, the base first.

    Raises:
        ScriptError: a mistake in a module, or two top-level names alike, of which one would hide the other.
    """
    folders = rooms(package)
    rules = [folder / "rules.js" for folder in folders.values() if (folder / "rules.js").is_file()]
    # The page's own elements come to life as page.js runs, and ask the rules of every kind.
    base = behind([*rules, PAGE / "page.js"])
    owner = {one.path: BASE for one in base}
    closures = {name: behind(visible(folder, "*.js")) for name, folder in folders.items()}
    for name, folder in folders.items():
        for one in closures[name]:
            if one.path.parent == folder.resolve():
                owner.setdefault(one.path, TOGETHER.get(name, name))
    later = {one.path.stem for closure in closures.values() for its in closure for one in its.later}
    found = {BASE: Chunk(BASE, tuple(base), ())}
    for name in dict.fromkeys(TOGETHER.get(room, room) for room in folders):
        members = tuple(room for room in folders if TOGETHER.get(room, room) == name)
        modules = list({one.path: one for room in (name, *members) for one in closures[room]}.values())
        if name.endswith(PAPER):  # Alone: of the kind it takes a few modules, and its page shows no exercise.
            own = tuple(one for one in modules if owner.get(one.path) != BASE)
            found[name] = Chunk(name, own, (), members)
            continue
        for one in modules:
            if one.path not in owner:
                problem = f"{name} needs it, and it is in no script. Import it in page.js, or give it a folder"
                raise ScriptError(f"{name_of(one.path)}: {problem}")
        own = tuple(one for one in modules if owner[one.path] == name)
        direct = dict.fromkeys(owner[one.path] for one in modules if owner[one.path] not in (name, BASE))
        found[name] = Chunk(name, own, tuple(direct), members, name in later)
    for name in [one for one in found if one != BASE]:
        found[name] = replace(found[name], needs=(BASE, *all_needs(found, name)))
    for chunk in found.values():
        refuse_duplicate_names(chunk.modules)
    refuse_shared_exports(found)
    return found


def all_needs(chunks: Mapping[str, Chunk], name: str) -> tuple[str, ...]:
    """The scripts that one needs, and those that they need, each behind its own.

    Raises:
        ScriptError: two need one another.
    """
    order: list[str] = []

    def visit(one: str, way: tuple[str, ...]) -> None:
        if one in way:
            raise ScriptError(f"The scripts {one} and {way[-1]} need one another. Move what both need to a third")
        for needed in chunks[one].needs:
            if needed != BASE and needed not in order:
                visit(needed, (*way, one))
        order.append(one)

    visit(name, ())
    return tuple(order[:-1])


def refuse_duplicate_names(modules: Iterable[Module]) -> None:
    """Refuse two top-level names alike: in one script, one would hide the other.

    Raises:
        ScriptError: the name and both files.
    """
    seen: dict[str, Path] = {}
    for one in modules:
        for name, line in one.names.items():
            if name in seen:
                where = f"{name_of(one.path)}, line {line}"
                raise ScriptError(f"{where}: {name} also stands in {name_of(seen[name])}. Rename one")
            seen[name] = one.path


def refuse_shared_exports(chunks: Mapping[str, Chunk]) -> None:
    """Refuse one name that two scripts hand on: scripts that take it would get whichever ran last.

    Raises:
        ScriptError: the name and both files.
    """
    seen: dict[str, Path] = {}
    for one in (one for chunk in chunks.values() if not chunk.name.endswith(PAPER) for one in chunk.modules):
        for name in sorted(one.exports):
            if name in seen:
                where = f"{name_of(one.path)}, line {one.names[name]}"
                raise ScriptError(f"{where}: {name} is exported by {name_of(seen[name])} too. Rename one")
            seen[name] = one.path


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
    return renamed(text, render)
