"""The title of a tab, which follows the meeting where its pane holds something else there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from kcdesk.i18n import render
from kcdesk.ui.qt.pane import MeetingContext, PaneSpec
from kcdesk.ui.shell.late_pane import LatePane


class TabTitle(QObject):
    """Follows the meeting and its body: either may make another kind of minutes of them.
    ``renamed`` comes with the pane's new name.
    """

    renamed = Signal(str)

    def __init__(
        self, tabs: QTabWidget, page: LatePane, spec: PaneSpec, context: MeetingContext
    ) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._page = page
        self._spec = spec
        self._context = context
        self._shown = self.name
        self._show()
        for bridge in (context.bridge, context.body_bridge):
            bridge.facts_changed.connect(self._show)
            bridge.replaced.connect(self._show)

    @property
    def name(self) -> str:
        """What the pane is called now."""
        spec = self._spec
        named = spec.named(self._context) if spec.named is not None else None
        return render(named or spec.title)

    def _show(self, _change: object = None) -> None:
        spec, name = self._spec, self.name
        index = self._tabs.indexOf(self._page)
        tab = name if spec.tab is None or name != render(spec.title) else render(spec.tab)
        self._tabs.setTabText(index, tab)
        self._tabs.setTabToolTip(index, f"{name}  {spec.shortcut}".rstrip())
        if name != self._shown:
            self._shown = name
            self.renamed.emit(name)
