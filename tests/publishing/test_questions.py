"""The question bank: read back by readers that know only the published formats, to the letter of the lessons' data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from lxml import etree, html

from workbook.build import questions
from workbook.course import current
from workbook.lesson import lessons
from workbook.options import OptionsSpec

COURSE = current()
#: What Moodle takes as a part of the mark, of those that occur here.
FRACTIONS = {"100", "50", "0"}


@dataclass
class Read:
    """A question as a reader finds it: its name, its text, and for each answer weight, text and feedback."""

    name: str
    text: str
    note: str
    answers: list[tuple[int, str, str]] = field(default_factory=list)


def items() -> list[OptionsSpec]:
    return [spec for lesson in lessons(COURSE) for spec in lesson.specs.values() if isinstance(spec, OptionsSpec)]


def plain(text: str) -> str:
    return " ".join(COURSE.spoken(text).split())


def expected(spec: OptionsSpec) -> list[tuple[str, str]]:
    """Each answer with the reason that its feedback ends with."""
    return [(plain(option.text), plain(option.feedback)) for option in spec.options]


def signs(text: str) -> Iterator[tuple[str, bool]]:
    """Each letter of a GIFT text, and whether it is a mark: a backslash takes the meaning from the next one."""
    letters = iter(text)
    for one in letters:
        if one == "\\":
            yield next(letters), False
        else:
            yield one, one in "~=#{}"


def read_gift(text: str) -> Iterator[Read]:
    """Questions of the form ``::name::[plain]text { answers ####note }``, as Moodle's documentation has it."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith(("//", "$CATEGORY:"))]
    for block in "\n".join(lines).split("\n}"):
        if not block.strip():
            continue
        _, name, rest = block.strip().split("::", 2)
        assert rest.startswith("[plain]")
        parts: list[tuple[str, str]] = [("text", "")]
        for letter, is_mark in signs(rest.removeprefix("[plain]")):
            if is_mark:
                parts.append((letter, ""))
            else:
                parts[-1] = (parts[-1][0], parts[-1][1] + letter)
        kept = [(mark, words.strip()) for mark, words in parts]
        assert kept[1][0] == "{" and [mark for mark, _ in kept].count("{") == 1
        found = Read("".join(one for one, _ in signs(name)), kept[0][1], kept[-1][1])
        for at, (mark, words) in enumerate(kept):
            if mark not in "~=" or at == 0:
                continue
            weight = 100 if mark == "=" else 0
            if mark == "~" and words.startswith("%"):
                _, percent, words = words.split("%", 2)
                weight = int(percent)
            feedback_mark, feedback = kept[at + 1]
            assert feedback_mark == "#", f"an answer without feedback: {words}"
            found.answers.append((weight, words, feedback))
        yield found


def read_xml(content: bytes) -> Iterator[Read]:
    def words(node: etree._Element, path: str) -> str:
        text = node.findtext(f"{path}/text") or ""
        return " ".join(html.fromstring(f"<div>{text}</div>").text_content().split())

    for question in etree.fromstring(content).iterfind("question[@type='multichoice']"):
        answers = [
            (int(one.get("fraction", "")), words(one, "."), words(one, "feedback"))
            for one in question.iterfind("answer")
        ]
        yield Read(
            words(question, "name"), words(question, "questiontext"), words(question, "generalfeedback"), answers
        )


@pytest.mark.parametrize("form", ["gift", "xml"])
def test_every_choice_is_read_back_with_its_feedback(form: str) -> None:
    read = read_gift(questions.gift(COURSE)) if form == "gift" else read_xml(questions.moodle_xml(COURSE))
    found = list(read)
    assert len(found) == len(items()) > 20
    for one, spec in zip(found, items(), strict=True):
        assert (one.name, one.text) == (plain(spec.title), plain(spec.prompt))
        assert COURSE.edition in one.note
        for (weight, text, feedback), (said, reason) in zip(one.answers, expected(spec), strict=True):
            assert text == said
            assert feedback.endswith(reason)
            assert str(weight) in FRACTIONS
        best = {
            option.verdict for option, (weight, _, _) in zip(spec.options, one.answers, strict=True) if weight == 100
        }
        assert best in ({"well-supported"}, {"right"}, {"defensible"}), spec.id


def test_each_question_in_gift_has_one_equals_sign() -> None:
    """Some readers take two of them for a question with short answers."""
    for block in questions.gift(COURSE).split("\n}\n"):
        marks = [letter for letter, is_mark in signs(block.partition(" {\n")[2]) if is_mark]
        assert not marks or marks.count("=") == 1


@pytest.mark.parametrize("hostile", ["a ~ b = c # d", "{not an answer}", "C:\\path", "50% of = two\n\nlines", "::"])
def test_no_word_is_a_mark(hostile: str) -> None:
    marked = questions._marked(hostile, COURSE)
    assert "".join(one for one, _ in signs(marked)) == plain(hostile)
    assert not any(is_mark for _, is_mark in signs(marked))
    assert "::" not in marked and "\n" not in marked


def test_moodle_xml_has_what_its_documentation_asks_for() -> None:
    quiz = etree.fromstring(questions.moodle_xml(COURSE))
    assert quiz.tag == "quiz" and {one.tag for one in quiz} == {"question"}
    filed = [one.findtext("category/text") or "" for one in quiz.iterfind("question[@type='category']")]
    assert len(filed) == len(set(filed)) and all(one.startswith("$course$/top/") for one in filed)
    ids = [one.findtext("idnumber") for one in quiz.iterfind("question[@type='multichoice']")]
    assert ids == [spec.id for spec in items()]
    for question in quiz.iterfind("question[@type='multichoice']"):
        assert question.findtext("single") == "true"
        assert {one.get("format") for one in question.iter("questiontext", "answer", "feedback")} == {"html"}
