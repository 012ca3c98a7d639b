"""What a file would lack, said before it is written; it may be written all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from kcdesk.domain.message import Message
from kcdesk.i18n import _, ngettext, render

SHOWN = 15
"""Places listed at once; the number of the others is said."""


def ask_despite(
    parent: QWidget, lacking: Sequence[Message], go_on: Callable[[], object]
) -> QMessageBox:
    """List what lacks; ``go_on`` is called if it shall be written all the same. Never blocks."""
    first = _("The document would lack characters that none of its fonts has.")
    lines = [render(each) for each in lacking[:SHOWN]]
    if (rest := len(lacking) - SHOWN) > 0:
        lines.append(ngettext("and {count} more place", "and {count} more places", rest))
    box = QMessageBox(QMessageBox.Icon.Warning, _("kcdesk"), first, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n".join(lines))
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(_("Export all the same"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(cancel)
    box.accepted.connect(go_on)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
