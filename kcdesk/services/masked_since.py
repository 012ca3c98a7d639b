"""What has been masked since a public copy was made: that file still shows it."""

from __future__ import annotations

from collections.abc import Iterable

from kcdesk.domain.masking import Masking
from kcdesk.domain.operation import Insert, Set
from kcdesk.domain.records import Records
from kcdesk.services.ports import LogEntry


def masked_since(records: Records, history: Iterable[LogEntry], seq: int) -> tuple[str, ...]:
    """Return the words that are masked now and were not when the meeting's log had come to ``seq``,
    in the order in which they came.
    """
    ids: dict[str, None] = {}
    for entry in history:
        if entry.seq > seq and entry.group is not None:
            for each in entry.group.operations:
                if isinstance(each, Insert) and isinstance(each.row, Masking):
                    ids[each.row.id] = None
                elif isinstance(each, Set) and each.table == Masking.table:
                    ids[each.id] = None
    found = (records.find(Masking, id) for id in ids)
    return tuple(each.text for each in found if each is not None and each.text.strip())
