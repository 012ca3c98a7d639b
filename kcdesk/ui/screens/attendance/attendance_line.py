"""The lines of the attendance panel: headings of groups, and people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.attendance import AttendanceRegister, Quorum
from kcdesk.domain.body import MemberKind
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.domain.profile import Profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.ui.screens.attendance.item_words import ItemWords
from kcdesk.ui.screens.attendance.participant_words import details, shown_name, state_words


class Dot(StrEnum):
    """What the dot before a name shows; the words beside it say the same."""

    THERE = "there"
    EXPECTED = "expected"
    AWAY = "away"
    RECUSED = "recused"


class Grouping(StrEnum):
    """The groups of the panel, from top to bottom."""

    DECIDING = "deciding"
    SUBSTITUTES = "substitutes"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """A person, or the heading of a group (``dot`` is None)."""

    id: str
    name: str
    details: str = ""
    dot: Dot | None = None
    spoken: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of a group."""
        return self.dot is None


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """All that the panel shows: its lines, how many are there of how many, the quorum."""

    lines: tuple[AttendanceLine, ...]
    there: int
    of: int
    quorum: Quorum | None


def attendance_of(records: Records, profile: Profile, item_id: str) -> AttendanceView:
    """Return the attendance at an item; without one, of the meeting as a whole."""
    register = AttendanceRegister(records)
    words = ItemWords(records, profile.numbering)
    item = records.find(Item, item_id)
    groups: dict[Grouping, list[AttendanceLine]] = {group: [] for group in Grouping}
    deciding = [
        each
        for each in register.participants
        if grouping(records, each) is Grouping.DECIDING
        and not (each.kind is MemberKind.SUBSTITUTE and profile.seats)
    ]
    for participant in register.participants:
        group = grouping(records, participant)
        line = _line(records, register, words, participant, item, group_name(group))
        groups[group].append(line)
    lines = tuple(
        line
        for group, members in groups.items()
        if members
        for line in (AttendanceLine(id=group.value, name=group_name(group)), *members)
    )
    serving = _serving(register, item)
    quorum = Quorum(serving, profile.seats) if profile.is_formal and profile.seats else None
    return AttendanceView(lines, serving, profile.seats or len(deciding), quorum)


def grouping(records: Records, participant: Participant) -> Grouping:
    """Return in which group somebody stands; a serving substitute is among those who decide."""
    if participant.standing is not Standing.DECISION_MAKER or participant.kind is MemberKind.STAFF:
        return Grouping.OTHERS
    if participant.kind is MemberKind.SUBSTITUTE and not records.children(participant.id, Service):
        return Grouping.SUBSTITUTES
    return Grouping.DECIDING


def group_name(group: Grouping) -> str:
    """Return what a group is called."""
    return {
        Grouping.DECIDING: _("Decision-makers"),
        Grouping.SUBSTITUTES: _("Substitutes"),
        Grouping.OTHERS: _("Others"),
    }[group]


def _serving(register: AttendanceRegister, item: Item | None) -> int:
    if item is not None:
        return len(register.serving(item))
    return sum(
        register.was_there(each)
        and each.standing is Standing.DECISION_MAKER
        and each.kind in (None, MemberKind.MEMBER)
        for each in register.participants
    )


def _line(
    records: Records,
    register: AttendanceRegister,
    words: ItemWords,
    participant: Participant,
    item: Item | None,
    group: str,
) -> AttendanceLine:
    present = register.was_there(participant)
    if item is not None:
        present = register.is_present(participant, item)
    recused = item is not None and register.is_recused(participant, item)
    said = details(records, participant, words)
    state = state_words(register, participant, present=present, recused=recused)
    sentence = (shown_name(participant), group, state, *(each for each in said if each != state))
    return AttendanceLine(
        id=participant.id,
        name=shown_name(participant),
        details="\u00a0· ".join(said),
        dot=_dot(records, participant, state, present=present),
        spoken=", ".join(sentence),
    )


def _dot(records: Records, participant: Participant, state: str, *, present: bool) -> Dot:
    if not present:
        return Dot.AWAY
    if any(each.participant_id == participant.id for each in records.all(Recusal)):
        return Dot.RECUSED
    return Dot.EXPECTED if state == _("expected") else Dot.THERE
