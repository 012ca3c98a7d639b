"""How to begin: look at the sample, make a body, bring in earlier minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.choice_card import ChoiceCard

_WIDTH = 520


class StartPage(QWidget):
    """Three choices; each is a signal. What cannot be offered is left out."""

    sample_wanted = Signal()
    body_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self, *, has_sample: bool, has_import: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._body = ChoiceCard(
            "body",
            _("New body"),
            _("A board, a committee or a group: name, rules and members, step by step."),
        )
        self._sample = ChoiceCard(
            "meeting",
            _("Open the sample meeting"),
            _("An invented board with everything a meeting can hold. Change it as you like."),
        )
        self._import = ChoiceCard(
            "import",
            _("Import a meeting"),
            _("From a meeting file (.json) of this program."),
        )
        self._sample.setVisible(has_sample)
        self._import.setVisible(has_import)
        self._build_ui()
        self._body.clicked.connect(self.body_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self._import.clicked.connect(self.import_wanted)
        self.setFocusProxy(self._body)

    def _build_ui(self) -> None:
        heading = QLabel(_("Welcome"))
        set_role(heading, WidgetRole.TITLE)
        text = QLabel(
            _("From an empty agenda to approved minutes. Everything is kept as you write."),
            wordWrap=True,
        )
        set_role(text, WidgetRole.SOFT)
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID)
        inner.addWidget(heading)
        inner.addWidget(text)
        inner.addSpacing(2 * GRID)
        for card in (self._body, self._sample, self._import):
            inner.addWidget(card)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
