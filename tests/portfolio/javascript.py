"""The browser's own reading of portfolio files, in bare Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Self

from workbook.data import course_id


class Browserlike:
    """A Node process that keeps answering: text in, problem or text out."""

    def __enter__(self) -> Self:
        script = Path(__file__).with_name("parse.mjs")
        self.process = subprocess.Popen(
            ["node", "--no-warnings", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=10)

    def parse(self, text: str) -> dict[str, Any]:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"text": text, "course": course_id()}) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer
