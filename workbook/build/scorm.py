"""Packs the built book for a learning platform: SCORM 1.2, one object, whose page holds the session and the answers.

The book itself is unchanged, in a folder of its own. The page around it is made of ``page/platform``.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

from .. import bundle
from ..course import Course
from ..data import read_yaml
from ..lesson import lessons, manifest
from ..mistakes import DataError
from ..rendering import environment
from ..sphinx.page_html import without
from .archive import OFFER, READABLE, TIME, name_of
from .platform_words import PlatformWords

WRAPPER = "index_lms.html"
BOOK = "site"  # the folder of the book in the package
SCRIPTS = "_static/workbook/"
BASE_SCRIPT = f"{SCRIPTS}base.js"
IDS = "data/platform.yml"
IMS, ADL = "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2"
#: What platforms refuse, or take for a program of their own.
REFUSED = {".py", ".php", ".ipynb", ".zip", ".buildinfo"}
MOST = 200  # characters of what is told to the platform: staff can read it, and some platforms keep little


def published_ids(course: Course) -> list[str]:
    """The exercises by whose places a platform knows what is done: a list that is only ever added to at its end.

    Raises:
        DataError: an exercise of the course is missing in it, or it names one twice.
    """
    path = course.root / IDS
    found = [str(one) for one in read_yaml(path)]
    twice = sorted({one for one in found if found.count(one) > 1})
    if twice:
        raise DataError(path, twice[0], "stands there twice. Take the later one out")
    missing = [entry["id"] for entry in manifest(lessons(course)) if entry["id"] not in found]
    if missing:
        raise DataError(path, "its end", f"lacks {', '.join(missing)}. Add new exercises at the end, never between")
    if len(found) > 4 * (MOST - 20):
        raise DataError(path, "its end", f"has {len(found)} ids, more than a platform keeps")
    return found


def contents(course: Course, book: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the package by its name there, in a fixed order, the manifest first."""
    files = dict(_book(course, book))
    files[WRAPPER] = _wrapper(course, book).encode()
    files["wrapper.js"] = bundle.platform_script(course).encode()
    yield "imsmanifest.xml", manifest_xml(course, sorted(files))
    yield from sorted(files.items())


def _book(course: Course, book: Path) -> Iterator[tuple[str, bytes]]:
    words = PlatformWords(course)
    for path in sorted(book.rglob("*")):
        name = path.relative_to(book).as_posix()
        refused = path.suffix in REFUSED or path.name.startswith(".") or name == name_of(course)
        if not path.is_file() or refused:
            continue
        if path.suffix == ".html":
            text = without(path.read_text(encoding="utf-8"), OFFER)
            yield f"{BOOK}/{name}", words.put(text, is_page=True).encode()
        elif path.suffix == ".js" and name.startswith(SCRIPTS):
            text = words.put(path.read_text(encoding="utf-8"), is_page=False)
            # Every page has the base; only here does it also tell what is done.
            report = bundle.scripts(course)["report"][1] if name == BASE_SCRIPT else ""
            yield f"{BOOK}/{name}", f"{text}\n{report}".encode()
        else:
            yield f"{BOOK}/{name}", path.read_bytes()
    words.check()


def _wrapper(course: Course, book: Path) -> str:
    found = lessons(course)
    facts = {
        "course": course.id,
        "book": BOOK,
        "start": _start(book),
        "ids": published_ids(course),
        "lessons": [one.slug for one in found if not one.optional],
    }
    page = environment().get_template("build/scorm.html")
    style = bundle.joined([bundle.PAGE / "tokens.css"])
    return page.render(course=course, facts=facts, style=style, language=course.language)


def _start(book: Path) -> str:
    """The page that ``index.html`` leads to."""
    text = (book / "index.html").read_text(encoding="utf-8")
    after = text.partition("url=")[2]
    return after.partition('"')[0].strip("'") if after else "index.html"


def manifest_xml(course: Course, files: list[str]) -> bytes:
    """``imsmanifest.xml`` of SCORM 1.2 for one object made of some files."""
    xml.register_namespace("", IMS)
    xml.register_namespace("adlcp", ADL)
    identifier = f"{course.id}-1"  # platforms drop what they recorded when this changes

    def element(parent: xml.Element, name: str, text: str = "", **given: str) -> xml.Element:
        made = xml.SubElement(parent, f"{{{IMS}}}{name}", given)
        made.text = text or None
        return made

    root = xml.Element(f"{{{IMS}}}manifest", {"identifier": identifier, "version": "1.0"})
    about = element(root, "metadata")
    element(about, "schema", "ADL SCORM")
    element(about, "schemaversion", "1.2")
    organizations = element(root, "organizations", default=f"{identifier}-course")
    organization = element(organizations, "organization", identifier=f"{identifier}-course")
    element(organization, "title", course.title)
    item = element(organization, "item", identifier=f"{identifier}-item", identifierref=f"{identifier}-book")
    element(item, "title", course.title)
    resources = element(root, "resources")
    resource = element(
        resources,
        "resource",
        identifier=f"{identifier}-book",
        type="webcontent",
        href=WRAPPER,
        **{f"{{{ADL}}}scormtype": "sco"},
    )
    for name in files:
        element(resource, "file", href=name)
    xml.indent(root)
    return bytes(xml.tostring(root, encoding="utf-8", xml_declaration=True))


def pack(course: Course) -> int:
    """Write the package of the built book beside it; return the exit status."""
    target = course.output / f"{course.id}-scorm12.zip"
    entries = list(contents(course, course.output / "html"))
    spaced = [name for name, _ in entries if " " in name]
    if spaced:
        raise DataError(
            course.output / "html" / spaced[0], "its name", "has a space, which platforms refuse. Rename it"
        )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = READABLE
            packed.writestr(entry, data)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_suffix(".zip.sha256").write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    size = f"{len(entries)} files, {target.stat().st_size / 1024:,.0f} KB"
    print(f"{target.relative_to(course.root)}: for a learning platform (SCORM 1.2), {size}\nSHA-256: {digest}")
    return 0
