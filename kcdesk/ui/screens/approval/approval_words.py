"""What an approval and its approvers are called."""

from __future__ import annotations

from kcdesk.domain.approval import Approval
from kcdesk.domain.approved import approved_items, paragraphs
from kcdesk.domain.body import Numbering, RoleKind
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.records import Records
from kcdesk.i18n import _


def approval_title(records: Records, approval: Approval, numbering: Numbering) -> str:
    """Return what a card is headed: the rest, or what is approved at once."""
    what = paragraphs(records, approved_items(records, approval), numbering)
    if what and numbering is not Numbering.PARAGRAPH:
        what = _("item {number}", number=what)
    if approval.items:
        return _("Immediate approval of {what}", what=what) if what else _("Immediate approval")
    return _("Approval of {what}", what=what) if what else _("Approval")


def secretary_name(records: Records) -> str:
    """Return who keeps the minutes, as most often she also confirms; empty where nobody does."""
    for role in records.all(Role):
        if role.kind is RoleKind.SECRETARY:
            return records.get(Participant, role.owner_id).name
    return ""
