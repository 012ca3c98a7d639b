"""The status line: that all is kept, who is present, the language; red where it is not kept."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import _, current, render
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

_LANGUAGE_NAME = {"sv": "svenska", "en": "English"}
"""Each language in itself, so that nobody gets lost in a foreign one."""


class StatusLine(QStatusBar):
    """``copy_wanted`` and ``explanation_wanted`` are the ways out when storing fails."""

    copy_wanted = Signal()
    explanation_wanted = Signal()

    def __init__(self, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._error: UserFacingError | None = None
        self._saved = QLabel()
        self._why = QPushButton(_("Why?"))
        self._copy = QPushButton(icon("save"), _("Save a copy elsewhere…"))
        self._present = QLabel()
        self._language = QLabel(_LANGUAGE_NAME[current().language])
        self._build_ui()
        self._why.clicked.connect(self.explanation_wanted)
        self._copy.clicked.connect(self.copy_wanted)

    @property
    def error(self) -> UserFacingError | None:
        """What keeps the text from being stored, if anything."""
        return self._error

    def show_saved(self, at: datetime) -> None:
        """Say that all is on disk since a moment (local time)."""
        if self._error is None:
            self._say(_("✓ Saved {time}", time=current().stamp(at)), WidgetRole.SAVED)

    def show_failure(self, error: UserFacingError) -> None:
        """Say that the text is not stored, and offer ways out."""
        self._error = error
        self._say(_("⚠ Not saved"), WidgetRole.LATE)
        self._saved.setToolTip(" ".join(map(render, error.sentences())))
        self._offer(shown=True)

    def show_recovery(self) -> None:
        """Storing works again."""
        self._error = None
        self._saved.setToolTip("")
        self._offer(shown=False)
        self._say(_("✓ Saved again"), WidgetRole.SAVED)

    def show_present(self, text: str) -> None:
        """Say how many are present; empty: no meeting is open."""
        self._present.setText(text)

    def _build_ui(self) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GRID, 0, GRID, 0)
        self._saved.setAccessibleName(_("Saving"))
        set_role(self._why, WidgetRole.QUIET)
        set_role(self._copy, WidgetRole.QUIET)
        for widget in (self._saved, self._why, self._copy):
            self.addWidget(widget)
        if self._read_only:
            self._say(_("Read-only: nothing is changed"), WidgetRole.SOON)
        for widget in (self._present, self._language):
            self.addPermanentWidget(widget)
        self._offer(shown=False)

    def _say(self, text: str, role: WidgetRole) -> None:
        self._saved.setText(text)
        set_role(self._saved, role)

    def _offer(self, *, shown: bool) -> None:
        self._why.setVisible(shown)
        self._copy.setVisible(shown)
