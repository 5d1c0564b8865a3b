"""The terms of the glossary."""

from __future__ import annotations

import re

from tests.support.book import ROOT

GLOSSARY = ROOT / "book" / "glossary.md"


def terms(text: str) -> list[str]:
    """The terms of a glossary, in order."""
    block = re.search(r"```\{glossary\}\n(.*?)\n```", text, re.DOTALL)
    assert block, "the page has no glossary"
    return [line for line in block[1].splitlines() if line and not line.startswith(" ")]
