"""The meeting of the design's picture: eleven items from § 52, seven members, two others."""

from __future__ import annotations

from datetime import date, time

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action
from kcdesk.domain.body import Body, MemberKind, Membership, Numbering, Regime, RoleKind
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item, ItemKind, Presenter, Recusal
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.domain.person import Person
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_bridge import Selection, SessionBridge
from tests.ui.editing import MemoryJournal
from tests.ui.screens.meeting import NumberShelf, StillClock, Weekends

TITLES = {
    "opening": ("Mötets öppnande", ItemKind.FORMALITY),
    "approvers": ("Val av justerare", ItemKind.FORMALITY),
    "economy": ("Ekonomisk lägesrapport", ItemKind.DECISION),
    "region": ("Uppföljning från regionrådet", ItemKind.INFORMATION),
    "digital": ("Gemensam digital handlingsplan", ItemKind.DECISION),
    "consumer": ("Samordnad konsumentvägledning", ItemKind.DECISION),
    "payroll": ("Upphandling av lönesystem", ItemKind.INFORMATION),
    "trip": ("Studieresa", ItemKind.INFORMATION),
    "other": ("Övriga frågor", ItemKind.INFORMATION),
    "next": ("Nästa möte", ItemKind.FORMALITY),
    "closing": ("Mötets avslutande", ItemKind.FORMALITY),
}

MEMBERS = (
    ("modin", "Per-Erik Modin", "Norråsa"),
    ("haglund", "Maria Haglund", "Övre Forsa"),
    ("ahlqvist", "Karin Ahlqvist", "Rotsjö"),
    ("falk", "Robert Falk", "Björkliden"),
    ("sund", "Helén Sund", "Nordby"),
    ("jonsen", "Jan Jonsén", "Vallmon"),
    ("wret", "Håkan Wret", "Bjursele"),
)


def items() -> list[Row]:
    """The agenda."""
    positions = spread(len(TITLES))
    rows: list[Row] = [
        Item(
            id=id,
            owner_id="m",
            position=position,
            title=title,
            kind=kind,
            done=id in ("opening", "approvers", "economy", "region"),
            secret=id == "payroll",
            actual_start=ClockTime(time(9, 32)) if id == "digital" else None,
        )
        for position, (id, (title, kind)) in zip(positions, TITLES.items(), strict=True)
    ]
    return [
        *rows,
        Item(id="workshop", owner_id="digital", position="V", title="Workshop i mars"),
        Decision(id="d1", owner_id="economy"),
        Action(id="a1", owner_id="digital"),
    ]


def participants() -> list[Row]:
    """Who is on the list, with what happened."""
    absent = Attendance.ABSENT_WITH_NOTICE
    people: list[Row] = [
        Participant(
            id=id,
            owner_id="m",
            position=position,
            person_id=id,
            name=name,
            organisation=organisation,
            kind=MemberKind.MEMBER,
            attendance=absent if id in ("wret", "jonsen") else Attendance.PRESENT,
            remote=id == "sund",
        )
        for position, (id, name, organisation) in zip(spread(7), MEMBERS, strict=True)
    ]
    other = Standing.OTHER
    return [
        *people,
        Participant(
            id="kling",
            owner_id="m",
            position="zV",
            name="Åsa Kling",
            organisation="Vallmon",
            kind=MemberKind.SUBSTITUTE,
        ),
        Participant(id="nyman", owner_id="m", position="zW", name="Lisa Nyman", standing=other),
        Participant(id="siv", owner_id="m", position="zX", name="Siv Åkerlund", standing=other),
        Role(id="r1", owner_id="modin", position="V", kind=RoleKind.VICE_CHAIR),
        Role(
            id="r2",
            owner_id="modin",
            position="W",
            kind=RoleKind.CHAIR,
            until_item_id="economy",
        ),
        Role(id="r3", owner_id="haglund", kind=RoleKind.CHAIR, from_item_id="region"),
        Role(id="r4", owner_id="nyman", kind=RoleKind.SECRETARY),
        Presence(
            id="x1",
            owner_id="haglund",
            from_item_id="region",
            from_time=ClockTime(time(9, 12)),
        ),
        Recusal(id="j1", owner_id="consumer", participant_id="falk"),
        Service(id="s1", owner_id="kling", for_participant_id="jonsen"),
        Presenter(id="pr", owner_id="digital", participant_id="siv"),
    ]


def meeting(*rows: Row) -> list[Row]:
    """The meeting with these rows; without any, as it stands in the picture."""
    root = Meeting(
        id="m",
        body_id="b",
        day=Moment(date(2026, 11, 12)),
        first_paragraph=52,
    )
    return [root, *(rows or (*items(), *participants()))]


def empty_meeting() -> list[Row]:
    """A meeting with nothing in it yet."""
    return [Meeting(id="m", body_id="b", day=Moment(date(2026, 11, 12)))]


def body(numbering: Numbering = Numbering.PARAGRAPH) -> list[Row]:
    """The body with its seven seats and its roster."""
    root = Body(
        id="b",
        organisation="Samordningsförbundet Älvdalarna",
        name="Styrelsen",
        regime=Regime.COORDINATION_FEDERATION,
        numbering=numbering,
        seats=7,
    )
    places = [
        Membership(id=f"ms-{id}", owner_id="b", position=position, person_id=id, represents=place)
        for position, (id, _name, place) in zip(spread(7), MEMBERS, strict=True)
    ]
    return [root, *places]


def people() -> list[Row]:
    """The persons of the library: the members and two more."""
    persons = [
        Person(id=id, owner_id=LIBRARY_ID, position=position, name=name, organisation=place)
        for position, (id, name, place) in zip(spread(7), MEMBERS, strict=True)
    ]
    return [
        Library(id=LIBRARY_ID),
        *persons,
        Person(id="ohman", owner_id=LIBRARY_ID, position="zV", name="Jonas Öhman", title="Jurist"),
        Person(id="aman", owner_id=LIBRARY_ID, position="zW", name="Åke Öman", initials="ÅÖ"),
    ]


def context(
    rows: list[Row] | None = None, *, numbering: Numbering = Numbering.PARAGRAPH
) -> MeetingContext:
    """What panels of the open meeting get; nothing is written to a disk."""
    streams = (rows if rows is not None else meeting(), body(numbering), people())
    journals = [MemoryJournal(each[0].id, each) for each in streams]
    bridges = [
        SessionBridge(EditingSession(each[0].id, journal))
        for each, journal in zip(streams, journals, strict=True)
    ]
    return MeetingContext(
        bridge=bridges[0],
        selection=Selection(),
        body_bridge=bridges[1],
        people_bridge=bridges[2],
        calendar=Weekends(),
        clock=StillClock(),
        journal=journals[0],
        shelf=NumberShelf(),
    )


def records(context: MeetingContext) -> Records:
    """The rows of the meeting as they are now."""
    return context.bridge.records
