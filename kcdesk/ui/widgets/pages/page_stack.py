"""The scrolled column of pages: paints images, asks for those in sight, tells where it was hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kcdesk.i18n import _
from kcdesk.services.preview import PageImage, Patch, PrintedPages
from kcdesk.ui.qt.theme import GRID, current_colors
from kcdesk.ui.widgets.pages.page_layout import PageLayout, Spot, item_at, place_of

POINTS_AT_100 = 96 / 72
"""Pixels per point at 100 %."""

_MARKER = "#ffe08a"  # on paper, which is white in dark mode too
_NO_PEN = Qt.PenStyle.NoPen

STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class PageStack(QAbstractScrollArea):
    """Pages of the last good document. Keeps its place when the document or the zoom changes."""

    pages_wanted = Signal(tuple, float)  # page numbers from 0, pixels per point
    item_hit = Signal(str)
    place_changed = Signal()
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PrintedPages | None = None
        self._zoom: float | None = None
        self._images: dict[int, tuple[PageImage, QImage]] = {}
        self._layout = PageLayout((), 1.0, GRID)
        self._marked = ""
        self._hits: Sequence[Sequence[Patch]] = ()
        self._hit = 0
        self._wishes = QTimer(self, singleShot=True, interval=0)
        self._wishes.timeout.connect(self._wish)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(160)
        self.setAccessibleName(_("Preview"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().setSingleStep(3 * GRID)
        self.horizontalScrollBar().setSingleStep(3 * GRID)

    # ---- what is shown -------------------------------------------------------------------

    def show_pages(self, pages: PrintedPages) -> None:
        """Show another document at the same place; old images stand in until new ones come."""
        self._pages = pages
        self._images = {n: pair for n, pair in self._images.items() if n < len(pages.sizes)}
        self._arrange()

    def show_image(self, image: PageImage) -> None:
        """Show a page that was drawn."""
        picture = QImage(
            image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32
        )
        self._images[image.page] = (image, picture)  # the picture borrows the image's bytes
        self.viewport().update()

    def show_item(self, item_id: str) -> None:
        """Bring the beginning of an item into sight and mark it."""
        self._marked = item_id
        self.viewport().update()
        spot = place_of(self._pages.anchors, item_id) if self._pages else None
        if spot is not None:
            self._bring_into_sight(spot)

    def _bring_into_sight(self, spot: Spot) -> None:
        bar = self.verticalScrollBar()
        y = self._layout.y(spot)
        if not bar.value() <= y <= bar.value() + self.viewport().height() * 3 // 4:
            bar.setValue(y - self.viewport().height() // 6)

    def show_hits(self, hits: Sequence[Sequence[Patch]], at: int) -> None:
        """Mark where a text stands, and bring one of the places into sight."""
        self._hits, self._hit = hits, at
        if hits:
            first = hits[at][0]
            self._bring_into_sight(Spot(first.page, first.top))
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 while there is none."""
        if not len(self._layout):
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return self._layout.spot(middle).page + 1

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._layout)

    # ---- zoom ----------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """The size in use; 1.0 is that of the paper."""
        return self._layout.scale / POINTS_AT_100

    def zoom_in(self) -> None:
        """Show the next larger size."""
        self._set_zoom(next((step for step in STEPS if step > self.zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """Show the next smaller size."""
        smaller = [step for step in STEPS if step < self.zoom - 0.01]
        self._set_zoom(smaller[-1] if smaller else STEPS[0])

    def fit_width(self) -> None:
        """Let the pages be as wide as the column."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._arrange()

    # ---- inside --------------------------------------------------------------------------

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        place = self._layout.spot(bar.value()) if len(self._layout) else Spot(0, 0.0)
        at_start = bar.value() == 0
        sizes = self._pages.sizes if self._pages else ()
        widest = max((size.width for size in sizes), default=1.0)
        room = max(self.viewport().width() - 2 * GRID, 40)
        scale = room / widest if self._zoom is None else self._zoom * POINTS_AT_100
        self._layout = PageLayout(sizes, scale, GRID)
        seen = self.viewport().size()
        bar.setPageStep(seen.height())
        bar.setRange(0, max(0, self._layout.height - seen.height()))
        across = self.horizontalScrollBar()
        across.setPageStep(seen.width())
        across.setRange(0, max(0, self._layout.width - seen.width()))
        bar.setValue(0 if at_start else self._layout.y(place))
        self.zoom_changed.emit(self.zoom)
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        if self.count:
            words = _("Page {page} of {count}", page=self.page, count=self.count)
            self.setAccessibleDescription(words)
        self.place_changed.emit()
        self.viewport().update()
        self._wishes.start()

    def _wish(self) -> None:
        """Ask for the pages in sight, then their neighbours; forget the images of the others."""
        if self._pages is None or not self.isVisible():
            return
        seen = self._seen()
        if not len(seen):
            return
        near = [n for n in (seen.stop, seen.start - 1) if 0 <= n < len(self._layout)]
        kept = (*seen, *near)
        self._images = {n: pair for n, pair in self._images.items() if n in kept}
        scale = self._layout.scale * self.devicePixelRatioF()
        wanted = tuple(n for n in kept if not self._is_fresh(n, scale))
        if wanted:
            self.pages_wanted.emit(wanted, scale)

    def _is_fresh(self, page: int, scale: float) -> bool:
        assert self._pages is not None
        known = self._images.get(page)
        if known is None:
            return False
        image = known[0]
        return image.revision == self._pages.revision and abs(image.scale - scale) < 0.001

    def _seen(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def _page_rect(self, page: int) -> QRect:
        width, height = self._layout.page_size(page)
        left = max(GRID, (self.viewport().width() - width) // 2)
        x = left - self.horizontalScrollBar().value()
        return QRect(x, self._layout.top(page) - self.verticalScrollBar().value(), width, height)

    def _spot_at(self, event: QMouseEvent) -> Spot:
        return self._layout.spot(event.position().toPoint().y() + self.verticalScrollBar().value())

    # ---- Qt ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight, white where an image has not come yet."""
        colors = current_colors()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colors.background))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._seen():
            rect = self._page_rect(page)
            known = self._images.get(page)
            if known is None:
                painter.fillRect(rect, Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, known[1])
            painter.setPen(QColor(colors.line))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        self._paint_mark(painter)
        self._paint_hits(painter)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        """Mark where the item looked at begins, in the margin: quietly, over the paper."""
        for anchor in self._pages.anchors if self._pages else ():
            if anchor.item_id == self._marked and anchor.page < len(self._layout):
                rect = self._page_rect(anchor.page)
                top = rect.top() + round(anchor.top * self._layout.scale)
                height = max(12, round((anchor.bottom - anchor.top) * self._layout.scale))
                painter.fillRect(rect.left(), top, 3, height, QColor(current_colors().accent))

    def _paint_hits(self, painter: QPainter) -> None:
        """Lay a marker over what was found; the one looked at has an outline too."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for number, patches in enumerate(self._hits):
            for patch in patches:
                if patch.page >= len(self._layout):
                    continue
                painter.setPen(QColor(current_colors().accent) if number == self._hit else _NO_PEN)
                painter.setBrush(QColor(_MARKER))
                painter.drawRect(self._patch_rect(patch))

    def _patch_rect(self, patch: Patch) -> QRect:
        page, scale = self._page_rect(patch.page), self._layout.scale
        left, top = round(patch.left * scale), round(patch.top * scale)
        width = round((patch.right - patch.left) * scale)
        height = round((patch.bottom - patch.top) * scale)
        return QRect(page.left() + left - 1, page.top() + top - 1, width + 2, height + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew; the pages stand where the scroll bars say."""
        del dx, dy
        self._on_scrolled()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which item was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self._pages is not None:
            item_id = item_at(self._pages.anchors, self._spot_at(event))
            if item_id:
                self.item_hit.emit(item_id)
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint in the new colours when the mode changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
