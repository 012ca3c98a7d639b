"""Pouring pieces onto pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kcdesk.documents.layout.container import Bar, Box, Container, least_height
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.layout.row import Row
from kcdesk.documents.tagging.canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Area:
    """Where text may stand on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How much fits on one page."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an item stands: the page (from 0) and its rectangle there (points, from below)."""

    item_id: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class _Open:
    """A container that has begun: where its part of this page starts."""

    container: Container
    left: float
    right: float
    started: float
    is_first: bool = True


class CoverEnd(Piece):
    """Ends the first page. Where that has run over to the next, what follows goes on there:
    a page with nothing on it but the end of the cover would be wasted.
    """

    def height(self, width: float) -> float:  # noqa: ARG002  # the same at any width
        """Return nothing."""
        return 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class PageEnd(Piece):
    """Ends the page, unless nothing stands on it yet; what follows has its own cover, and its own
    heads and feet where ``running`` draws them, and its own page numbers where it ``restarts``.
    """

    def __init__(
        self, running: Callable[[TaggedCanvas], None] | None = None, *, restarts: bool = False
    ) -> None:
        self.running = running
        self.restarts = restarts

    def height(self, width: float) -> float:  # noqa: ARG002  # the same at any width
        """Return nothing."""
        return 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Composer:
    """Places pieces one below the other and begins a new page where one is full.

    ``running`` draws a page's head and foot when it begins.
    """

    def __init__(
        self, canvas: TaggedCanvas, area: Area, running: Callable[[TaggedCanvas], None]
    ) -> None:
        self._canvas = canvas
        self._area = area
        self._running = running
        self._left = area.left
        self._right = area.right
        self._y = area.top
        self._space = 0.0  # wanted after the last piece
        self._begun = False  # a container has just begun: its own space is above it
        self._repeated = False  # a table's head stands at the top of this page
        self._open: list[_Open] = []
        self._padded = 0.0  # above the text of a page, by all that is open
        self._cover = 0  # the page on which the document in hand began
        self.anchors: list[Anchor] = []
        self.starts = [0]  # the pages on which numbering begins anew
        running(canvas)

    def compose(self, things: Iterable[Piece | Container]) -> None:
        """Place everything."""
        for thing in things:
            self._place(thing)

    def end(self) -> None:
        """End the last page."""
        self._canvas.showPage()

    # ---- placing ---------------------------------------------------------------------------

    @property
    def _at_top(self) -> bool:
        return self._y >= self._area.top - self._padded - 1e-6

    @property
    def _width(self) -> float:
        return self._right - self._left

    def _place(self, thing: Piece | Container) -> None:
        if isinstance(thing, Container):
            self._place_container(thing)
        elif isinstance(thing, CoverEnd):
            if self._canvas.page_index == self._cover and not self._at_top:
                self._new_page()
        elif isinstance(thing, PageEnd):
            self._running = thing.running or self._running
            if not self._at_top:
                self._new_page()
            self._cover = self._canvas.page_index
            if thing.restarts and self._cover not in self.starts:
                self.starts.append(self._cover)
        else:
            self._place_piece(thing)

    def _place_piece(self, piece: Piece) -> None:
        rest: Piece | None = piece
        while rest is not None:
            if self._at_top and isinstance(rest, Row) and rest.head is not None:
                self._repeat(rest.head)
            gap = self._gap(rest.before)
            room = self._y - gap - self._area.bottom
            head, later = rest.split(self._width, room, force=self._at_top or self._repeated)
            self._repeated = False
            if head is not None:
                self._y -= gap
                head.draw(self._canvas, self._left, self._y, self._width)
                self._y -= head.height(self._width)
                self._space = head.after
            rest = later
            if rest is not None:
                self._new_page()

    def _gap(self, before: float) -> float:
        """Return the space above the next piece: none at the top of a page or a container."""
        gap = 0.0 if self._begun or self._at_top else max(self._space, before)
        self._begun = False
        return gap

    def _repeat(self, head: Row) -> None:
        """Draw a table's head again, unless it is so high that nothing else would fit."""
        height = head.height(self._width)
        if height < self._area.height / 3:
            head.draw(self._canvas, self._left, self._y, self._width)
            self._y -= height
            self._space = 0.0
            self._repeated = True

    def _place_container(self, container: Container) -> None:
        gap = self._gap(_space_before(container))
        least = least_height(container, self._width)
        if gap + least > self._y - self._area.bottom and least <= self._area.height:
            if not self._at_top:
                self._new_page()
            gap = 0.0
        self._y -= gap
        if container.anchor:
            self._canvas.target(container.anchor, self._y)
        self._space = 0.0
        self._begun = True
        opened = _Open(container, self._left, self._right, self._y)
        self._open.append(opened)
        self._padded += container.top
        self._left += container.left
        self._right -= container.right
        self._y -= container.top
        aside_end = self._begin_aside(container)
        page = self._canvas.page_index
        for thing in container.pieces:
            self._place(thing)
        if page == self._canvas.page_index and aside_end < self._y:
            self._y, self._space = aside_end, 0.0
        self._y -= container.bottom
        self._close(opened, is_last=True)
        self._open.pop()
        self._padded -= container.top
        self._left, self._right = opened.left, opened.right
        self._space = max(self._space, container.after) if container.pieces else container.after

    def _begin_aside(self, container: Container) -> float:
        if container.aside is None:
            return self._area.top
        width = container.left - container.aside_gap
        top = self._y + container.aside_lift
        container.aside.draw(self._canvas, self._left - container.left, top, width)
        return top - container.aside.height(width)

    # ---- pages -----------------------------------------------------------------------------

    def _new_page(self) -> None:
        for opened in self._open:
            self._close(opened, is_last=False)
        self._canvas.showPage()
        self._running(self._canvas)
        self._y = self._area.top
        self._space = 0.0
        for opened in self._open:
            opened.started = self._y
            opened.is_first = False
            self._y -= opened.container.top
        self._begun = False

    def _close(self, opened: _Open, *, is_last: bool) -> None:
        """Draw a container's decoration for this page, and note where its item stands."""
        top, bottom = opened.started, self._y
        container = opened.container
        if top - bottom < 1.0:
            return
        match container.decoration:
            case Bar(weight, colour):
                x = opened.left + weight / 2
                self._canvas.rule(x, top, x, bottom, weight, colour)
            case Box(weight, colour):
                self._frame(opened, bottom, weight, colour, is_last=is_last)
        if container.anchor:
            page = self._canvas.page_index
            self.anchors.append(
                Anchor(container.anchor, page, opened.left, bottom, opened.right, top)
            )

    def _frame(
        self, opened: _Open, bottom: float, weight: float, colour: str, *, is_last: bool
    ) -> None:
        left, right, top = opened.left, opened.right, opened.started
        rule = self._canvas.rule
        rule(left, top, left, bottom, weight, colour)
        rule(right, top, right, bottom, weight, colour)
        if opened.is_first:
            rule(left - weight / 2, top, right + weight / 2, top, weight, colour)
        if is_last:
            rule(left - weight / 2, bottom, right + weight / 2, bottom, weight, colour)


def _space_before(thing: Piece | Container) -> float:
    if isinstance(thing, Container) and thing.pieces:
        return max(thing.before, _space_before(thing.pieces[0]))
    return thing.before
