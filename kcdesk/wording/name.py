"""How people are named, and what they are called by their roles."""

from __future__ import annotations

from collections.abc import Iterable

from kcdesk.domain.body import RoleKind
from kcdesk.domain.meeting import MeetingKind
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue


def name_and_party(participant: Participant) -> str:
    """Return "Anna Berg (S)"."""
    return f"{participant.name} ({participant.party})" if participant.party else participant.name


def names_of(records: Records, ids: Iterable[str], other: str = "") -> list[str]:
    """Return those named by their ids with their parties, and whoever is named in words."""
    found = [records.find(Participant, id) for id in ids]
    names = [name_and_party(each) for each in found if each is not None]
    return [*names, other] if other else names


def possessive(texts: Catalogue, name: str) -> str:
    """Return "Per-Erik Modins", "Lars" (Swedish adds no second s), "Anna Berg's"."""
    if texts.language == "sv":
        return name if name.endswith(("s", "x", "z")) else f"{name}s"
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def role_name(texts: Catalogue, kind: RoleKind) -> str:
    """Return a role as it stands after a name."""
    match kind:
        case RoleKind.CHAIR:
            return texts.text("chair")
        case RoleKind.VICE_CHAIR:
            return texts.text("vice chair")
        case RoleKind.SECOND_VICE_CHAIR:
            return texts.text("second vice chair")
        case RoleKind.SECRETARY:
            return texts.text("secretary")
        case RoleKind.PRESENTER:
            return texts.text("presenter")
        case RoleKind.ORGANISER:
            return texts.text("organiser")
        case RoleKind.APPROVER:
            return texts.text("approver")


def meeting_kind(texts: Catalogue, kind: MeetingKind) -> str:
    """Return what sort of meeting it is; nothing for an ordinary one."""
    match kind:
        case MeetingKind.EXTRA:
            return texts.text("extra meeting")
        case MeetingKind.TELEPHONE:
            return texts.text("telephone meeting")
        case MeetingKind.PER_CAPSULAM:
            return texts.text("per capsulam")
        case MeetingKind.STUDY_TRIP:
            return texts.text("study trip")
        case MeetingKind.ORDINARY:
            return ""
