"""The words for what a body can be, as lists offer them."""

from __future__ import annotations

from kcdesk.domain.body import Layout, MemberKind, Numbering, RoleKind, Theme
from kcdesk.domain.meeting import MeetingKind
from kcdesk.domain.message import Message

NUMBERINGS: tuple[tuple[Numbering, Message], ...] = (
    (Numbering.PARAGRAPH, Message("§ running through the year")),
    (Numbering.ITEM, Message("1, 2, 3 for each meeting")),
)

LAYOUTS: tuple[tuple[Layout, Message], ...] = (
    (Layout.SINGLE, Message("One column")),
    (Layout.TWO_COLUMN, Message("Two columns, headings to the left")),
)

THEMES: tuple[tuple[Theme, Message], ...] = (
    (Theme.CLASSIC, Message("Classic: black headings, a rule under the head")),
    (Theme.MODERN, Message("Modern: headings in the accent, more air")),
    (Theme.COMPACT, Message("Compact: smaller, fewer pages")),
)

LANGUAGES: tuple[tuple[str, Message], ...] = (
    ("sv", Message("Swedish")),
    ("en", Message("English")),
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
    (RoleKind.PRESENTER, Message("Presenter")),
    (RoleKind.ORGANISER, Message("Organiser")),
)

MEETING_KINDS: tuple[tuple[MeetingKind, Message], ...] = (
    (MeetingKind.ORDINARY, Message("Ordinary meeting")),
    (MeetingKind.EXTRA, Message("Extra meeting")),
    (MeetingKind.TELEPHONE, Message("Telephone meeting")),
    (MeetingKind.PER_CAPSULAM, Message("Per capsulam")),
    (MeetingKind.STUDY_TRIP, Message("Study trip")),
)
