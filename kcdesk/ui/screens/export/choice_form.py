"""The fields in which a document is chosen: only those that the document knows are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.body import Layout, Numbering
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, render
from kcdesk.services.dispatch import consignments
from kcdesk.services.document_choice import (
    ActionOrder,
    Copy,
    Document,
    DocumentChoice,
    endings_of,
)
from kcdesk.services.document_word import COPY_WORD, DOCUMENT_WORD, ENDING_WORD, ORDER_WORD, offered
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.labelled_form import LabelledForm

_ID = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 132
LABELS = 12 * GRID
"""The least width of the labels, so that fields stand below one another in both forms."""
_BASES = (Document.SUMMONS, Document.PROTOCOL, Document.NOTES)


class ChoiceForm(QWidget):
    """``changed`` comes whenever another document would be made."""

    changed = Signal()

    def __init__(
        self, context: MeetingContext, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._records, self._body = context.bridge.records, context.body
        self._profile = profile(self._body, self._records)
        self._form = LabelledForm(self)
        self._build_ui()
        self.document_box.setCurrentIndex(max(self.document_box.findData(document.value), 0))
        self._show_fields()
        self._connect()

    # ---- building ------------------------------------------------------------------------

    def _build_ui(self) -> None:
        form = self._form
        form.setHorizontalSpacing(2 * GRID)
        kinds = offered(formal=self._profile.is_formal)
        self.document_box = self._box((each.value, render(DOCUMENT_WORD[each])) for each in kinds)
        self.layout_box = self._box(
            ((Layout.SINGLE.value, _("One column")), (Layout.TWO_COLUMN.value, _("Two columns")))
        )
        self.layout_box.setCurrentIndex(self.layout_box.findData(self._profile.layout.value))
        self.items_list = self._items()
        self.board_box = self._box((("", _("All boards")), *((b, b) for b in self._boards())))
        recipients = [each.name for each in consignments(self._records)]
        self.recipient_box = self._box((("", _("All recipients")), *((r, r) for r in recipients)))
        self.order_box = self._box((each.value, render(ORDER_WORD[each])) for each in ActionOrder)
        self.over_time_check = QCheckBox(_("From all meetings of the body"))
        self.base_box = self._box(
            (
                ("", _("As the meeting stands")),
                *((b.value, render(DOCUMENT_WORD[b])) for b in _BASES),
            )
        )
        self.embed_check = QCheckBox(_("Keep attachments as files inside (PDF/A-3a)"))
        self.embed_note = QLabel()
        self.embed_note.setWordWrap(True)
        set_role(self.embed_note, WidgetRole.SOFT)
        self.fields_check = QCheckBox(_("Fields to sign electronically"))
        self.internal_check = QCheckBox(render(COPY_WORD[Copy.INTERNAL]))
        self.public_check = QCheckBox(render(COPY_WORD[Copy.PUBLIC]))
        self.internal_check.setChecked(True)
        self.language_box = self._box((("sv", _("Swedish")), ("en", _("English"))))
        self.language_box.setCurrentIndex(self.language_box.findData(self._profile.language))
        self.ending_box = QComboBox()
        for words, field in (
            (_("Document"), self.document_box),
            (_("Layout"), self.layout_box),
            (_("Paragraphs") if self._profile.is_formal else _("Items"), self.items_list),
            (_("Notice board"), self.board_box),
            (_("Recipient"), self.recipient_box),
            (_("Order"), self.order_box),
            ("", self.over_time_check),
            (_("Goes with"), self.base_box),
            ("", self.embed_check),
            ("", self.embed_note),
            ("", self.fields_check),
            (_("Copies"), self.internal_check),
            ("", self.public_check),
            (_("Language"), self.language_box),
            (_("Kind of file"), self.ending_box),
        ):
            form.add_field(words, field).setMinimumWidth(LABELS)
            if words and not isinstance(field, QCheckBox):
                field.setAccessibleName(words)

    def _box(self, entries: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setMinimumContentsLength(18)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in entries:
            box.addItem(words, value)
        return box

    def _items(self) -> QListWidget:
        """Return the items to take an extract of; those with a decision are ticked."""
        listed = QListWidget()
        listed.setMaximumHeight(_LIST_HEIGHT)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        known = numbers(self._records, self._profile.numbering)
        sign = "§\u00a0" if self._profile.numbering is Numbering.PARAGRAPH else ""
        for item in self._records.children(self._records.root_id, Item):
            number = known.get(item.id, "")
            words = " ".join(filter(None, (number and f"{sign}{number}", item.name)))
            entry = QListWidgetItem(words or _("(no heading)"), listed)
            entry.setData(_ID, item.id)
            entry.setToolTip(plain_tip(item.name))
            entry.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            decided = any(isinstance(row, Decision) for row in self._records.subtree(item.id))
            entry.setCheckState(Qt.CheckState.Checked if decided else Qt.CheckState.Unchecked)
        return listed

    def _boards(self) -> list[str]:
        approvals = self._records.children(self._records.root_id, Approval)
        notices = [each for a in approvals for each in self._records.children(a.id, Notice)]
        return list(dict.fromkeys(each.board for each in notices if each.board))

    def _connect(self) -> None:
        self.document_box.currentIndexChanged.connect(self._on_document)
        for box in (
            self.layout_box,
            self.board_box,
            self.recipient_box,
            self.order_box,
            self.base_box,
            self.language_box,
            self.ending_box,
        ):
            box.currentIndexChanged.connect(self._on_changed)
        for check in (
            self.over_time_check,
            self.embed_check,
            self.fields_check,
            self.internal_check,
            self.public_check,
        ):
            check.toggled.connect(self._on_changed)
        self.items_list.itemChanged.connect(self._on_changed)

    # ---- what is chosen ------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The document chosen."""
        return Document(self.document_box.currentData())

    @property
    def ending(self) -> str:
        """The kind of file chosen, by its ending."""
        return str(self.ending_box.currentData())

    @property
    def copies(self) -> tuple[Copy, ...]:
        """The copies wanted; none while nothing is ticked."""
        wanted = ((self.internal_check, Copy.INTERNAL), (self.public_check, Copy.PUBLIC))
        return tuple(copy for check, copy in wanted if check.isChecked())

    def choice(self, copy: Copy) -> DocumentChoice:
        """Return what is chosen, as one of the copies."""
        document = self.document
        base = self.base_box.currentData()
        chosen = DocumentChoice(document, copy=copy, language=str(self.language_box.currentData()))
        match document:
            case Document.NOTES | Document.PROTOCOL:
                layout = Layout(self.layout_box.currentData())
                signing = self.fields_check.isChecked()
                return replace(chosen, layout=layout, signature_fields=signing)
            case Document.EXTRACT:
                return replace(chosen, items=self._ticked())
            case Document.NOTICE:
                return replace(chosen, board=str(self.board_box.currentData()))
            case Document.DISPATCH:
                return replace(chosen, recipient=str(self.recipient_box.currentData()))
            case Document.ACTIONS:
                order = ActionOrder(self.order_box.currentData())
                over_time = self.over_time_check.isChecked()
                return replace(chosen, order=order, over_time=over_time)
            case Document.PACKAGE:
                embed = self.embed_check.isChecked()
                return replace(chosen, base=Document(base) if base else None, embed=embed)
            case _:
                return chosen

    def _ticked(self) -> tuple[str, ...]:
        entries = (self.items_list.item(row) for row in range(self.items_list.count()))
        return tuple(
            str(entry.data(_ID)) for entry in entries if entry.checkState() == Qt.CheckState.Checked
        )

    # ---- slots ---------------------------------------------------------------------------

    def _show_fields(self) -> None:
        document = self.document
        laid_out = (Document.PROTOCOL, Document.NOTES)
        for field, documents in (
            (self.layout_box, laid_out),
            (self.items_list, (Document.EXTRACT,)),
            (self.board_box, (Document.NOTICE,)),
            (self.recipient_box, (Document.DISPATCH,)),
            (self.order_box, (Document.ACTIONS,)),
            (self.over_time_check, (Document.ACTIONS,)),
            (self.base_box, (Document.PACKAGE,)),
            (self.embed_check, (Document.PACKAGE,)),
            (self.embed_note, (Document.PACKAGE,)),
        ):
            self._form.setRowVisible(field, document in documents)
        before = self.ending_box.currentData()
        self.ending_box.blockSignals(True)  # noqa: FBT003  # Qt's own argument
        self.ending_box.clear()
        for ending in endings_of(document):
            self.ending_box.addItem(f"{render(ENDING_WORD[ending])} ({ending})", ending)
        self.ending_box.setCurrentIndex(max(self.ending_box.findData(before), 0))
        self.ending_box.blockSignals(False)  # noqa: FBT003
        self._show_signing()
        self._tell_embedding()

    def _tell_embedding(self) -> None:
        """Say what the file is with its attachments, for archives and for screen readers."""
        self.embed_note.setText(
            _("The attachments stay as they are. The file is PDF/A-3a and accessible (PDF/UA-1).")
            if self.embed_check.isChecked()
            else _(
                "The pages of PDFs follow, stamped, after a list that leads to them. The file is"
                " PDF/A only if they all say that they are PDF/A-2 or 3, and screen readers get no"
                " structure of them."
            )
        )
        self.embed_check.setAccessibleDescription(self.embed_note.text())

    def _show_signing(self) -> None:
        """Offer fields to sign in: only the PDF of minutes or notes has them."""
        signed = self.document in (Document.PROTOCOL, Document.NOTES) and self.ending == ".pdf"
        self._form.setRowVisible(self.fields_check, signed)

    def _on_document(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._show_signing()
        self._tell_embedding()
        self.changed.emit()
