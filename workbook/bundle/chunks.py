"""Which scripts there are and what belongs into each: a base for every page, shared parts, one for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..files import visible
from . import module
from .minify import ScriptError
from .module import Module, name_of

ENGINE = Path(__file__).resolve().parents[1]
PAGE, KINDS = ENGINE / "page", ENGINE / "kinds"
BASE = "base"
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
