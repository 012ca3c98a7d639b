"""Pieces on pages."""

from __future__ import annotations

import io

import pikepdf

from kcdesk.documents.fonts import font
from kcdesk.documents.layout.composer import Area, Composer, CoverEnd
from kcdesk.documents.layout.container import Bar, Container, without_stragglers
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.style import TextStyle
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.metadata import Metadata
from kcdesk.documents.tagging.page_code import Ink

STYLE = TextStyle(10, 10, "0 0 0")
INK = Ink("Text", 10, "0 0 0")


class Page:
    """A document of pages with room for some lines."""

    def __init__(self, room: int = 10) -> None:
        font("Text")
        self.root = Element("Document")
        self.canvas = TaggedCanvas(self.root, Metadata("Prov"), "Text")
        self.starts = 0
        self.composer = Composer(self.canvas, Area(50, 50, 450, 50 + 10 * room), self._running)

    def _running(self, _canvas: TaggedCanvas) -> None:
        self.starts += 1

    def lines(self, count: int, name: str = "rad", before: float = 0.0) -> Paragraph:
        text = "\n".join(f"{name}{number}" for number in range(count))
        made = Paragraph(self.root.add("P"), [Stretch(text, INK)], STYLE)
        made.before = before
        return made

    def set(self, *things: Piece | Container) -> list[str]:
        self.composer.compose(things)
        self.composer.end()
        pdf = self.canvas.finish(lambda *_: None)
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return [self._text(page) for page in document.pages]

    @staticmethod
    def _text(page: pikepdf.Page) -> str:
        operations = pikepdf.parse_content_stream(page)
        return "".join(
            bytes(operands[0]).decode("latin-1")
            for operands, operator in operations
            if str(operator) == "Tj"
        )


def test_a_full_page_is_followed_by_another() -> None:
    page = Page()
    first, second = page.set(page.lines(6, "a"), page.lines(6, "b"))
    assert "a5" in first
    assert "b3" in first
    assert second.startswith("b4")
    assert page.starts == 2


def test_a_heading_stays_with_what_follows() -> None:
    page = Page()
    heading = Container([page.lines(1, "rubrik"), page.lines(5, "text")], heading=1)
    first, second = page.set(page.lines(8, "a"), heading)
    assert "rubrik" not in first
    assert second.startswith("rubrik0")


def test_together_means_on_one_page() -> None:
    page = Page()
    kept = Container([page.lines(1, "a"), page.lines(1, "b"), page.lines(3, "c")], together=True)
    first, second = page.set(page.lines(6, "x"), kept)
    assert "a0" not in first
    assert "c2" in second


def test_what_is_higher_than_a_page_parts_all_the_same() -> None:
    page = Page()
    kept = Container([page.lines(25, "a")], together=True)
    assert len(page.set(page.lines(2, "x"), kept)) == 3


def test_a_page_break_at_the_top_of_a_page_makes_no_empty_page() -> None:
    page = Page()
    assert len(page.set(CoverEnd(), page.lines(2), CoverEnd(), CoverEnd(), page.lines(2))) == 2


def test_anchors_cover_each_page_of_an_item() -> None:
    page = Page()
    page.set(Container([page.lines(15)], anchor="item"))
    anchors = page.composer.anchors
    assert [each.page for each in anchors] == [0, 1]
    assert (anchors[0].top, anchors[0].bottom) == (150, 50)
    assert anchors[1].top - anchors[1].bottom == 50


def test_space_between_is_the_larger_of_two_and_none_at_the_top() -> None:
    page = Page()
    first = page.lines(1, "a", before=20)
    first.after = 5
    second = Container([page.lines(1, "b")], before=8, anchor="b")
    page.set(first, second)
    assert page.composer.anchors[0].top == 150 - 10 - 8


def test_a_bar_runs_along_its_container_on_each_page() -> None:
    page = Page()
    page.set(Container([page.lines(15)], left=10, decoration=Bar(2, "0 0 0"), anchor="x"))
    assert len(page.composer.anchors) == 2


def test_an_aside_pushes_the_next_piece_below_itself() -> None:
    page = Page()
    beside = Container([page.lines(1, "text")], left=100, aside=page.lines(4, "sida"))
    page.set(beside, Container([page.lines(1, "nästa")], anchor="next"))
    assert page.composer.anchors[0].top == 110


def test_no_entry_of_a_list_stands_alone_on_a_page() -> None:
    page = Page()
    entries = [page.lines(1, name) for name in "abcdefgh"]
    pages = page.set(page.lines(3, "x"), *without_stragglers(entries))
    assert pages[0].endswith("f0")
    assert pages[1] == "g0h0"


def test_long_entries_of_a_list_part() -> None:
    page = Page(room=30)
    entries = [page.lines(20, name) for name in "ab"]
    pages = page.set(page.lines(15, "x"), *without_stragglers(entries))
    assert "a0" in pages[0]


def test_what_follows_a_cover_that_ran_over_goes_on_below_it() -> None:
    page = Page()
    assert len(page.set(page.lines(12), CoverEnd(), page.lines(2, "x"))) == 2
