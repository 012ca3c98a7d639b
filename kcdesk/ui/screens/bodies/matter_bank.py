"""The matters that wait for an agenda, where the secretary meets them: on the body's page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from kcdesk.domain.body import Numbering
from kcdesk.domain.decision import DecisionOutcome
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, catalogue, current, render
from kcdesk.services.agenda_offer import take_up
from kcdesk.services.item_name import item_name
from kcdesk.services.matter_bank import WaitingMatter, coming_meetings, waiting_matters
from kcdesk.services.summary import MeetingSummary
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.day_edit import written
from kcdesk.ui.widgets.day_text import day_text
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column
from kcdesk.wording.handling import origin


class MatterBank(QWidget):
    """What waits, for what, since when, where it comes from, and the way onto an agenda.

    ``taken_up`` carries the meeting, the new item's id and the words that tell of it;
    ``new_meeting_wanted`` the id of the matter that a new meeting is to begin with;
    ``place_wanted`` a meeting and its item, or no meeting and a promise.
    """

    taken_up = Signal(str, str, str)
    new_meeting_wanted = Signal(str)
    place_wanted = Signal(str, str)

    def __init__(self, context: LibraryContext, bridge: SessionBridge) -> None:
        super().__init__()
        self._context, self._bridge = context, bridge
        columns = (
            Column(Message("Matter"), _name, width=180),
            Column(Message("Waits for"), _waits_for, width=280, least=150),
            Column(Message("Since"), _since, width=112),
            Column(Message("Comes from"), self._source, width=130, least=88, act=self._lead),
            Column(Message("Agenda"), _act_word, width=110, act=self._choose),
        )
        self.table = RowTable(_("Matters that wait"), columns)
        self.nothing = QLabel(
            _(
                "Nothing waits. What a meeting tables or refers back, and what is promised below, "
                "stands here until an agenda takes it up."
            ),
            wordWrap=True,
        )
        set_role(self.nothing, WidgetRole.SOFT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.table)
        layout.addWidget(self.nothing)
        self.menu: QMenu | None = None

    def refresh(self) -> None:
        """Read what waits again."""
        context = self._context
        rows = waiting_matters(context.shelf, context.journal, self._bridge.records)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def read_again(self) -> None:
        """Show what has just been changed: the list shows what is stored."""
        try:
            self._context.journal.drain()
        except UserFacingError as error:
            show_error(self, error)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    # ---- where it comes from -----------------------------------------------------------------

    def _origin(self, matter: WaitingMatter) -> str:
        body = self._bridge.records
        return origin(catalogue(profile(body).language), body, matter.offer)

    def _source(self, matter: WaitingMatter) -> str:
        """Return the item in its meeting, as the day stands beside it; or who was promised."""
        if matter.promise is not None:
            return matter.promise.source or _("the promise")
        meeting = matter.offer.meeting
        numbering = profile(self._bridge.records, meeting).numbering
        if numbering is Numbering.PARAGRAPH and meeting.root(Meeting).first_paragraph is None:
            return _("the meeting")
        return render(item_name(meeting, numbering, matter.id))

    def _lead(self, matter: WaitingMatter) -> None:
        meeting_id = "" if matter.promise else matter.offer.meeting.root_id
        self.place_wanted.emit(meeting_id, matter.id)

    # ---- where it goes -----------------------------------------------------------------------

    def _choose(self, matter: WaitingMatter) -> None:
        """Ask for the meeting, by a menu at the cell."""
        self.menu = menu = QMenu(self)
        own = matter.offer.meeting.root_id
        today = self._context.clock.today()
        for meeting in coming_meetings(self._context.shelf, self._bridge.records.root_id, today):
            if meeting.id != own:
                action = menu.addAction(_meeting_name(meeting))
                action.triggered.connect(partial(self._take_up, matter, meeting))
        if menu.actions():
            menu.addSeparator()
        new = menu.addAction(_("New meeting…"))
        new.triggered.connect(partial(self._ask_new, matter))
        menu.setActiveAction(menu.actions()[0])
        cell = self.table.visualRect(self.table.currentIndex())
        menu.popup(self.table.viewport().mapToGlobal(cell.bottomLeft()))

    def _ask_new(self, matter: WaitingMatter, _checked: bool = False) -> None:  # Qt's signal
        self.new_meeting_wanted.emit(matter.id)

    def _take_up(
        self, matter: WaitingMatter, meeting: MeetingSummary, _checked: bool = False
    ) -> None:
        """Put it last on a meeting's agenda, as the dialog of that meeting does."""
        sessions = self._context.sessions
        bridge = sessions.bridge(meeting.id)
        before = {each.id for each in bridge.records.all(Item)}
        bridge.refused.connect(self._on_refused)
        text = self._origin(matter)
        bridge.perform(take_up(bridge.records, [matter.offer], [text]))
        bridge.refused.disconnect(self._on_refused)
        added = [each.id for each in bridge.records.all(Item) if each.id not in before]
        sessions.release(meeting.id)
        self.read_again()
        for item_id in added:
            said = _(
                "“{matter}” is on the agenda: {meeting}.",
                matter=matter.offer.item.name,
                meeting=_meeting_name(meeting),
            )
            self.taken_up.emit(meeting.id, item_id, said)

    def _on_refused(self, error: UserFacingError) -> None:
        show_error(self, error)


def _name(matter: WaitingMatter) -> str:
    return matter.offer.item.name


def _waits_for(matter: WaitingMatter) -> str:
    if matter.promise is not None:
        wanted, note = written(matter.promise.wanted_by), matter.promise.note
        word = _("Promised, wanted by {day}", day=wanted) if wanted else _("Promised")
        return _("{what}: {why}", what=word, why=note) if note else word
    decision = matter.decision
    if decision is None or decision.outcome is DecisionOutcome.TABLED:
        return _("Tabled, for a later meeting")
    if decision.reasons.strip():
        return _("{what}: {why}", what=_("Referred back"), why=decision.reasons.strip())
    return _("Referred back, to be prepared anew")


def _since(matter: WaitingMatter) -> str:
    return day_text(matter.since)


def _act_word(_matter: WaitingMatter) -> str:
    return _("Take up at…")


def _meeting_name(meeting: MeetingSummary) -> str:
    day = meeting.day.day
    when = current().long_day(day) if day else written(meeting.day) or _("without a day")
    return f"{meeting.title} · {when}" if meeting.title else when
