"""Before a public copy is made: what it would show that may need masking, and what it leaves out.

Asked once. A passage is masked here with a key, or looked at where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from kcdesk.domain.operation import Group
from kcdesk.i18n import _, ngettext, render
from kcdesk.services.mask_passage import mask_passage, mask_words, unmask
from kcdesk.services.review_publication import (
    MaskedPlace,
    OpenPassage,
    PublicationReview,
    review_publication,
)
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.widgets.form_dialog import FormDialog
from kcdesk.ui.widgets.tipped import TippedEdit

_FEWEST, _ROWS = 2, 4
"""How many lines of a list are in view."""
_WIDTH = 90 * GRID


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a public copy is made of, and why. ``others`` is what there is to look at in further
    meetings that it tells of (None: it is of one meeting alone), ``actions_only`` that it tells no
    more than their actions. ``going_out``: it is made as the text goes out for signature.
    """

    others: PublicationReview | None = None
    actions_only: bool = False
    going_out: bool = False


class PublicationDialog(FormDialog):
    """``place_wanted`` carries the ids of the meeting and the item to look at; ``accepted`` makes
    the copy.
    """

    place_wanted = Signal(str, str)

    def __init__(
        self,
        context: MeetingContext,
        parent: QWidget | None = None,
        occasion: Occasion = Occasion(),
    ) -> None:
        title = _("Before the public copy is made")
        yes = _("Send for signature") if occasion.going_out else _("Make the public copy")
        super().__init__(title, yes, parent, width=_WIDTH)
        self._context = context
        self._occasion = occasion
        self.review = PublicationReview((), ())
        self.open_list = PassageList(_("May need masking"))
        self.masked_list = PassageList(_("Left out of the public copy"))
        self.mask_button = QPushButton(_("Mask"), autoDefault=False)
        self.go_button = QPushButton(_("Go to the place"), autoDefault=False)
        self.show_button = QPushButton(_("Show again"), autoDefault=False)
        self.words = TippedEdit(placeholder=_("words, wherever they stand"))
        self.ground = TippedEdit(placeholder=_("law and §, if secret"))
        self.add_button = QPushButton(_("Mask everywhere"), autoDefault=False)
        self.told = PlainLabel(wraps=True)
        self._build_ui()
        self._connect()
        self.refresh()

    def _build_ui(self) -> None:
        self.add_note(self.told)
        self.add_row(_("May need masking"), self.open_list)
        self.add_row("", _row(self.mask_button, self.go_button))
        self.add_row(_("Left out"), self.masked_list)
        self.add_row("", _row(self.show_button))
        self.words.setAccessibleName(_("Words to mask everywhere"))
        self.ground.setAccessibleName(_("Ground of secrecy"))
        self.add_row(_("Mask also"), _row(self.words, self.ground, self.add_button))
        self.open_list.setAccessibleName(_("May need masking"))
        self.masked_list.setAccessibleName(_("Left out of the public copy"))

    def _connect(self) -> None:
        self.open_list.currentRowChanged.connect(self._on_row_changed)
        self.masked_list.currentRowChanged.connect(self._on_row_changed)
        self.open_list.itemActivated.connect(self._on_go)
        self.open_list.key_pressed.connect(self._on_mask)
        self.masked_list.key_pressed.connect(self._on_show)
        self.mask_button.clicked.connect(self._on_mask)
        self.go_button.clicked.connect(self._on_go)
        self.show_button.clicked.connect(self._on_show)
        self.add_button.clicked.connect(self._on_add)
        for line in (self.words, self.ground):
            line.returnPressed.connect(self._on_add)
        self._context.bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Look again."""
        others, actions_only = self._occasion.others, self._occasion.actions_only
        self.review = review_publication(
            self._context.bundle(), among_others=others is not None, actions_only=actions_only
        )
        if others is not None:
            self.review += others
        self.open_list.show_lines([_open_line(each) for each in self.review.open])
        self.masked_list.show_lines([render(each.said()) for each in self.review.masked])
        self.told.setText(" ".join(self._words()))
        self._on_row_changed()

    def _words(self) -> Iterator[str]:
        if self._occasion.going_out:
            yield _("A public copy is made together with the text that goes out for signature.")
        count = len(self.review.open)
        if not count:
            yield _("Nothing was found that may need masking.")
            return
        yield ngettext(
            "{count} passage may need masking. Only you can judge whether it does.",
            "{count} passages may need masking. Only you can judge whether they do.",
            count,
        )
        if not all(self._is_here(each) for each in self.review.open):
            yield _("What stands in another meeting is masked there: go to the place.")

    def _is_here(self, found: OpenPassage | MaskedPlace) -> bool:
        return found.meeting_id == self._context.bridge.records.root_id

    # ---- what is done ----------------------------------------------------------------------

    def _passage(self) -> OpenPassage | None:
        row = self.open_list.currentRow()
        return self.review.open[row] if 0 <= row < len(self.review.open) else None

    def _masking(self) -> MaskedPlace | None:
        row = self.masked_list.currentRow()
        place = self.review.masked[row] if 0 <= row < len(self.review.masked) else None
        return place if place is not None and place.masking_id and self._is_here(place) else None

    def _perform(self, group: Group) -> None:
        self._context.bridge.perform(group)

    def _on_changed(self, _change: object) -> None:
        self.refresh()

    def _on_row_changed(self, _row: int = 0) -> None:
        passage = self._passage()
        self.mask_button.setEnabled(passage is not None and self._is_here(passage))
        self.go_button.setEnabled(passage is not None)
        self.show_button.setEnabled(self._masking() is not None)

    def _on_mask(self) -> None:
        passage = self._passage()
        if passage is not None and self._is_here(passage):
            self.open_list.setFocus()
            self._perform(mask_passage(self._context.bridge.records, passage))

    def _on_go(self, _item: object = None) -> None:
        passage = self._passage()
        if passage is not None:
            self.reject()
            self.place_wanted.emit(passage.meeting_id, passage.item_id)

    def _on_show(self) -> None:
        place = self._masking()
        if place is not None:
            self.masked_list.setFocus()
            self._perform(unmask(self._context.bridge.records, place.masking_id))

    def _on_add(self) -> None:
        records = self._context.bridge.records
        self._perform(mask_words(records, self.words.text(), self.ground.text()))
        self.words.clear()
        self.ground.clear()
        self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field of words masks them; only Ctrl+Enter makes the copy from there."""
        typing = self.words.hasFocus() or self.ground.hasFocus() or self.open_list.hasFocus()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if typing and entered and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
        else:
            super().keyPressEvent(event)


class PassageList(QListWidget):
    """Lines to go along with the arrow keys; ``key_pressed`` comes with the space bar."""

    key_pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)  # Qt's own signature
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.show_lines(())

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show lines; the place in the list stays."""
        at = max(self.currentRow(), 0)
        self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.clear()
        for line in lines:
            self.addItem(QListWidgetItem(line))
        if lines:
            self.setCurrentRow(min(at, len(lines) - 1))
        self.blockSignals(False)  # noqa: FBT003
        self.setFixedHeight(max(_FEWEST, min(len(lines), _ROWS)) * 5 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar does what the first button under the list does."""
        if event.key() == Qt.Key.Key_Space:
            self.key_pressed.emit()
        else:
            super().keyPressEvent(event)


def _open_line(passage: OpenPassage) -> str:
    return f"{render(passage.said())}\n    … {passage.around.strip()} …"


def _row(*widgets: QWidget) -> QWidget:
    held = QWidget()
    line = QHBoxLayout(held)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID)
    for each in widgets:
        line.addWidget(each, 1 if isinstance(each, QLineEdit) else 0)
    if not any(isinstance(each, QLineEdit) for each in widgets):
        line.addStretch(1)
    return held
