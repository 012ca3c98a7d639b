"""Meeting files made comparable: whoever made them, the same content gets the same ids."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from typing import Any


def with_same_ids(file: bytes) -> dict[str, Any]:
    """Return a meeting file as plain data, each id renamed to its place in the file: "#1", "#2" …

    An id is what stands under "id" (a row) or "grid" (a table, named by its cells). The rows that
    others refer to are counted, and the references renamed along with them; an id that nothing
    refers to says nothing and is left out. Nothing else is touched or reordered.
    """
    data = json.loads(file)
    meant = set(_texts(data))
    ids = dict.fromkeys(id for id in _ids(data) if id in meant)
    return _renamed(data, {id: f"#{number}" for number, id in enumerate(ids, 1)})


def difference(wanted: dict[str, Any], found: dict[str, Any]) -> str:
    """Return where two files differ, line by line; empty where they are equal."""
    sides = (
        json.dumps(each, ensure_ascii=False, indent=1).splitlines() for each in (wanted, found)
    )
    return "\n".join(difflib.unified_diff(*sides, "wanted", "found", lineterm="", n=4))


def _ids(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (data[key] for key in ("id", "grid") if key in data)
        for value in data.values():
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)


def _texts(data: Any) -> Iterator[str]:
    """Return every text but the rows' own ids."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "id":
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
    elif isinstance(data, str):
        yield data


def _renamed(data: Any, names: dict[str, str]) -> Any:
    if isinstance(data, dict):
        kept = {key: value for key, value in data.items() if key != "id" or value in names}
        return {key: _renamed(value, names) for key, value in kept.items()}
    if isinstance(data, list):
        return [_renamed(value, names) for value in data]
    return names.get(data, data) if isinstance(data, str) else data
