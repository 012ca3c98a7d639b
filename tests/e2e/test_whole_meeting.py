"""A whole meeting at the keyboard, with what comes between: reordering, slips, undo, somebody who
leaves and comes back, a break, and the window closed in the middle.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.block import Block
from kcdesk.domain.body import MemberKind, Regime
from kcdesk.domain.decision import Decision, Motion, MotionKind, Vote
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.participant import Attendance, Participant, Presence, Service
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.domain.section import Section, SectionKind
from kcdesk.services.create_body import create_body
from kcdesk.services.create_meeting import create_meeting
from kcdesk.services.edit_roster import add_membership
from kcdesk.services.enlist_member import enlist_person
from kcdesk.services.read_member import read_member
from kcdesk.ui.screens.attendance.roll_call import RollCall
from tests.e2e.hands import ALT, CTRL, SHIFT, Hands, K, settle

DAY = date(2026, 11, 12)
MEMBERS = (
    "Maria Haglund",
    "Per-Erik Modin",
    "Karin Ahlqvist",
    "Robert Falk",
    "Helén Sund",
)
SUBSTITUTES = ("Åsa Kling", "Mikael Lindvall")
ITEMS = (
    "Mötets öppnande",
    "Val av justerare",
    "Ekonomisk lägesrapport",
    "Gemensam handlingsplan",
    "Konsumentvägledning",
    "Lönesystem",
    "Övriga frågor",
    "Mötets avslutande",
)
TALK = (
    "Rapporten gås igenom. Utfallet till och med oktober är bättre än budgeten, främst för att två "
    "tjänster har varit obesatta under våren.\n"
    "Ledamöterna frågar om kostnaderna för den nya plattformen och hur de fördelas mellan "
    "kommunerna.\n"
    "- Fördelningen följer invånarantalet\nDen ses över vart tredje år\n\n"
    "En uppdaterad prognos lämnas i februari.\n"
)


@pytest.fixture
def meeting_id(desktop, hands: Hands) -> str:
    """A formal body of five with two substitutes, and its meeting today."""
    begin(desktop, hands)
    window = desktop.window
    body_id = create_body("Styrelsen", Regime.COORDINATION_FEDERATION, seats=5).begin(
        window.context.journal
    )
    bridge = window.context.sessions.bridge(body_id)
    for number, name in enumerate((*MEMBERS, *SUBSTITUTES)):
        person = enlist_person(window.context.people_bridge.session, f"{name}, Norråsa")
        place = read_member(name).place
        order = number - len(MEMBERS) + 1
        if order > 0:
            place = {**place, "kind": MemberKind.SUBSTITUTE, "service_order": order}
        bridge.perform(add_membership(bridge.records, person.id, person.name, **place))
    stream = create_meeting(
        bridge.records, window.context.people_bridge.records, Moment(DAY), first_paragraph=41
    )
    made = stream.begin(window.context.journal)
    window.navigation.refresh()
    window.open_meeting(made)
    settle()
    return made


def test_two_hours_at_the_keyboard(desktop, hands: Hands, clock, meeting_id: str) -> None:
    at = Meeting(desktop, hands, clock)
    at.write_agenda()
    at.call_the_roll()
    clock.set("2026-11-12 09:00")
    hands.press(K.Key_F11)

    at.go_to("Mötets öppnande")
    at.line("/öppn")
    at.go_on("09:04")
    at.line("/just")
    at.go_on("09:10")
    at.type(TALK)
    at.line("-robert")
    at.line("/åtgärd KA i februari Lämna en uppdaterad prognos")
    at.go_on("09:35")

    assert at.here == "Gemensam handlingsplan"
    at.type("Handlingsplanen föredras.\n")
    hands.write("/besult att anta planen")  # a slip: no command, so it stays text
    hands.press(K.Key_Return)
    assert "/besult att anta planen" in at.notes()
    hands.press(K.Key_Backspace)
    hands.press(K.Key_Backspace, times=len("/besult att anta planen"))
    at.line("+rob")
    at.line("/yrkande PM avslag Kostnaden är inte utredd.")
    at.line("/yrkande KA bifall")
    at.line("/jäv ÅK ordförande i bolaget")
    at.line("/beslut att anta planen för 2027.")
    at.line("/beslut Detta var fel.")
    hands.press(K.Key_Z, CTRL)  # taken back: the line is there again, and goes by hand
    assert "/beslut Detta var fel." in at.notes()
    hands.press(K.Key_Backspace, times=len("/beslut Detta var fel."))
    at.line("/paus")
    clock.set("2026-11-12 10:05")
    at.line("/paus")

    hands.press(K.Key_Escape)
    hands.press(K.Key_Escape)
    at.move_up("Lönesystem")
    hands.menu("Arkiv", "Avsluta")
    hands.wait(lambda: desktop.window is None)
    begin(desktop, hands)
    at.check_first_half()

    hands.press(K.Key_F11)
    at.go_to("Lönesystem")
    at.line("/votering")
    at.go_on("10:30")
    assert at.here == "Konsumentvägledning"
    at.line("/åtgärd alla ledamöter: senast 1 december Svara på enkäten")
    at.line("/beslut Styrelsen förlänger avtalet.")
    hands.press(K.Key_J, CTRL)
    at.go_to("Mötets avslutande")
    clock.set("2026-11-12 11:00")
    at.line("/avsl")
    hands.press(K.Key_Escape)
    at.check_second_half()


class Meeting:
    """The meeting in the window, by the titles of its items."""

    def __init__(self, desktop: Any, hands: Hands, clock: Any) -> None:
        self.desktop, self.hands, self.clock = desktop, hands, clock

    @property
    def records(self) -> Records:
        return self.desktop.window.meeting.bridge.records

    @property
    def here(self) -> str:
        return self.records.get(Item, self.desktop.window.meeting.selection.id).title

    def item(self, title: str) -> Item:
        return next(each for each in self.records.all(Item) if each.title == title)

    def person(self, name: str) -> Participant:
        return next(each for each in self.records.all(Participant) if each.name == name)

    def notes(self, title: str = "") -> list[str]:
        item = self.item(title or self.here)
        return [
            text_of(block.spans)
            for section in self.records.children(item.id, Section)
            if section.kind is SectionKind.NOTES
            for block in self.records.children(section.id, Block)
        ]

    # ---- what is done ----------------------------------------------------------------------

    def write_agenda(self) -> None:
        self.hands.click(self.hands.see("Nytt ärende, sist på dagordningen"))
        for title in ITEMS:
            self.hands.line(title)

    def call_the_roll(self) -> None:
        self.hands.press(K.Key_F8)
        self.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), RollCall))
        roll = QApplication.activeModalWidget()
        roll.activateWindow()
        self.hands.wait(roll.isActiveWindow)
        for key in (K.Key_Space, K.Key_Space, K.Key_Space, K.Key_Space, K.Key_N):
            self.hands.press(key)
        self.hands.press(K.Key_Space, times=2)
        self.hands.press(K.Key_Return)
        settle()
        self.desktop.window.activateWindow()
        self.hands.wait(self.desktop.window.isActiveWindow)

    def type(self, text: str) -> None:
        """Type text of several paragraphs."""
        first, *others = text.split("\n")
        self.hands.write(first)
        for each in others:
            self.hands.press(K.Key_Return)
            self.hands.write(each)

    def line(self, text: str) -> None:
        """Write a command and take what is offered; the caret goes on in an empty line."""
        self.hands.write(text)
        settle()
        self.hands.press(K.Key_Return)
        settle()

    def go_on(self, at: str) -> None:
        self.clock.set(f"2026-11-12 {at}")
        self.hands.press(K.Key_Return, CTRL)
        settle()

    def go_to(self, title: str) -> None:
        window = self.desktop.window
        window.meeting.selection.select(self.item(title).id)
        window.meeting.selection.write()
        settle()

    def move_up(self, title: str) -> None:
        agenda = self.hands.see("Dagordning", QAbstractItemView)
        self.hands.point(agenda, title)
        self.hands.press(K.Key_Up, ALT)
        self.hands.press(K.Key_Up, ALT)
        self.hands.press(K.Key_Z, CTRL)  # once too far
        self.hands.press(K.Key_Z, CTRL, SHIFT)
        self.hands.press(K.Key_Down, ALT)
        settle()

    # ---- what must be there ----------------------------------------------------------------

    def check_first_half(self) -> None:
        records = self.records
        assert "förklarade mötet öppnat kl. 09.00." in self.notes("Mötets öppnande")[0]
        assert self.notes("Ekonomisk lägesrapport")[:2] == TALK.split("\n")[:2]
        assert [row.title for row in records.children(records.root_id, Item)][3:6] == [
            "Gemensam handlingsplan",
            "Lönesystem",
            "Konsumentvägledning",
        ]
        helen = self.person("Helén Sund")
        assert helen.attendance is Attendance.ABSENT_WITH_NOTICE
        assert [each.for_participant_id for each in records.all(Service)] == [helen.id]
        self._check_robert()
        (action,) = records.children(self.item("Ekonomisk lägesrapport").id, Action)
        assert (action.text, action.due.text) == ("Lämna en uppdaterad prognos", "i februari")
        plan = self.item("Gemensam handlingsplan")
        assert self.notes(plan.title)[0] == "Handlingsplanen föredras."
        assert not any("/" in each for each in self.notes(plan.title))
        kinds = [each.kind for each in records.children(plan.id, Motion)]
        assert kinds == [MotionKind.REJECTION, MotionKind.ASSENT]
        assert len(records.children(plan.id, Recusal)) == 1
        (decision,) = records.children(plan.id, Decision)
        words = [text_of(each.spans) for each in records.children(decision.id, Block)]
        assert words == ["Styrelsen beslutar", "att anta planen för 2027."]
        (pause,) = records.all(Adjournment)
        assert (pause.from_time, pause.until_time) == (clock("09:35"), clock("10:05"))
        assert self.item("Val av justerare").actual_start == clock("09:04")
        assert self.item("Val av justerare").actual_end == clock("09:10")

    def _check_robert(self) -> None:
        """Left during one item, came back in the next: present at both, with both times."""
        records, robert = self.records, self.person("Robert Falk")
        first, second = records.children(robert.id, Presence)
        assert (first.until_time, second.from_time) == (clock("09:10"), clock("09:35"))
        register = AttendanceRegister(records)
        assert register.is_present(robert, self.item("Gemensam handlingsplan"))

    def check_second_half(self) -> None:
        records = self.records
        assert len(records.children(self.item("Lönesystem").id, Vote)) == 1
        advice = self.item("Konsumentvägledning")
        assert advice.done
        assert len(records.children(advice.id, Decision)) == 1
        (action,) = records.children(advice.id, Action)
        owners = records.children(action.id, ActionOwner)
        assert [each.name for each in owners] == ["alla ledamöter"]
        assert action.due.day == date(2026, 12, 1)
        assert self.notes("Mötets avslutande")[0].endswith("kl. 11.00.")


def clock(text: str) -> ClockTime:
    from datetime import time

    return ClockTime(time.fromisoformat(text))


def begin(desktop: Any, hands: Hands) -> None:
    desktop.start(None)
    hands.wait(desktop.window.isVisible)
    settle()
    desktop.window.activateWindow()
    hands.wait(desktop.window.isActiveWindow)
    settle()
