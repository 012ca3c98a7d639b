"""Paragraphs part without widows and orphans."""

from __future__ import annotations

import pytest

from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.style import TextStyle
from kcdesk.documents.tagging.canvas import TextLine
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.page_code import Ink

STYLE = TextStyle(10, 15, "0 0 0", before=4, after=6)


def paragraph(lines: int) -> Paragraph:
    text = "\n".join(f"rad {number}" for number in range(lines))
    return Paragraph(Element("P"), [Stretch(text, Ink("Text", 10, "0 0 0"))], STYLE)


def parted(lines: int, room: int, *, force: bool = False) -> tuple[int, int]:
    """Return how many lines stand before and after the break."""
    head, rest = paragraph(lines).split(300, room * 15.0 + 1, force=force)
    return tuple(round(part.height(300) / 15) if part else 0 for part in (head, rest))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("lines", "room", "expected"),
    [
        (5, 9, (5, 0)),
        (5, 5, (5, 0)),
        (5, 4, (3, 2)),
        (5, 3, (3, 2)),
        (5, 2, (2, 3)),
        (5, 1, (0, 5)),
        (3, 2, (0, 3)),
        (2, 1, (0, 2)),
        (4, 2, (2, 2)),
        (4, 3, (2, 2)),
    ],
)
def test_neither_part_is_a_single_line(lines: int, room: int, expected: tuple[int, int]) -> None:
    assert parted(lines, room) == expected


def test_on_an_empty_page_something_always_fits() -> None:
    assert parted(3, 2, force=True) == (2, 1)
    assert parted(3, 0, force=True) == (1, 2)
    assert parted(1, 0, force=True) == (1, 0)


def test_parts_share_the_element_and_the_space_stays_at_the_ends() -> None:
    whole = paragraph(6)
    head, rest = whole.split(300, 46.0, force=False)
    assert isinstance(head, Paragraph)
    assert isinstance(rest, Paragraph)
    assert head.element is rest.element is whole.element
    assert (head.before, head.after, rest.before, rest.after) == (4, 0, 0, 6)


def test_the_least_height_is_two_lines_or_the_whole() -> None:
    assert paragraph(3).least(300) == 45
    assert paragraph(4).least(300) == 30


def test_all_lines_but_the_first_hang_on_every_page() -> None:
    text = "\n".join(f"rad {number}" for number in range(6))
    ink = Ink("Text", 10, "0 0 0")
    whole = Paragraph(Element("P"), [Stretch(text, ink)], STYLE, indent=5, hang=10)
    head, rest = whole.split(300, 46.0, force=False)
    assert head is not None
    assert rest is not None
    assert [lefts(head), lefts(rest)] == [[5, 15, 15], [15, 15, 15]]


def lefts(piece: Piece) -> list[float]:
    """Return where the lines of a piece begin."""
    canvas = _Seen()
    piece.draw(canvas, 0, 100, 300)  # type: ignore[arg-type]
    return [line.x for line in canvas.lines]


class _Seen:
    """Keeps the lines that are written."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []

    def write(self, element: Element, lines: list[TextLine]) -> None:
        assert element.role == "P"
        self.lines += lines
