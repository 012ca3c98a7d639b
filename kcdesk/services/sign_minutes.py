"""The way of a text through signing: out for signature, taken back, sealed.

Each returns the group that belongs to one of the library's commands (``services.sealer``), which
stores it together with the seal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import RoleKind
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.lock import covered_items
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.domain.signature import Signature, SignerRole

_BEFORE = (MeetingState.DRAFT, MeetingState.REVIEW)

SENDING_LOCKS = Message(
    "The text goes out for signature and does not change from now on. It can be taken back until"
    " it is sealed; the signatures so far are then void."
)
SEALING_LOCKS = Message(
    "The minutes are sealed: text and signatures never change again. What is wrong after that is"
    " corrected visibly (rättelse)."
)
"""What is said before it is done."""


def taking_back_voids(records: Records, approval_id: str) -> Message:
    """Return what taking a text back makes void."""
    count = signature_count(records, approval_id)
    if not count:
        return Message("The text can change again. Nobody has signed it yet.")
    return Message(
        "The text can change again. The signatures so far ({count}) are void: they were given to"
        " another text.",
        {"count": count},
    )


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who is to sign beside the approvers, with the items led where several led."""

    role: SignerRole
    participant: Participant
    items: tuple[str, ...] = ()


def signers(records: Records, approval: Approval) -> tuple[Signer, ...]:
    """Return the secretaries and who was in the chair at the items of an approval."""
    register = AttendanceRegister(records)
    items = [records.get(Item, id) for id in covered_items(records, approval) if id in records]
    secretaries = {each.id: each for each, _ in register.holders(RoleKind.SECRETARY)}
    led: dict[str, list[str]] = {}
    for item in items:
        chair = register.chair_at(item)
        if chair is not None:
            led.setdefault(chair.id, []).append(item.id)
    found = [Signer(SignerRole.SECRETARY, each) for each in secretaries.values()]
    for id, led_items in led.items():
        where = () if len(led) == 1 else tuple(led_items)
        found.append(Signer(SignerRole.CHAIR, records.get(Participant, id), where))
    return tuple(found)


def sending(records: Records, approval_id: str, day: date) -> Group:
    """Send the text of an approval out for signature; from then on it does not change.

    Secretary and chairs get a row to sign in; the command numbers the meeting, as what is signed
    has its §§. Raises ``UserFacingError`` without a day, or when it is out already.
    """
    approval = records.get(Approval, approval_id)
    if approval.sent_on is not None:
        raise UserFacingError(Message("The text is out for signature already."))
    meeting = records.root(Meeting)
    operations: list[Primitive] = []
    if meeting.first_paragraph is None and meeting.day.day is None:
        raise UserFacingError(
            Message("The meeting has no day yet."),
            why=Message("Paragraphs are numbered through the calendar year."),
            remedy=Message("Say first which day the meeting was."),
        )
    if not approval.items and meeting.state in _BEFORE:
        operations += records.setting(meeting.id, "state", MeetingState.APPROVAL)
    operations += _rows_to_sign_in(records, approval, day)
    for row in records.children(approval_id, Approver):
        if row.sent_on is None:
            operations += records.setting(row.id, "sent_on", day)
    return Group(Message("Send for signature"), tuple(operations))


def taking_back(records: Records, approval_id: str) -> Group:
    """Take a text back that is out for signature: it may change again, and who signed signed
    another text, so the signatures so far are void.
    """
    approval = records.get(Approval, approval_id)
    operations = [*records.setting(approval_id, "approved_on", None)]
    for row in signing_people(records, approval_id):
        operations += records.setting(row.id, "sent_on", None)
        operations += records.setting(row.id, "signed_on", None)
        if isinstance(row, Approver):
            operations += records.setting(row.id, "dissent", "")
            operations += records.setting(row.id, "referred", False)  # noqa: FBT003  # a value, no flag
    state = records.root(Meeting).state
    if not approval.items and state not in _BEFORE:
        operations += records.setting(records.root_id, "state", MeetingState.REVIEW)
    return Group(Message("Take back from signature"), tuple(operations))


def sealing(records: Records, approval_id: str) -> Group:
    """Seal a text whose signatures are in; the minutes go on to the notice.

    Raises ``UserFacingError`` while it is not known which day they were approved.
    """
    approval = records.get(Approval, approval_id)
    if approval.approved_on is None:
        raise UserFacingError(Message("Say first which day the minutes were approved."))
    operations: tuple[Primitive, ...] = ()
    if not approval.items and records.root(Meeting).state is not MeetingState.DONE:
        operations = records.setting(records.root_id, "state", MeetingState.NOTICE)
    return Group(Message("Seal the minutes"), operations)


def unsigned(records: Records, approval_id: str) -> tuple[str, ...]:
    """Return the names of those whose signatures are not in, of a text that is out.

    Whoever left the question to the body is not waited for.
    """
    if records.get(Approval, approval_id).sent_on is None:
        return ()
    return tuple(
        signer_name(records, row)
        for row in signing_people(records, approval_id)
        if row.signed_on is None and not (isinstance(row, Approver) and row.referred)
    )


def signature_count(records: Records, approval_id: str) -> int:
    """Return how many signatures are in."""
    rows = signing_people(records, approval_id)
    return sum(row.signed_on is not None for row in rows)


def signer_name(records: Records, row: Signature | Approver) -> str:
    """Return whom a row to sign in names."""
    participant = records.find(Participant, row.participant_id)
    return row.name or (participant.name if participant is not None else "")


def signing_people(records: Records, approval_id: str) -> tuple[Signature | Approver, ...]:
    """Return the rows to sign in: secretary, chairs, approvers."""
    return (*_signatures(records, approval_id), *records.children(approval_id, Approver))


def _signatures(records: Records, approval_id: str) -> tuple[Signature, ...]:
    return records.children(approval_id, Signature)


def _rows_to_sign_in(records: Records, approval: Approval, day: date) -> Iterator[Primitive]:
    """Yield the rows of secretary and chairs anew: who led may have changed since."""
    for row in _signatures(records, approval.id):
        yield from records.removal(row.id)
    kept = {(row.role, row.participant_id): row for row in _signatures(records, approval.id)}
    found = signers(records, approval)
    for signer, position in zip(found, spread(len(found)), strict=True):
        before = kept.get((signer.role, signer.participant.id))
        yield Insert(
            Signature(
                id=new_id(),
                owner_id=approval.id,
                position=position,
                role=signer.role,
                participant_id=signer.participant.id,
                items=signer.items,
                sent_on=(before.sent_on if before else None) or day,
                signed_on=before.signed_on if before else None,
            )
        )
