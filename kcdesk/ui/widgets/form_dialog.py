"""A dialog of labelled fields with one button that does it; on a low screen its fields scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.labelled_form import LabelledForm
from kcdesk.ui.widgets.screen_room import within_screen
from kcdesk.ui.widgets.scrolled import Scrolled

WIDTH = 560


class FormDialog(QDialog):
    """Fields are added in the order of the eye, which is the order of Tab. Shown with ``open``.

    ``width`` is what it has where the screen is as wide.
    """

    def __init__(
        self, title: str, verb: str, parent: QWidget | None = None, *, width: int = WIDTH
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = PlainLabel(title, wraps=True)
        set_role(heading, WidgetRole.TITLE)
        self.nothing = QLabel(self, wordWrap=True)
        self.nothing.hide()
        fields = QWidget()
        self._form = LabelledForm(fields)
        self._form.setVerticalSpacing(3 * GRID // 2)
        self.accept_button = QPushButton(verb)
        set_role(self.accept_button, WidgetRole.PRIMARY)
        self.accept_button.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = QPushButton(_("Cancel"), autoDefault=False)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(heading)
        layout.addWidget(Scrolled(fields), 1)
        layout.addWidget(buttons)

    def sizeHint(self) -> QSize:
        """As wide as it is meant to be, and as high as its fields need."""
        width = max(self._width, self.minimumSizeHint().width())
        return within_screen(self, QSize(width, super().sizeHint().height()))

    def event(self, event: QEvent) -> bool:
        """Grow when a field joins the others, as far as the screen allows."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with all of its fields in view, where they have room."""
        self._grow()
        super().showEvent(event)

    def _grow(self) -> None:
        self.resize(within_screen(self, self.size().expandedTo(self.sizeHint())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do it with Ctrl+Enter from every field, those of several lines as well."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept_button.click()
        else:
            super().keyPressEvent(event)

    def add_row(self, label: str, field: QWidget) -> None:
        """Add a field with its label, which names it aloud too."""
        field.setAccessibleName(label)
        self._form.add_field(label, field)

    def add_note(self, note: QLabel) -> None:
        """Add a line of explanation under the field before."""
        set_role(note, WidgetRole.SOFT)
        self._form.addRow("", note)

    def say_nothing(self, text: str) -> None:
        """Say that there is nothing to choose from, instead of showing an empty choice."""
        self.nothing.setText(text)
        self._form.insertRow(0, self.nothing)
        self.nothing.show()
        for row in range(1, self._form.rowCount()):
            self._form.setRowVisible(row, False)  # noqa: FBT003  # Qt's own signature
        self.accept_button.hide()
        self.cancel_button.setText(_("Close"))
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus()

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        self._form.setRowVisible(field, shown)
