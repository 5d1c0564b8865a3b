"""Where a course can be found: its repository and its public address, as far as anyone has said so.

Both come from outside. A copy that nobody has published has neither, and then no page has a button or a link that
leads nowhere.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

#: The ways in which git writes the address of a repository on GitHub.
GITHUB = re.compile(r"(?:https://|ssh://git@|git@)github\.com[/:]([\w.-]+/[\w.-]+?)(?:\.git)?/?")


def remote(root: Path) -> str:
    """The address that git has for ``origin``, or nothing."""
    command = ["git", "-C", str(root), "remote", "get-url", "origin"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def repository(root: Path, environment: Mapping[str, str] = os.environ) -> str:
    """``owner/name`` on GitHub, from ``COURSE_REPOSITORY``, else from the git remote; nothing where neither says."""
    given = environment.get("COURSE_REPOSITORY", "") or remote(root)
    found = GITHUB.fullmatch(given.strip())
    return found[1] if found else ""


def site(environment: Mapping[str, str] = os.environ) -> str:
    """The public address from ``COURSE_URL``, with a slash at its end, or nothing."""
    given = environment.get("COURSE_URL", "").strip()
    return f"{given.rstrip('/')}/" if given.startswith(("https://", "http://")) else ""


def binder(repository: str, notebook: str) -> str:
    """The address that opens a notebook on mybinder.org, or nothing."""
    way = quote(f"lab/tree/{notebook}", safe="")
    return f"https://mybinder.org/v2/gh/{repository}/HEAD?urlpath={way}" if repository else ""
