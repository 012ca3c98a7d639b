"""The places that findings lead to."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Numbering
from kcdesk.domain.correction import Correction
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import spans
from kcdesk.domain.participant import Participant
from kcdesk.domain.row import Row
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Area, Place
from kcdesk.services.item_place import item_place

ATTENDANCE = Message("Attendance")
HEAD = Message("Head")
APPROVAL = Message("Approval")


def item_words(context: CheckContext, item: Item) -> Message:
    """Return an item's place in words."""
    return item_place(context.meeting, item, context.numbers, context.profile.numbering)


def at_item(context: CheckContext, item: Item, row: Row | None = None, field: str = "") -> Place:
    """Return the place of an item, or of a row in it."""
    row_id = row.id if row is not None else item.id
    return Place(Area.ITEM, item_words(context, item), row_id, field, item.id)


def at_row(context: CheckContext, row: Row, field: str = "") -> Place:
    """Return the place of any row: in its item, its person or its approval, else in the head.
    What is noted after the approval is beside the approvals, whatever it is of.
    """
    if isinstance(row, Correction | Delivery):
        item = context.meeting.find(Item, row.owner_id)
        words = item_words(context, item) if item is not None else APPROVAL
        return Place(Area.APPROVAL, words, row.id, field)
    owner: Row | None = row
    while owner is not None:
        if isinstance(owner, Item):
            return at_item(context, owner, row, field)
        if isinstance(owner, Participant):
            return at_attendance(context, owner)
        if isinstance(owner, Approval):
            return at_approval(context, owner, row, field)
        owner = context.meeting.row(owner.owner_id) if owner.owner_id in context.meeting else None
    if row.id == context.body.root_id:
        return at_body(context, field)
    return at_head(context, field)


def at_head(context: CheckContext, field: str = "") -> Place:
    """Return the place of a field of the meeting's head."""
    return Place(Area.HEAD, HEAD, context.meeting.root_id, field)


def at_attendance(context: CheckContext, person: Participant | None = None) -> Place:
    """Return the place of somebody in the attendance, or of the list itself."""
    if person is None:
        return Place(Area.ATTENDANCE, ATTENDANCE, context.meeting.root_id)
    words = Message("Attendance, {name}", {"name": person.name or Message("no name")})
    return Place(Area.ATTENDANCE, words, person.id)


def at_approval(
    context: CheckContext, approval: Approval | None, row: Row | None = None, field: str = ""
) -> Place:
    """Return the place of an approval, or of a row of it; None: of the one not yet prepared."""
    if approval is None:
        return Place(Area.APPROVAL, APPROVAL, context.meeting.root_id, field)
    what = spanned(context, approval.items)
    words = Message("Approval of {what}", {"what": what}) if what else APPROVAL
    return Place(Area.APPROVAL, words, row.id if row is not None else approval.id, field)


def at_dispatch(context: CheckContext, recipient: Recipient, field: str) -> Place:
    """Return the place where it is noted what was sent to a recipient."""
    item = context.meeting.get(Item, recipient.owner_id)
    words = Message("Dispatch of {place}", {"place": item_words(context, item)})
    return Place(Area.APPROVAL, words, recipient.id, field)


def at_body(context: CheckContext, field: str) -> Place:
    """Return the place of a field of the body's profile."""
    return Place(Area.BODY, Message("The body"), context.body.root_id, field)


def spanned(context: CheckContext, item_ids: Sequence[str]) -> str:
    """Return the numbers of items as "§ 52" or "§§ 52–54, 57"; unnumbered ones are left out."""
    known = (context.numbers.get(id, "") for id in item_ids)
    listed = ", ".join(parts := spans(known))
    if not listed or context.profile.numbering is not Numbering.PARAGRAPH:
        return listed
    is_one = len(parts) == 1 and "–" not in listed
    return f"{'§' if is_one else '§§'}\N{NO-BREAK SPACE}{listed}"
