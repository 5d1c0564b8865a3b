"""Writes what the first page has from data: a model to run at once, and the lessons as cards."""

from __future__ import annotations

from typing import Any

import yaml
from docutils import nodes  # type: ignore[import-untyped]
from pydantic import Field, ValidationError
from sphinx.util.docutils import SphinxDirective

from ..course import Course
from ..duration import length
from ..lesson import Lesson
from ..model import Model
from ..model.words import Counted
from ..rendering import ENVIRONMENT, tidy
from ..spec import PlainText, StrictModel
from . import assets


class FirstPage(SphinxDirective):
    """What the directives share."""

    @property
    def build(self) -> assets.Build:
        return assets.of(self.env.app)

    def way(self, page: str) -> str:
        """The way from this page to another one."""
        found: str = self.env.app.builder.get_relative_uri(self.env.docname, page)
        return found

    def made(self, template: str, **values: Any) -> list[nodes.Node]:
        """The nodes of one template of the first page."""
        strings = self.build.course.strings
        html = ENVIRONMENT.get_template(f"page/{template}.html").render(strings=strings, **values)
        return [nodes.raw("", tidy(html), format="html")]


class HeroWords(StrictModel):
    """What the first page says around its model.

    Args:
        question: its heading; a control's name in braces stands for its amount.
        lead: below it.
        ends: what the two ends of the handle are.
        buys: for each list of the trace's ``more``, what the last of it is.
        run: the words of the button that runs it.
        result: what became of a run: ``{n}`` in the middle run, ``{low}`` and ``{high}`` at the ends of its band.
        counts: the stock whose last number is set above the handle, and the series of the result.
        why: the words of the link to the lesson.
        lesson: the slug of the lesson that says why.
        small: what is invented, and whose the numbers are.
        setting: in whose words the model speaks; its own, if not given.
    """

    question: PlainText
    lead: PlainText
    ends: list[PlainText] = Field(min_length=2, max_length=2)
    buys: dict[str, Counted] = Field(default={})
    run: PlainText
    result: PlainText
    counts: PlainText
    why: PlainText
    lesson: PlainText
    small: PlainText
    setting: PlainText | None = None


class Hero(FirstPage):
    """``{hero} <model>``: a model with one handle; in its body its words, as YAML (`HeroWords`)."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        course = self.build.course
        try:
            words = HeroWords.model_validate(yaml.safe_load("\n".join(self.content)))
        except (yaml.YAMLError, ValidationError) as error:
            raise self.error(f"the words of the first page: {error}") from None
        model = course.models.get(self.arguments[0])
        try:
            model = model and model.in_setting(words.setting)
        except ValueError as error:
            raise self.error(str(error)) from None
        if model is None or model.picture is None:
            raise self.error(f"there is no model '{self.arguments[0]}' with a picture")
        control = next(one for one in model.controls if one.name == model.picture.handle)
        shown = [model.shown(control, step, course.number) for step in control.steps]
        runs = [self.one_run(course, model, words, step) for step in control.steps]
        amounts = {one.name: course.number(one.default) for one in model.controls}
        lesson = next(one for one in self.build.lessons if one.slug == words.lesson)
        return self.made(
            "hero/hero",
            course=course,
            subject=model,
            picture=course.art.picture,
            scenery=model.scenery(course.art.symbols),
            question=words.question.format(**amounts),
            lead=words.lead.format(**amounts),
            ends=words.ends,
            small=words.small,
            run=words.run,
            label=control.label,
            places=[column.head for column in model.picture.columns],
            rows=[
                {"share": share, "counts": [run["trace"]["stocks"][one.stock][-1] for one in model.picture.columns]}
                for share, run in zip(shown, runs, strict=True)
            ],
            hero={
                "picture": model.picture.for_page(),
                "runs": [{"share": share, **run} for share, run in zip(shown, runs, strict=True)],
                "start": len(runs) // 2,
                "axis": model.axis[0],
                "counts": words.counts,
                "why": {"words": words.why, "href": self.way(lesson.page)},
            },
        )

    @staticmethod
    def one_run(course: Course, model: Model, words: HeroWords, step: float) -> dict[str, Any]:
        """One run of the handle, person by person, with what became of it and what the money buys."""
        assert model.picture
        given = {model.picture.handle: step}
        trace, run, until = model.trace(**given), model.run(**given), model.picture.until
        ticks = [tick for tick in trace.ticks if until is None or tick <= until]
        bought = {name: trace.more[name][-1] for name in words.buys}
        said = [
            ((one.one if bought[name] == 1 else None) or one.many).replace("{n}", course.number(bought[name]))
            for name, one in words.buys.items()
            if bought[name]
        ]
        ends = {"n": words.counts, "low": f"{words.counts}_low", "high": f"{words.counts}_high"}
        shown = {
            name: course.number(round(model.at(run, column, until))) for name, column in ends.items() if column in run
        }
        return {
            "buys": ", ".join(said),
            "sentence": words.result.format(**shown),
            "trace": {
                "ticks": ticks,
                "stocks": {name: counts[: len(ticks)] for name, counts in trace.stocks.items()},
                "flows": {name: counts[: len(ticks)] for name, counts in trace.flows.items()},
                "more": trace.more,
            },
        }


class LessonCards(FirstPage):
    """``{lesson-cards}``: the lessons that count, each with its number, picture and minutes.

    In its body it may name others by their slugs, one a line: then those stand there, numbered from 1, with no link on.
    """

    has_content = True

    def run(self) -> list[nodes.Node]:
        course = self.build.course
        for lesson in self.build.lessons:
            self.env.note_dependency(str(course.root / f"{lesson.page}.ipynb"))
        named = [line.strip() for line in self.content if line.strip()]
        by_slug = {lesson.slug: lesson for lesson in self.build.lessons}
        if missing := [slug for slug in named if slug not in by_slug]:
            raise self.error(f"no lesson is called {', '.join(missing)}. They are: {', '.join(by_slug)}")
        cards = [self.card(course, by_slug[slug], n) for n, slug in enumerate(named, 1)]
        cards = cards or [self.card(course, one, one.number) for one in self.build.lessons if not one.optional]
        return self.made("hero/cards", cards=cards, beside=bool(named))

    def card(self, course: Course, lesson: Lesson, number: int) -> dict[str, Any]:
        drawn = f"lesson-{lesson.number}"
        return {
            "slug": lesson.slug,
            "number": number,
            "title": lesson.title,
            "href": self.way(lesson.page),
            "minutes": length(course, lesson).minutes,
            "drawing": course.art.picture(drawn, fills=True) if f"m-{drawn}" in course.art.symbols else "",
        }


class SettingChoice(FirstPage):
    """``{setting}``: the learner says which of the course's settings is nearest.

    Its argument, if given, is the setting of a page for those who work in it: whoever has chosen none yet has that one.
    """

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        course = self.build.course
        first = self.arguments[0] if self.arguments else ""
        if first and first not in course.learners_settings:
            raise self.error(f"there is no setting '{first}'. The settings are {', '.join(course.learners_settings)}")
        settings = [(one, course.art.picture(one.picture, fills=True)) for one in course.learners_settings.values()]
        if not settings:
            raise self.error("the course has no settings. List them in data/settings.yml")
        return self.made("setting/setting", settings=settings, first=first)
