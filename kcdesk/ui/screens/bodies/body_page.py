"""The page of a body: its profile, roster, boards and phrases, and a new meeting of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kcdesk.domain.body import Body, Membership
from kcdesk.i18n import _, render
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.bodies.board_table import BoardTable
from kcdesk.ui.screens.bodies.look_form import LookForm
from kcdesk.ui.screens.bodies.plan_table import PromisedTable, StandingTable, YearPlanTable
from kcdesk.ui.screens.bodies.profile_form import ProfileForm
from kcdesk.ui.screens.bodies.roster import Roster
from kcdesk.ui.widgets.column_page import ColumnPage
from kcdesk.ui.widgets.phrase_editor import PhraseEditor
from kcdesk.ui.widgets.rule_word import REGIMES
from kcdesk.wording.placeholder import NAMES

_AROUND = 12 * GRID  # what is seen above and below a field that somebody was led to


class BodyPage(ColumnPage):
    """Everything is kept as it is entered. ``meeting_wanted`` asks for a new meeting."""

    meeting_wanted = Signal()

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
        self.add_part(_("Members"), self._roster)
        self.add_part(_("Profile"), self._profile)
        self._look = LookForm(self._bridge)
        self.add_part(_("Look of the documents"), self._look)
        self._boards_part = self.add_part(_("Notice boards"), self._boards)
        self._year = YearPlanTable(self._bridge, context.clock)
        self.add_part(_("Year plan"), self._year)
        self._standing = StandingTable(self._bridge)
        self.add_part(_("Agenda template"), self._standing)
        self._promised = PromisedTable(self._bridge, context.clock)
        self.add_part(_("Promised matters"), self._promised)
        language = self._bridge.records.root(Body).language
        self._phrases = PhraseEditor(self._bridge, (), NAMES.get(language, NAMES["en"]))
        self.add_part(_("Phrases of its own"), self._phrases)
        self._meeting.clicked.connect(self.meeting_wanted)
        for bridge in (self._bridge, self._people):
            bridge.changed.connect(self._refresh)
            bridge.replaced.connect(self._refresh)
        self._refresh()
        records = self._bridge.records
        empty = not records.children(records.root_id, Membership)
        if empty:
            self._roster.focus_entry()

    def show_place(self, _row_id: str, field: str) -> None:
        """Put the focus on a field of the profile, and bring it into view once all has its place.

        What is entered elsewhere leaves the page as it opens.
        """
        target = self._profile.field(field)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, target, 0, _AROUND))

    def _refresh(self, _change: object = None) -> None:
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
        self._boards_part.setVisible(body.regime.is_formal)
