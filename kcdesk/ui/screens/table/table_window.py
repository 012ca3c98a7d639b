"""The chair at the table, or the projector: a window of its own, read-only, in big type."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from kcdesk.domain.body import Body
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, catalogue, current, render
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import current_colors
from kcdesk.wording.table_view import Line, TablePart, TableView, table_view

_SETTLE = 250
"""Milliseconds after a change until it is shown: whoever types must not wait for the projector."""

_LARGEST, _SMALLEST = 44, 18
_LINES = 20
"""How many lines of the usual size fill the height."""

_MARGIN = 0.07


class TableWindow(QWidget):
    """Follows the item in view and every word of its decision; Esc closes it, F11 fills the screen.

    What does not fit is set smaller; the decision is what must be read.
    """

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._context = context
        self._view: TableView | None = None
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.refresh)
        self.setWindowTitle(_("At the table"))
        self.resize(1024, 640)
        context.selection.selected.connect(self.refresh)
        context.bridge.changed.connect(self._on_changed)
        context.bridge.replaced.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """All that is shown."""
        return self.document.toPlainText()

    def refresh(self, _what: object = None) -> None:
        """Show the item in view as it stands."""
        self._settle.stop()
        context = self._context
        records = context.bridge.records
        texts = catalogue(profile(context.body, records).language)
        view = table_view(texts, records, context.body, context.selection.id)
        if view != self._view or view is None:
            self._view = view
            self._lay_out()

    def fill_screen(self) -> None:
        """Stand on the other screen where there is one, and fill it."""
        parent = self.parentWidget()
        here = parent.screen() if parent is not None else self.screen()
        others = [each for each in here.virtualSiblings() if each is not here]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    # ---- keys and looks ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; F11 fills the screen or gives it back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self._toggle_screen()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As F11."""
        super().mouseDoubleClickEvent(event)
        self._toggle_screen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text anew for another size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text on paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_colors().paper))
        painter.translate(self.width() * _MARGIN, self.height() * _MARGIN)
        self.document.drawContents(painter)
        painter.end()

    # ---- inside ----------------------------------------------------------------------------------

    def _on_changed(self, _change: object) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _toggle_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _lay_out(self) -> None:
        """Write the text at the largest size that fits."""
        width, height = self.width() * (1 - 2 * _MARGIN), self.height() * (1 - 2 * _MARGIN)
        size = min(_LARGEST, max(_SMALLEST, round(height / _LINES)))
        self.document.setTextWidth(width)
        while True:
            self._write(size)
            if size <= _SMALLEST or self.document.size().height() <= height:
                break
            size -= 2
        self.setAccessibleName(_("At the table"))
        self.setAccessibleDescription(self.text)
        self.update()

    def _write(self, size: int) -> None:
        self.document.clear()
        writer = _Writer(self.document, self.font(), size)
        view = self._view
        if view is None:
            body = self._context.body.root(Body)
            writer.line(body.name or body.organisation, round(size * 1.6), bold=True)
            return
        writer.line(f"{render(view.number)}  {view.heading}", round(size * 1.5), bold=True)
        if view.presenters:
            who = current().listed(view.presenters)
            writer.line(_("Presented by {who}", who=who), round(size * 0.8), soft=True)
        if view.withheld:
            writer.line(_("This item is secret and is not shown here."), size, soft=True)
        for part in view.parts:
            writer.part(part)


class _Writer:
    """Writes paragraphs into a document; text goes in as it is, never as markup."""

    def __init__(self, document: QTextDocument, font: QFont, size: int) -> None:
        self._cursor = QTextCursor(document)
        self._font = font
        self._size = size
        self._begun = False

    def part(self, part: TablePart) -> None:
        """Write a heading and what stands under it."""
        colors = current_colors()
        small = round(self._size * 0.8)
        self.line(render(part.title), small, bold=True, color=colors.accent, above=self._size)
        for each in part.lines:
            self.line(_numbered(each), self._size, indent=bool(each.number or each.bullet),
                      bold=part.decides)  # fmt: skip

    def line(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        soft: bool = False,
        color: str = "",
        above: int = 0,
        indent: bool = False,
    ) -> None:
        """Write one paragraph."""
        colors = current_colors()
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setBottomMargin(self._size * 0.3)
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if indent:
            block.setLeftMargin(self._size * 1.4)
            block.setTextIndent(-self._size * 1.2)
        font = QFont(self._font)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(QColor(color or (colors.soft if soft else colors.ink)))
        if self._begun:
            self._cursor.insertBlock(block, form)
        else:
            self._cursor.setBlockFormat(block)
        self._begun = True
        self._cursor.insertText(text.replace("\n", "\u2028"), form)


def _numbered(line: Line) -> str:
    if line.number:
        return f"{line.number}.\u2002{line.text}"
    return f"•\u2002{line.text}" if line.bullet else line.text
