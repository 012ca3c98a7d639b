"""Trouble that a person can do something about, told in the order that she needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdesk.i18n import _, render

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

    from kcdesk.domain.error import UserFacingError


def show_error(parent: QWidget | None, error: UserFacingError) -> QMessageBox:
    """Show what happened; the first sentence says whether the text is safe. Never blocks.

    Without a parent the caller keeps the box, else it is gone with its last reference.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    first, *rest = map(render, error.sentences())
    box = QMessageBox(QMessageBox.Icon.Warning, _("kcdesk"), first, parent=parent)
    box.setInformativeText("\n".join(rest))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
