"""A small meeting against which no check has anything, and the ways to spoil it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.approval import Approval, Approver, Notice
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, MemberKind, NoticeBoard, Numbering, Regime, RoleKind
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    Motion,
    MotionFate,
    MotionKind,
    Reservation,
    Vote,
)
from kcdesk.domain.dispatch import Dispatch
from kcdesk.domain.item import Item, ItemKind, Recipient
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.participant import Attendance, Participant, Role, Service, Standing
from kcdesk.domain.position import spread
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import Row
from kcdesk.domain.section import Section, SectionKind
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding
from kcdesk.services.check.neighbour import ALONE, Neighbours
from kcdesk.services.check.run import findings
from tests.domain.calendars import LawCalendar

HELD = date(2026, 11, 12)
APPROVED = date(2026, 11, 24)
POSTED = date(2026, 11, 25)
LAST_APPEAL_DAY = date(2026, 12, 16)
TODAY = date(2026, 11, 25)

_PLACES = spread(400)


def no_glyphs_lacking(_text: str) -> tuple[str, ...]:
    return ()


class Scene:
    """Rows by their ids, in the order in which they were added.

    Items: ``open`` (formality), ``plan`` (decision with a vote), ``choose`` (election). Members
    ``anna`` (chair), ``bo``, ``cia``, ``dan``; ``eva`` is absent and ``sam`` serves for her;
    ``tea`` is a substitute who only listens; ``lisa`` the secretary.
    """

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.body_rows: dict[str, Row] = {}
        self.today = TODAY
        self.neighbours: Neighbours = ALONE
        self.missing_glyphs = no_glyphs_lacking
        _fill(self)

    # ---- spoiling ------------------------------------------------------------------------

    def add(self, row: Row) -> Scene:
        self.rows[row.id] = replace(row, position=_PLACES[len(self.rows)])
        return self

    def text(self, owner: str, text: str, **fields: object) -> Scene:
        """Write a paragraph; the first of an owner is called after it."""
        id = f"{owner}-text"
        id = id if id not in self.rows else f"{id}{len(self.rows)}"
        return self.add(Block(id=id, owner_id=owner, spans=plain(text), **fields))

    def set(self, id: str, **fields: object) -> Scene:
        self.rows[id] = replace(self.rows[id], **fields)
        return self

    def drop(self, *ids: str) -> Scene:
        for id in ids:
            del self.rows[id]
            self.drop(*[each.id for each in list(self.rows.values()) if each.owner_id == id])
        return self

    def body(self, **fields: object) -> Scene:
        self.body_rows["b"] = replace(self.body_rows["b"], **fields)
        return self

    def board(self, name: str) -> Scene:
        id = f"board{len(self.body_rows)}"
        place = _PLACES[len(self.body_rows)]
        self.body_rows[id] = NoticeBoard(id=id, owner_id="b", position=place, name=name)
        return self

    def on(self, today: date) -> Scene:
        self.today = today
        return self

    def beside(self, **fields: object) -> Scene:
        self.neighbours = Neighbours(**fields)
        return self

    def missing(self, letter: str) -> Scene:
        self.missing_glyphs = lambda text: (letter,) if letter in text else ()
        return self

    # ---- looking ---------------------------------------------------------------------------

    def records(self) -> Records:
        return Records("m", self.rows.values())

    def body_records(self) -> Records:
        return Records("b", self.body_rows.values())

    def context(self) -> CheckContext:
        return CheckContext(
            meeting=self.records(),
            body=self.body_records(),
            calendar=LawCalendar(),
            today=self.today,
            missing_glyphs=self.missing_glyphs,
            neighbours=self.neighbours,
        )

    def findings(self) -> tuple[Finding, ...]:
        return findings(self.context())

    def of(self, number: int) -> list[Finding]:
        return [each for each in self.findings() if each.number == number]


def informal() -> Scene:
    """The same people without §§, approval and notice."""
    made = Scene().body(regime=Regime.INFORMAL, numbering=Numbering.ITEM)
    return made.drop("a").set("m", first_paragraph=None, state=MeetingState.DRAFT)


def _fill(scene: Scene) -> None:
    scene.body_rows["b"] = Body(
        id="b",
        organisation="Norråsa kommun",
        name="Kommunstyrelsen",
        regime=Regime.BOARD,
        numbering=Numbering.PARAGRAPH,
        seats=5,
        storage_location="Kansliet",
    )
    scene.add(
        Meeting(
            id="m",
            body_id="b",
            state=MeetingState.NOTICE,
            day=Moment(HELD),
            place="Sessionssalen",
            actual_start=ClockTime(time(9)),
            first_paragraph=52,
        )
    )
    _people(scene)
    scene.add(Item(id="open", owner_id="m", title="Öppnande", kind=ItemKind.FORMALITY))
    scene.add(Section(id="opening", owner_id="open")).text("opening", "Mötet öppnas.")
    _plan(scene)
    scene.add(Item(id="choose", owner_id="m", title="Val", kind=ItemKind.ELECTION))
    scene.add(Decision(id="chosen", owner_id="choose")).text("chosen", "Bo Ek väljs.")
    scene.add(
        Approval(
            id="a",
            owner_id="m",
            place="Kansliet",
            planned_on=APPROVED,
            approved_on=APPROVED,
            storage_location="Kansliet",
        )
    )
    scene.add(Approver(id="signer", owner_id="a", participant_id="bo", signed_on=APPROVED))
    scene.add(Notice(id="n", owner_id="a", board="Kommunens anslagstavla", posted_on=POSTED))


def _people(scene: Scene) -> None:
    names = {"anna": "Anna Berg", "bo": "Bo Ek", "cia": "Cia Dal", "dan": "Dan Ask"}
    there = Attendance.PRESENT
    for id, name in names.items():
        scene.add(
            Participant(id=id, owner_id="m", name=name, kind=MemberKind.MEMBER, attendance=there)
        )
    scene.add(
        Participant(
            id="eva",
            owner_id="m",
            name="Eva Hed",
            kind=MemberKind.MEMBER,
            attendance=Attendance.ABSENT_WITH_NOTICE,
        )
    )
    for id, name in {"sam": "Sam Lo", "tea": "Tea Nord"}.items():
        scene.add(
            Participant(
                id=id, owner_id="m", name=name, kind=MemberKind.SUBSTITUTE, attendance=there
            )
        )
    scene.add(
        Participant(
            id="lisa",
            owner_id="m",
            name="Lisa Ny",
            standing=Standing.OTHER,
            kind=MemberKind.STAFF,
            attendance=there,
        )
    )
    scene.add(Service(id="serving", owner_id="sam", for_participant_id="eva"))
    scene.add(Role(id="chair", owner_id="anna", kind=RoleKind.CHAIR))
    scene.add(Role(id="secretary", owner_id="lisa", kind=RoleKind.SECRETARY))


def _plan(scene: Scene) -> None:
    scene.add(
        Item(id="plan", owner_id="m", title="Plan", kind=ItemKind.DECISION, case_number="KS 1")
    )
    for id, kind in (
        ("basis", SectionKind.BASIS),
        ("proposal", SectionKind.PROPOSAL),
        ("order", SectionKind.PROPOSITION_ORDER),
    ):
        scene.add(Section(id=id, owner_id="plan", kind=kind)).text(id, "Planen antas.")
    kinds = MotionKind
    scene.add(
        Motion(
            id="yes", owner_id="plan", movers=("bo",), kind=kinds.ASSENT, fate=MotionFate.CARRIED
        )
    )
    scene.add(
        Motion(
            id="no", owner_id="plan", movers=("cia",), kind=kinds.REJECTION, fate=MotionFate.LOST
        )
    )
    scene.add(
        Vote(
            id="vote",
            owner_id="plan",
            yes_means="bifall",
            no_means="avslag",
            result="Planen antas.",
        )
    )
    for id, choice in {
        "anna": Choice.YES,
        "bo": Choice.YES,
        "cia": Choice.NO,
        "dan": Choice.YES,
        "sam": Choice.ABSTAIN,
    }.items():
        scene.add(Ballot(id=f"by-{id}", owner_id="vote", participant_id=id, choice=choice))
    scene.add(Decision(id="decided", owner_id="plan")).text("decided", "Planen antas.")
    scene.add(Reservation(id="against", owner_id="plan", participants=("cia",)))
    scene.add(Action(id="todo", owner_id="plan", text="Skicka", due=Moment(date(2026, 12, 1))))
    scene.add(ActionOwner(id="doer", owner_id="todo", participant_id="lisa"))
    scene.add(Recipient(id="told", owner_id="plan", name="Revisorerna"))
    scene.add(Dispatch(id="letter", owner_id="told", sent_on=POSTED, sent_by="Lisa Ny"))
