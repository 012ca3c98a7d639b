"""Printing pages through the system's own dialog, one page at a time so that the window lives."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from kcdesk.i18n import _
from kcdesk.services.preview import PageImage, PageImages

_DOTS = 300
"""Dots an inch: sharp letters, and a page is 35 MB for a moment."""
_POINTS = 72


class Paper(QObject):
    """One document on its way to a printer. It lives until it is printed or given up.

    ``progressed`` carries the page and how many there are; ``ended`` comes last.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, pdf: bytes, count: int, page_images: PageImages, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._pdf = pdf
        self._last = count
        self._page_images = page_images
        self._pages: Iterator[PageImage] = iter(())
        self._painter = QPainter()
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setFullPage(True)
        self._printer.setResolution(_DOTS)
        self._first = 1

    def ask(self) -> None:
        """Let the user choose printer and pages."""
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setWindowTitle(_("Print"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.accepted.connect(self._begin)
        dialog.rejected.connect(self._end)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own ``open`` wants the name of a slot

    def print_to(self, path: str) -> None:
        """Print into a file, as a printer that is a file does."""
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._printer.setOutputFileName(path)
        self._begin()

    def _begin(self) -> None:
        self._first = max(1, self._printer.fromPage())
        self._last = self._printer.toPage() or self._last
        self._pages = self._page_images(self._pdf, _DOTS / _POINTS)
        QTimer.singleShot(0, self._next)

    def _next(self) -> None:
        image = next(self._pages, None)
        if image is None or image.page >= self._last:
            self._end()
            return
        if image.page + 1 >= self._first:
            self._paint(image)
        QTimer.singleShot(0, self._next)

    def _paint(self, image: PageImage) -> None:
        if not self._painter.isActive():
            self._painter.begin(self._printer)
        else:
            self._printer.newPage()
        picture = QImage(
            image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32
        )
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(paper.width() / image.width, paper.height() / image.height)
        target = QRectF(0, 0, image.width * scale, image.height * scale)
        self._painter.drawImage(target, picture)
        self.progressed.emit(image.page + 1, self._last)

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit()
        self.deleteLater()
