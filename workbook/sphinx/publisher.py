"""Says on a page who publishes this copy of a course, and how to reach them: settings in ``_config.yml``."""

from __future__ import annotations

from docutils import nodes  # type: ignore[import-untyped]
from sphinx.util.docutils import SphinxDirective

from . import assets


class Publisher(SphinxDirective):
    """``{publisher}``: their name and their contact, or that this copy names nobody."""

    def run(self) -> list[nodes.Node]:
        course = assets.of(self.env.app).course
        name, contact = course.settings.course_publisher, course.settings.course_contact
        if name is None:
            return [nodes.paragraph("", course.strings["publisher_none"])]
        said = nodes.paragraph("", course.strings["publisher_said"].format(name=name))
        if contact:
            is_mail = "@" in contact and "://" not in contact
            link = nodes.reference("", contact, refuri=f"mailto:{contact}" if is_mail else contact)
            said += [nodes.Text(f" {course.strings['publisher_contact']} "), link, nodes.Text(".")]
        return [said]
