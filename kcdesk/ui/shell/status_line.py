"""The status line: that all is kept, who is present, the language; red where it is not kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar

from kcdesk.i18n import _, current, render
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.theme import GRID, WidgetRole, give_role, set_role

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QPushButton, QWidget

    from kcdesk.domain.error import UserFacingError

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
        self._present = QLabel()
        self._language = QLabel(_LANGUAGE_NAME[current().language])
        self._build_ui()

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
        self._saved.setToolTip(plain_tip(" ".join(map(render, error.sentences()))))
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
        self.addWidget(self._saved)
        if self._read_only:
            self._saved.setText(_("Read-only: nothing is changed"))
            give_role(self._saved, WidgetRole.SOON)
        for widget in (self._present, self._language):
            self.addPermanentWidget(widget)

    @cached_property
    def _why(self) -> QPushButton:
        from PySide6.QtWidgets import QPushButton

        return self._way_out(QPushButton(_("Why?")), self.explanation_wanted, 1)

    @cached_property
    def _copy(self) -> QPushButton:
        from PySide6.QtWidgets import QPushButton

        from kcdesk.ui.qt.icon import icon

        button = QPushButton(icon("save"), _("Save a copy elsewhere…"))
        return self._way_out(button, self.copy_wanted, 2)

    def _way_out(self, button: QPushButton, wanted: SignalInstance, place: int) -> QPushButton:
        give_role(button, WidgetRole.QUIET)
        button.clicked.connect(wanted)
        self.insertWidget(place, button)
        return button

    def _say(self, text: str, role: WidgetRole) -> None:
        self._saved.setText(text)
        set_role(self._saved, role)

    def _offer(self, *, shown: bool) -> None:
        self._why.setVisible(shown)
        self._copy.setVisible(shown)
