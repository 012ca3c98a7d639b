"""Fields that can be read, copied from and passed through with Tab, but not written in."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

_BY_US = "locked_by_us"


def set_read_only(host: QWidget, *, locked: bool, but: tuple[QWidget, ...] = ()) -> None:
    """Lock or unlock every field in a widget, but for some; what was locked before stays so.

    Texts stay readable as they are; buttons and lists of choices are switched off.
    """
    for widget in host.findChildren(QWidget):
        if any(widget is each or each.isAncestorOf(widget) for each in but):
            continue
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            _lock_text(widget, locked=locked)
        elif isinstance(widget, QAbstractButton | QComboBox | QSpinBox):
            _switch(widget, locked=locked)


def _lock_text(widget: QLineEdit | QTextEdit | QPlainTextEdit, *, locked: bool) -> None:
    if locked and not widget.isReadOnly():
        widget.setReadOnly(True)
        widget.setProperty(_BY_US, True)  # noqa: FBT003  # Qt's own signature
    elif not locked and widget.property(_BY_US):
        widget.setReadOnly(False)
        widget.setProperty(_BY_US, False)  # noqa: FBT003


def _switch(widget: QWidget, *, locked: bool) -> None:
    if locked and widget.isEnabled():
        widget.setEnabled(False)
        widget.setProperty(_BY_US, True)  # noqa: FBT003
    elif not locked and widget.property(_BY_US):
        widget.setEnabled(True)
        widget.setProperty(_BY_US, False)  # noqa: FBT003
