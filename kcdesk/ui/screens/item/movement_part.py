"""Who comes at the item, or goes during it, and the breaks at it: sentences from what is noted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.movement import adjournments, arrivals, departures
from kcdesk.domain.participant import Participant, Presence
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue, _
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.movement_chip import MovementChip
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.sentence_line import Compose
from kcdesk.wording.movement import adjournment_sentence, arrival_sentence, departure_sentence

Told = tuple[str, str, str, Compose, str]
"""The row of a sentence, the field of its own words, its name, what writes it, and its icon."""


class MovementPart(Part):
    """Sentences before the item's text (``coming``), or after it."""

    def __init__(self, editing: ItemEditing, *, coming: bool) -> None:
        super().__init__(editing, "")
        self._coming = coming
        self.lines: dict[str, MovementChip] = {}

    def refresh(self, records: Records) -> None:
        """Keep the lines of the rows that stay."""
        told = list(self._told(records))
        ids = [row_id for row_id, *_rest in told]
        for gone in [id for id in self.lines if id not in ids]:
            line = self.lines.pop(gone)
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        for row_id, field, name, compose, icon in told:
            if row_id not in self.lines:
                line = MovementChip(self.editing, row_id, field, name, compose, self, icon)
                self.lines[row_id] = line
                self.body.addWidget(line)
            self.lines[row_id].refresh(records)

    def stops(self) -> list[QWidget]:
        """The sentences."""
        return [stop for line in self.lines.values() for stop in line.stops()]

    def row_in_focus(self) -> str:
        """Presence is changed in the list of attendance, breaks here."""
        for row_id, line in self.lines.items():
            is_break = self.editing.records.find(Adjournment, row_id) is not None
            if is_break and line.text.hasFocus():
                return row_id
        return ""

    def focus_row(self, row_id: str) -> None:
        """Put the caret into the sentence of a break."""
        if row_id in self.lines:
            self.lines[row_id].text.setFocus()

    @property
    def editors(self) -> dict[str, MovementChip]:
        """The lines by their rows, for whoever looks for one."""
        return self.lines

    def _told(self, records: Records) -> Iterator[Told]:
        item, texts = self.editing.item, self.editing.texts
        if self._coming:
            for each in arrivals(records, item):
                name = _("Arrival of {name}", name=each.participant.name)
                compose = partial(_arrival, texts, each.presence.id)
                yield each.presence.id, "arrival", name, compose, "arrive"
            return
        for each in departures(records, item):
            name = _("Departure of {name}", name=each.participant.name)
            compose = partial(_departure, texts, each.presence.id)
            yield each.presence.id, "departure", name, compose, "leave"
        for pause in adjournments(records, item):
            compose = partial(_adjournment, texts, pause.id)
            yield pause.id, "sentence", _("Adjournment"), compose, "clock"


def moves(records: Records, editing: ItemEditing, *, coming: bool) -> bool:
    """Whether there is anything to tell before the text, or after it."""
    item = editing.item
    if coming:
        return bool(arrivals(records, item))
    return bool(departures(records, item) or adjournments(records, item))


def _arrival(texts: Catalogue, id: str, records: Records) -> str:
    presence = records.get(Presence, id)
    return arrival_sentence(texts, records.get(Participant, presence.owner_id), presence)


def _departure(texts: Catalogue, id: str, records: Records) -> str:
    presence = records.get(Presence, id)
    return departure_sentence(texts, records.get(Participant, presence.owner_id), presence)


def _adjournment(texts: Catalogue, id: str, records: Records) -> str:
    return adjournment_sentence(texts, records.get(Adjournment, id))
