"""Where the pages of a document stand in a scrolled column, as plain arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.services.preview import PageAnchor, PageSize


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the document: page from 0, points from its top edge."""

    page: int
    top: float


class PageLayout:
    """Pages under each other, ``gap`` pixels apart, ``scale`` pixels per point."""

    def __init__(self, sizes: Sequence[PageSize], scale: float, gap: int) -> None:
        self._sizes = sizes
        self._gap = gap
        self.scale = scale
        self._tops = []
        y = gap
        for size in sizes:
            self._tops.append(y)
            y += round(size.height * scale) + gap
        self.height = y if sizes else 0
        self.width = round(max((size.width for size in sizes), default=0) * scale) + 2 * gap

    def __len__(self) -> int:
        return len(self._sizes)

    def top(self, page: int) -> int:
        """Return where a page begins."""
        return self._tops[page]

    def page_size(self, page: int) -> tuple[int, int]:
        """Return a page's width and height in pixels."""
        size = self._sizes[page]
        return round(size.width * self.scale), round(size.height * self.scale)

    def visible(self, first: int, last: int) -> range:
        """Return the pages of which something stands between two heights."""
        pages = [
            page
            for page, top in enumerate(self._tops)
            if top <= last and top + self.page_size(page)[1] >= first
        ]
        return range(pages[0], pages[-1] + 1) if pages else range(0)

    def spot(self, y: int) -> Spot:
        """Return the point of the document at a height; the gap above a page belongs to it."""
        page = 0
        for index, top in enumerate(self._tops):
            if top - self._gap <= y:
                page = index
        top = self._tops[page] if self._tops else 0
        return Spot(page, (y - top) / self.scale)

    def y(self, spot: Spot) -> int:
        """Return the height of a point; of the last page's where the document is shorter now."""
        if not self._tops:
            return 0
        page = min(spot.page, len(self._tops) - 1)
        return self._tops[page] + round(spot.top * self.scale)


def item_at(anchors: Sequence[PageAnchor], spot: Spot) -> str:
    """Return the item that a point belongs to: the last one that begins above it; else empty."""
    above = [each for each in anchors if (each.page, each.top) <= (spot.page, spot.top)]
    return max(above, key=_beginning).item_id if above else ""


def place_of(anchors: Sequence[PageAnchor], item_id: str) -> Spot | None:
    """Return where an item begins, or None where it is not in the document."""
    own = [each for each in anchors if each.item_id == item_id]
    if not own:
        return None
    first = min(own, key=_beginning)
    return Spot(first.page, first.top)


def _beginning(anchor: PageAnchor) -> tuple[int, float]:
    return anchor.page, anchor.top
