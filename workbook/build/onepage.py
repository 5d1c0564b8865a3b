"""Puts the pages of the built book one after the other into one page, to print it whole.

A PDF put together from printed pages would lose its structure and its language; one page keeps both. Ids of
exercises are unique in the course and stay as they are, because answers and labels hang on them. Every other
id gets its page's name in front.
"""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

from bs4 import BeautifulSoup, Tag

from .. import bundle, sphinx
from ..course import Course
from ..data import read_yaml
from ..files import visible
from ..sphinx import group_pages
from ..sphinx.assets import ASSETS, needed

#: Works on screen only: on paper it would say that there are no answers yet.
LEFT_OUT = {"book/portfolio", "book/record-of-study"}
#: Attributes that name ids, one or several.
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
LOCAL = re.compile(r"url\(#([^)]*)\)")
UNKNOWN = "000"  # stands for a page number until there is one: as wide as most


@dataclass(frozen=True)
class Chapter:
    """One page of the book on its way into the whole.

    Args:
        name: its file below the book, without ending.
        part: the heading it stands under in the table of contents.
        article: its words.
    """

    name: str
    part: str
    article: Tag

    @property
    def id(self) -> str:
        """Its file's name; an exercise on it may be called the same, and keeps that."""
        name = posixpath.basename(self.name)
        return f"{name}-page" if self.article.find(class_="sl-exercise", id=name) else name

    @property
    def title(self) -> str:
        heading = self.article.find("h1")
        return " ".join(heading.get_text().split()) if heading else self.id

    @property
    def has_exercises(self) -> bool:
        return self.article.select_one(".sl-exercise[data-kind]") is not None


def order(course: Course) -> list[tuple[str, str]]:
    """Every page that is printed, as (part, name), in the order of reading."""
    toc = read_yaml(course.root / "_toc.yml")
    found = [("", str(toc["root"]))]
    for part in toc.get("parts") or [{"chapters": toc.get("chapters", [])}]:
        for one in part["chapters"]:
            found += [(str(part.get("caption", "")), name) for name in _names(course, one)]
    return [(part, name) for part, name in found if name not in LEFT_OUT]


def _names(course: Course, entry: dict[str, Any]) -> list[str]:
    """The pages of one entry of the table of contents: a file with those below it, or all that fit a pattern."""
    if "glob" in entry:
        paths = visible(course.root, f"{entry['glob']}.*")
        return [path.relative_to(course.root).with_suffix("").as_posix() for path in paths]
    return [str(entry["file"]), *(str(section["file"]) for section in entry.get("sections", []))]


def rename(article: Tag, prefix: str) -> dict[str, str]:
    """Give the ids of a page, but those of exercises, ``prefix``; return each old id with its new one."""
    kept = {id(one) for one in article.select(".sl-exercise[data-kind], .sl-exercise[data-kind] *")}
    names = {str(one["id"]): f"{prefix}--{one['id']}" for one in article.select("[id]") if id(one) not in kept}
    for one in article.find_all():
        if id(one) in kept:
            continue
        if one.get("id") in names:
            one["id"] = names[str(one["id"])]
        for attribute, value in list(one.attrs.items()):
            text = " ".join(value) if isinstance(value, list) else str(value)
            if attribute in REFERENCES:
                one[attribute] = " ".join(names.get(word, word) for word in text.split())
            elif "url(#" in text:
                one[attribute] = LOCAL.sub(lambda found: f"url(#{names.get(found[1], found[1])})", text)
    return names


def point(chapter: Chapter, names: dict[str, dict[str, str]]) -> None:
    """Let the links of a chapter lead into the whole; one that leads to a page left out is a link no more."""
    folder = posixpath.dirname(chapter.name)
    for link in chapter.article.select("a[href]"):
        address = str(link["href"])
        if urlsplit(address).scheme:
            continue
        way, anchor = urldefrag(address)
        page = posixpath.normpath(posixpath.join(folder, way)).removesuffix(".html") if way else chapter.name
        if page not in names:
            link.name = "span"
            del link["href"]
            continue
        link["href"] = f"#{names[page].get(anchor, anchor)}"
        if link.has_attr("data-title"):
            link["data-page"] = UNKNOWN


def chapters(course: Course, book: Path) -> tuple[list[Chapter], str]:
    """The chapters of the built ``book``, and the manifest of its exercises, which the script reads."""
    found, names, manifest = [], {}, ""
    for part, name in order(course):
        soup = BeautifulSoup((book / f"{name}.html").read_bytes(), "lxml")
        article = soup.find("article")
        if article is None:
            raise ValueError(f"{name}.html has no article: the book's layout changed. Mend workbook/build/onepage.py.")
        script = article.find("script", id="sl-course")
        if script is not None:
            manifest = str(script.extract())
        for idle in article.select(".headerlink, sl-progress, .sl-keep, .course-zip"):
            idle.decompose()
        chapter = Chapter(name, part, article)
        for picture in article.select("img[src]"):
            picture["src"] = posixpath.normpath(posixpath.join(book.name, posixpath.dirname(name), str(picture["src"])))
        names[name] = {"": chapter.id} | rename(article, chapter.id)
        article["id"] = chapter.id
        found.append(chapter)
    for chapter in found:
        point(chapter, names)
    return found, manifest


