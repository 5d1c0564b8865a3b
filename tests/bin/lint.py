"""Run every check of style and types, all of them even when one fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = [sys.executable, "-m"]
CHECKS = {
    "ruff": [*PYTHON, "ruff", "check", "--quiet", "."],
    # --check: without it, `format` mends the files and is content.
    "format": [*PYTHON, "ruff", "format", "--check", "--quiet", "."],
    "mypy": [*PYTHON, "mypy", "--no-error-summary"],
    "tsc": ["node", "tests/node_modules/typescript/bin/tsc", "-p", "tests"],
}


def run(name: str) -> subprocess.CompletedProcess[str]:
    """Run one check; ``stdout`` holds all it said."""
    return subprocess.run(
        CHECKS[name], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


def main() -> int:
    """Run all, print what each found; return 1 if any found something."""
    failed = False
    for name in CHECKS:
        done = run(name)
        print(f"{name}: {'ok' if done.returncode == 0 else 'faults'}", flush=True)
        if done.returncode:
            failed = True
            print(done.stdout, flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
