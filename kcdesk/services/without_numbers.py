"""Taking back a step never brings a § number back: another meeting may have been given it since."""

from __future__ import annotations

from dataclasses import replace

from kcdesk.domain.operation import Group, Primitive, Set


def without_numbers(group: Group) -> Group:
    """Return a group that takes a meeting's § number away where it would have set one.

    The meeting gets a free one when it is numbered (``ports.Paragraphs``).
    """
    if not any(map(_sets_number, group.operations)):
        return group
    kept: list[Primitive] = []
    for each in group.operations:
        if not (isinstance(each, Set) and _sets_number(each)):
            kept.append(each)
        elif each.before is not None:
            kept.append(replace(each, after=None))
    return replace(group, operations=tuple(kept))


def _sets_number(operation: Primitive) -> bool:
    return (
        isinstance(operation, Set)
        and operation.field == "first_paragraph"
        and operation.after is not None
    )
