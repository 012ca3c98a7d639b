"""Sentences that the program writes and the secretary may reword.

The secretary's words are kept in a field of the row that a sentence is about. Beside them stands
what the program had written at that time: where it would write otherwise now, the data behind the
words have changed, and a quiet mark says so.
"""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row


def reword(records: Records, id: str, field: str, text: str, composed: str) -> Group:
    """Return the group that keeps a sentence in the secretary's words.

    ``composed`` is the program's sentence; the same words, or none, leave it to the program.
    """
    own = " ".join(text.split())
    if own == " ".join(composed.split()):
        own = ""
    return Group(
        Message("Change the wording"),
        (
            *records.setting(id, field, own),
            *records.setting(id, f"{field}_composed", composed if own else ""),
        ),
    )


def write_anew(records: Records, id: str, field: str) -> Group:
    """Return the group that leaves a sentence to the program again."""
    return reword(records, id, field, "", "")


def is_reworded(row: Row, field: str) -> bool:
    """Whether a sentence stands in the secretary's words."""
    return bool(str(getattr(row, field)).strip())


def is_outdated(row: Row, field: str, composed: str) -> bool:
    """Whether the data behind the secretary's words have changed since.

    Of words that came without what the program had written nothing is known.
    """
    before: str = getattr(row, f"{field}_composed")
    return is_reworded(row, field) and bool(before) and before != composed
