"""The panel of the checks: quiet until it is opened, but for a small count on its tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.i18n import _, ngettext
from kcdesk.services.check.finding import Severity
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.check.check_runner import CheckRunner
from kcdesk.ui.screens.check.finding_group import FindingGroup
from kcdesk.ui.screens.check.finding_row import INSET, FindingRow

if TYPE_CHECKING:
    from kcdesk.services.check.finding import Finding

_COUNTED = (Severity.MUST, Severity.PRACTICE)


class CheckPanel(QScrollArea):
    """Findings by severity; each leads to its place, and offers its fix where there is one.

    ``badge_changed`` carries how many the tab counts, and that in words. While the minutes are a
    draft these are what is wrong whatever may still be written; from the review on, gaps too.
    """

    badge_changed = Signal(int, str)

    def __init__(
        self,
        context: MeetingContext,
        missing_glyphs: Callable[[str], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.runner = CheckRunner(context, missing_glyphs, self)
        self._build_ui()
        self.runner.found.connect(self.show_findings)

    def _build_ui(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside = QWidget()
        set_role(inside, WidgetRole.PANEL)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel(wordWrap=True)
        set_role(self.words, WidgetRole.SOFT)
        self.words.setContentsMargins(INSET, 0, INSET, 0)
        self.all_well = QWidget()
        well = QHBoxLayout(self.all_well)
        well.setContentsMargins(INSET, GRID, INSET, GRID)
        sign = QLabel()
        sign.setPixmap(icon("check", "accent").pixmap(QSize(20, 20), self.devicePixelRatioF()))
        well.addWidget(sign)
        well.addWidget(QLabel(_("Nothing to remark.")), 1)
        self.all_well.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that it is read out
        self.all_well.setAccessibleName(_("Nothing to remark."))
        self.all_well.hide()
        self.groups = {severity: FindingGroup(severity) for severity in Severity}
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(GRID // 2, GRID, GRID // 2, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.words)
        layout.addWidget(self.all_well)
        for group in self.groups.values():
            group.hide()
            group.wanted.connect(self._on_wanted)
            group.fix_wanted.connect(self._on_fix_wanted)
            layout.addWidget(group)
        layout.addStretch()
        self.setWidget(inside)
        self.words.setText(_("The minutes are being checked."))

    @property
    def rows(self) -> list[FindingRow]:
        """All rows in the order of the eye."""
        return [row for group in self.groups.values() for row in group.rows]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found."""
        for severity, group in self.groups.items():
            group.show_findings([each for each in findings if each.severity is severity])
        self.all_well.setVisible(not findings)
        self.words.setVisible(bool(findings))
        self.words.setText(
            _("What the minutes deviate from. Nothing here stops a step; Enter leads to the place.")
        )
        rows = self.rows
        self.setFocusProxy(rows[0].card if rows else self.all_well)
        stops = [stop for row in rows for stop in (row.card, row.fix_button)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._count(findings)

    def _count(self, findings: Sequence[Finding]) -> None:
        is_draft = self._context.bridge.records.root(Meeting).state is MeetingState.DRAFT
        counted = [
            each
            for each in findings
            if each.severity in _COUNTED and (each.certain or not is_draft)
        ]
        count = len(counted)
        words = ngettext("{count} deviation", "{count} deviations", count) if count else ""
        self.badge_changed.emit(count, words)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens the panel sees what stands now."""
        super().showEvent(event)
        if self.runner.is_running:
            self.runner.run_now()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what is inside: it scrolls up and down only."""
        hint = super().minimumSizeHint()
        inside = (
            self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )
        return QSize(max(hint.width(), inside), hint.height())

    # ---- slots -----------------------------------------------------------------------------

    def _on_wanted(self, finding: Finding) -> None:
        place, selection = finding.place, self._context.selection
        if place.item_id:
            selection.select(place.item_id)
        selection.lead_to(place.area.value, place.row_id, place.field)

    def _on_fix_wanted(self, finding: Finding) -> None:
        bridge = self._context.bridge
        at = next(index for index, row in enumerate(self.rows) if row.finding is finding)
        if finding.fix is not None:
            bridge.perform(finding.fix.make(bridge.records))
        self.runner.run_now()
        rows = self.rows
        if rows:
            rows[min(at, len(rows) - 1)].card.setFocus()
        else:
            self.all_well.setFocus()
