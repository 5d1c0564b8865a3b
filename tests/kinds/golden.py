"""Transcripts of live regions as texts on disk: whoever reads one alone should be able to do the exercise."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.support.answering import spoken

FOLDER = Path(__file__).parent / "transcripts"


class Transcript:
    """What one exercise says while keys are pressed.

    Args:
        page: where it stands.
        found: the exercise.

    Attributes:
        lines: what was said, in order.
    """

    def __init__(self, page: Page, found: Locator) -> None:
        self.page, self.found = page, found
        self.lines: list[str] = []

    def hear(self) -> None:
        self.lines.append(spoken(self.found))

    def press(self, *keys: str) -> None:
        """Press keys one after the other, and hear what is said then."""
        for key in keys:
            self.page.keyboard.press(key)
        self.hear()


def assert_golden(name: str, lines: list[str]) -> None:
    """Compare what was said, line by line, with the transcript; where there is none yet, write it and fail.

    Args:
        name: of the transcript, without ``.txt``.
        lines: what was said, in order.
    """
    path = FOLDER / f"{name}.txt"
    text = "".join(f"{line}\n" for line in lines)
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        raise AssertionError(f"{path} was not there and has been written: read it, and run the test again")
    assert path.read_text(encoding="utf-8") == text, f"read the difference; if it is right, delete {path} and run again"
