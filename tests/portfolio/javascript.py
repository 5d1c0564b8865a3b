"""The browser's own reading of portfolio files and answers, in bare Node."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.support.node import Replies
from workbook.course import current


class Browserlike(Replies):
    """A Node process with the scripts of the portfolio page."""

    def __init__(self) -> None:
        super().__init__(Path(__file__).with_name("parse.mjs"))

    def parse(self, text: str) -> dict[str, Any]:
        """What the page makes of a file: the problem in words, or the file as the page writes it."""
        answer: dict[str, Any] = self.ask({"ask": "file", "text": text, "course": current().id})
        return answer

    def takes(self, data: bytes) -> bool:
        """Whether the page takes a file with these bytes."""
        code = base64.b64encode(data).decode()
        return bool(self.ask({"ask": "bytes", "bytes": code, "course": current().id}))

    def can_be_answers(self, kind: str, values: Iterable[Any]) -> list[bool]:
        """Which of some values the page takes for answers of a kind."""
        found: list[bool] = self.ask({"ask": "values", "kind": kind, "values": [json.dumps(one) for one in values]})
        return found

    def can_be_records(self, records: Iterable[Any]) -> list[bool]:
        """Which of some records the page takes for its own."""
        found: list[bool] = self.ask({"ask": "records", "records": list(records)})
        return found
