"""The findings of one severity under its icon and word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kcdesk.i18n import _, render
from kcdesk.services.check.finding import Severity
from kcdesk.services.check.words import SEVERITY_WORD
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.check.finding_row import INSET, FindingRow
from kcdesk.ui.widgets.row_column import RowColumn

if TYPE_CHECKING:
    from kcdesk.services.check.finding import Finding

_SIGNS = {
    Severity.MUST: ("warning", "red"),
    Severity.PRACTICE: ("info", "amber"),
    Severity.TIP: ("tip", "accent"),
}


class FindingGroup(QWidget):
    """Rows stay as long as their findings do, so that the focus stays where it is."""

    wanted = Signal(object)
    fix_wanted = Signal(object)

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._findings: dict[str, Finding] = {}
        name, color = _SIGNS[severity]
        sign = QLabel()
        sign.setPixmap(icon(name, color).pixmap(QSize(18, 18), self.devicePixelRatioF()))
        self.heading = QLabel()
        set_role(self.heading, WidgetRole.HEADING)
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, 0, 0)
        head.setSpacing(GRID // 2)
        head.addWidget(sign)
        head.addWidget(self.heading, 1)
        self.column = RowColumn(self._make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addLayout(head)
        layout.addWidget(self.column)

    @property
    def rows(self) -> list[FindingRow]:
        """The rows in order."""
        return [self.column.rows[key] for key in self._findings]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show exactly these."""
        self._findings = {_key(each): each for each in findings}
        self.column.show_ids(list(self._findings))
        for key, finding in self._findings.items():
            self.column.rows[key].show_finding(finding)
        word = render(SEVERITY_WORD[self._severity])
        self.heading.setText(_("{word} ({count})", word=word, count=len(self._findings)))
        self.setVisible(bool(findings))

    def _make(self, key: str) -> FindingRow:
        row = FindingRow(self._findings[key])
        row.wanted.connect(self.wanted)
        row.fix_wanted.connect(self.fix_wanted)
        return row


def _key(finding: Finding) -> str:
    """Return what a finding is known by from one run to the next."""
    place = finding.place
    return f"{finding.number} {place.row_id} {place.field} {finding.text}"
