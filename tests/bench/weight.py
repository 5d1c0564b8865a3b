"""What a first visit to a page transfers, as a server sends it that compresses."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

KB = 1024


def transfer(browser: Browser, url: str) -> float:
    """KB over the wire, headers included, in a fresh context."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[float] = []

    def finished(event: dict[str, Any]) -> None:
        sizes.append(event["encodedDataLength"])

    session = context.new_cdp_session(page)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(sizes) / KB


def packed(content: bytes) -> float:
    """KB of some content, packed as a server packs it."""
    return len(gzip.compress(content, 9)) / KB


def compressed(files: list[Path]) -> float:
    """KB of files, each packed for itself."""
    return sum(packed(path.read_bytes()) for path in files)
