"""A JupyterLab of the tests' own: a free port, no token, nothing of the user's."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NotYet

from tests.support.book import ROOT
from tests.support.visits import Visits

START = 60  # seconds that a slow machine may take to start JupyterLab
ANSWER = 20  # seconds for a kernel to answer
SLOW = 60_000  # ms for what waits on a kernel
ASKED = 3_000  # ms in which a notebook shows that it has begun to run
#: Are that many exercises alive? The first condition for `run_all`.
ALIVE = "count => document.querySelectorAll('.sl-host .sl-exercise.sl-alive').length === count"
READY = ".jp-Notebook-ExecutionIndicator[data-status=idle]"
BEGUN = "[...document.querySelectorAll('.jp-InputPrompt')].some(one => one.textContent.includes('*'))"
#: How a notebook stands: its prompts, what is alive, and what raised an error.
STANDS = """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(one => one.textContent).join(' ')
  + ` alive: ${document.querySelectorAll('.sl-host .sl-exercise.sl-alive').length}; `
  + [...document.querySelectorAll('.jp-RenderedText[data-mime-type*=error]')].map(one => one.innerText).join(' | ')"""
#: Code that prints the answer of every exercise in the notebook, as JSON.
VALUES = """import json
from workbook.course import current
from workbook.portfolio.kernel_session import session
print(json.dumps({exercise.id: exercise.value for exercise in session(current()).shown}))"""
#: What JupyterLab itself logs; its extensions ask for a kernel before there is one.
ITS_OWN = ("console error", "page error: Session has no kernel.")
SETTINGS = {
    # Off-screen cells would otherwise not be in the page at all.
    "notebook-extension/tracker": {"windowingMode": "none"},
    # It asks the makers' site for news.
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab.

    Args:
        url: its address.
        runtime: where its kernels put their connection files.
    """

    url: str
    runtime: Path

    def run(self, code: str) -> str:
        """Run code in the kernel of the one open notebook; what it prints.

        Raises:
            RuntimeError: the code raised, or nothing answered in time.
        """
        files = sorted(self.runtime.glob("kernel-*.json"))
        client = BlockingKernelClient(connection_file=str(files[-1]))
        client.load_connection_file()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=ANSWER)
            sent = client.execute(code, store_history=False)
            printed = ""
            while True:
                message = client.get_iopub_msg(timeout=ANSWER)
                if message["parent_header"].get("msg_id") != sent:
                    continue
                kind, content = message["msg_type"], message["content"]
                if kind == "stream":
                    printed += content["text"]
                elif kind == "error":
                    raise RuntimeError(f"{content['ename']}: {content['evalue']}")
                elif kind == "status" and content["execution_state"] == "idle":
                    return printed
        except Empty:
            raise RuntimeError(f"the kernel did not answer within {ANSWER} s") from None
        finally:
            client.stop_channels()


def run_all(page: Page, done: str, arg: Any = None) -> None:
    """Choose 'Run All Cells', and wait until ``done``, a condition in JavaScript, holds.

    JupyterLab lets the wish drop, without a word, while its kernel is not quite there; so ask again where no
    cell has begun.
    """
    page.locator(READY).first.wait_for(timeout=SLOW)
    _ask(page, done, arg)
    ended = f"given => !{BEGUN} && ({done})(given)"
    with suppress(NotYet):
        page.wait_for_function(ended, arg=arg, timeout=SLOW)
        return
    # In one of some twenty runs on a busy machine what had begun did not end so. Why is not known: so say how the
    # notebook stands, and ask once more.
    print(page.evaluate(STANDS))
    _ask(page, done, arg)
    page.wait_for_function(ended, arg=arg, timeout=SLOW)


def _ask(page: Page, done: str, arg: Any) -> None:
    """Choose 'Run All Cells' until a cell has begun, or all is done."""
    for _ in range(12):
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        with suppress(NotYet):
            page.wait_for_function(f"given => {BEGUN} || ({done})(given)", arg=arg, timeout=ASKED)
            return


def own_faults(visits: Visits) -> list[str]:
    """What went wrong on a page of JupyterLab, without what it logs of its own."""
    return [fault for fault in visits.faults() if not fault.startswith(ITS_OWN)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_settings(folder: Path) -> None:
    for name, settings in SETTINGS.items():
        path = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings), encoding="utf-8")


@contextmanager
def running(notebooks: Path, home: Path, python: Path | None = None) -> Iterator[Lab]:
    """Start JupyterLab on a folder of notebooks, and stop it and its kernels afterwards.

    Args:
        notebooks: what it shows.
        home: an empty folder for its settings, log and connection files.
        python: the Python of another environment to start it in; it then also imports the course from there.
    """
    write_settings(home / "settings")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "COURSE_"))}
    env = kept | {
        "HOME": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }
    if python is None:
        env["PYTHONPATH"] = str(ROOT)
    port = free_port()
    flags = (f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--ServerApp.ip=127.0.0.1", "--no-browser")
    open_door = ("--IdentityProvider.token=", "--ServerApp.allow_root=True", f"--ServerApp.root_dir={notebooks}")
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            [str(python or sys.executable), "-m", "jupyterlab", *flags, *open_door],
            env=env,
            cwd=notebooks,
            stdout=log,
            stderr=log,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, server, home / "log")
        yield Lab(url, home / "runtime")
    finally:
        server.terminate()  # It shuts its kernels down on the way out.
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=ANSWER)
        server.kill()
        server.wait()


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}/api/status", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")
