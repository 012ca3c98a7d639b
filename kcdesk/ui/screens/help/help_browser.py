"""Shows the pages of the help, and draws their figures as they are met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.ui.qt.style_sheet import NORMAL, SMALL
from kcdesk.ui.qt.theme import GRID, current_colors
from kcdesk.ui.screens.help.help_figure import timeline_figure
from kcdesk.ui.screens.help.help_page import HelpPage
from kcdesk.ui.screens.help.help_style import help_style

MEASURE = 640
"""The width of a line of text, in pixels at normal size: 65 to 75 letters."""


class HelpBrowser(QTextBrowser):
    """``setSource`` with ``help:key`` shows a page; Alt+Left goes back."""

    def __init__(
        self,
        pages: Mapping[str, HelpPage],
        calendar: HolidayCalendar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._calendar = calendar
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._dress()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a page or a figure; a page that is not there is an empty one."""
        name = QUrl(name)
        if name.scheme() == "figure":
            return self._figure()
        if kind == QTextDocument.ResourceType.HtmlResource.value and name.scheme() == "help":
            page = self._pages.get(name.path())
            return f"<body>{page.html}</body>" if page is not None else ""
        return super().loadResource(kind, name)

    def changeEvent(self, event: QEvent) -> None:
        """Wear the new colours or text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
            if self.source().isValid():
                self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text to its measure, in the middle."""
        side = max((self.width() - self._measure()) // 2, 3 * GRID)
        self.setViewportMargins(side, 3 * GRID, side - GRID, 2 * GRID)
        super().resizeEvent(event)

    def _dress(self) -> None:
        self.document().setDefaultStyleSheet(help_style(current_colors(), self._size()))

    def _size(self) -> int:
        return QFontInfo(self.font()).pixelSize()

    def _measure(self) -> int:
        return round(MEASURE * self._size() / NORMAL)

    def _figure(self) -> Any:
        font = QFont(self.font())
        font.setPixelSize(round(self._size() * SMALL / NORMAL))
        screen = self.screen() or QGuiApplication.primaryScreen()
        width = min(self._measure(), max(self.viewport().width(), 320))
        ratio = screen.devicePixelRatio()
        return timeline_figure(self._calendar, font, current_colors(), width, ratio)
