"""The page of a body: its profile, roster, boards and phrases, and a new meeting of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kcdesk.domain.body import Body, Membership
from kcdesk.domain.operation import tables
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.i18n import _, render
from kcdesk.services.session import Change
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.bodies.board_table import BoardTable
from kcdesk.ui.screens.bodies.look_form import LookForm
from kcdesk.ui.screens.bodies.matter_bank import MatterBank
from kcdesk.ui.screens.bodies.plan_table import PromisedTable, StandingTable
from kcdesk.ui.screens.bodies.profile_form import ProfileForm
from kcdesk.ui.screens.bodies.roster import Roster
from kcdesk.ui.screens.bodies.year_plan import YearPlanTable
from kcdesk.ui.widgets.column_page import ColumnPage
from kcdesk.ui.widgets.phrase_editor import PhraseEditor
from kcdesk.ui.widgets.rule_word import REGIMES
from kcdesk.wording.placeholder import NAMES

_AROUND = 12 * GRID  # what is seen above and below a field that somebody was led to


class BodyPage(ColumnPage):
    """Everything is kept as it is entered.

    ``meeting_wanted`` asks for a new meeting, ``planned_wanted`` for that of a ``PlannedMeeting``,
    ``matter_wanted`` for one that takes up a matter; ``place_wanted`` leads to a meeting and an
    item of it (or empty); ``taken_up`` tells of a matter that is on an agenda now.
    """

    meeting_wanted = Signal()
    planned_wanted = Signal(object)
    matter_wanted = Signal(str)
    place_wanted = Signal(str, str)
    taken_up = Signal(str, str, str)

    def __init__(
        self, context: LibraryContext, body_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = context.sessions.bridge(body_id)
        self._people = context.people_bridge
        self._meeting = QPushButton(icon("calendar", "on_accent"), _("New meeting"))
        set_role(self._meeting, WidgetRole.PRIMARY)
        self._title, self._detail = self.add_head("", "", self._meeting)
        self._roster = Roster(self._bridge, self._people, context.clock)
        self._profile = ProfileForm(self._bridge)
        self._boards = BoardTable(self._bridge)
        self._year = YearPlanTable(self._bridge, context.shelf, context.clock)
        self._bank = MatterBank(context, self._bridge)
        self._promised = PromisedTable(self._bridge, context.clock)
        records = self._bridge.records
        empty = not records.children(records.root_id, Membership)
        if empty:  # a new body: who belongs to it comes before all else
            self.add_part(_("Members"), self._roster)
        self.add_part(_("Year plan"), self._year)
        self.add_part(_("Matters that wait"), self._bank)
        self.add_part(_("Promised matters"), self._promised)
        if not empty:
            self.add_part(_("Members"), self._roster)
        self.add_part(_("Profile"), self._profile)
        self._look = LookForm(self._bridge)
        self.add_part(_("Look of the documents"), self._look)
        self._boards_part = self.add_part(_("Notice boards"), self._boards)
        self._standing = StandingTable(self._bridge)
        self.add_part(_("Agenda template"), self._standing)
        language = self._bridge.records.root(Body).language
        self._phrases = PhraseEditor(self._bridge, (), NAMES.get(language, NAMES["en"]))
        self.add_part(_("Phrases of its own"), self._phrases)
        self._meeting.clicked.connect(self.meeting_wanted)
        self._year.planned_wanted.connect(self.planned_wanted)
        self._year.meeting_chosen.connect(self._on_meeting_chosen)
        self._bank.new_meeting_wanted.connect(self.matter_wanted)
        self._bank.taken_up.connect(self.taken_up)
        self._bank.place_wanted.connect(self._on_matter_chosen)
        for bridge in (self._bridge, self._people):
            bridge.changed.connect(self._refresh)
            bridge.replaced.connect(self._refresh)
        self._refresh()
        if empty:
            self._roster.focus_entry()

    def show_place(self, row_id: str, field: str) -> None:
        """Put the focus on a field of the profile, or on a day of the year plan, and bring it into
        view once all has its place.

        What is entered elsewhere leaves the page as it opens.
        """
        target = self._profile.field(field)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(target)
        elif isinstance(self._bridge.records.find(PlannedMeeting, row_id), PlannedMeeting):
            self._year.show_row(row_id)
            self._reveal(self._year)

    def show_bank(self) -> None:
        """Put the focus on what waits for an agenda."""
        self._bank.table.choose_first()
        self._bank.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(self._bank)

    def show_plan(self) -> None:
        """Put the focus on the year plan."""
        self._year.enter()
        self._reveal(self._year)

    def show_waiting(self) -> None:
        """Show what waits now, once all is stored."""
        self._bank.read_again()

    def _reveal(self, target: QWidget) -> None:
        QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, target, 0, _AROUND))

    def _on_meeting_chosen(self, meeting_id: str) -> None:
        self.place_wanted.emit(meeting_id, "")

    def _on_matter_chosen(self, meeting_id: str, row_id: str) -> None:
        if meeting_id:
            self.place_wanted.emit(meeting_id, row_id)
        else:
            self._promised.show_row(row_id)
            self._reveal(self._promised)

    def _refresh(self, change: Change | None = None) -> None:
        body = self._bridge.records.root(Body)
        self._title.setText(body.name or body.organisation or _("Unnamed body"))
        words = (body.organisation if body.name else "", render(dict(REGIMES)[body.regime]))
        self._detail.setText(" · ".join(word for word in words if word))
        self._roster.refresh()
        self._profile.refresh()
        self._look.refresh()
        self._boards.refresh()
        self._year.refresh()
        self._standing.refresh()
        self._promised.refresh()
        if self._bank.isVisible() and (
            change is None or PromisedMatter.table in tables(change.group)
        ):  # it reads whole meetings; what it missed it reads as it is shown
            self._bank.refresh()
        self._boards_part.setVisible(body.regime.is_formal)
