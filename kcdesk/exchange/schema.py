"""The JSON Schema (draft 2020-12) of a meeting file, from the declarations that reading uses.

A schema cannot say that references lead to rows of the right kind and that ids are unique; the
reader checks those as well.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
from datetime import date, time
from enum import StrEnum
from typing import Any, Final, Union, get_args, get_origin

from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.person import Person
from kcdesk.domain.plain import MAX_INTEGER
from kcdesk.domain.row import Row, reference_fields, types_of
from kcdesk.exchange.limit import MAX_KEY, PATTERNS, RANGES
from kcdesk.exchange.reader import TEXT
from kcdesk.exchange.shape import BODY, FORMAT, MEETING, PERSONS, VERSION, file_fields, file_lists

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_TEXT: dict[str, Any] = {"type": "string", "pattern": "^[^\\u0000]*$"}
_SCALARS: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": -MAX_INTEGER, "maximum": MAX_INTEGER},
    str: {"$ref": "#/$defs/text"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    time: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
}


def schema() -> dict[str, Any]:
    """Return the schema as plain data."""
    definitions: dict[str, Any] = {
        "text": _TEXT,
        "key": {
            "type": "string",
            "minLength": 1,
            "maxLength": MAX_KEY,
            "pattern": _TEXT["pattern"],
            "description": "The id of a row: a UUID, or in files written by hand any short text "
            "that is unique in the file.",
        },
    }
    for root in (Body, Person, Meeting):
        _define_row(root, definitions)
    return {
        "$schema": DIALECT,
        "title": "A meeting of kcdesk",
        "description": "One meeting with its body and the people it names. The order of rows is "
        "that of their lists; what is left out has its default value; references are ids.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
            BODY: _ref(Body),
            PERSONS: {"type": "array", "items": _ref(Person)},
            MEETING: _ref(Meeting),
        },
        "required": ["format", "version", BODY, MEETING],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _define_row(cls: type[Row], definitions: dict[str, Any]) -> None:
    if cls.table in definitions:
        return
    definitions[cls.table] = {}  # a row may stand in rows of its own kind
    properties = {name: _field(cls, name, definitions) for name in file_fields(cls)}
    for owned in file_lists(cls):
        properties[owned.plural] = {"type": "array", "items": _ref(owned)}
        _define_row(owned, definitions)
    definitions[cls.table] = {
        "description": _described(cls),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    if cls is Block:
        properties[TEXT] = {
            **_SCALARS[str],
            "description": "Unmarked text, instead of spans, in files written by hand.",
        }
        definitions[cls.table]["not"] = {"required": [TEXT, "spans"]}


def _field(cls: type[Row], name: str, definitions: dict[str, Any]) -> dict[str, Any]:
    if name == "id":
        return {"$ref": "#/$defs/key"}
    found = _typed(types_of(cls)[name], definitions)
    tables = reference_fields(cls).get(name)
    if tables is not None:
        found = _reference(types_of(cls)[name], tables)
    if limits := RANGES.get((cls.table, name)):
        _innermost(found).update(minimum=limits[0], maximum=limits[1])
    if pattern := PATTERNS.get((cls.table, name)):
        found = {"type": "string", "pattern": pattern}
    return found


def _reference(kind: Any, tables: tuple[str, ...]) -> dict[str, Any]:
    described = {"description": f"The id of a row of this file: {' or '.join(tables)}."}
    key = {"$ref": "#/$defs/key"}
    if get_origin(kind) is tuple:
        return {**described, "type": "array", "items": key}
    return {**described, "anyOf": [key, {"type": "null"}]}


def _typed(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a declared type, as ``domain.plain`` reads it."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = next(each for each in get_args(kind) if each is not type(None))
        return {"anyOf": [_typed(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _typed(get_args(kind)[0], definitions)}
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    if issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind], "description": _described(kind)}
    return _define_value(kind, definitions)


def _define_value(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        fields = dataclasses.fields(kind)
        definitions[name] = {
            "description": _described(kind),
            "type": "object",
            "properties": {
                each.name: _typed(types_of(kind)[each.name], definitions) for each in fields
            },
            "required": [each.name for each in fields if each.default is dataclasses.MISSING],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _innermost(found: dict[str, Any]) -> dict[str, Any]:
    inner: dict[str, Any] = found["anyOf"][0] if "anyOf" in found else found
    return inner


def _ref(cls: type[Row]) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{cls.table}"}


def _described(cls: type) -> str:
    """Return what a class means, from its own documentation."""
    return inspect.cleandoc(cls.__doc__ or "").replace("``", '"').replace("\n", " ")
