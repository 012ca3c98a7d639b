"""What is said of a participant, in the words of the user interface.

Pure functions of the rows; what is printed in documents has words of its own (kcdesk/wording).
"""

from __future__ import annotations

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import RoleKind
from kcdesk.domain.item import Presenter, Recusal
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.participant import Attendance, Participant, Presence, Role, Service
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.ui.screens.attendance.item_words import ItemWords


def shown_name(participant: Participant) -> str:
    """Return a name with its party: "Anna Berg (S)"."""
    name = participant.name or _("without a name")
    return f"{name} ({participant.party})" if participant.party else name


def short_name(name: str) -> str:
    """Return a name as it is referred to: "Jan Jonsén" → "J. Jonsén"."""
    first, _space, rest = name.strip().partition(" ")
    return f"{first[0]}. {rest.split()[-1]}" if rest.split() else first


def details(records: Records, participant: Participant, words: ItemWords) -> tuple[str, ...]:
    """Return what the line under a name says, part by part."""
    if (state := absence_words(participant.attendance)) and not records.children(
        participant.id, Presence
    ):
        roles = _joined(_bare_roles(records, participant))
        return tuple(filter(None, (participant.organisation, roles, state)))
    parts = (
        participant.organisation,
        participant.title,
        _joined(role_words(records, participant, words)),
        _joined(service_words(records, participant, words)),
        _joined(presence_words(records, participant, words)),
        recusal_words(records, participant, words),
        _("at a distance") if participant.remote else "",
    )
    return tuple(filter(None, parts))


def absence_words(attendance: Attendance) -> str:
    """Return why somebody is not there; empty for those who are, or are expected."""
    return {
        Attendance.ABSENT: _("absent"),
        Attendance.ABSENT_WITH_NOTICE: _("sent notice of absence"),
    }.get(attendance, "")


def role_names() -> dict[RoleKind, str]:
    """Return what the roles are called."""
    return {
        RoleKind.CHAIR: _("chair"),
        RoleKind.VICE_CHAIR: _("vice chair"),
        RoleKind.SECOND_VICE_CHAIR: _("second vice chair"),
        RoleKind.SECRETARY: _("secretary"),
        RoleKind.PRESENTER: _("presenter"),
        RoleKind.ORGANISER: _("organiser"),
        RoleKind.APPROVER: _("approver"),
    }


def role_words(records: Records, participant: Participant, words: ItemWords) -> list[str]:
    """Return the roles with the items they hold for, then what somebody presents.

    A role that begins with the arrival carries its time, and the arrival is not said again.
    """
    arrival = _sole_arrival(records, participant)
    presented = _presented(records, participant)
    said = []
    for role in records.children(participant.id, Role):
        if role.kind is RoleKind.PRESENTER and presented:
            continue
        same = arrival is not None and role.from_item_id == arrival.from_item_id
        time = arrival.from_time if same and arrival else None
        span = words.span(role.from_item_id, role.until_item_id, time)
        name = role_names()[role.kind]
        said.append(_("{role} {span}", role=name, span=span) if span else name)
    if presented:
        said.append(_("presenter, {items}", items=words.items(presented)))
    return said


def presence_words(records: Records, participant: Participant, words: ItemWords) -> list[str]:
    """Return when somebody was there, unless throughout or said with a role."""
    arrival = _sole_arrival(records, participant)
    roles = records.children(participant.id, Role)
    if arrival and any(role.from_item_id == arrival.from_item_id for role in roles):
        return []
    presented = _presented(records, participant)
    return [
        _stretch(each, words)
        for each in records.children(participant.id, Presence)
        if presented != [each.from_item_id] or presented != [each.until_item_id]
    ]


def service_words(records: Records, participant: Participant, words: ItemWords) -> list[str]:
    """Return for whom somebody serves: "ersätter J. Jonsén från § 55"."""
    said = []
    for service in records.children(participant.id, Service):
        member = records.find(Participant, service.for_participant_id)
        name = short_name(member.name) if member else _("nobody named")
        span = words.span(service.from_item_id, service.until_item_id)
        text = _("serves for {name}", name=name)
        said.append(f"{text} {span}" if span else text)
    return said


def recusal_words(records: Records, participant: Participant, words: ItemWords) -> str:
    """Return where somebody is recused: "jäv i § 57"."""
    items = [
        each.owner_id
        for item in ordered_items(records)
        for each in records.children(item.id, Recusal)
        if each.participant_id == participant.id
    ]
    return _("recused in {items}", items=words.items(items)) if items else ""


def state_words(
    register: AttendanceRegister, participant: Participant, *, present: bool, recused: bool
) -> str:
    """Return the state that the dot shows, for screen readers."""
    if not register.was_there(participant):
        return absence_words(participant.attendance)
    if recused:
        return _("recused")
    if not present:
        return _("not in the room now")
    return _("expected") if participant.attendance is Attendance.EXPECTED else _("present")


def _bare_roles(records: Records, participant: Participant) -> list[str]:
    return [role_names()[role.kind] for role in records.children(participant.id, Role)]


def _sole_arrival(records: Records, participant: Participant) -> Presence | None:
    """Return the one stretch that lasts to the end, where there is no other."""
    stretches = records.children(participant.id, Presence)
    if len(stretches) == 1 and stretches[0].from_item_id and not stretches[0].until_item_id:
        return stretches[0]
    return None


def _stretch(presence: Presence, words: ItemWords) -> str:
    first, last = presence.from_item_id, presence.until_item_id
    came = _("arrived later") if presence.arrived_late and first is None else ""
    went = _("left earlier") if presence.left_early and last is None else ""
    if came or went:
        known = words.span(first, last, presence.from_time, presence.until_time, short=False)
        return _joined([word for word in (came, known, went) if word])
    span = words.span(first, last, presence.from_time, presence.until_time)
    is_bare = words.is_bare(first, last) and not (presence.from_time or presence.until_time)
    return _("present {span}", span=span) if is_bare else span


def _presented(records: Records, participant: Participant) -> list[str]:
    """Return the ids of the items that somebody presents."""
    return [
        item.id
        for item in ordered_items(records)
        if any(
            each.participant_id == participant.id for each in records.children(item.id, Presenter)
        )
    ]


def _joined(parts: list[str]) -> str:
    return ", ".join(parts)
