"""The packed file is one that others read: whole by qpdf's account, its objects in streams."""

from __future__ import annotations

import io

import pikepdf
import pytest

from kcdesk.documents import PrintJob, render
from tests.documents.meetings import board, formal_meeting, longer
from tests.documents.variants import CALENDAR


@pytest.mark.parametrize("times", [1, 12])
def test_the_file_is_whole_and_its_small_objects_lie_in_streams(times: int) -> None:
    pdf = render(PrintJob(longer(formal_meeting(), times), board(), CALENDAR)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.StructTreeRoot.K.S == "/Document"
        count = len(document.objects)
    assert b"/Type/ObjStm" in pdf
    assert b"/Type/XRef" in pdf
    assert pdf.count(b" 0 obj") < count / 4


def test_no_tree_is_packed_tighter() -> None:
    pdf = render(PrintJob(longer(formal_meeting(), 12), board(), CALENDAR)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        output = io.BytesIO()
        document.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert len(pdf) < 0.95 * len(output.getvalue())
