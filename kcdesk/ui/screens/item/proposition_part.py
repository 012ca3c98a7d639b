"""The order of propositions, written by the program from the yrkanden and what became of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kcdesk.domain.proposition import propositions
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.i18n import _
from kcdesk.services.word_propositions import (
    order_anew,
    reworded_order,
    word_order,
    written_order,
)
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.sentence_line import SentenceLine
from kcdesk.wording.proposition import proposition_order


class PropositionPart(Part):
    """One sentence or two, to be reworded in place."""

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "", _("Order of propositions"))
        self.line = SentenceLine(_("Order of propositions"), "", self)
        self.body.addWidget(self.line)
        self.line.edited.connect(self._on_edited)
        self.line.anew_wanted.connect(self._on_anew_wanted)

    def refresh(self, records: Records) -> None:
        """Show the secretary's words, else the program's."""
        composed = composed_order(self.editing, records)
        kept = reworded_order(records, self.editing.item)
        if kept is None:
            self.line.show_sentence(composed, own=False, outdated=False)
        else:
            section, block = kept
            outdated = section.composed != composed
            self.line.show_sentence(text_of(block.spans), own=True, outdated=outdated)

    def stops(self) -> list[QWidget]:
        """The words."""
        return self.line.stops()

    def row_in_focus(self) -> str:
        """What the program writes is not removed; the secretary's own words are."""
        kept = reworded_order(self.editing.records, self.editing.item)
        return kept[0].id if kept and self.line.text.hasFocus() else ""

    def _on_edited(self, text: str) -> None:
        records, item = self.editing.records, self.editing.item
        self.editing.perform(word_order(records, item, text, composed_order(self.editing, records)))
        self.refresh(self.editing.records)

    def _on_anew_wanted(self) -> None:
        self.editing.perform(order_anew(self.editing.records, self.editing.item))


def composed_order(editing: ItemEditing, records: Records) -> str:
    """Return the program's sentence on the order of propositions; nothing without an order."""
    if not editing.is_formal:
        return ""
    found = propositions(records, editing.item)
    return proposition_order(editing.texts, records, found, editing.subject)


def composes_order(editing: ItemEditing, records: Records) -> bool:
    """Whether the order is the program's to write, or its words reworded."""
    item = editing.item
    if reworded_order(records, item) is not None:
        return True
    return not written_order(records, item.id) and bool(composed_order(editing, records))
