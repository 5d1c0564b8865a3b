"""What other programs read of the pages, in the built book and where a public address is known."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.support.book import ROOT, Book
from tests.support.clones import clone
from tests.support.lessons import lessons

COUNTED = [one for one in lessons() if not one.optional]


def described(soup: BeautifulSoup) -> dict[str, Any]:
    script = soup.find("script", type="application/ld+json")
    found: dict[str, Any] = json.loads(script.get_text()) if script else {}
    return found


def meta(soup: BeautifulSoup, name: str) -> str:
    found = soup.find("meta", property=name) or soup.find("meta", attrs={"name": name})
    return str(found["content"]) if found else ""


def test_the_course_and_its_lessons_are_described(book: Book) -> None:
    course = described(book.soups[book.home])
    assert course["@type"] == "Course"
    assert [one["name"] for one in course["hasPart"]] == [one.title for one in COUNTED]
    for lesson in COUNTED:
        said = described(book.soups[f"{lesson.page}.html"])
        assert (said["@type"], said["name"], said["teaches"]) == ("LearningResource", lesson.title, lesson.outcomes)
        assert meta(book.soups[f"{lesson.page}.html"], "og:title") == lesson.title


def test_without_an_address_nothing_pretends_to_have_one(book: Book) -> None:
    if os.environ.get("COURSE_URL"):
        pytest.skip("this book was built for an address")
    for page in book.full_pages:
        soup = book.soups[page]
        assert soup.find("link", rel="canonical") is None
        assert meta(soup, "og:url") == meta(soup, "og:image") == ""
    assert not (book.root / "sitemap.xml").exists()


def test_every_page_with_words_has_a_description(book: Book) -> None:
    assert [
        page
        for page in book.full_pages
        if page.startswith(("book/", "notebooks/")) and not meta(book.soups[page], "description")
    ] == []


def test_the_citation_file_is_whole() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(cited)
    assert cited["title"] == yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["title"]


@pytest.mark.soak("a second book is built by `make soak` only")
def test_with_an_address_pages_say_where_they_are(tmp_path: Path) -> None:
    root = clone(tmp_path / "course")
    environment = os.environ | {
        "COURSE_URL": "https://example.org/course",
        "COURSE_REPOSITORY": "https://github.com/owner/name",
        "PYTHONPATH": str(root),
    }
    subprocess.run([sys.executable, "-m", "workbook", "build"], cwd=root, env=environment, check=True)
    built = Book(root / "_build" / "html")
    home = built.soups[built.home]
    canonical = home.find("link", rel="canonical")
    assert canonical is not None and canonical["href"] == "https://example.org/course/book/welcome.html"
    assert meta(home, "og:image") == "https://example.org/course/_static/card.png"
    assert (built.root / "_static" / "card.png").is_file()
    sitemap = (built.root / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"https://example.org/course/{one.page}.html" in sitemap for one in COUNTED)
    link = built.soups["book/binder.html"].select_one("article a[href^='https://mybinder.org/']")
    assert link is not None and "owner/name" in str(link["href"])
    shutil.rmtree(root)
