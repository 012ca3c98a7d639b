"""A meeting outside any library: with its body and the people it names, whole in itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, reference_fields

if TYPE_CHECKING:  # nothing of a seal is needed to carry one
    from kcdesk.domain.seal import SealContent


@dataclass(frozen=True, slots=True)
class MeetingBundle:
    """What one exchange file holds, and what a document is printed from.

    ``persons`` has the library as its root, which is itself not among the rows. ``sealed`` is what
    of the meeting went out for signature, as it was then; no file holds it.
    """

    body: Records
    persons: Records
    meeting: Records
    sealed: tuple[SealContent, ...] = ()


def referring(row: Row, ids: Mapping[str, str | None]) -> Row:
    """Return a row that refers to other ids: None drops a reference, ids not named stay."""
    changes: dict[str, Any] = {}
    for name in reference_fields(type(row)):
        value = getattr(row, name)
        if isinstance(value, tuple):
            changed = (ids.get(each, each) for each in value)
            changes[name] = tuple(each for each in changed if each is not None)
        elif value is not None:
            changes[name] = ids.get(value, value)
    return replace(row, **changes) if changes else row


def same_content(one: Records, other: Records) -> bool:
    """Whether two streams hold the same rows in the same order, wherever these stand exactly."""
    return _content(one) == _content(other)


def _content(records: Records) -> list[Row]:
    return [replace(row, position="") for row in records.subtree(records.root_id)]