def entry(id: str, words: str) -> str:
    """One line of the contents."""
    return f'<li><a href="#{id}" data-page="{UNKNOWN}"><span>{html.escape(words)}</span></a></li>'


def contents(course: Course, found: list[Chapter]) -> str:
    """The table of contents, with the answer key of each chapter that has one."""
    strings = course.strings
    lines, part = [], ""
    for chapter in found:
        if chapter.part != part:
            part = chapter.part
            lines.append(f'</ul><p class="paper-part">{html.escape(part)}</p><ul>')
        lines.append(entry(chapter.id, chapter.title))
        if chapter.has_exercises:
            key = entry(f"{chapter.id}-key", strings["paper_key"])
            lines.append(key.replace("<li>", '<li class="paper-key">'))
    return f'<nav class="paper-contents" aria-label="{strings["paper_contents"]}"><ul>{"".join(lines)}</ul></nav>'


def feet(found: list[Chapter]) -> str:
    """Running titles: each chapter's own at the foot of its pages."""
    return "\n".join(
        f"{selector(one.id)} {{ page: chapter-{one.id} }}\n"
        f'@page chapter-{one.id} {{ @bottom-left {{ content: "{quoted(one.title)}" }} }}'
        for one in found
    )


def selector(id: str) -> str:
    """An id as a selector; the digit that one begins with is escaped."""
    return f"#\\3{id[0]} {id[1:]}" if id[0].isdigit() else f"#{id}"


def quoted(words: str) -> str:
    """Words as they stand between quotation marks in a style sheet."""
    return words.replace("\\", "\\\\").replace('"', '\\"')


def whole(course: Course, book: Path) -> str:
    """The whole course as one page, which must stand beside the folder of the book.

    Args:
        course: the course.
        book: the folder of its built book.
    """
    found, manifest = chapters(course, book)
    strings, title = course.strings, html.escape(course.title)
    own = (Path(sphinx.__file__).parent / "styles" / "whole.css").read_text(encoding="utf-8")
    theirs = [f"{ASSETS}/{name}" for name in bundle.styles(course)]
    names = ["styles/book.css", "course-theme.css", *theirs, "print.css", group_pages.STYLE]
    sheets = "".join(f'<link rel="stylesheet" href="{book.name}/_static/{name}">' for name in names)
    articles = "".join(str(chapter.article) for chapter in found)
    elements = {tag.name for chapter in found for tag in chapter.article.find_all()}
    scripts = needed(bundle.all_chunks(course.package), elements)
    rights = strings["paper_rights"].format(author=course.author, copyright=course.copyright)
    return (
        f'<!DOCTYPE html><html lang="{course.language}" data-theme="light" data-mode="light">'
        f'<head><meta charset="utf-8"><title>{title}</title>{sheets}<style>{own}{feet(found)}</style></head>'
        f'<body><main class="bd-main"><div class="bd-content"><div class="bd-article-container">'
        f'<div class="bd-article paper-cover"><p class="paper-title">{title}</p>'
        f"<p>{strings['paper_about']}</p><p>{strings['paper_keys']}</p><p>{html.escape(rights)}</p>"
        f"{contents(course, found)}</div>{articles}</div></div></main>{manifest}"
        + "".join(f'<script src="{book.name}/_static/{ASSETS}/{name}.js"></script>' for name in scripts)
        + "</body></html>"
    )


def fill(page: str, numbers: dict[str, int]) -> str:
    """The page with the number of the printed page beside each link; ``numbers`` by the id that it leads to.

    Chapters whose exercises withhold nothing have no answer key: its line in the contents goes.
    """
    soup = BeautifulSoup(page, "lxml")
    for line in soup.select("li.paper-key"):
        if target_of(line.a) not in numbers:
            line.decompose()
    for link in soup.select("a[data-page]"):
        link["data-page"] = str(numbers.get(target_of(link), ""))
    return str(soup)


def target_of(link: Tag | None) -> str:
    """The id that a link leads to."""
    return str(link["href"]).removeprefix("#") if link is not None else ""


def targets(page: str) -> set[str]:
    """The ids that links with a page number lead to."""
    return {target_of(link) for link in BeautifulSoup(page, "lxml").select("a[data-page]")}
