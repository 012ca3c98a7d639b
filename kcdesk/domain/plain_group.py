"""Groups of operations as plain data, as the log and review packages keep them, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Move, Place, Primitive, Remove, Set, Splice
from kcdesk.domain.plain import (
    Malformed,
    from_plain,
    row_from_plain,
    row_to_plain,
    to_plain,
    under,
)
from kcdesk.domain.row import PLACING, ROW_TYPES, types_of


def operation_to_plain(operation: Primitive) -> dict[str, Any]:
    """Return a primitive operation as plain data, as the log keeps it."""
    match operation:
        case Insert(row):
            return {"do": "insert", "row": row_to_plain(row)}
        case Remove(row):
            return {"do": "remove", "row": row_to_plain(row)}
        case Set(table, id, name, before, after):
            return {
                "do": "set",
                "table": table,
                "id": id,
                "field": name,
                "before": to_plain(before),
                "after": to_plain(after),
            }
        case Move(table, id, before, after):
            return {
                "do": "move",
                "table": table,
                "id": id,
                "before": to_plain(before),
                "after": to_plain(after),
            }
        case Splice():
            return {"do": "splice", **to_plain(operation)}


def operation_from_plain(data: Any, place: str = "") -> Primitive:
    """Return a primitive operation from its plain form. Raises ``Malformed``."""
    match data:
        case {"do": "insert", **rest}:
            _exactly(rest, place, "row")
            return Insert(row_from_plain(rest["row"], under(place, "row")))
        case {"do": "remove", **rest}:
            _exactly(rest, place, "row")
            return Remove(row_from_plain(rest["row"], under(place, "row")))
        case {"do": "set", "table": str(table), **rest} if table in ROW_TYPES:
            _exactly(rest, place, "id", "field", "before", "after")
            return _set_from_plain(table, rest, place)
        case {"do": "move", "table": str(table), **rest} if table in ROW_TYPES:
            _exactly(rest, place, "id", "before", "after")
            before, after = (
                from_plain(Place, rest[name], under(place, name)) for name in ("before", "after")
            )
            return Move(table, from_plain(str, rest["id"], under(place, "id")), before, after)
        case {"do": "splice", **rest}:
            splice: Splice = from_plain(Splice, rest, place)
            return splice
    raise Malformed(place, Message("a known operation"))


def group_to_plain(group: Group) -> dict[str, Any]:
    """Return a group's label and operations (its id and ``undoes`` stand in the log's header)."""
    return {
        "label": message_to_plain(group.label),
        "operations": [operation_to_plain(operation) for operation in group.operations],
    }


def group_from_plain(data: Any, *, id: str, undoes: int | None, place: str = "") -> Group:
    """Return a group from its plain form and its header. Raises ``Malformed``."""
    if not isinstance(data, dict) or not isinstance(data.get("operations"), list):
        raise Malformed(place, Message("a group of operations"))
    operations = tuple(
        operation_from_plain(each, under(place, f"operations[{i}]"))
        for i, each in enumerate(data["operations"])
    )
    label = message_from_plain(data.get("label"), under(place, "label"))
    return Group(label, operations, undoes, id)


def message_to_plain(message: Message) -> dict[str, Any]:
    """Return a message as plain data.

    Messages and days among its parameters stay what they are, so that an old step can be named in
    any language; everything else becomes text.
    """
    params = {name: _param_to_plain(value) for name, value in message.params.items()}
    return {"msgid": message.msgid, **({"params": params} if params else {})}


def message_from_plain(data: Any, place: str = "") -> Message:
    """Return a message from its plain form. Raises ``Malformed``."""
    msgid = data.get("msgid") if isinstance(data, dict) else None
    if not isinstance(msgid, str):
        raise Malformed(place, Message("a message"))
    params = data.get("params", {})
    if not isinstance(params, dict):
        raise Malformed(under(place, "params"), Message("named values"))
    inside = under(place, "params")
    values = {name: _param_from_plain(each, under(inside, name)) for name, each in params.items()}
    return Message(msgid, values)


def _param_to_plain(value: Any) -> Any:
    if isinstance(value, Message):
        return message_to_plain(value)
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return to_plain(value) if isinstance(value, str | int) else str(value)


def _param_from_plain(data: Any, place: str) -> Any:
    match data:
        case str() | int():
            return data
        case {"day": day, **rest} if not rest:
            return from_plain(date, day, under(place, "day"))
    return message_from_plain(data, place)


def _exactly(data: dict[Any, Any], place: str, *names: str) -> None:
    """Refuse what lacks one of these names or has another one."""
    for name in data:
        if name not in names:
            raise Malformed(under(place, name), Message("nothing by this name"))
    for name in names:
        if name not in data:
            raise Malformed(under(place, name), Message("a value, which is missing"))


def _set_from_plain(table: str, data: dict[Any, Any], place: str) -> Set:
    kinds = types_of(ROW_TYPES[table])
    name = data["field"]
    if not isinstance(name, str) or name not in kinds or name in PLACING:
        raise Malformed(under(place, "field"), Message("the name of a field"))
    before, after = (
        from_plain(kinds[name], data[when], under(place, when)) for when in ("before", "after")
    )
    return Set(table, from_plain(str, data["id"], under(place, "id")), name, before, after)
