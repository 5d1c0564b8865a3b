"""The published JSON Schema of the portfolio file, made from the checks that Python and the page use.

A book publishes it beside its pages, see `NAME`.
"""

from __future__ import annotations

import json
from typing import Any

from ..course import Course
from ..kinds import kinds
from .file import ID, SEED, VERSION
from .record import Record

NAME = "portfolio.schema.json"  # below the root of the book


def schema(course: Course) -> dict[str, Any]:
    """JSON Schema (2020-12) of a portfolio file of this version."""
    record = Record.model_json_schema(ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = record.pop("$defs")
    known = []
    for kind, spec in kinds().items():
        name = spec.answer.__name__
        # Parts of a value stand beside it under its name: two kinds may each have a part called 'Line'.
        definitions[name] = spec.answer.model_json_schema(ref_template=f"#/$defs/{name}.{{model}}")
        definitions |= {f"{name}.{part}": body for part, body in definitions[name].pop("$defs", {}).items()}
        value = {"properties": {"value": {"$ref": f"#/$defs/{name}"}}}
        known.append(
            {
                "if": {"properties": {"kind": {"const": kind}}},
                "then": {**value, "properties": {**value["properties"], "earlier": {"items": value}}},
            }
        )
    definitions["Record"] = {**record, "allOf": known}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Portfolio of a learner in the course {course.title}",
        "type": "object",
        "required": ["course", "version", "answers"],
        "additionalProperties": False,
        "properties": {
            "course": {"type": "string", "description": "The course's id, from _config.yml."},
            "version": {"const": VERSION},
            "exported": {"type": "string", "format": "date-time"},
            "seed": {"type": "string", "pattern": f"^{SEED.pattern}$", "description": "Of what was drawn by lot."},
            "nearest": {
                "type": "string",
                "pattern": f"^({ID.pattern})?$",
                "maxLength": 60,
                "description": "The setting in which exercises come, as the learner chose it.",
            },
            "answers": {
                "type": "object",
                "propertyNames": {"pattern": f"^{ID.pattern}$", "maxLength": 60},
                "additionalProperties": {"$ref": "#/$defs/Record"},
            },
        },
        "$defs": definitions,
    }


def text(course: Course) -> str:
    """The schema as it is published."""
    return json.dumps(schema(course), indent=2, ensure_ascii=False) + "\n"
