"""The phrases of a body or of the whole library: a list at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.operation import Insert
from kcdesk.i18n import _
from kcdesk.services.edit_phrase import add_phrase, change_phrase, remove_phrase
from kcdesk.services.phrase_library import PhraseText, offered_phrases, phrases_of
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.phrase_form import PhraseForm

_ID = Qt.ItemDataRole.UserRole


class PhraseEditor(QWidget):
    """A phrase that ships is changed like any other: then there is one of one's own in its place.

    Removing that brings back the one that ships.
    """

    def __init__(
        self,
        bridge: SessionBridge,
        shipped: Sequence[PhraseText],
        placeholders: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shipped = tuple(shipped)
        self._shown: tuple[PhraseText, ...] = ()
        self.list = QListWidget()
        self.form = PhraseForm(placeholders)
        self.add = QPushButton(icon("add", "accent"), _("Add a phrase"))
        self.remove = QPushButton(icon("delete", "accent"), _("Remove the phrase"))
        self._build_ui()
        self.list.currentRowChanged.connect(self._on_chosen)
        self.form.edited.connect(self._on_edited)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        bridge.changed.connect(self.refresh)
        bridge.replaced.connect(self.refresh)
        self.refresh()

    @property
    def phrase(self) -> PhraseText | None:
        """The phrase in view."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def refresh(self, _change: object = None) -> None:
        """Show the phrases as they are; the one in view stays in view."""
        before = self.phrase
        own = phrases_of(self._bridge.records)
        known = {each.id for each in own}
        self._shown = (
            *own,
            *(each for each in offered_phrases(own, self._shipped) if each.id not in known),
        )
        if [each.id for each in self._shown] != self._listed_ids():
            self._list_anew(before)
        for row, each in enumerate(self._shown):
            self.list.item(row).setText(each.title or _("Unnamed"))
        self._on_chosen()

    def _build_ui(self) -> None:
        self.list.setAccessibleName(_("Phrases"))
        self.list.setFixedWidth(264)
        self.list.setMinimumHeight(320)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.list, WidgetRole.LIST)
        for button in (self.add, self.remove):
            set_role(button, WidgetRole.QUIET)
        right = QVBoxLayout()
        right.addWidget(self.form)
        right.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * GRID)
        layout.addLayout(left)
        layout.addLayout(right, 1)
        QWidget.setTabOrder(self.list, self.add)
        QWidget.setTabOrder(self.add, self.form.title)

    def _listed_ids(self) -> list[str]:
        return [self.list.item(row).data(_ID) for row in range(self.list.count())]

    def _list_anew(self, before: PhraseText | None) -> None:
        self.list.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.list.clear()
        for each in self._shown:
            item = QListWidgetItem(each.title)
            item.setData(_ID, each.id)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003
        same = [row for row, each in enumerate(self._shown) if before and _is_same(before, each)]
        self.list.setCurrentRow(same[0] if same else 0)

    def _on_chosen(self, _row: int = -1) -> None:
        phrase = self.phrase
        self.form.setVisible(phrase is not None)
        self.list.setVisible(phrase is not None)
        self.remove.setVisible(phrase is not None and bool(phrase.row_id))
        if phrase is not None:
            self.form.show_phrase(phrase)

    def _on_edited(self, field: str, value: object) -> None:
        phrase, records = self.phrase, self._bridge.records
        if phrase is None:
            return
        if phrase.row_id:
            self._bridge.perform(change_phrase(records, phrase.row_id, **{field: value}))
            return
        fields: dict[str, object] = {
            "title": phrase.title,
            "letters": phrase.letters,
            "kind": phrase.kind,
            "text": phrase.text,
            field: value,
        }
        self._bridge.perform(add_phrase(records, **fields))  # type: ignore[arg-type]

    def _on_add(self) -> None:
        group = add_phrase(self._bridge.records, title=_("New phrase"))
        if not self._bridge.perform(group):
            return
        first = group.operations[0]
        assert isinstance(first, Insert)
        self.list.setCurrentRow(self._listed_ids().index(first.row.id))
        self.form.title.setFocus()
        self.form.title.selectAll()

    def _on_remove(self) -> None:
        phrase = self.phrase
        if phrase is not None and phrase.row_id:
            self._bridge.perform(remove_phrase(self._bridge.records, phrase.row_id))


def _is_same(before: PhraseText, now: PhraseText) -> bool:
    """Whether it is the phrase that was in view, or what stands in its place now."""
    return now.id == before.id or bool(before.letters and now.letters == before.letters)
