"""Strict JSON: bytes to plain data, or one clear error that names the place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from kcdesk.domain.message import Message
from kcdesk.exchange.limit import MAX_BYTES, MAX_DEPTH, MAX_DIGITS
from kcdesk.exchange.refusal import Refused, below

_BOM = b"\xef\xbb\xbf"
# A string that never ends is taken to the end, so that the scan stays linear.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_UNFIT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Flaw:
    """Stands in for a value that JSON readers let pass, until its place is known."""

    problem: Message


def read_json(content: bytes) -> Any:
    """Return the plain data of a JSON text.

    Raises ``Refused`` for what is too large or too deep, is not UTF-8 or not JSON, and for
    numbers, names and characters that not every reader would take the same way.
    """
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1024**2
        raise Refused(Message("the file is larger than {limit} MB", {"limit": limit}))
    if content.startswith(_BOM):
        raise Refused(
            Message("the file begins with a byte order mark"),
            remedy=Message("Save it as UTF-8 without a byte order mark."),
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(
            Message("the text is not UTF-8: byte {number} does not fit", {"number": error.start}),
            remedy=Message("Save it as UTF-8."),
        ) from error
    _check_depth(text)
    try:
        data = json.loads(
            text,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise Refused(
            Message(
                "this is not JSON: line {line}, column {column}",
                {"line": error.lineno, "column": error.colno},
            )
        ) from error
    _check(data, "")
    return data


def _check_depth(text: str) -> None:
    depth = 0
    for found in _BRACKETS.finditer(text):
        mark = found[0]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise Refused(
                    Message(
                        "lists and objects stand more than {limit} deep in each other",
                        {"limit": MAX_DEPTH},
                    )
                )
        elif mark in "]}":
            depth -= 1


def _whole(digits: str) -> int | _Flaw:
    if len(digits) > MAX_DIGITS:
        return _Flaw(Message("this number is too large"))
    return int(digits)


def _fraction(_digits: str) -> _Flaw:
    return _Flaw(Message("expected {what}", {"what": Message("a whole number")}))


def _constant(name: str) -> _Flaw:
    return _Flaw(Message("{name} is no value in JSON", {"name": name}))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        found[name] = _Flaw(Message("this name stands here twice")) if name in found else value
    return found


def _check(data: Any, place: str) -> None:
    """Find the first flaw, in the order of the file."""
    match data:
        case _Flaw(problem):
            raise Refused(problem, place)
        case str() if _UNFIT.search(data):
            raise Refused(Message("a text holds a character that cannot be kept"), place)
        case list():
            for index, each in enumerate(data):
                _check(each, f"{place}[{index}]")
        case dict():
            for name, value in data.items():
                if _UNFIT.search(name):
                    raise Refused(Message("a name holds a character that cannot be kept"), place)
                _check(value, below(place, name))
