"""The built book, as files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"


class NotBuilt(Exception):
    """There is no built book; the message says how to make one."""


class Soups(Mapping[str, BeautifulSoup]):
    """Pages by their path below a root, each parsed when it is first asked for: most tests look at few."""

    def __init__(self, root: Path, pages: list[str]) -> None:
        self._root = root
        self._parsed: dict[str, BeautifulSoup | None] = dict.fromkeys(pages)

    def __getitem__(self, page: str) -> BeautifulSoup:
        found = self._parsed[page]
        if found is None:
            found = self._parsed[page] = BeautifulSoup((self._root / page).read_bytes(), "lxml")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._parsed)

    def __len__(self) -> int:
        return len(self._parsed)


class Book:
    """The pages below one folder.

    Raises:
        NotBuilt: the folder holds no pages.
    """

    def __init__(self, root: Path = HTML) -> None:
        self.root = root
        if not (root / "index.html").is_file():
            raise NotBuilt("The book is not built: run `make book` first (`make test` does it for you).")

    @cached_property
    def pages(self) -> list[str]:
        """Every page a reader can come to, as a path below the root."""
        found = [path.relative_to(self.root) for path in self.root.rglob("*.html")]
        return sorted(str(path) for path in found if not path.parts[0].startswith("_"))

    @cached_property
    def soups(self) -> Soups:
        return Soups(self.root, self.pages)

    def redirects(self, page: str) -> bool:
        """Only sends the reader on to another page."""
        return self.soups[page].find("meta", attrs={"http-equiv": "refresh"}) is not None

    @property
    def full_pages(self) -> list[str]:
        return [page for page in self.pages if not self.redirects(page)]

    @cached_property
    def home(self) -> str:
        """The welcome page: where ``index.html`` leads, or that page itself."""
        refresh = self.soups["index.html"].find("meta", attrs={"http-equiv": "refresh"})
        return str(refresh["content"]).partition("url=")[2] if refresh else "index.html"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the welcome page says of the course: ``course``, ``lessons``, ``exercises``."""
        return manifest_of(self.soups[self.home])

    @cached_property
    def lessons(self) -> dict[str, list[dict[str, Any]]]:
        """The exercises of each lesson, by the lesson's page."""
        by_page: dict[str, list[dict[str, Any]]] = {}
        for entry in self.manifest["exercises"]:
            by_page.setdefault(f"{entry['page']}.html", []).append(entry)
        return by_page

    @property
    def course_lessons(self) -> list[str]:
        """Pages of the lessons that count for the course's progress; the model room is none of them."""
        return [page for page, entries in self.lessons.items() if not entries[0].get("optional")]

    @property
    def largest_lesson(self) -> str:
        return max(self.course_lessons, key=lambda page: (self.root / page).stat().st_size)


def manifest_of(soup: BeautifulSoup) -> dict[str, Any]:
    """The manifest in a page; empty where it has none."""
    script = soup.find("script", id="sl-course")
    return expanded(json.loads(script.get_text())) if script else {}


def expanded(found: dict[str, Any]) -> dict[str, Any]:
    """A manifest with what its pages have in common in each of their exercises, as scripts read it."""
    exercises: list[dict[str, Any]] = []
    for page in found.get("pages", []):
        common = {name: value for name, value in page.items() if name != "exercises"}
        for one in page["exercises"]:
            head = {**common, **one}
            exercises.append(head)
            if "versions" in one:
                title = {"title": one.get("title")}
                head["versions"] = [{**title, **its, "setting": setting} for setting, its in one["versions"].items()]
                own = {**common, "kind": one["kind"], "of": one["id"]}
                others = [(its["id"], its["title"]) for its in head["versions"] if its["id"] != one["id"]]
                exercises += [{**own, "id": id} | ({"title": title} if title else {}) for id, title in others]
    return {**found, "exercises": exercises}
