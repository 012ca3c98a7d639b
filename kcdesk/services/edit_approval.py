"""Editing approvals: who approves what, where and when, and days that override computed ones."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.approval import Approval, Approver, DateKey, DateOverride, Notice
from kcdesk.domain.body import Body, NoticeBoard
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group, Insert, Primitive, Set
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.domain.signature import Signature, SignerRole


def prepare_approval(records: Records, body: Records, items: tuple[str, ...] = ()) -> Group:
    """Prepare an approval: of the named items (omedelbar justering), or of all the others.

    It begins with the body's notice boards and storage place; named items are marked.
    """
    approvals = records.children(records.root_id, Approval)
    rest = next((each for each in approvals if not each.items), None)
    approval = Approval(
        id=new_id(),
        owner_id=records.root_id,
        # What is approved at once comes first: that happens at the meeting, the rest later.
        position=records.position_before(rest.id)
        if items and rest is not None
        else records.next_position(records.root_id, Approval),
        items=items,
        storage_location=body.root(Body).storage_location,
    )
    boards = body.children(body.root_id, NoticeBoard)
    notices = tuple(
        Insert(
            Notice(
                id=new_id(),
                owner_id=approval.id,
                position=position,
                board=board.name,
                address=board.address,
            )
        )
        for board, position in zip(boards, spread(len(boards)), strict=True)
    )
    label = Message("Prepare immediate approval") if items else Message("Prepare the approval")
    operations: list[Primitive] = [Insert(approval), *notices]
    operations += _marks(records, items, marked=True)
    return Group(label, tuple(operations))


def remove_approval(records: Records, id: str) -> Group:
    """Take an approval away with its approvers and notices; its items are no longer marked."""
    items = records.get(Approval, id).items
    operations: list[Primitive] = [*_marks(records, items, marked=False), *records.removal(id)]
    return Group(Message("Remove an approval"), tuple(operations))


def set_items(records: Records, id: str, items: tuple[str, ...]) -> Group:
    """Say which items an immediate approval is of; the items are marked accordingly.

    Raises ``ValueError`` for none, which would make it the approval of the rest.
    """
    if not items:
        raise ValueError("an immediate approval is of at least one item")
    before = records.get(Approval, id).items
    operations = (
        *records.setting(id, "items", items),
        *_marks(records, tuple(each for each in before if each not in items), marked=False),
        *_marks(records, items, marked=True),
    )
    return Group(Message("Change what is approved at once"), operations)


def set_place(records: Records, id: str, place: str) -> Group:
    """Say where the minutes are approved."""
    return Group(Message("Change the place of approval"), records.setting(id, "place", place))


def set_planned(records: Records, id: str, day: date | None, time: ClockTime | None) -> Group:
    """Say which day and at what time the approval is agreed to take place."""
    operations = records.setting(id, "planned_on", day) + records.setting(id, "planned_time", time)
    return Group(Message("Change the time of approval"), operations)


def set_approved(records: Records, id: str, day: date | None) -> Group:
    """Say which day the minutes were approved: that of the last signature."""
    operations = records.setting(id, "approved_on", day)
    return Group(Message("Change the day of approval"), operations)


def set_storage_location(records: Records, id: str, place: str) -> Group:
    """Say where the approved minutes are kept (KL 8:12)."""
    operations = records.setting(id, "storage_location", place)
    return Group(Message("Change where the minutes are kept"), operations)


def add_approver(
    records: Records, approval_id: str, *, participant_id: str | None = None, name: str = ""
) -> Group:
    """Choose somebody to approve: a participant, or somebody named here only.

    An empty group where that participant is chosen already.
    """
    chosen = records.children(approval_id, Approver)
    label = Message("Add an approver")
    if participant_id and any(each.participant_id == participant_id for each in chosen):
        return Group(label, ())
    row = Approver(
        id=new_id(),
        owner_id=approval_id,
        position=records.next_position(approval_id, Approver),
        participant_id=participant_id,
        name=name,
    )
    return Group(label, (Insert(row),))


def remove_approver(records: Records, id: str) -> Group:
    """Choose somebody no longer."""
    return Group(Message("Remove an approver"), records.removal(id))


def set_signed(records: Records, id: str, day: date | None) -> Group:
    """Say which day somebody signed: an approver, a chair or the secretary.

    The day of the last signature of chairs and approvers is the day of approval (KL 5:69 asks for
    no secretary's): it follows when all have signed, unless another day was set directly.
    """
    return _signing(records, id, "signed_on", day, Message("Change the day of a signature"))


def set_sent(records: Records, id: str, day: date | None) -> Group:
    """Say which day somebody was sent the text to sign."""
    label = Message("Change the day on which the text was sent")
    return Group(label, records.setting(id, "sent_on", day))


def set_dissent(records: Records, id: str, text: str) -> Group:
    """Note what an approver does not agree with."""
    return Group(Message("Note a disagreement"), records.setting(id, "dissent", text))


def set_referred(records: Records, id: str, *, referred: bool) -> Group:
    """Say that the question was left to the body, as an approver does not sign: nobody waits for
    her signature any more.
    """
    return _signing(records, id, "referred", referred, Message("Leave the question to the body"))


def _signing(records: Records, id: str, field: str, value: object, label: Message) -> Group:
    approval_id = records.row(id).owner_id
    approval = records.get(Approval, approval_id)
    operations = records.setting(id, field, value)
    after = records.apply(Group(label, operations))
    if approval.approved_on in (None, _last_signature(records, approval_id)):
        last = _last_signature(after, approval_id)
        operations += records.setting(approval_id, "approved_on", last)
    return Group(label, operations)


def override_date(
    records: Records, approval_id: str, key: DateKey, day: date, reason: str
) -> Group:
    """Let another day than the computed one hold. Raises ``UserFacingError`` without a reason."""
    if not reason.strip():
        raise UserFacingError(
            Message("Another day than the computed one needs a reason."),
            remedy=Message("Write why, in a few words: it is shown beside the day."),
        )
    label = Message("Override a computed day")
    for row in records.children(approval_id, DateOverride):
        if row.key is key:
            changes = records.setting(row.id, "day", day) + records.setting(
                row.id, "reason", reason.strip()
            )
            return Group(label, changes)
    row = DateOverride(
        id=new_id(),
        owner_id=approval_id,
        position=records.next_position(approval_id, DateOverride),
        key=key,
        day=day,
        reason=reason.strip(),
    )
    return Group(label, (Insert(row),))


def clear_override(records: Records, approval_id: str, key: DateKey) -> Group:
    """Let the computed day hold again."""
    operations = tuple(
        operation
        for row in records.children(approval_id, DateOverride)
        if row.key is key
        for operation in records.removal(row.id)
    )
    return Group(Message("Return to the computed day"), operations)


def _last_signature(records: Records, approval_id: str) -> date | None:
    chairs = records.children(approval_id, Signature)
    waited_for = [
        *(each.signed_on for each in chairs if each.role is SignerRole.CHAIR),
        *(e.signed_on for e in records.children(approval_id, Approver) if not e.referred),
    ]
    known = [day for day in waited_for if day is not None]
    return max(known) if known and len(known) == len(waited_for) else None


def _marks(records: Records, items: tuple[str, ...], *, marked: bool) -> tuple[Set, ...]:
    return tuple(
        operation
        for id in items
        if records.find(Item, id) is not None
        for operation in records.setting(id, "immediate_approval", marked)
    )
