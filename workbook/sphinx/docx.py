"""Makes the empty Word file that the portfolio page fills in the browser.

python-docx knows the format; made here, at build time, the file has real heading styles, the
language and a title, and the page only puts the learner's own words in.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from html import escape

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from ..course import Course

#: Where the record of study stands, and behind a new page the annex; a name goes into the properties.
RECORD, ANNEX, NAME = "<!--record-->", "<!--annex-->", "<!--name-->"
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


def _field(code: str) -> BaseOxmlElement:
    """A field that Word fills in, such as the number of the page."""
    field: BaseOxmlElement = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    return field


def _page_numbers(document: DocumentType, course: Course) -> None:
    """Put the title, and the page of how many, at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = document.styles["Small"]
    words = f"{course.strings['study_title']}: {course.title}. {course.strings['study_page']}"
    for text in re.split(r"(\{n\}|\{all\})", words):
        if text in ("{n}", "{all}"):
            foot._p.append(_field("PAGE" if text == "{n}" else "NUMPAGES"))
        else:
            foot.add_run(text)


def _styles(document: DocumentType) -> set[str]:
    """Give the styles their look; return the names of those that are kept."""
    sizes = {"Normal": 10, "Title": 20, "Heading 1": 12, "Heading 2": 9.5}
    after = {"Title": 4, "Heading 1": 2, "Heading 2": 1}
    own = {"Asked": 8.5, "Said": 9, "Table Head": 9, "Table Text": 9, "Line": 9, "Small": 8}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name = "Arial"
        style.font.size = Pt(size)
        style.font.color.rgb = BLACK
        if name in after:
            style.paragraph_format.space_before = Pt(0 if name == "Title" else 3 * after[name])
            style.paragraph_format.space_after = Pt(after[name])
    border = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    document.styles["Normal"].paragraph_format.line_spacing = 1.0
    for name, size in own.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.font.italic = name == "Asked"
        style.font.bold = name in ("Table Head", "Line")
        style.paragraph_format.keep_with_next = name == "Line"
        style.paragraph_format.space_after = Pt(0 if name.startswith("Table") else 2)
    return {*sizes, *own, "Table Grid"}


def _document(course: Course) -> DocumentType:
    document = Document()
    properties = document.core_properties
    properties.title = course.strings["study_title"]
    properties.subject = course.title
    # What python-docx says of itself: its own template was made in 2013.
    properties.comments = course.strings["study_note"]
    properties.author = properties.last_modified_by = NAME
    properties.created = properties.modified = MADE
    _language(document, course.language)
    _slim(document, _styles(document))
    first = document.sections[0]
    first.page_width, first.page_height = Mm(210), Mm(297)
    first.left_margin = first.right_margin = Mm(18)
    first.top_margin, first.bottom_margin = Mm(15), Mm(16)
    first.footer_distance = Mm(8)
    _page_numbers(document, course)
    document.add_paragraph(RECORD)
    annex = document.add_section(WD_SECTION.NEW_PAGE)
    # The page takes the second column away where there is no annex. The foot is the same.
    columns = annex._sectPr.find(qn("w:cols"))
    columns.getparent().replace(columns, etree.Comment("columns"))
    annex._sectPr.insert(0, deepcopy(document.sections[0]._sectPr.find(qn("w:footerReference"))))
    document.add_paragraph(ANNEX)
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
    for place in (RECORD, ANNEX):
        parts["word/document.xml"] = _opened(parts["word/document.xml"], place)
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(escape(NAME, quote=False), NAME)
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        "<Default ", '<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    return json.dumps(parts, ensure_ascii=False).replace("<", "\\u003c")


def _opened(document: str, place: str) -> str:
    """A document with a place instead of the paragraph that held it."""
    start = document.rindex("<w:p>", 0, document.index(escape(place, quote=False)))
    end = document.index("</w:p>", start) + len("</w:p>")
    return document[:start] + place + document[end:]
