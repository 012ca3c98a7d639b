"""The open meeting: panes side by side, several at the right as tabs; the head apart, as it goes
across the whole window.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from kcdesk.i18n import _, render
from kcdesk.ui.qt.pane import MeetingContext, PanePlace, PaneSpec
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.shell.late_pane import LatePane
from kcdesk.ui.shell.room import CENTER_LEAST, LEFT_LEAST, SIDE_LEAST, Room
from kcdesk.ui.shell.tab_badge import TabBadge
from kcdesk.ui.shell.tab_title import TabTitle

_LEAST = {
    PanePlace.LEFT: LEFT_LEAST,
    PanePlace.CENTER: CENTER_LEAST,
    PanePlace.RIGHT: SIDE_LEAST,
}
SOON = 800
"""Milliseconds after which a pane is made whose tab tells something: all else comes first."""

_ROW = (PanePlace.LEFT, PanePlace.CENTER, PanePlace.RIGHT)


class Workspace(QWidget):
    """Builds the panes of a meeting where their specs say. It knows none of them.

    A tab's pane is built when the tab is first in front; ``panes_changed`` tells it, and that one
    is called otherwise. ``front_changed`` tells that another tab came to the front at the right.
    """

    panes_changed = Signal()
    front_changed = Signal()

    def __init__(
        self,
        context: MeetingContext,
        specs: Sequence[PaneSpec],
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._settings = settings
        self._panes: dict[str, QWidget] = {}
        self._order = [spec.key for spec in specs]
        self._tabs: dict[str, QTabWidget] = {}
        self._pages: dict[str, LatePane] = {}
        self._titles: dict[str, TabTitle] = {}
        self.head = QWidget(self)
        self._row = QSplitter(Qt.Orientation.Horizontal)
        self._column = QSplitter(Qt.Orientation.Vertical)
        self._build_ui(specs)
        self._restore()
        self._room = self._made_room(specs)
        if self._room is not None:
            self._room.front_changed.connect(self.front_changed)

    @property
    def is_front_wide(self) -> bool:
        """Whether a page is read beside the text: the tab in front at the right is a wide one."""
        return self._room is not None and self._room.front.wide

    @property
    def panes(self) -> dict[str, QWidget]:
        """The panes made so far by key, in the order in which the eye meets them."""
        return {key: self._panes[key] for key in self._order if key in self._panes}

    @property
    def names(self) -> dict[str, str]:
        """What the panes are called, by key, that are called otherwise in some meetings."""
        return {key: title.name for key, title in self._titles.items()}

    def all_panes(self) -> dict[str, QWidget]:
        """Return every pane, making those of tabs that were never in front."""
        for page in self._pages.values():
            page.made()
        return self.panes

    @property
    def keys(self) -> Sequence[str]:
        """The keys of all panes, made or not."""
        return self._order

    def made(self, key: str) -> QWidget:
        """Return a pane, made where it was not, without bringing it to the front."""
        return self._pages[key].made() if key in self._pages else self._panes[key]

    def reveal(self, key: str) -> QWidget:
        """Bring a pane's tab to the front and return the pane. Raises ``KeyError``."""
        if key in self._tabs:
            self._tabs[key].setCurrentWidget(self._pages[key])
            return self._pages[key].made()
        return self._panes[key]

    @property
    def heads(self) -> list[QWidget]:
        """The panes across the top."""
        return [pane for pane in self.panes.values() if self.head.isAncestorOf(pane)]

    def shown_panes(self) -> list[QWidget]:
        """Return the panes that can be seen now: of tabs only the front one."""
        return [
            pane
            for key, pane in self.panes.items()
            if key not in self._tabs or self._is_front(key, self._tabs[key])
        ]

    def show_alone(self, key: str = "") -> None:
        """Show the column of one pane alone, without the head; nothing named: all of them."""
        if self._room is not None:
            self._room.remember()
            self._room.rests = bool(key)
        alone = self._panes.get(key)
        for column in filter(None, map(self._row.widget, range(self._row.count()))):
            shown = alone is None or column is alone or column.isAncestorOf(alone)
            column.setVisible(shown)
        self.head.setVisible(not key)
        if self._room is not None:
            self._room.share_out()

    def remember(self) -> None:
        """Keep widths and the front tab for next time."""
        self._settings.setValue("workspace/column", self._column.saveState())
        fronts = [key for key, tabs in self._tabs.items() if self._is_front(key, tabs)]
        self._settings.setValue("workspace/tabs", fronts)
        if self._room is not None:
            self._room.remember()

    def _build_ui(self, specs: Sequence[PaneSpec]) -> None:
        set_role(self.head, WidgetRole.HEAD)
        self.head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QVBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 1)
        for spec in specs:
            if spec.place is PanePlace.HEAD:
                head.addWidget(self._made(spec))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place in _ROW:
            column = self._built([spec for spec in specs if spec.place is place])
            if column is not None:
                column.setMinimumWidth(_LEAST[place])
                self._row.addWidget(column)
                self._row.setStretchFactor(self._row.count() - 1, int(place is PanePlace.CENTER))
        self._row.setChildrenCollapsible(False)
        self._column.addWidget(self._row)
        bottom = self._built([spec for spec in specs if spec.place is PanePlace.BOTTOM])
        if bottom is not None:
            self._column.addWidget(bottom)
        self._column.setStretchFactor(0, 1)
        layout.addWidget(self._column, 1)

    def _built(self, specs: Sequence[PaneSpec]) -> QWidget | None:
        """Return one pane alone or several as tabs."""
        if len(specs) <= 1:
            return self._made(specs[0]) if specs else None
        tabs = QTabWidget(documentMode=True)
        for named in (tabs, tabs.tabBar()):
            named.setAccessibleName(_("Panels"))
        tabs.tabBar().setExpanding(False)
        # Elided, Qt shortens every title while there is still room for all of them.
        tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        tabs.setUsesScrollButtons(True)  # where large letters leave no room for all
        for spec in specs:
            self._pages[spec.key] = LatePane(partial(self._made_late, spec))
            tabs.addTab(self._pages[spec.key], render(spec.tab or spec.title))
            tip = f"{render(spec.title)}  {spec.shortcut}".rstrip()
            tabs.setTabToolTip(tabs.count() - 1, tip)
            if spec.named is not None:
                title = TabTitle(tabs, self._pages[spec.key], spec, self.context)
                title.renamed.connect(partial(self._on_renamed, spec.key))
                self._titles[spec.key] = title
            if spec.tells:
                QTimer.singleShot(SOON, self._pages[spec.key], self._pages[spec.key].made)
            self._tabs[spec.key] = tabs
        return tabs

    def _made(self, spec: PaneSpec) -> QWidget:
        pane = spec.factory(self.context)
        if not pane.accessibleName():
            pane.setAccessibleName(self.names.get(spec.key) or render(spec.title))
        self._panes[spec.key] = pane
        return pane

    def _on_renamed(self, key: str, name: str) -> None:
        if key in self._panes:
            self._panes[key].setAccessibleName(name)
        self.panes_changed.emit()

    def _made_late(self, spec: PaneSpec) -> QWidget:
        pane = self._made(spec)
        TabBadge(self._tabs[spec.key], self._pages[spec.key], pane)
        self.panes_changed.emit()
        return pane

    def _made_room(self, specs: Sequence[PaneSpec]) -> Room | None:
        """Return what shares the row, where it has all three panes and tabs at the right."""
        side = [spec for spec in specs if spec.place is PanePlace.RIGHT]
        tabs = self._tabs.get(side[0].key) if side else None
        if tabs is None or self._row.count() != len(_ROW):
            return None
        return Room(self._row, tabs, specs, self._settings)

    def _is_front(self, key: str, tabs: QTabWidget) -> bool:
        return tabs.currentWidget() is self._pages[key]

    def _restore(self) -> None:
        state = self._settings.value("workspace/column")
        if isinstance(state, QByteArray):
            self._column.restoreState(state)
        fronts = self._settings.value("workspace/tabs") or []
        for key in [fronts] if isinstance(fronts, str) else fronts:
            if key in self._tabs:
                self._tabs[key].setCurrentWidget(self._pages[key])
