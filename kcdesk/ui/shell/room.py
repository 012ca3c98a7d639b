"""How the panes in a row share the width: the text keeps its measure, the sides give way first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget

from kcdesk.ui.qt.pane import PanePlace, PaneSpec

LEFT_LEAST, SIDE_LEAST, CENTER_LEAST = 184, 228, 360
"""Nobody can make a pane narrower than this."""

_LEFT, _SIDE = 272, 320
_LEFT_LOW, _SIDE_LOW = 236, 316
"""Pixels that the sides have where there is room, and what they go down to by themselves."""

_CENTER, _CENTER_BESIDE_PAGE = 600, 500
"""What the sides leave to the text while they can: some 65 letters a line, 50 beside a page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a side is to have; in a row narrower than ``of`` pixels it gives way down to ``low``."""

    width: int
    low: int
    of: int

    def spare(self, total: int) -> int:
        """Return what it can give in a row of so many pixels."""
        return max(self.width - self.low, 0) if total < self.of else 0


def share(total: int, at_left: Wanted, at_right: Wanted, center: int) -> list[int]:
    """Return the widths of three panes in a row of ``total`` pixels.

    The sides have what is wanted of them, and give way as long as the centre has less than
    ``center``.
    """
    left, side = at_left.width, at_right.width
    lack = center - (total - left - side)
    if lack > 0:
        spare = (at_left.spare(total), at_right.spare(total))
        given = min(lack, sum(spare))
        of_left = round(given * spare[0] / sum(spare)) if given else 0
        left, side = left - of_left, side - (given - of_left)
    return [left, total - left - side, side]


class Room(QObject):
    """Shares the row of a workspace: left pane, text, tabs at the right.

    Each tab keeps a width of its own. One that has none yet begins as wide as a list, a wide one
    (a page that is read beside the text) with half of what it shares with the text.
    ``front_changed`` comes with another tab.
    """

    front_changed = Signal()

    def __init__(
        self,
        row: QSplitter,
        tabs: QTabWidget,
        specs: Sequence[PaneSpec],
        settings: QSettings,
    ) -> None:
        super().__init__(row)
        self._row = row
        self._tabs = tabs
        self._side = [spec for spec in specs if spec.place is PanePlace.RIGHT]
        self._settings = settings
        self.front = self._side[max(tabs.currentIndex(), 0)]
        self._shared: list[int] = []
        self.rests = False  # while some panes are hidden there is nothing to share
        row.installEventFilter(self)
        tabs.currentChanged.connect(self._on_front_changed)

    def remember(self) -> None:
        """Keep what was made wider or narrower by hand."""
        if self.rests:
            return
        sizes = self._row.sizes()
        for key, at in (("left", 0), (self.front.key, 2)):
            if self._shared and sizes[at] != self._shared[at]:
                self._settings.setValue(f"workspace/width_{key}", sizes[at])
                self._settings.setValue(f"workspace/width_{key}_of", sum(sizes))
        self._shared = sizes

    def share_out(self) -> None:
        """Give each pane its width."""
        total = self._row.width() - 2 * self._row.handleWidth()
        if total <= 0 or self.rests:
            return
        wide = self.front.wide
        left = self._wanted("left", _LEFT, _LEFT_LOW, total)
        half = (total - left.width) // 2
        side = self._wanted(
            self.front.key, half if wide else _SIDE, total // 3 if wide else _SIDE_LOW, total
        )
        center = _CENTER_BESIDE_PAGE if wide else _CENTER
        self._row.setSizes(share(total, left, side, center))
        self._shared = self._row.sizes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew when the row gets wider or narrower."""
        if watched is self._row and event.type() == QEvent.Type.Resize:
            if sum(self._row.sizes()) == sum(self._shared):  # the splitter has moved nothing yet
                self.remember()
            self.share_out()
        return super().eventFilter(watched, event)

    def _wanted(self, key: str, width: int, low: int, total: int) -> Wanted:
        """Return what was set by hand, and for rows of what width; else the customary one."""
        kept = self._settings.value(f"workspace/width_{key}")
        if kept is None:
            return Wanted(width, low, total + 1)
        of = self._settings.value(f"workspace/width_{key}_of", total + 1)
        return Wanted(min(int(str(kept)), total // 2), low, int(str(of)))

    def _on_front_changed(self, index: int) -> None:
        self.remember()
        self.front = self._side[index]
        self.front_changed.emit()
        self.share_out()
