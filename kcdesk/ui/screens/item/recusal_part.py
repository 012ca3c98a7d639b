"""Jäv at the item: who takes no part in it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kcdesk.domain.item import Recusal
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.note_recusal import recuse, unrecuse
from kcdesk.services.read_people import NamedPeople, named, written
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.widgets.people_field import PeopleField


class RecusalPart(Part):
    """The people with jäv, in one line; the ground is written in the attendance panel."""

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "", _("Recused (jäv)"))
        self.people = PeopleField(_("Recused (jäv)"), _("Who?"), editing.read_people, self)
        self.people.named.connect(self._on_named)
        self.body.addWidget(self.people)

    def refresh(self, records: Records) -> None:
        """Show who has jäv."""
        ids = [row.participant_id or "" for row in self._rows(records)]
        self.people.offer(self.editing.names())
        self.people.show_text(written(named(records, ids)))

    def stops(self) -> list[QWidget]:
        """The line."""
        return [self.people]

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
