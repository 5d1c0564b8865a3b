"""Writes the choice items of a course as a question bank: GIFT and Moodle XML, which most platforms take.

Formats: "GIFT format" and "Moodle XML format" in the documentation of Moodle. Everything comes from the lessons' data,
and each answer keeps its feedback. What the course calls defensible gets half the mark, because no quiz can do without
marks; the note behind each judgement says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as xml

from ..course import Course
from ..lesson import Lesson, lessons
from ..options import Option, OptionsSpec

#: Of the mark, in percent.
WORTH = {"well-supported": 100, "right": 100, "defensible": 50, "risky": 0, "not-quite": 0}
#: What GIFT gives a meaning to.
MARKS = "\\~=#{}:"


def choices(lesson: Lesson) -> list[OptionsSpec]:
    """A lesson's items with options, in their order."""
    return [spec for spec in lesson.specs.values() if isinstance(spec, OptionsSpec)]


def worth(spec: OptionsSpec, option: Option) -> int:
    """An answer's part of the mark, in percent. One has all of it: platforms refuse a question without."""
    most = max(WORTH[one.verdict] for one in spec.options)
    return 100 if WORTH[option.verdict] == most else WORTH[option.verdict]


def said(option: Option, course: Course) -> str:
    """All that an answer is told: what happened, the verdict, the reason."""
    verdict = course.strings[f"verdict_{option.verdict.replace('-', '_')}"]
    happened = [course.strings["choice_then"], option.then] if option.then else []
    return " ".join(course.spoken(part) for part in (*happened, verdict, option.feedback)).replace("\n", " ")


def note(spec: OptionsSpec, course: Course) -> str:
    """What stands behind the whole question."""
    source = course.strings["questions_source"].format(title=course.title, edition=course.edition)
    return f"{course.strings['questions_judgement']} {source}" if spec.item == "judgement" else source


def category(lesson: Lesson, course: Course) -> str:
    """Where a platform files a lesson's questions; a slash would part the name."""
    return "/".join(one.replace("/", "//") for one in (course.title, f"{lesson.number}. {lesson.title}"))


def gift(course: Course) -> str:
    """The question bank in GIFT."""
    return "\n".join(_gift_lines(course))


def _gift_lines(course: Course) -> Iterator[str]:
    for lesson in lessons(course):
        found = choices(lesson)
        if not found:
            continue
        yield f"$CATEGORY: $course$/top/{category(lesson, course)}\n"
        for spec in found:
            yield f"// {spec.id}"
            yield f"::{_marked(spec.title, course)}::[plain]{_marked(spec.prompt, course)} {{"
            best = next(option for option in spec.options if worth(spec, option) == 100)
            for option in spec.options:
                part = worth(spec, option)
                # One equals sign alone: some readers take two of them for a question with short answers.
                sign = "=" if option is best else f"~%{part}%" if part else "~"
                yield f"\t{sign}{_marked(option.text, course)}#{_marked(said(option, course), course)}"
            yield f"\t####{_marked(note(spec, course), course)}\n}}\n"


def _marked(text: str, course: Course) -> str:
    """A text on one line, in which nothing is a mark of GIFT."""
    plain = " ".join(course.spoken(text).split())
    return "".join(f"\\{one}" if one in MARKS else one for one in plain)


def moodle_xml(course: Course) -> bytes:
    """The question bank in Moodle XML."""
    quiz = xml.Element("quiz")
    for lesson in lessons(course):
        found = choices(lesson)
        if not found:
            continue
        filed = xml.SubElement(quiz, "question", type="category")
        _text(filed, "category", f"$course$/top/{category(lesson, course)}")
        for spec in found:
            quiz.append(_question(spec, course))
    xml.indent(quiz)
    return bytes(xml.tostring(quiz, encoding="utf-8", xml_declaration=True))


def _question(spec: OptionsSpec, course: Course) -> xml.Element:
    question = xml.Element("question", type="multichoice")
    _text(question, "name", course.spoken(spec.title))
    _text(question, "questiontext", _html(spec.prompt, course), format="html")
    _text(question, "generalfeedback", _html(note(spec, course), course), format="html")
    settings = {"defaultgrade": "1", "penalty": "0", "hidden": "0", "idnumber": spec.id, "single": "true"}
    for name, value in {**settings, "shuffleanswers": "true", "answernumbering": "none"}.items():
        xml.SubElement(question, name).text = value
    for option in spec.options:
        answer = xml.SubElement(question, "answer", fraction=str(worth(spec, option)), format="html")
        xml.SubElement(answer, "text").text = _html(option.text, course)
        _text(answer, "feedback", _html(said(option, course), course), format="html")
    return question


def _text(parent: xml.Element, name: str, text: str, **given: str) -> None:
    xml.SubElement(xml.SubElement(parent, name, given), "text").text = text


def _html(text: str, course: Course) -> str:
    """A text in paragraphs, which platforms show as HTML."""
    parts = [" ".join(one.split()) for one in course.spoken(text).split("\n\n")]
    return "".join(f"<p>{escape(one, quote=False)}</p>" for one in parts if one)


def write(course: Course) -> int:
    """Write both files beside the book; return the exit status."""
    course.output.mkdir(exist_ok=True)
    count = sum(len(choices(lesson)) for lesson in lessons(course))
    for ending, content in (("gift", gift(course).encode()), ("xml", moodle_xml(course))):
        target = course.output / f"{course.id}-questions.{ending}"
        target.write_bytes(content)
        print(f"{target.relative_to(course.root)}: {count} questions, with feedback for each answer")
    return 0
