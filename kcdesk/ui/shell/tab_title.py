"""The title of a tab, which follows the meeting where its pane holds something else there."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget

from kcdesk.i18n import render
from kcdesk.ui.qt.pane import MeetingContext, PaneSpec
from kcdesk.ui.shell.late_pane import LatePane


class TabTitle(QObject):
    """Follows the meeting and its body: either may make another kind of minutes of them."""

    def __init__(
        self, tabs: QTabWidget, page: LatePane, spec: PaneSpec, context: MeetingContext
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._page = page
        self._spec = spec
        self._context = context
        self._show()
        for bridge in (context.bridge, context.body_bridge):
            bridge.facts_changed.connect(self._show)
            bridge.replaced.connect(self._show)

    def _show(self, _change: object = None) -> None:
        spec = self._spec
        named = spec.named(self._context) if spec.named is not None else None
        index = self._tabs.indexOf(self._page)
        self._tabs.setTabText(index, render(named or spec.tab or spec.title))
        self._tabs.setTabToolTip(index, f"{render(named or spec.title)}  {spec.shortcut}".rstrip())
