"""Run every check of style, types and imports, all of them even when one fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = [sys.executable, "-m"]
PRETTIER = "tests/node_modules/prettier/bin/prettier.cjs"
FORMATTED = ["workbook/**/*.{js,css}", "systems_leadership/**/*.{js,css}", "tests/**/*.mjs"]
CHECKS = {
    "ruff": [*PYTHON, "ruff", "check", "--quiet", "."],
    # --check: without it, `format` mends the files and is content.
    "format": [*PYTHON, "ruff", "format", "--check", "--quiet", "."],
    "mypy": [*PYTHON, "mypy", "--no-error-summary"],
    "imports": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"],
    "tsc": ["node", "tests/node_modules/typescript/bin/tsc", "-p", "tests"],
    "prettier": ["node", PRETTIER, "--config", "tests/.prettierrc.json", "--log-level", "warn", "--check", *FORMATTED],
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
