"""The words of the interface: each room's ``strings.yml``, and a course's own words over them.

A course in another language than the engine's has a file ``strings.<language>.yml`` at its root, with a word for
every key of the engine. A missing one is an error: half a page in English helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from .data import DataError, Problem, explained, read_document
from .files import visible

ENGINE = Path(__file__).parent
LANGUAGE = "en-GB"  # of the engine's own words
NAMES = re.compile(r"\{(\w*)\}")  # what a word leaves to be filled in


class Strings(Mapping[str, str]):
    """Every word of the interface by its key; templates may write ``strings.check``."""

    def __init__(self, found: Mapping[str, str]) -> None:
        self._found = dict(found)

    def __getitem__(self, key: str) -> str:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@cache
def room(path: Path) -> dict[str, str]:
    """The words of one file.

    Raises:
        DataError: it is missing, or holds something else than one text for each key.
    """
    document = read_document(path)
    try:
        return TypeAdapter(dict[str, str]).validate_python(document.value)
    except ValidationError as error:
        raise DataError.of(
            document.error(f"word {field}", problem, loc) for loc, field, problem in explained(error)
        ) from None


def rooms(folders: Iterable[Path]) -> dict[str, str]:
    """The words of all rooms below some folders.

    Raises:
        DataError: also where two rooms use one key.
    """
    found: dict[str, str] = {}
    owner: dict[str, Path] = {}
    for folder in folders:
        for path in visible(folder, "**/strings.yml"):
            for key, text in room(path).items():
                if key in owner:
                    raise DataError(path, f"word {key}", f"also stands in {owner[key]}. Give one another key")
                owner[key] = path
                found[key] = text
    return found


def load(root: Path, language: str, package: Path | None) -> Strings:
    """The words that a course shows.

    Args:
        root: the course's folder.
        language: its language, as HTML names it.
        package: the folder of its own Python package, whose words are in its language already.

    Raises:
        DataError: a word is missing in the course's language, or one is given that nothing says or fills in.
    """
    engine = rooms([ENGINE])
    own = rooms([package] if package else [])
    given = root / f"strings.{language}.yml"
    over = room(given) if given.is_file() else {}
    same_language = language.partition("-")[0] == LANGUAGE.partition("-")[0]
    if not same_language and not over:
        raise DataError(given, "", f"there is no such file. The course is in '{language}', so it needs all words there")
    missing = [] if same_language else [key for key in engine if key not in over]
    stray = [key for key in over if key not in engine and key not in own]
    problems = [Problem(given, f"word {key}", f"is missing ('{engine[key]}'). Add it") for key in missing]
    problems += [Problem(given, f"word {key}", "nothing says it. Correct its key or take it out") for key in stray]
    known = {**engine, **own}
    for key in over.keys() & known.keys():
        for name in sorted(set(NAMES.findall(over[key])) - set(NAMES.findall(known[key]))):
            problem = f"nothing fills '{{{name}}}'. Correct it: the word is '{known[key]}' elsewhere"
            problems.append(Problem(given, f"word {key}", problem))
    if problems:
        raise DataError.of(problems)
    return Strings({**engine, **own, **over})
