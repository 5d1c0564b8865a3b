"""The commands of a course: ``workbook preview``, ``check``, ``notebooks``, ``build`` and what hands it on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from .build import BookError
from .bundle import ScriptError
from .course import Course, current
from .data import DataError

Command = Callable[[Course, argparse.Namespace], int]


def build(course: Course, given: argparse.Namespace) -> int:
    """build the book from nothing; warnings are errors"""
    from .build import book

    book.make(course, given.if_changed)
    return 0


def check(course: Course, given: argparse.Namespace) -> int:
    """check all data of the course, and say every mistake at once"""
    from .build.check import mistakes

    found = mistakes(course)
    for one in found:
        print(one, file=sys.stderr)
    print("No mistakes." if not found else f"{len(found)} to mend.", file=sys.stderr if found else sys.stdout)
    return int(bool(found))


def notebooks(course: Course, given: argparse.Namespace) -> int:
    """run notebooks and store their outputs"""
    from .build import notebooks

    return notebooks.run_all(course, given.only)


def preview(course: Course, given: argparse.Namespace) -> int:
    """show the book in your browser, and every change as you save it"""
    from .build import preview

    preview.run(course, given.port)
    return 0


def serve(course: Course, given: argparse.Namespace) -> int:
    """serve the built book on this machine, and open it in your browser"""
    from .build import serve

    serve.run(course)
    return 0


def zip(course: Course, given: argparse.Namespace) -> int:
    """make one file of the whole course, which opens from a folder"""
    from .build import archive, book

    book.make(course, if_changed=True)
    return archive.copy(course)


def scorm(course: Course, given: argparse.Namespace) -> int:
    """make one file for a learning platform (SCORM 1.2)"""
    from .build import book, scorm

    book.make(course, if_changed=True)
    return scorm.pack(course)


def questions(course: Course, given: argparse.Namespace) -> int:
    """write the choice items as a question bank (GIFT, Moodle XML)"""
    from .build import questions

    return questions.write(course)


def pdf(course: Course, given: argparse.Namespace) -> int:
    """print the whole course to one PDF"""
    from .build import book, pdf

    book.make(course, if_changed=True)
    return pdf.run(course)


COMMANDS: tuple[Command, ...] = (preview, check, notebooks, build, serve, zip, scorm, questions, pdf)


def parser() -> argparse.ArgumentParser:
    """What the command line takes."""
    made = argparse.ArgumentParser(prog="workbook", description=__doc__)
    under = made.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        one = under.add_parser(command.__name__, help=command.__doc__)
        one.set_defaults(run=command)
        if command is build:
            one.add_argument("--if-changed", action="store_true", help="only where a source has changed")
        if command is notebooks:
            one.add_argument("only", nargs="*", metavar="NOTEBOOK", help="these alone, such as 1-my-lesson")
        if command is preview:
            one.add_argument("--port", type=int, default=0, help="a port of your own choice")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    given = parser().parse_args(arguments)
    try:
        status: int = given.run(current(), given)
        return status
    except (DataError, ScriptError, BookError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
        return 130
