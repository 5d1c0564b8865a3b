"""Makes the empty Word file that the portfolio page fills in the browser.

python-docx knows the format; made here, at build time, the file has real heading styles, the
language and a title, and the page only puts the learner's own words in.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from functools import cache

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..course import Course

PLACE = "<!--portfolio-->"
# Parts of python-docx's own template that an empty text needs not: a megabyte of styles among them.
IDLE = ("thumbnail", "stylesWithEffects", "customXml", "numbering", "webSettings", "fontTable", "theme")
#: Stands there until the page puts in the learner's own day.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
BLACK = RGBColor(0x1B, 0x1F, 0x24)


def _language(document: DocumentType, language: str) -> None:
    """State the language once, in the defaults, where Word and screen readers look."""
    fonts = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    lang = fonts.find(qn("w:lang"))
    lang.set(qn("w:val"), language)
    document.core_properties.language = language


def _slim(document: DocumentType, kept: set[str]) -> None:
    """Leave out idle parts and every style that the portfolio does not use."""
    for relations in (document.part.rels, document.part.package.rels):
        for id in [id for id, relation in relations.items() if relation.reltype.endswith(IDLE)]:
            del relations[id]
    for style in list(document.styles):
        if style.name not in kept and not style.element.get(qn("w:default")):
            style.element.getparent().remove(style.element)
    for idle in document.styles.element.findall(qn("w:latentStyles")):
        document.styles.element.remove(idle)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]  # The theme is left out, and would outdo the font named beside it.


def _document(course: Course) -> DocumentType:
    document = Document()
    properties = document.core_properties
    properties.title = course.strings["portfolio_title"]
    # What python-docx says of itself: its own template was made in 2013.
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = MADE
    _language(document, course.language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    sizes = {"Normal": 11, "Heading 1": 18, "Heading 2": 14, "Heading 3": 11, "Title": 24}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name = "Arial"
        style.font.size = Pt(size)
        style.font.color.rgb = BLACK
    for name in ("Asked", "Table Head"):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.italic = name == "Asked"
        style.font.bold = name == "Table Head"
    _slim(document, {*sizes, "Asked", "Table Head", "Table Grid"})
    document.add_paragraph(PLACE)
    return document


@cache
def template(course: Course) -> str:
    """The file's parts by name, as JSON that is safe inside a script element."""
    buffer = io.BytesIO()
    _document(course).save(buffer)
    parts = {}
    with zipfile.ZipFile(buffer) as packed:
        for name in packed.namelist():
            parts[name] = packed.read(name).decode("utf-8")
    escaped = PLACE.replace("<", "&lt;").replace(">", "&gt;")
    body = parts["word/document.xml"]
    start = body.rindex("<w:p>", 0, body.index(escaped))
    end = body.index("</w:p>", start) + len("</w:p>")
    parts["word/document.xml"] = body[:start] + PLACE + body[end:]
    return json.dumps(parts, ensure_ascii=False).replace("<", "\\u003c")
