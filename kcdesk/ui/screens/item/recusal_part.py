"""Jäv at the item: who takes no part in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.item import Recusal
from kcdesk.domain.participant import Participant, Standing
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.call_substitute import serve_at, stands_in_for, substitutes_at
from kcdesk.services.note_recusal import recuse, unrecuse
from kcdesk.services.read_people import NamedPeople, named, written
from kcdesk.ui.qt.theme import SMALL, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.sentence_line import RowSentence
from kcdesk.ui.widgets.people_field import PeopleField
from kcdesk.wording.recusal import composed_recusal


class RecusalPart(Part):
    """The people with jäv, in one line; under it the sentence on each, and who may serve instead.

    The ground is written in the attendance panel.
    """

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "", _("Recused (jäv)"))
        self.people = PeopleField(_("Recused (jäv)"), _("Who?"), editing.read_people, self)
        self.people.named.connect(self._on_named)
        self.lines: dict[str, RecusalLine] = {}
        self.body.addWidget(self.people)

    def refresh(self, records: Records) -> None:
        """Show who has jäv."""
        ids = [row.participant_id or "" for row in self._rows(records)]
        self.people.offer(self.editing.names())
        self.people.show_text(written(named(records, ids)))
        known = [records.find(Participant, row.participant_id) for row in self._rows(records)]
        rows = [row for row, who in zip(self._rows(records), known, strict=True) if who]
        for gone in [id for id in self.lines if id not in {row.id for row in rows}]:
            line = self.lines.pop(gone)
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for row in rows:
            if row.id not in self.lines:
                self.lines[row.id] = RecusalLine(self.editing, row.id, self)
                self.body.addWidget(self.lines[row.id])
            self.lines[row.id].refresh(records)

    def stops(self) -> list[QWidget]:
        """The names, then the sentences."""
        return [self.people, *(stop for line in self.lines.values() for stop in line.stops())]

    def _rows(self, records: Records) -> tuple[Recusal, ...]:
        return records.children(self.editing.item_id, Recusal)

    def _on_named(self, people: NamedPeople) -> None:
        wanted = {each.participant_id for each in people.people if each.participant_id}
        known = {row.participant_id for row in self._rows(self.editing.records)}
        for id in known - wanted:
            if id:
                records = self.editing.records
                self.editing.perform(unrecuse(records, self.editing.item_id, id))
        for id in wanted - known:
            self.editing.perform(recuse(self.editing.records, self.editing.item_id, id))
        self.refresh(self.editing.records)


class RecusalLine(QWidget):
    """The sentence on one who steps aside, and the substitute next in the order of service."""

    def __init__(self, editing: ItemEditing, row_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing
        self._row_id = row_id
        self._next = ""
        name = _("Sentence on the recusal")
        self.sentence = RowSentence(editing, row_id, "sentence", name, self._composed, self)
        self.call_in = QPushButton(self)
        set_role(self.call_in, WidgetRole.QUIET)
        self.call_in.setStyleSheet(f"QPushButton {{ font-size: {SMALL}px; }}")
        self.call_in.clicked.connect(self._on_call_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.sentence)
        column.addWidget(self.call_in, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self, records: Records) -> None:
        """Show the sentence; offer who may serve instead, while nobody does."""
        self.sentence.refresh(records)
        item = self._editing.item
        member = self._member(records)
        served = stands_in_for(records, member, item) is not None
        decides = member.standing is Standing.DECISION_MAKER
        body = self._editing.context.body
        free = () if served or not decides else substitutes_at(records, body, item)
        self._next = free[0].id if free else ""
        self.call_in.setVisible(bool(free))
        if free:
            words = _("{name} serves instead", name=free[0].name)
            self.call_in.setText(f"+ {words}")
            self.call_in.setAccessibleName(words)
            self.call_in.setToolTip(_("Next in the order of service"))

    def stops(self) -> list[QWidget]:
        """The sentence, and the button."""
        return [*self.sentence.stops(), self.call_in]

    def _member(self, records: Records) -> Participant:
        recusal = records.get(Recusal, self._row_id)
        return records.get(Participant, recusal.participant_id or "")

    def _composed(self, records: Records) -> str:
        recusal = records.get(Recusal, self._row_id)
        regime = profile(self._editing.context.body, records).regime
        return composed_recusal(self._editing.texts, records, recusal, regime)

    def _on_call_in(self) -> None:
        records = self._editing.records
        member = self._member(records)
        self.sentence.text.setFocus()
        self._editing.perform(serve_at(records, self._next, member.id, self._editing.item))
