"""WebKitGTK, the engine of Safari in Debian's packages, driven over WebDriver by a few commands."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DRIVER = "WebKitWebDriver"
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
PATIENCE = 120  # s; a lesson is answered in one command


class WebKit:
    """One window.

    Args:
        address: of the driver.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        options = {"webkitgtk:browserOptions": {"binary": str(BROWSERS[-1]), "args": ["--automation"]}}
        made = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self.session = f"/session/{made['sessionId']}"

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"{self.address}{path}", data, {"Content-Type": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]

    def goto(self, url: str) -> None:
        self._ask("POST", f"{self.session}/url", {"url": url})

    def back(self) -> None:
        self._ask("POST", f"{self.session}/back", {})

    def reload(self) -> None:
        self._ask("POST", f"{self.session}/refresh", {})

    def run(self, script: str) -> Any:
        """The value of an expression in JavaScript."""
        return self._ask("POST", f"{self.session}/execute/sync", {"script": f"return {script};", "args": []})

    def close(self) -> None:
        self._ask("DELETE", self.session)


@contextmanager
def webkit(port: int) -> Iterator[WebKit]:
    """A window on a screen that nobody sees.

    Raises:
        FileNotFoundError: the packages webkit2gtk-driver and xvfb are not installed.
    """
    if not shutil.which(DRIVER) or not shutil.which("xvfb-run") or not BROWSERS:
        raise FileNotFoundError("install WebKitGTK for `make soak`: apt-get install webkit2gtk-driver xvfb")
    process = subprocess.Popen(
        ["xvfb-run", "-a", DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                window = WebKit(f"http://127.0.0.1:{port}")
                break
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
        yield window
        window.close()
    finally:
        process.terminate()
        process.wait(timeout=10)
