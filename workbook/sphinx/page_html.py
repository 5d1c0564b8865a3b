"""Reads a page's HTML with a parser and changes only what is named: all else stays to the letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate


@dataclass
class Bulk:
    """Data of an exercise that is too heavy for its page.

    Args:
        exercise: its id.
        key: the name of the data, the same for the same data.
        data: it; nothing where it stands further up under the same key.
        start, end: where its element stands.
    """

    exercise: str
    key: str
    data: str
    start: int
    end: int


@dataclass
class Link:
    """A link of the page: where it leads, its words, and where its start tag ends."""

    address: str
    end: int
    words: list[str] = field(default_factory=list)


class PageHtml(HTMLParser):
    """One page's body, read once.

    Args:
        html: the body.
        near: the elements of exercises whose scripts are loaded once they come near the window.

    Attributes:
        elements: the names of all its elements, without those within such exercises.
        waiting: those, by the exercise's id.
        classes: all its classes and ids.
        pictures: for each picture its address and its alternative text (None: not given).
        links: in their order.
        bulks: heavy data of its exercises.
        text: all its words, in pieces.
        h1_end: behind the first heading of the first level; None where there is none.
    """

    def __init__(self, html: str, near: frozenset[str] = frozenset()) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.near = near
        self.elements: set[str] = set()
        self.waiting: dict[str, set[str]] = {}
        self.classes: set[str] = set()
        self.pictures: list[tuple[str, str | None]] = []
        self.links: list[Link] = []
        self.bulks: list[Bulk] = []
        self.text: list[str] = []
        self.h1_end: int | None = None
        self._starts = [0, *accumulate(len(line) for line in html.splitlines(keepends=True))]
        self._edits: list[tuple[int, int, str]] = []
        self._open_link: Link | None = None
        self._exercise = ""  # the one that began last
        self._bulk: tuple[int, str, list[str]] | None = None  # where heavy data began, its key and its pieces
        self._head_cell: int | None = None  # where an empty head of a table began
        self._within: set[str] | None = None  # the elements of the exercise at hand, if its scripts wait
        self.feed(html)
        self.close()

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def edit(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in the place of what stands from ``start`` to ``end``."""
        self._edits.append((start, end, text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, raw = self._at, self.get_starttag_text() or ""
        end = start + len(raw)
        given = dict(attrs)
        if tag in self.near:
            self._within = self.waiting.setdefault(given.get("id") or "", set())
        (self.elements if self._within is None else self._within).add(tag)
        self.classes.update((given.get("class") or "").split(), {given.get("id") or ""})
        if tag == "img":
            self.pictures.append((given.get("src") or "", given["alt"] or "" if "alt" in given else None))
        if tag == "a" and given.get("href"):
            self._open_link = Link(given["href"] or "", end)
        self._head_cell = start if tag == "th" else None
        if tag.startswith("sl-") and "data-kind" in given:
            self._exercise = given.get("id") or ""
        if tag == "script" and given.get("data-part") == "bulk":
            self._bulk = (start, given.get("data-key") or "", [])
        self._mend(tag, given, start, end, raw)

    def _mend(self, tag: str, given: dict[str, str | None], start: int, end: int, raw: str) -> None:
        """Take out faults that myst-nb and docutils put there: the label of a fold hides what stands on it, and a
        list of sources has entries of a role that is no more."""
        if tag == "summary" and given.get("aria-label") == "Toggle hidden content":
            self.edit(start, end, "<summary>")
        if given.get("role") == "doc-biblioentry":
            self.edit(start, end, raw.replace('role="doc-biblioentry"', 'role="listitem"'))

    def handle_endtag(self, tag: str) -> None:
        end = self.html.index(">", self._at) + 1
        if tag in self.near:
            self._within = None
        if tag == "script" and self._bulk:
            start, key, pieces = self._bulk
            self.bulks.append(Bulk(self._exercise, key, "".join(pieces), start, end))
            self._bulk = None
        if tag == "a" and self._open_link:
            self.links.append(self._open_link)
            self._open_link = None
        if tag == "th" and self._head_cell is not None:
            # pandas leaves cells of heads empty, which are announced as heads.
            self.edit(self._head_cell, end, "<td></td>")
        if tag == "h1" and self.h1_end is None:
            self.h1_end = end
        self._head_cell = None

    def handle_data(self, data: str) -> None:
        if self._bulk:
            self._bulk[2].append(data)
            return
        self.text.append(data)
        if self._open_link:
            self._open_link.words.append(data)
        if data.strip():
            self._head_cell = None

    def changed(self) -> str:
        """The body with all changes made."""
        out, at = [], 0
        for start, end, text in sorted(self._edits):
            if start >= at:
                out += [self.html[at:start], text]
                at = end
        return "".join([*out, self.html[at:]])


class _Spans(HTMLParser):
    """Finds elements, from the first sign of each to its last.

    Args:
        html: a page.
        wanted: the name of an element that is looked for, from its tag and attributes; nothing for all others.
    """

    def __init__(self, html: str, wanted: Callable[[str, dict[str, str | None]], str | None]) -> None:
        super().__init__(convert_charrefs=True)
        self.html, self.wanted = html, wanted
        self.found: list[tuple[str, int, int]] = []
        self._starts = [0, *accumulate(len(line) for line in html.splitlines(keepends=True))]
        self._open: list[tuple[str, str, int]] = []  # name, tag, where it began; inner ones of its tag without a name
        self.feed(html)
        self.close()

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._open:
            if tag == self._open[0][1]:
                self._open.append(("", tag, self._at))
        elif name := self.wanted(tag, dict(attrs)):
            self._open.append((name, tag, self._at))

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[0][1]:
            name, _, start = self._open.pop()
            if not self._open:
                self.found.append((name, start, self.html.index(">", self._at) + 1))


def without(html: str, name: str) -> str:
    """A page without the elements of one class; all else to the letter."""
    spans = _Spans(html, lambda _, attrs: name if name in (attrs.get("class") or "").split() else None).found
    return _with(html, [(start, end, "") for _, start, end in spans])


def with_exercises(html: str, fresh: Callable[[str], str | None]) -> str:
    """A page with its exercises made anew.

    Args:
        html: the page.
        fresh: the HTML of the exercise with an id; nothing where it stays as it is.
    """

    def wanted(tag: str, attrs: dict[str, str | None]) -> str | None:
        return attrs.get("id") if tag.startswith("sl-") and attrs.get("data-kind") else None

    return _with(
        html,
        [(start, end, new) for id, start, end in _Spans(html, wanted).found if (new := fresh(id)) is not None],
    )


def _with(html: str, edits: list[tuple[int, int, str]]) -> str:
    out, at = [], 0
    for start, end, text in edits:
        out += [html[at:start], text]
        at = end
    return "".join([*out, html[at:]])
