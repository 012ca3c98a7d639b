"""Items that an agenda may have, each with a box: Space ticks, Enter does what the dialog does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kcdesk.i18n import _
from kcdesk.services.agenda_offer import AgendaOffer
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.theme import WidgetRole, set_role

_ROWS = ((900, 7), (700, 5), (0, 3))
"""How many lines are seen on a screen of at least so many pixels in height."""


class OfferList(QListWidget):
    """The offers in order; those that wait say where they were handled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, WidgetRole.LIST)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._offers: list[AgendaOffer] = []
        self._texts: list[str] = []

    def offer(
        self, offers: Sequence[AgendaOffer], texts: Sequence[str], *, ticked: bool = True
    ) -> None:
        """Show offers; ``texts`` say where each was handled. ``ticked``: the suggested ones are."""
        self.clear()
        self._offers, self._texts = list(offers), list(texts)
        for each, text in zip(offers, texts, strict=True):
            words = _words(each, text)
            entry = QListWidgetItem(words, self)
            entry.setToolTip(plain_tip(words))
            entry.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            tick = ticked and each.suggested
            entry.setCheckState(Qt.CheckState.Checked if tick else Qt.CheckState.Unchecked)
        if offers:
            self.setCurrentRow(0)
        room = self.screen().availableGeometry().height()
        rows = next(rows for least, rows in _ROWS if room >= least)
        height = max(self.sizeHintForRow(0), self.fontMetrics().height()) * rows
        self.setFixedHeight(height + 2 * self.frameWidth())

    def taken(self) -> tuple[tuple[AgendaOffer, ...], tuple[str, ...]]:
        """Return the ticked offers, each with where it was handled."""
        rows = [
            row
            for row in range(self.count())
            if self.item(row).checkState() is Qt.CheckState.Checked
        ]
        return tuple(self._offers[row] for row in rows), tuple(self._texts[row] for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _words(offer: AgendaOffer, text: str) -> str:
    title = offer.item.name
    if not offer.waits:
        return title
    if not offer.promised:
        return _("{title} · waiting since {handling}", title=title, handling=text)
    return _("{title} · promised: {source}", title=title, source=text) if text else title
