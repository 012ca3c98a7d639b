"""What becomes of the rows that speak of a participant who is taken off the list."""

from __future__ import annotations

from kcdesk.domain.action import ActionOwner
from kcdesk.domain.approval import Approver
from kcdesk.domain.decision import Ballot, Motion
from kcdesk.domain.item import Presenter, Recusal
from kcdesk.domain.operation import Primitive
from kcdesk.domain.participant import Participant, Service
from kcdesk.domain.records import Records
from kcdesk.domain.section import Contribution
from kcdesk.services.row_reference import Reference, cleared, references_to

MEANINGLESS = (Ballot, Recusal, Service)
"""Rows that say nothing without the participant."""

NAMED = {
    ActionOwner: "name",
    Approver: "name",
    Contribution: "speaker",
    Motion: "mover_text",
    Presenter: "name",
}
"""Rows that can name somebody who is not on the list, and the field that does."""


def freed(records: Records, participant_id: str) -> tuple[Primitive, ...]:
    """Return what frees all rows of a participant; names stay in words where there is room."""
    gone = frozenset(row.id for row in records.subtree(participant_id))
    name = records.get(Participant, participant_id).name
    return tuple(
        operation
        for reference in references_to(records, gone)
        for operation in _freed(records, reference, gone, name)
    )


def _freed(
    records: Records, reference: Reference, gone: frozenset[str], name: str
) -> tuple[Primitive, ...]:
    row = reference.row
    if isinstance(row, MEANINGLESS):
        return records.removal(row.id)
    operations: tuple[Primitive, ...] = cleared(records, reference, gone)
    field = NAMED.get(type(row))
    if field is not None:
        said = ", ".join(filter(None, (getattr(row, field), name)))
        operations += records.setting(row.id, field, said)
    return operations
