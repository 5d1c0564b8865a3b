"""Ask for every link of the built book that leads outside, and say which do not answer."""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "_build" / "html"
EXCLUDED = ROOT / "tests" / "links.yml"
PATIENCE = 30  # seconds
AGENT = "Mozilla/5.0 (compatible; course link check)"  # many hosts refuse a program that does not say what it is


def outside(book: Path) -> dict[str, str]:
    """Each address that a page of the book links to, and one page that does."""
    found: dict[str, str] = {}
    for path in sorted(book.rglob("*.html")):
        for link in BeautifulSoup(path.read_bytes(), "lxml").select("article a[href^=http]"):
            found.setdefault(str(link["href"]).partition("#")[0], str(path.relative_to(book)))
    return found


def excluded(path: Path = EXCLUDED) -> dict[str, str]:
    """Starts of addresses that are not asked for, each with its reason.

    Raises:
        ValueError: one has no reason.
    """
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for start, reason in found.items():
        if not str(reason or "").strip():
            raise ValueError(f"{path.name}: {start} has no reason. Say why it cannot be asked for")
    return found


def problem(address: str) -> str:
    """What is wrong with an address; nothing where it answers."""
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE):
            return ""
    except urllib.error.HTTPError as error:
        # Refused to a program is not the same as gone.
        return "" if error.code in (401, 403, 405, 406, 429) else f"answers {error.code}"
    except (OSError, ValueError) as error:
        return str(error)


def broken(links: dict[str, str], leave: dict[str, str]) -> Iterator[str]:
    asked = [one for one in links if not one.startswith(tuple(leave))]
    with ThreadPoolExecutor(8) as pool:
        for address, said in zip(asked, pool.map(problem, asked), strict=True):
            if said:
                yield f"{links[address]}: {address}: {said}"


def main() -> int:
    links = outside(HTML)
    found = list(broken(links, excluded()))
    print(*found, sep="\n", file=sys.stderr)
    print(f"{len(links)} outside links, {len(found)} of them broken.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
