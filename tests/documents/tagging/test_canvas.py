"""The canvas sees to it that nothing is drawn without an owner."""

from __future__ import annotations

import pytest

from kcdesk.documents.tagging.canvas import (
    Fragment,
    TaggedCanvas,
    TextLine,
    UntaggedText,
)
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.form import Rectangle
from kcdesk.documents.tagging.link import Link
from kcdesk.documents.tagging.reference import PageNumber
from tests.documents.reading import hear
from tests.documents.tagging.drawing import INK, finish


def line(*fragments: Fragment) -> list[TextLine]:
    return [TextLine(50, 700, fragments)]


def test_reportlabs_own_text_is_refused(canvas: TaggedCanvas) -> None:
    with pytest.raises(UntaggedText):
        canvas.drawString(50, 700, "utan ägare")


def test_text_is_heard_with_its_element(canvas: TaggedCanvas, root: Element) -> None:
    canvas.write(root.add("H1"), line(Fragment("Rubrik (å) \\ ŋ", INK, 50)))
    assert hear(finish(canvas)).of("H1") == ["Rubrik (å) \\ ŋ"]


def test_rules_and_artifacts_are_not_heard(canvas: TaggedCanvas, root: Element) -> None:
    canvas.rule(0, 0, 10, 0, 1, "0 0 0")
    with canvas.artifact():
        canvas.write(root, line(Fragment("sidhuvud", INK, 50)))
        canvas.rule(0, 0, 10, 0, 1, "0 0 0")
    heard = hear(finish(canvas))
    assert heard.text == ""
    assert heard.artifacts == ["sidhuvud\n"]


def test_a_link_over_two_lines_is_one_element(canvas: TaggedCanvas, root: Element) -> None:
    link = Link("https://exempel.se", "en länk")
    element = root.add("P")
    canvas.write(
        element,
        [
            TextLine(50, 700, [Fragment("se ", INK, 10), Fragment("en ", INK, 10, link)]),
            TextLine(50, 688, [Fragment("länk", INK, 10, link), Fragment(" nu", INK, 10)]),
        ],
    )
    heard = hear(finish(canvas))
    assert heard.of("Link") == ["en länk"]
    assert heard.of("P") == ["se en länk nu"]


def test_empty_elements_are_left_out_but_cells_stay(canvas: TaggedCanvas, root: Element) -> None:
    root.add("P")
    root.add("Table").add("TR").add("TD")
    roles = [role for role, _ in hear(finish(canvas)).parts]
    assert roles == ["Root", "Document", "Table", "TR", "TD"]


def test_bookmarks_never_skip_a_level(canvas: TaggedCanvas) -> None:
    canvas.bookmark("djup", 3, 700)
    canvas.bookmark("djupare", 5, 600)
    canvas.bookmark("åter", 0, 500)
    assert finish(canvas).startswith(b"%PDF-1.7")


def test_a_number_of_a_page_to_come_is_written_in_its_place(
    canvas: TaggedCanvas, root: Element
) -> None:
    link = root.add("TOC").add("TOCI").add("Reference").add("Link")
    canvas.write(link, line(Fragment("Bilaga ", INK, 40)))
    canvas.lead(link, "later", Rectangle(50, 690, 500, 710), "Bilaga")
    canvas.write_number(PageNumber(link, "later", 500, 700, INK))
    canvas.showPage()
    canvas.target("later", 600)
    canvas.target("later", 100)
    canvas.write(root.add("P"), line(Fragment("Här är den", INK, 50)))
    found = hear(finish(canvas))
    assert found.of("TOCI") == ["Bilaga 2"]
    assert found.pages == ["Bilaga 2", "Här är den"]


def test_a_number_of_no_page_is_a_bug(canvas: TaggedCanvas, root: Element) -> None:
    canvas.write_number(PageNumber(root.add("Link"), "nowhere", 500, 700, INK))
    with pytest.raises(KeyError):
        finish(canvas)
