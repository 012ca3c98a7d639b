"""The preview beside the text: pages that follow the writing, and lead back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.profile import profile
from kcdesk.i18n import _, render
from kcdesk.services.document_choice import Document, DocumentChoice
from kcdesk.services.preview import PageImages, Preview, PreviewTrouble, PrintedPages
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.preview.choice_menu import ChoiceMenu
from kcdesk.ui.screens.preview.find_bar import FindBar
from kcdesk.ui.widgets.pages.feed import PreviewFeed
from kcdesk.ui.widgets.pages.page_stack import PageStack

ROOMY = 360
"""Pixels from which the bar over the pages has room for all it can say."""


def first_choice(context: MeetingContext) -> DocumentChoice:
    """Return what a meeting's profile asks for."""
    held = profile(context.body, context.bridge.records)
    if held.is_formal:
        return DocumentChoice(Document.PROTOCOL, language=held.language)
    return DocumentChoice(Document.NOTES, held.layout, language=held.language)


class PreviewPanel(QWidget):
    """Pages, where we are in them, how large, of which document. Nothing is made while hidden."""

    def __init__(
        self,
        context: MeetingContext,
        preview: Preview,
        page_images: PageImages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._page_images = page_images
        self._pdf = b""
        self._document: Document | None = None  # which is shown
        self._feed = PreviewFeed(context, preview, first_choice(context), self)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choice_menu = ChoiceMenu(self._feed.choice)
        self.stack = PageStack()
        self.place_label = QLabel()
        self.zoom_label = QLabel()
        for label in (self.place_label, self.zoom_label):
            set_role(label, WidgetRole.SOFT)
        self.trouble_label = QLabel()
        self.trouble_label.setWordWrap(True)
        self.trouble_label.hide()
        set_role(self.trouble_label, WidgetRole.SOON)
        self.trouble_label.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble_label.setMargin(GRID // 2)
        self.smaller = self._button("remove", _("Smaller (Ctrl+−)"))
        self.larger = self._button("add", _("Larger (Ctrl++)"))
        self.find_bar = FindBar()
        self.find_bar.hide()

        bar = QHBoxLayout()
        bar.setContentsMargins(GRID // 2, GRID // 2, GRID, GRID // 2)
        bar.setSpacing(GRID // 2)
        bar.addWidget(self.choice_menu)
        bar.addStretch()
        bar.addWidget(self.place_label)
        bar.addWidget(self.smaller)
        bar.addWidget(self.zoom_label)
        bar.addWidget(self.larger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.trouble_label)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        set_role(button, WidgetRole.QUIET)
        button.setIcon(icon(name, "soft"))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _connect(self) -> None:
        self.choice_menu.chosen.connect(self._feed.choose)
        self._feed.printed.connect(self._on_printed)
        self._feed.drawn.connect(self.stack.show_image)
        self._feed.found.connect(self.find_bar.show_found)
        self._feed.failed.connect(self._on_failed)
        self._feed.busy_changed.connect(self._show_place)
        self.stack.pages_wanted.connect(self._feed.draw)
        self.stack.item_hit.connect(self._context.selection.select)
        self.stack.place_changed.connect(self._show_place)
        self.stack.zoom_changed.connect(self._on_zoom)
        self._context.selection.selected.connect(self.stack.show_item)
        self.smaller.clicked.connect(self.stack.zoom_out)
        self.larger.clicked.connect(self.stack.zoom_in)
        self.choice_menu.find_wanted.connect(self.find_bar.begin)
        self.choice_menu.print_wanted.connect(self.print_pages)
        self.find_bar.wanted.connect(self._feed.find)
        self.find_bar.hits_changed.connect(self.stack.show_hits)
        self.find_bar.left.connect(self.stack.setFocus)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl++", self.stack.zoom_in),
            ("Ctrl+=", self.stack.zoom_in),
            ("Ctrl+-", self.stack.zoom_out),
            ("Ctrl+0", self.stack.fit_width),
        )
        for key, slot in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def print_pages(self) -> None:
        """Ask for a printer and print what is shown."""
        if self._pdf:
            from kcdesk.ui.screens.preview.paper import Paper

            paper = Paper(self._pdf, self.stack.count, self._page_images, self)
            paper.progressed.connect(self._on_paper)
            paper.ended.connect(self._show_place)
            paper.ask()

    def _on_paper(self, page: int, count: int) -> None:
        self.place_label.setText(_("Printing page {page} of {count}", page=page, count=count))

    # ---- slots ---------------------------------------------------------------------------

    def _on_printed(self, pages: PrintedPages) -> None:
        self.trouble_label.hide()
        self._pdf = pages.pdf
        document = self._feed.choice.document
        is_other, self._document = document is not self._document, document
        self.stack.show_pages(pages)
        if is_other:  # a place in one document is none in another
            self.stack.show_item(self._context.selection.id)
        self.find_bar.again()

    def _on_failed(self, trouble: PreviewTrouble) -> None:
        words = " ".join(render(sentence) for sentence in trouble.sentences)
        shown = _("Below is how it last looked.") if self.stack.page else ""
        self.trouble_label.setText(f"⚠ {words} {shown}".strip())
        self.trouble_label.show()

    def _show_place(self) -> None:
        page, count = self.stack.page, self.stack.count
        if self._feed.is_busy:
            self.place_label.setText(_("Updating…"))
        else:
            text = _("{page} of {count}", page=page, count=count) if count else ""
            self.place_label.setText(text)

    def _on_zoom(self, zoom: float) -> None:
        self.zoom_label.setText(f"{round(zoom * 100)} %" if self.stack.page else "")

    # ---- Qt ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys for finding and printing, which mean the whole meeting elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and _own_key(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find with Ctrl+F, print with Ctrl+P."""
        key = _own_key(event)
        if key == QKeySequence.StandardKey.Find:
            self.find_bar.begin()
        elif key == QKeySequence.StandardKey.Print:
            self.print_pages()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the figure of the zoom out where room is short."""
        super().resizeEvent(event)
        self.zoom_label.setVisible(self.width() >= ROOMY)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the writing."""
        super().showEvent(event)
        self._feed.look(looking=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following it: what nobody sees is not made."""
        super().hideEvent(event)
        self._feed.look(looking=False)


def _own_key(event: QKeyEvent) -> QKeySequence.StandardKey | None:
    keys = (QKeySequence.StandardKey.Find, QKeySequence.StandardKey.Print)
    return next((key for key in keys if event.matches(key)), None)
