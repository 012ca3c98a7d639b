"""The words for what a body can be, as lists offer them."""

from __future__ import annotations

from kcdesk.domain.body import Layout, MemberKind, Numbering, Regime, RoleKind, TakeDown
from kcdesk.domain.meeting import MeetingKind
from kcdesk.domain.message import Message

REGIMES: tuple[tuple[Regime, Message], ...] = (
    (Regime.COUNCIL, Message("Municipal or regional council")),
    (Regime.BOARD, Message("Executive board")),
    (Regime.COMMITTEE, Message("Committee")),
    (Regime.SUBCOMMITTEE, Message("Subcommittee")),
    (Regime.FEDERATION, Message("Federation of municipalities")),
    (Regime.JOINT_COMMITTEE, Message("Joint committee")),
    (Regime.COORDINATION_FEDERATION, Message("Coordination federation")),
    (Regime.INFORMAL, Message("Informal group")),
)

NUMBERINGS: tuple[tuple[Numbering, Message], ...] = (
    (Numbering.PARAGRAPH, Message("§ running through the year")),
    (Numbering.ITEM, Message("1, 2, 3 for each meeting")),
)

LAYOUTS: tuple[tuple[Layout, Message], ...] = (
    (Layout.SINGLE, Message("One column")),
    (Layout.TWO_COLUMN, Message("Two columns, headings to the left")),
)

LANGUAGES: tuple[tuple[str, Message], ...] = (
    ("sv", Message("Swedish")),
    ("en", Message("English")),
)

TAKE_DOWNS: tuple[tuple[TakeDown, Message], ...] = (
    (TakeDown.DAY_AFTER, Message("The day after the last day of appeal")),
    (TakeDown.LAST_DAY, Message("At the end of the last day of appeal")),
)

MEMBER_KINDS: tuple[tuple[MemberKind, Message], ...] = (
    (MemberKind.MEMBER, Message("Member")),
    (MemberKind.SUBSTITUTE, Message("Substitute")),
    (MemberKind.STAFF, Message("Staff")),
)

ROLES: tuple[tuple[RoleKind | None, Message], ...] = (
    (None, Message("No role")),
    (RoleKind.CHAIR, Message("Chair")),
    (RoleKind.VICE_CHAIR, Message("Vice chair")),
    (RoleKind.SECOND_VICE_CHAIR, Message("Second vice chair")),
    (RoleKind.SECRETARY, Message("Secretary")),
)

MEETING_KINDS: tuple[tuple[MeetingKind, Message], ...] = (
    (MeetingKind.ORDINARY, Message("Ordinary meeting")),
    (MeetingKind.EXTRA, Message("Extra meeting")),
    (MeetingKind.TELEPHONE, Message("Telephone meeting")),
    (MeetingKind.PER_CAPSULAM, Message("Per capsulam")),
    (MeetingKind.STUDY_TRIP, Message("Study trip")),
)
