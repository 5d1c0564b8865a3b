"""Which Chromium the tests drive, and with which flags."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType
from playwright.sync_api import Error as PlaywrightError

#: The first is the same browser without the code for windows: a page opens in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The browser's own services call out in spite of the flags above: no name but this machine's resolves.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


class NoBrowser(Exception):
    """There is no Chromium to drive; the message says how to get one."""


def chromium_path() -> str | None:
    """The Chromium to drive: ``CHROMIUM`` if set, else the system's, else None: Playwright's own.

    Raises:
        NoBrowser: ``CHROMIUM`` names no program.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if not found:
            raise NoBrowser(f"CHROMIUM is set to '{named}', which is not a program. Correct it or unset it.")
        return found
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def launch(chromium: BrowserType, *more: str) -> Browser:
    """Start Chromium without a window.

    Args:
        chromium: Playwright's way to start one.
        more: flags besides the usual ones.

    Raises:
        NoBrowser: none is there, or it does not start.
    """
    try:
        return chromium.launch(executable_path=chromium_path(), args=[*FLAGS, *more])
    except PlaywrightError as error:
        reason = str(error).splitlines()[0]
        raise NoBrowser(
            f"Chromium does not start ({reason}). Install the package 'chromium', or set CHROMIUM to the path of one."
        ) from None


def with_profile(chromium: BrowserType, profile: Path, **options: Any) -> BrowserContext:
    """Start Chromium with a profile on disk, as a learner has one.

    Contexts without a profile have been seen to forget what pages from a folder stored: once in 75 reloads on
    a busy machine. With one, and over http, that was not seen in as many.
    """
    return chromium.launch_persistent_context(profile, executable_path=chromium_path(), args=list(FLAGS), **options)
