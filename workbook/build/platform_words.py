"""Words that are true in a learning platform, put in the place of those that are true outside one.

There the answers are kept by another part of the browser, and the platform is told what is done. The engine's words
for it have the key of the word that they replace behind ``platform_says_``; a course lists the sentences of its own
pages in ``data/platform_words.yml``.
"""

from __future__ import annotations

import json
from html import escape

from pydantic import TypeAdapter

from ..course import Course
from ..data import read_yaml
from ..mistakes import DataError
from ..spec import PlainText, StrictModel

STEM = "platform_says_"
SENTENCES = "data/platform_words.yml"


class Sentence(StrictModel):
    """A piece of a page without marks or links in it, and what a platform's edition says there."""

    says: PlainText
    platform: PlainText


class PlatformWords:
    """The words of one course, and which of them were found.

    Raises:
        DataError: the course's list is not of the form it must have.
    """

    def __init__(self, course: Course) -> None:
        self.path = course.root / SENTENCES
        found = read_yaml(self.path) if self.path.is_file() else []
        own = TypeAdapter(list[Sentence]).validate_python(found)
        keys = [key.removeprefix(STEM) for key in course.strings if key.startswith(STEM)]
        self.pairs = [(course.strings[key], course.strings[f"platform_says_{key}"]) for key in keys]
        self.pairs += [(one.says, one.platform) for one in own]
        self.own = {one.says for one in own}
        self.missing = {says for says, _ in self.pairs}

    def put(self, text: str, is_page: bool) -> str:
        """A page or a script with the words of the platform's edition."""
        for says, platform in self.pairs:
            for one, other in _forms(says, platform, is_page):
                if one in text:
                    self.missing.discard(says)
                    text = text.replace(one, other)
        return text

    def check(self) -> None:
        """See that no sentence of the course's list has gone stale.

        Raises:
            DataError: a sentence stands on no page.
        """
        stale = sorted(self.missing & self.own)
        if stale:
            raise DataError(self.path, stale[0], "stands on no page. Write it as the page has it, or take it out")


def _forms(says: str, platform: str, is_page: bool) -> list[tuple[str, str]]:
    """A text and its other as they may stand in a page, or in a script."""
    if not is_page:
        return [(json.dumps(says, ensure_ascii=False), json.dumps(platform, ensure_ascii=False))]
    plain = escape(says, quote=False), escape(platform, quote=False)
    quoted = escape(says).replace("&#x27;", "&#39;"), escape(platform).replace("&#x27;", "&#39;")  # as Jinja has it
    curly = plain[0].replace("'", "’"), plain[1].replace("'", "’")  # as Sphinx has it
    return [plain, quoted, curly]
