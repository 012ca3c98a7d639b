"""The tree in the file: what says nothing is left out, and nothing else."""

from __future__ import annotations

import gc
import io

import pikepdf

from kcdesk.documents import PrintJob, render
from kcdesk.documents.tagging.canvas import Fragment, TaggedCanvas, TextLine
from kcdesk.documents.tagging.element import LIST_DISC, Element
from kcdesk.documents.tagging.link import Link
from tests.documents.meetings import board, formal_meeting
from tests.documents.reading import hear
from tests.documents.tagging.drawing import INK
from tests.documents.variants import CALENDAR


def say(canvas: TaggedCanvas, element: Element, text: str, link: Link | None = None) -> None:
    canvas.write(element, [TextLine(50, 700, [Fragment(text, INK, 50, link)])])


def roles(canvas: TaggedCanvas) -> list[str]:
    canvas.showPage()
    return [f"{role} {text}".strip() for role, text in hear(canvas.finish(lambda *_: None)).parts]


def test_a_single_paragraph_in_a_cell_is_the_cells_text(
    canvas: TaggedCanvas, root: Element
) -> None:
    row = root.add("Table").add("TR")
    say(canvas, row.add("TH").add("P"), "Namn")
    say(canvas, row.add("TD").add("P"), "Åsa")
    two = row.add("TD")
    say(canvas, two.add("P"), "ett")
    say(canvas, two.add("P"), "två")
    assert roles(canvas)[2:] == [
        "Table NamnÅsaetttvå",
        "TR NamnÅsaetttvå",
        "TH Namn",
        "TD Åsa",
        "TD etttvå",
        "P ett",
        "P två",
    ]


def test_an_entry_keeps_its_link_and_the_list_below_it(canvas: TaggedCanvas, root: Element) -> None:
    listed = root.add("L", LIST_DISC)
    first = listed.add("LI").add("LBody")
    say(canvas, first.add("P"), "webben", Link("https://exempel.se", "webben"))
    second = listed.add("LI").add("LBody")
    say(canvas, second.add("P"), "se ")
    say(canvas, second.add("L", LIST_DISC).add("LI").add("LBody").add("P"), "under")
    assert roles(canvas)[3:] == [
        "LI webben",
        "LBody webben",
        "Link webben",
        "LI se under",
        "LBody se under",
        "P se",
        "L under",
        "LI under",
        "LBody under",
    ]


def test_a_paragraph_with_words_of_its_own_for_listeners_stays(
    canvas: TaggedCanvas, root: Element
) -> None:
    say(canvas, root.add("Table").add("TR").add("TD").add("P", ActualText="ja"), "x")
    assert roles(canvas)[-2:] == ["TD x", "P x"]


def test_every_mark_leads_back_to_who_says_it(canvas: TaggedCanvas, root: Element) -> None:
    say(canvas, root.add("P"), "före")
    say(canvas, root.add("Table").add("TR").add("TD").add("P"), "cell")
    canvas.showPage()
    with pikepdf.open(io.BytesIO(canvas.finish(lambda *_: None))) as pdf:
        key, owners = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert int(key) == int(pdf.pages[0].StructParents)
        assert [str(each.S) for each in owners] == ["/P", "/TD"]
        assert [int(each.K) for each in owners] == [0, 1]


def test_a_printed_document_leaves_nothing_for_the_garbage_collector() -> None:
    job = PrintJob(formal_meeting(), board(), CALENDAR)
    render(job)
    gc.collect()
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        render(job)
        assert gc.collect() == 0
    finally:
        if was_collecting:
            gc.enable()
