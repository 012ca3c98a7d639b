"""How a body's documents look: theme, accent, logo, the order of parts and their headings."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from kcdesk.domain.body import Body, HeadingWord, ItemPart
from kcdesk.domain.contrast import LEAST_CONTRAST, contrast_on_white, is_colour, is_readable
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.logo import PNG, address_of, logo_of
from kcdesk.domain.message import Message
from kcdesk.i18n import _, render
from kcdesk.services.edit_body import edit_body, set_heading_word
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.bodies.profile_word import THEMES
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.field import ChoiceField, TextField
from kcdesk.ui.widgets.labelled_form import LabelledForm
from kcdesk.ui.widgets.part_order import PART_WORD, PartOrder

WORDED = (
    ItemPart.QUESTION,
    ItemPart.BACKGROUND,
    ItemPart.BASIS,
    ItemPart.PROPOSAL,
    ItemPart.MOTIONS,
    ItemPart.PROPOSITION_ORDER,
    ItemPart.VOTES,
    ItemPart.DECISIONS,
)
"""The parts whose headings a body may word itself."""

_LOGO_HEIGHT = 48


class LookForm(QWidget):
    """Each field is kept as it is left."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.theme = ChoiceField(THEMES)
        self.accent = TextField(_("#0f5c4c, or empty for ours"))
        self.contrast = QLabel()
        self.contrast.setWordWrap(True)
        set_role(self.contrast, WidgetRole.SOFT)
        self.picture = QLabel()
        self.choose_button = QPushButton(_("Choose a logo…"))
        self.remove_button = QPushButton(_("Remove the logo"))
        self.logo_text = TextField(_("what the logo shows"))
        self.order = PartOrder()
        self.words = {part: TextField(_("as usual")) for part in WORDED}
        self._form = LabelledForm(self)
        self._build_ui()
        self._connect()
        self.refresh()

    def _build_ui(self) -> None:
        form = self._form
        logo = QHBoxLayout()
        logo.setSpacing(GRID)
        logo.addWidget(self.picture)
        logo.addWidget(self.choose_button)
        logo.addWidget(self.remove_button)
        logo.addStretch()
        self._add_row(_("Look of documents"), self.theme)
        self._add_row(_("Accent colour"), self.accent)
        form.addRow("", self.contrast)
        form.add_field(_("Logo"), logo, for_=self.choose_button)
        self._add_row(_("The logo in words"), self.logo_text)
        self._add_row(_("Order of the parts"), self.order)
        for part, field in self.words.items():
            self._add_row(_("Heading: {part}", part=render(PART_WORD[part])), field)

    def _add_row(self, label: str, field: QWidget) -> None:
        field.setAccessibleName(label)
        self._form.add_field(label, field)

    def _connect(self) -> None:
        self.theme.edited.connect(partial(self._write, "theme"))
        self.accent.edited.connect(self._on_accent)
        self.logo_text.edited.connect(partial(self._write, "logo_text"))
        self.order.moved.connect(partial(self._write, "part_order"))
        self.choose_button.clicked.connect(self._on_choose)
        self.remove_button.clicked.connect(partial(self._write, "logo", ""))
        for part, field in self.words.items():
            field.edited.connect(partial(self._on_word, part))

    def refresh(self) -> None:
        """Show the body as it is."""
        records = self._bridge.records
        body = records.root(Body)
        self.theme.show_value(body.theme)
        self.accent.show_text(body.accent)
        self.logo_text.show_text(body.logo_text)
        self.order.show_order(body.part_order)
        self._tell_contrast(body.accent)
        self._show_logo(body.logo)
        words = {row.part: row.text for row in records.children(records.root_id, HeadingWord)}
        for part, field in self.words.items():
            field.show_text(words.get(part, ""))

    def _tell_contrast(self, accent: str) -> None:
        """Say whether the accent can be read on white; one that cannot is not printed."""
        self.contrast.setVisible(bool(accent))
        if not is_colour(accent):
            self.contrast.setText(_("That is no colour; ours is printed."))
            return
        ratio = f"{contrast_on_white(accent):.1f}"
        least = f"{LEAST_CONTRAST:.1f}"
        self.contrast.setText(
            _("Contrast on white {ratio} : 1 – readable (WCAG AA).", ratio=ratio)
            if is_readable(accent)
            else _(
                "Contrast on white {ratio} : 1 – too faint; WCAG AA asks for {least} : 1. Ours is"
                " printed instead.",
                ratio=ratio,
                least=least,
            )
        )

    def _show_logo(self, address: str) -> None:
        logo = logo_of(address)
        self.remove_button.setEnabled(bool(address))
        self.picture.setVisible(logo is not None)
        if logo is not None and b"<image" not in logo.content:  # Qt would open what it names
            picture = QPixmap()
            picture.loadFromData(
                QByteArray(logo.content), "PNG" if logo.media_type == PNG else "SVG"
            )
            if not picture.isNull():
                self.picture.setPixmap(picture.scaledToHeight(_LOGO_HEIGHT))

    def _on_accent(self, text: str) -> None:
        self._tell_contrast(text)
        if not text or is_colour(text):
            self._write("accent", text.lower())

    def _on_word(self, part: ItemPart, text: str) -> None:
        self._bridge.perform(set_heading_word(self._bridge.records, part, text))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, _("Logo"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.svg *.png")
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()

    def take_logo(self, name: str) -> None:
        """Keep a picture as the body's logo; what is none is refused with a reason."""
        try:
            address = address_of(Path(name).read_bytes())
        except (OSError, ValueError):
            error = UserFacingError(
                Message("{name} cannot be the logo.", {"name": Path(name).name}),
                remedy=Message("Choose an SVG or PNG file of at most 300 kB."),
            )
            show_error(self.window(), error)
            return
        self._write("logo", address)

    def _write(self, name: str, value: object, *_args: object) -> None:
        self._bridge.perform(edit_body(self._bridge.records, **{name: value}))
