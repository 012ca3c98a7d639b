"""Bookmarks are a tree that leads to places."""

from __future__ import annotations

import io

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents.fonts import font
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.metadata import Metadata


def written(marks: list[tuple[str, int]]) -> pikepdf.Pdf:
    font("Text")
    canvas = TaggedCanvas(Element("Document"), Metadata("Prov"), "Text")
    for title, level in marks:
        canvas.bookmark(title, level, 700.4)
        canvas.showPage()
    if not marks:
        canvas.showPage()
    return pikepdf.open(io.BytesIO(canvas.finish(lambda *_: None)))


def test_titles_are_as_given_but_for_spaces_that_tie() -> None:
    titles = ["§\u00a052 Åtgärder (1) \\", "Sápmi: ŋ och ☐", "Ж"]
    with written([(title, 0) for title in titles]) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == [
            "§ 52 Åtgärder (1) \\",
            "Sápmi: ŋ och ☐",
            "Ж",
        ]
        places = [each.destination for each in outline.root]
    assert [place[0].objgen for place in places] == [page.obj.objgen for page in pdf.pages]
    assert [int(place[3]) for place in places] == [700] * 3


def test_without_bookmarks_there_is_no_outline() -> None:
    with written([]) as pdf:
        assert "/Outlines" not in pdf.Root


@given(st.lists(st.integers(0, 4), min_size=1, max_size=25))
def test_the_tree_is_whole_and_no_level_is_skipped(levels: list[int]) -> None:
    with written([(str(at), level) for at, level in enumerate(levels)]) as pdf:
        found: list[tuple[int, int]] = []
        assert _walk(pdf.Root.Outlines, 0, found) == len(levels)
    assert [at for at, _ in found] == list(range(len(levels)))
    last = -1
    for (_, level), wanted in zip(found, levels, strict=True):
        assert level == min(wanted, last + 1)
        last = level


def _walk(parent: pikepdf.Object, level: int, found: list[tuple[int, int]]) -> int:
    """Check what stands under an entry, and return how many those are at all levels."""
    count, before, entry = 0, None, parent.get("/First")
    while entry is not None:
        found.append((int(str(entry.Title)), level))
        assert entry.Parent.objgen == parent.objgen
        assert (entry.Prev.objgen if "/Prev" in entry else None) == before
        count += 1 + _walk(entry, level + 1, found)
        before = entry.objgen
        if "/Next" not in entry:
            assert parent.Last.objgen == entry.objgen
        entry = entry.get("/Next")
    assert int(parent.get("/Count", 0)) == count
    return count
