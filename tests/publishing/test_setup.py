"""Setting up: in folders of any name, once, again after a move, and with a sentence that helps where it cannot."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.support.book import ROOT
from tests.support.clones import clone

SETUP = "workbook/build/setup.sh"
#: All that a shell, make, a glob or an address could take for something else.
ODD = "Ünï [neu] & 100% #1 $HOME it's"
#: A package that no index of this machine has, so that pip has to ask.
MISSING = "no-such-package-anywhere==1\n"


def environment(**more: str) -> dict[str, str]:
    """Nothing of this machine's settings for pip: the tests say where it may ask."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PIP_", "PYTHON"))}
    kept = {name: value for name, value in kept.items() if not name.upper().endswith(("_PROXY", "_CA_BUNDLE"))}
    return kept | {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "1", "PYTHON": sys.executable} | more


def set_up(folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", SETUP], cwd=folder, env=environment(**more), capture_output=True, text=True)


def bare(folder: Path) -> Path:
    """A course that needs no package."""
    (folder / SETUP).parent.mkdir(parents=True)
    shutil.copy(ROOT / SETUP, folder / SETUP)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    return folder


def works(folder: Path) -> bool:
    """Whether a folder has an environment that was made for that very folder, with its pip."""
    say = "import sys, pip; print(sys.prefix)"
    done = subprocess.run([folder / ".venv/bin/python", "-c", say], capture_output=True, text=True)
    scripts = (folder / ".venv/bin/activate").read_text(encoding="utf-8")
    return Path(done.stdout.strip()) == folder / ".venv" and str(folder) in scripts


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an odd name, set up."""
    folder = bare(tmp_path_factory.mktemp("places") / ODD)
    done = set_up(folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_it_is_done_once_in_a_folder_of_any_name(ready: Path) -> None:
    assert works(ready)
    before = {path: path.stat().st_mtime_ns for path in (ready / ".venv").iterdir()}
    again = set_up(ready)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert {path: path.stat().st_mtime_ns for path in (ready / ".venv").iterdir()} == before


@pytest.mark.soak
def test_a_folder_that_was_renamed_is_set_up_anew(ready: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved & renamed"
    shutil.copytree(ready, moved, symlinks=True)
    assert not works(moved), "what was made elsewhere is of no use"
    done = set_up(moved)
    assert done.returncode == 0, done.stderr
    assert works(moved)


@contextmanager
def proxy(folder: Path) -> Iterator[dict[str, str]]:
    """A proxy that wants a password."""

    class Refusing(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            self.send_error(407, "Proxy Authentication Required")

        def log_message(self, format: str, *args: object) -> None:
            pass

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Refusing)) as port:
        yield {"HTTPS_PROXY": f"http://127.0.0.1:{port}", "PIP_INDEX_URL": "https://index.invalid/simple"}


@contextmanager
def inspection(folder: Path) -> Iterator[dict[str, str]]:
    """An index behind a certificate that this machine does not know, as where a network looks into connections."""
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes a certificate, is not here")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout {key} -out {certificate}"
    subprocess.run(made.split(), check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with serving(server) as port:
        yield {"PIP_INDEX_URL": f"https://127.0.0.1:{port}/simple"}


@contextmanager
def silence(folder: Path) -> Iterator[dict[str, str]]:
    """An index that is not there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        yield {"PIP_INDEX_URL": f"http://127.0.0.1:{probe.getsockname()[1]}/simple"}


@contextmanager
def emptiness(folder: Path) -> Iterator[dict[str, str]]:
    """An index that has nothing: what pip itself says is passed on."""
    yield {"PIP_NO_INDEX": "1"}


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[int]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "network, said",
    [
        (inspection, "export PIP_CERT=/path/to/that/file"),
        (proxy, "export HTTPS_PROXY=http://name:password@proxy:port"),
        (silence, "connect, then make again"),
        (emptiness, "Could not find a version that satisfies the requirement no-such"),
    ],
)
def test_a_network_that_refuses_is_explained(network, said: str, ready: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (ready / "requirements.txt").write_text(MISSING, encoding="utf-8")
    with network(tmp_path) as settings:
        done = set_up(ready, **settings)
    assert done.returncode == 1
    assert said in done.stderr and len(done.stderr.splitlines()) == 1
    assert (ready / ".venv-setup.log").is_file()


@pytest.mark.parametrize("python", ["/no/such/python", "/bin/false"])
def test_a_python_that_does_not_run_is_named(python: str, tmp_path: Path) -> None:
    done = set_up(bare(tmp_path / "course"), PYTHON=python)
    assert done.returncode == 1
    assert f"PYTHON is set to '{python}'" in done.stderr


@pytest.mark.soak("the whole environment is installed by `make soak` only")
def test_the_whole_course_is_set_up_and_built_in_a_folder_of_any_name(tmp_path: Path) -> None:
    root = clone(tmp_path / ODD)
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COURSE_", "MAKE"))}
    for _ in range(2):
        done = subprocess.run(["make", "zip"], cwd=root, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-1000:] + done.stderr[-2000:]
    assert "Building" not in done.stdout and "Installing" not in done.stdout
    assert (root / "_build" / "html" / "index.html").is_file()
