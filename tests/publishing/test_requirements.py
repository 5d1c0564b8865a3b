"""What is installed, and what Binder and hubs do with it: exact versions, all of them needed, none missing."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tests.support.book import ROOT

MAIN, TESTS = "requirements.txt", "tests/requirements.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: Asked for and never imported: programs, plugins and parts that others load by name.
LOADED_BY_NAME = {
    "brotli": "fonttools packs a font with it",
    "sphinx-book-theme": "the theme in _config.yml",
    "sphinx-design": "an extension in _config.yml",
    "sphinxcontrib-bibtex": "an extension in _config.yml",
    "ipykernel": "the kernel of notebooks",
    "jupyterlab": "a program, `make lab`",
    "jupyterlab-myst": "a plugin of JupyterLab",
    "matplotlib": "pandas draws with it, in lessons",
    "tzdata": "zoneinfo reads it",
    "nbval": "a plugin of pytest",
    "pytest-xdist": "a plugin of pytest",
    "pypdf": "a parser in tests",
    "import-linter": "a program, `make lint`",
    "mypy": "a program, `make lint`",
    "pandas-stubs": "types for mypy",
    "types-pyyaml": "types for mypy",
    "ruff": "a program, `make lint`",
}

#: Parts of the interface of a package that is asked for, and that never come without it.
PART_OF = {
    "docutils": "jupyter-book",
    "markupsafe": "jinja2",
    "pydantic-core": "pydantic",
    "sphinx": "jupyter-book",
    "sphinx-external-toc": "jupyter-book",
    "traitlets": "ipywidgets",
}


def asked_for(*lists: str) -> dict[str, str]:
    """The pins that stand above 'Brought along' in each list, by the names that packages go by."""
    return {name: number for one in lists for name, number in pins(text_of(one).partition("# Brought along")[0])}


def all_pins(*lists: str) -> dict[str, str]:
    return {name: number for one in lists for name, number in pins(text_of(one))}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(text: str) -> list[tuple[str, str]]:
    found = re.findall(r"(?m)^([A-Za-z0-9._-]+)==(\S+)", text)
    return [(canonicalize_name(name), number) for name, number in found]


@cache
def needs(name: str, extras: frozenset[str] = frozenset()) -> frozenset[tuple[str, frozenset[str]]]:
    """The packages that one needs here, each with the extras that are wanted of it."""
    try:
        found = map(Requirement, requires(name) or [])
    except PackageNotFoundError:
        return frozenset()
    wanted = extras or {""}
    return frozenset(
        (canonicalize_name(one.name), frozenset(one.extras))
        for one in found
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in wanted | {""})
    )


def brought(start: Iterable[str]) -> set[str]:
    """All packages that installing some brings, themselves among them."""
    waiting = [(name, frozenset[str]()) for name in start]
    seen = set(waiting)
    while waiting:
        for one in needs(*waiting.pop()) - seen:
            seen.add(one)
            waiting.append(one)
    return {name for name, _ in seen}


def imported(*folders: str) -> set[str]:
    """The packages that Python files of some folders import, by the names that they are installed under."""
    modules = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                modules.add(node.module.partition(".")[0])
    own = {"workbook", "systems_leadership", "tests"}
    owners = packages_distributions()
    return {canonicalize_name(owners[name][0]) for name in modules - own - sys.stdlib_module_names if name in owners}


pinned = pytest.mark.skipif("NEWEST" in os.environ, reason="the monthly run takes the pins out on purpose")


@pinned
def test_what_is_here_is_what_is_pinned() -> None:
    found = all_pins(MAIN, TESTS)
    assert {name: version(name) for name in found} == found


@pinned
@pytest.mark.parametrize("lists", [(MAIN,), (MAIN, TESTS)], ids=["book and notebooks", "tests"])
def test_every_pin_is_needed_and_none_is_missing(lists: tuple[str, ...]) -> None:
    own = PROJECT["name"]
    assert set(all_pins(*lists)) == brought({*asked_for(*lists), own}) - {own}


@pinned
def test_a_missing_and_a_needless_pin_are_noticed() -> None:
    start = asked_for(MAIN)
    assert "tornado" in brought(start) - (set(all_pins(MAIN)) - {"tornado"})
    assert "hypothesis" not in brought(start)


@pinned
def test_what_is_imported_is_asked_for_by_name_and_the_other_way_round() -> None:
    """A package that only comes along with another one can be gone with the other's next version."""
    engine, tests = imported("workbook", "systems_leadership"), imported("tests")
    listed = {canonicalize_name(one) for one in asked_for(MAIN, TESTS)}
    from_project = {canonicalize_name(Requirement(one).name) for one in declared()}
    assert engine - from_project - PART_OF.keys() == set(), "pyproject.toml lacks these"
    assert set(PART_OF.values()) <= from_project
    assert tests - all_pins(MAIN, TESTS).keys() == set(), "no list has these"
    assert from_project - listed == set(), "the lists lack these"
    assert listed - engine - tests - LOADED_BY_NAME.keys() == set(), "nobody uses these"


def declared() -> list[str]:
    return [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]


@pinned
def test_the_pins_are_within_what_the_project_declares() -> None:
    found = all_pins(MAIN, TESTS)
    outside = [one for one in map(Requirement, declared()) if found[canonicalize_name(one.name)] not in one.specifier]
    assert outside == []


def test_binder_gets_a_python_that_the_project_takes() -> None:
    """Without runtime.txt, the image's own choice would be another one, some day too new or too old."""
    name, _, number = text_of("runtime.txt").strip().partition("-")
    assert name == "python" and number in SpecifierSet(PROJECT["requires-python"])


def test_the_package_stays_beside_its_data_in_an_image() -> None:
    """Images install the list, then a copy of the package; `postBuild`, the last step, puts it back in place."""
    assert text_of(MAIN).strip().splitlines()[-1] == "-e ."
    script = ROOT / "postBuild"
    assert os.access(script, os.X_OK)
    first, *_, last = text_of("postBuild").strip().splitlines()
    assert first == "#!/bin/sh"
    assert last == "python -m pip install --no-cache-dir --no-deps -e ."


def test_no_list_names_a_host() -> None:
    assert [name for name in (MAIN, TESTS) if "://" in text_of(name) or "--index" in text_of(name)] == []
