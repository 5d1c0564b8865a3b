"""A course: the one place that knows its folder, its id, its language and time zone, and where its parts are."""

from __future__ import annotations

import os
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from pydantic import TypeAdapter, ValidationError

from .art import Art
from .data import DataError, Document, explained, read_document
from .settings import Head, Settings
from .spec import PlainText
from .strings import Strings, load
from .versions import Setting, read_settings

if TYPE_CHECKING:
    from .game import CourseGame
    from .model import Model

#: Where a course may lie, if it is not the folder one stands in.
SETTING = "COURSE_ROOT"
CONFIG = "_config.yml"


class Course:
    """A folder with a ``_config.yml``, lessons in ``data/exercises`` and notebooks.

    Args:
        root: the folder.

    Attributes:
        root: the folder, as an absolute path.

    Raises:
        DataError: ``_config.yml`` is missing or lacks what a course must say.
    """

    def __init__(self, root: str | Path) -> None:
        self.root = Path(root).resolve()
        document = read_document(self.root / CONFIG)
        config = document.value if isinstance(document.value, dict) else {}
        sphinx = (config.get("sphinx") or {}).get("config") or {}
        title, problems = config.get("title"), []
        if not isinstance(title, str) or not title.strip():
            problems.append(document.error("field title", "there is no text. Write the course's title", ["title"]))
        try:
            given = {name: value for name, value in sphinx.items() if name.startswith("course_")}
            self.settings = Settings.model_validate(given)
        except ValidationError as error:
            problems += [
                document.error(f"field {field}", problem, ("sphinx", "config", *loc))
                for loc, field, problem in explained(error, tuple(Settings.model_fields))
            ]
        if problems:
            raise DataError.of(problems)
        self.title = str(title).strip()
        self.author = str(config.get("author", ""))
        self.copyright = str(config.get("copyright", ""))
        self.language = str(sphinx.get("language", "en-GB"))
        try:
            self.locale = Locale.parse(self.language, sep="-")
        except (UnknownLocaleError, ValueError):
            self.locale = Locale.parse("en_GB")  # numbers of a language that Babel does not know

    @property
    def id(self) -> str:
        """Its id, which saved answers carry: published copies can share a web origin."""
        return self.settings.course_id

    @property
    def zone(self) -> str:
        return self.settings.course_zone

    @cached_property
    def edition(self) -> str:
        """The number of this edition, as its citation has it; empty where there is none."""
        path = self.root / "CITATION.cff"
        return str(read_document(path).value.get("version", "")) if path.is_file() else ""

    @property
    def exercises(self) -> Path:
        return self.root / "data" / "exercises"

    @property
    def facts(self) -> Path:
        return self.root / "data" / "facts"

    @property
    def references(self) -> Path:
        return self.root / "book" / "references.bib"

    @property
    def group_plans(self) -> Path:
        return self.root / "data" / "groups"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def output(self) -> Path:
        """Where all that is made goes."""
        return self.root / "_build"

    @cached_property
    def package(self) -> Path | None:
        """The folder of its Python package."""
        name = self.settings.course_package
        if name is None:
            return None
        found = find_spec(name)
        if found is None or not found.submodule_search_locations:
            raise DataError(self.root / CONFIG, "field course_package", f"there is no package '{name}'. Install it")
        return Path(next(iter(found.submodule_search_locations)))

    @cached_property
    def strings(self) -> Strings:
        """The words of its interface."""
        return load(self.root, self.language, self.package)

    @cached_property
    def models(self) -> dict[str, Model]:
        """Its simulation models by name: ``MODELS`` of its package's ``models``."""
        name = self.settings.course_package
        if name is None or self.package is None or not (self.package / "models").is_dir():
            return {}
        found: dict[str, Model] = import_module(f"{name}.models").MODELS
        return found

    @cached_property
    def games(self) -> dict[str, CourseGame]:
        """Its games by name: ``GAMES`` of its package's ``games``."""
        name = self.settings.course_package
        if name is None or self.package is None or not (self.package / "games").is_dir():
            return {}
        found: dict[str, CourseGame] = import_module(f"{name}.games").GAMES
        return found

    @cached_property
    def art(self) -> Art:
        """Its own drawings: of its place, and the scenery of its models."""
        models = sorted((self.package / "models").glob("*/")) if self.package else []
        return Art(self.root / "data" / "art", *models)

    @cached_property
    def ideas(self) -> dict[str, str]:
        """The words of every idea that exercises serve, by its id, in order; none where the course lists none.

        Raises:
            DataError: an id or a text is not of the form it must have.
        """
        path = self.root / "data" / "ideas.yml"
        if not path.is_file():
            return {}
        document = read_document(path)
        try:
            return TypeAdapter(dict[str, PlainText]).validate_python(document.value)
        except ValidationError as error:
            raise DataError.of(
                document.error(f"idea {field}", problem, loc) for loc, field, problem in explained(error)
            ) from None

    @cached_property
    def learners_settings(self) -> dict[str, Setting]:
        """The settings in which its exercises come, by id; none where all come in one.

        Raises:
            DataError: a mistake in ``data/settings.yml``.
        """
        return read_settings(self)

    def lesson_files(self) -> list[Path]:
        """The files of its lessons, in their order; files that editors and systems leave behind are passed over.

        Raises:
            DataError: the name of one begins with something like a number.
        """
        found = list(self.exercises.glob("[0-9]*-*.yml"))
        for path in found:
            if not path.stem.partition("-")[0].isdecimal():
                raise DataError(
                    path, "", "its name does not begin with a whole number. Call it such as 3-my-lesson.yml"
                )
        return sorted(found, key=lambda path: int(path.stem.partition("-")[0]))

    @cached_property
    def heads(self) -> dict[str, Head]:
        """Number and title of every lesson by its slug, for those that name one another."""
        found = {}
        for path in self.lesson_files():
            number, _, slug = path.stem.partition("-")
            value = read_document(path).value
            said = value if isinstance(value, dict) else {}
            found[slug] = Head(slug=slug, number=said.get("number", int(number)), title=str(said.get("title", slug)))
        return found

    def document(self, path: Path) -> Document:
        return read_document(path)

    def number(self, value: float) -> str:
        """A number as people write it: thousands parted, one decimal only where it matters."""
        whole = abs(value) >= 10 or round(float(value), 1).is_integer()
        return format_decimal(value, format="#,##0" if whole else "#,##0.0", locale=self.locale)

    def spoken(self, text: str) -> str:
        """A text as paper has it: the learner's own issue and place in the words that stand in for them."""
        for name in ("issue", "place"):
            text = text.replace(f"{{{name}}}", self.strings[f"own_{name}"])
        return text.strip()

    def __repr__(self) -> str:
        return f"<Course {self.id} in {self.root}>"


def find_root(start: Path | None = None) -> Path:
    """The folder of the course at hand: ``COURSE_ROOT``, else the nearest one around the folder one stands in, else
    the checkout that this engine runs from.

    A notebook so uses the course that lies beside it, whatever else is installed.

    Raises:
        DataError: none of them holds a course.
    """
    named = os.environ.get(SETTING)
    if named:
        return Path(named)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[1]):
        if is_course(folder):
            return folder
    raise DataError(here / CONFIG, "", f"there is no course here. Go to its folder, or set {SETTING} to it")


def is_course(folder: Path) -> bool:
    """Whether a folder holds a course: other Jupyter Books have a ``_config.yml`` too."""
    path = folder / CONFIG
    return path.is_file() and _names_course(path, path.stat().st_mtime_ns)


@cache
def _names_course(path: Path, _changed: int) -> bool:
    """Whether a file of settings is a course's; looked up at every `current`, so read once until it changes."""
    try:
        config: Any = read_document(path).value
        return "course_id" in config["sphinx"]["config"]
    except (DataError, KeyError, TypeError):
        return False


@cache
def _at(root: Path) -> Course:
    return Course(root)


def current() -> Course:
    """The course at hand, see `find_root`; read once for each folder."""
    return _at(find_root().resolve())
