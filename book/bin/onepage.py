"""Put the pages of the built book one after the other into one page, to print it whole.

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
from urllib.parse import urldefrag

import yaml
from bs4 import BeautifulSoup, Tag

#: Works on screen only: on paper it would say that there are no answers yet.
LEFT_OUT = {"book/portfolio"}
#: Attributes that name ids, one or several.
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
SHEETS = (
    "_static/styles/book.css",
    "_static/course-theme.css",
    "_static/course/course.css",
    "_static/print.css",
    "_static/facilitators.css",
)
SCRIPT = "_static/course/course.js"
LOCAL = re.compile(r"url\(#([^)]*)\)")
KEY_LINE = re.compile(r'<li class="paper-key">.*?</li>')
NUMBERED = re.compile(r"<a [^>]*data-page=[^>]*>")
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
        return posixpath.basename(self.name)

    @property
    def title(self) -> str:
        heading = self.article.find("h1")
        return " ".join(heading.get_text().split()) if heading else self.id

    @property
    def has_exercises(self) -> bool:
        return self.article.select_one(".sl-exercise[data-kind]") is not None


def order(toc: dict[str, Any]) -> list[tuple[str, str]]:
    """Every page that is printed, as (part, name), in the order of reading."""
    found = [("", str(toc["root"]))]
    for part in toc["parts"]:
        for one in part["chapters"]:
            files = [one["file"], *(section["file"] for section in one.get("sections", []))]
            found += [(str(part.get("caption", "")), str(file)) for file in files]
    return [(part, name) for part, name in found if name not in LEFT_OUT]


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
        if re.match(r"[a-z]+:", address):
            continue
        way, anchor = urldefrag(address)
        page = posixpath.normpath(posixpath.join(folder, way)).removesuffix(".html") if way else chapter.name
        if page not in names:
            link.name = "span"
            del link["href"]
            continue
        link["href"] = f"#{names[page].get(anchor, anchor) if anchor else posixpath.basename(page)}"
        if link.has_attr("data-title"):
            link["data-page"] = UNKNOWN


def chapters(book: Path, toc: dict[str, Any]) -> tuple[list[Chapter], str]:
    """The chapters of the built ``book``, and the manifest of its exercises, which the script reads."""
    found, names, manifest = [], {}, ""
    for part, name in order(toc):
        soup = BeautifulSoup((book / f"{name}.html").read_bytes(), "lxml")
        article = soup.find("article")
        if article is None:
            raise ValueError(f"{name}.html has no article: the book's layout changed. Mend book/bin/onepage.py.")
        script = article.find("script", id="sl-course")
        if script is not None:
            manifest = str(script.extract())
        for idle in article.select(".headerlink, sl-progress, .sl-keep, .course-zip"):
            idle.decompose()
        chapter = Chapter(name, part, article)
        for picture in article.select("img[src]"):
            picture["src"] = posixpath.normpath(posixpath.join(book.name, posixpath.dirname(name), str(picture["src"])))
        names[name] = rename(article, chapter.id)
        article["id"] = chapter.id
        found.append(chapter)
    for chapter in found:
        point(chapter, names)
    return found, manifest


def entry(id: str, words: str) -> str:
    """One line of the contents."""
    return f'<li><a href="#{id}" data-page="{UNKNOWN}"><span>{html.escape(words)}</span></a></li>'


def contents(found: list[Chapter]) -> str:
    """The table of contents, with the answer key of each chapter that has one."""
    lines, part = [], ""
    for chapter in found:
        if chapter.part != part:
            part = chapter.part
            lines.append(f'</ul><p class="paper-part">{html.escape(part)}</p><ul>')
        lines.append(entry(chapter.id, chapter.title))
        if chapter.has_exercises:
            lines.append(entry(f"{chapter.id}-key", "Answer key").replace("<li>", '<li class="paper-key">'))
    return f'<nav class="paper-contents" aria-label="Contents"><ul>{"".join(lines)}</ul></nav>'


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


def whole(book: Path, config: dict[str, Any], toc: dict[str, Any]) -> str:
    """The whole course as one page, which must stand beside the folder of the book.

    Args:
        book: the folder of the built book.
        config: what ``_config.yml`` says.
        toc: what ``_toc.yml`` says.
    """
    found, manifest = chapters(book, toc)
    title = html.escape(str(config["title"]))
    own = (Path(__file__).parents[1] / "assets" / "whole.css").read_text(encoding="utf-8")
    sheets = "".join(f'<link rel="stylesheet" href="{book.name}/{sheet}">' for sheet in SHEETS)
    articles = "".join(str(chapter.article) for chapter in found)
    return (
        f'<!DOCTYPE html><html lang="{config["sphinx"]["config"]["language"]}" data-theme="light" data-mode="light">'
        f'<head><meta charset="utf-8"><title>{title}</title>{sheets}<style>{own}{feet(found)}</style></head>'
        f'<body><main class="bd-main"><div class="bd-content"><div class="bd-article-container">'
        f'<div class="bd-article paper-cover"><p class="paper-title">{title}</p>'
        f"<p>An interactive course in systems leadership, as worksheets on paper.</p>"
        f"<p>Each lesson has its answer key at its end. Models, search and your portfolio work on screen only.</p>"
        f"<p>Code: MIT. Content: CC BY 4.0. {html.escape(str(config['author']))}, {config['copyright']}.</p>"
        f"{contents(found)}</div>{articles}</div></div></main>{manifest}"
        f'<script src="{book.name}/{SCRIPT}"></script></body></html>'
    )


def settings(root: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What ``_config.yml`` and ``_toc.yml`` below ``root`` say."""
    config, toc = (yaml.safe_load((root / name).read_text(encoding="utf-8")) for name in ("_config.yml", "_toc.yml"))
    return config, toc


def fill(page: str, numbers: dict[str, int]) -> str:
    """The page with the number of the printed page beside each link; ``numbers`` by the id that it leads to.

    Chapters whose exercises withhold nothing have no answer key: its line in the contents goes.
    """

    def number(link: re.Match[str]) -> str:
        return link[0].replace(f'data-page="{UNKNOWN}"', f'data-page="{numbers.get(target_of(link[0]), "")}"')

    page = KEY_LINE.sub(lambda line: line[0] if target_of(line[0]) in numbers else "", page)
    return NUMBERED.sub(number, page)


def target_of(link: str) -> str:
    """The id that a link leads to."""
    found = re.search(r'href="#([^"]*)"', link)
    return html.unescape(found[1]) if found else ""


def targets(page: str) -> set[str]:
    """The ids that links with a page number lead to."""
    return {target_of(link[0]) for link in NUMBERED.finditer(page)}
