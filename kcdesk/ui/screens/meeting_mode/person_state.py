"""What the presence strip says of each person at the item in view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Service,
    Standing,
)
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current
from kcdesk.services.item_span import ItemOrder
from kcdesk.services.short_name import short_names
from kcdesk.wording import moment
from kcdesk.wording.name import role_name


class Mark(StrEnum):
    """How the circle is drawn; words beside it or in its name say the same."""

    LEADS = "leads"
    THERE = "there"
    EXPECTED = "expected"
    RECUSED = "recused"
    AWAY = "away"


_SHOWN_ROLES = (RoleKind.CHAIR, RoleKind.VICE_CHAIR, RoleKind.SECOND_VICE_CHAIR)


@dataclass(frozen=True, slots=True)
class PersonState:
    """One person of the strip; ``words`` say what is worth saying, ``named`` shows the name too."""

    id: str
    initials: str
    name: str
    mark: Mark
    words: str = ""
    named: bool = False

    @property
    def spoken(self) -> str:
        """The whole as a sentence."""
        state = {
            Mark.LEADS: _("leads the meeting"),
            Mark.THERE: _("present"),
            Mark.EXPECTED: _("expected"),
            Mark.RECUSED: _("recused"),
            Mark.AWAY: _("absent"),
        }[self.mark]
        return ", ".join(dict.fromkeys(filter(None, (self.name, state, self.words))))


def person_states(records: Records, people: Records, item_id: str) -> list[PersonState]:
    """Return the people of a meeting, those who are away last; guests of one item are left out."""
    register = AttendanceRegister(records)
    item = records.find(Item, item_id)
    leader = register.chair_at(item) if item is not None else None
    letters = short_names(records, people)
    found = [
        _state(
            records,
            letters[each.id],
            register,
            each,
            item,
            leads=leader is not None and each.id == leader.id,
        )
        for each in register.participants
        if each.standing is not Standing.ITEM_GUEST
    ]
    order = {Mark.LEADS: 0, Mark.AWAY: 2}
    return sorted(found, key=lambda each: order.get(each.mark, 1))


def _state(
    records: Records,
    letters: str,
    register: AttendanceRegister,
    each: Participant,
    item: Item | None,
    *,
    leads: bool,
) -> PersonState:
    mark = _mark(register, each, item, leads=leads)
    held = [kind for kind, _where in register.roles(each) if kind in _SHOWN_ROLES]
    said = _movement(records, each, item) or _words(records, register, each, mark)
    if not said and held:
        said = role_name(current(), held[0])
    return PersonState(
        each.id,
        letters,
        each.name,
        mark,
        said,
        named=bool(held),
    )


def _mark(
    register: AttendanceRegister, each: Participant, item: Item | None, *, leads: bool
) -> Mark:
    there = register.was_there(each) if item is None else register.is_present(each, item)
    if not there:
        return Mark.AWAY
    if item is not None and register.is_recused(each, item):
        return Mark.RECUSED
    if leads:
        return Mark.LEADS
    return Mark.EXPECTED if each.attendance is Attendance.EXPECTED else Mark.THERE


def _movement(records: Records, each: Participant, item: Item | None) -> str:
    """Say when somebody came or went, as long as that item is in view or she is away."""
    if item is None:
        return ""
    order = ItemOrder(records)
    said = ""
    for row in records.children(each.id, Presence):
        if (
            row.until_time
            and row.until_item_id
            and order.start(row.until_item_id) <= order.start(item.id)
        ):
            said = _("left {time}", time=moment.clock(current(), row.until_time))
        if row.from_time and row.from_item_id == item.id:
            said = _("came {time}", time=moment.clock(current(), row.from_time))
        elif row.from_item_id and order.start(row.from_item_id) <= order.start(item.id):
            said = ""
            if row.until_time and row.until_item_id == item.id:
                said = _("left {time}", time=moment.clock(current(), row.until_time))
    return said


def _words(records: Records, register: AttendanceRegister, each: Participant, mark: Mark) -> str:
    if mark is Mark.RECUSED:
        return _("recused")
    if mark is Mark.AWAY:
        notice = each.attendance is Attendance.ABSENT_WITH_NOTICE
        return _("sent notice") if notice else _("absent") if not register.was_there(each) else ""
    if mark is Mark.EXPECTED:
        return _("expected")
    if each.remote:
        return _("at a distance")
    for service in records.children(each.id, Service):
        member = records.find(Participant, service.for_participant_id)
        if member is not None:
            return _("for {name}", name=_short(member.name))
    substitute = each.kind is MemberKind.SUBSTITUTE
    return _("substitute") if substitute else ""


def _short(name: str) -> str:
    first, _space, last = name.partition(" ")
    return f"{first[:1]}. {last}" if last else name
