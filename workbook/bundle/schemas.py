"""JSON Schemas of answers, as small as a page can use them."""

from __future__ import annotations

from typing import Any

#: Words for people who read a schema.
FOR_READERS = frozenset({"title", "description", "default", "$defs", "discriminator"})


def compact(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without titles and with every reference written out.

    Args:
        schema: from ``model_json_schema``; it may not refer to itself.
    """
    definitions = schema.get("$defs", {})

    def small(part: Any, names: bool = False) -> Any:
        if isinstance(part, list):
            return [small(one) for one in part]
        if not isinstance(part, dict):
            return part
        if "$ref" in part:
            return small(definitions[part["$ref"].rpartition("/")[2]])
        # Below 'properties' the keys are names of fields, and one may be called 'title'.
        kept = {key: value for key, value in part.items() if names or key not in FOR_READERS}
        return {key: small(value, key == "properties" and not names) for key, value in kept.items()}

    found: dict[str, Any] = small(schema)
    return found
