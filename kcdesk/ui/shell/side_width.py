"""How wide the side is: each of its tabs keeps a width of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QSplitter, QTabWidget

from kcdesk.ui.qt.pane import PaneSpec


class SideWidth(QObject):
    """Gives the tab in front its width, in pixels; the panel before the side gives or takes.

    A tab that has none yet begins as wide as a list, a wide one with half of what both have: pages
    are read beside the text, neither over it nor squeezed. ``specs`` are those of the tabs.
    """

    def __init__(
        self,
        row: QSplitter,
        tabs: QTabWidget,
        specs: Sequence[PaneSpec],
        settings: QSettings,
        narrow: int,
    ) -> None:
        super().__init__(tabs)
        self._row = row
        self._tabs = tabs
        self._specs = tuple(specs)
        self._settings = settings
        self._narrow = narrow
        self._front = self._specs[tabs.currentIndex()]
        tabs.currentChanged.connect(self._on_front_changed)

    def remember(self) -> None:
        """Keep the width of the tab in front for next time."""
        self._settings.setValue(_place(self._front), self._row.sizes()[self._side])

    @property
    def _side(self) -> int:
        return self._row.indexOf(self._tabs)

    def _on_front_changed(self, index: int) -> None:
        self.remember()
        self._front = self._specs[index]
        sizes = self._row.sizes()
        both = sizes[self._side - 1] + sizes[self._side]
        wanted = self._settings.value(_place(self._front))
        begin = both // 2 if self._front.wide else self._narrow
        width = min(int(str(wanted)) if wanted is not None else begin, both)
        sizes[self._side - 1 : self._side + 1] = [both - width, width]
        self._row.setSizes(sizes)


def _place(spec: PaneSpec) -> str:
    return f"workspace/width_{spec.key}"
