"""Printers for tests of the preview: real PDFs of a line or two, and trouble on purpose.

They run in the preview's process, so they are named at the top level of a module.
"""

from __future__ import annotations

import io
import os

from kcdesk.documents.worker import Printed
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.services.preview import PageAnchor, PreviewRequest


def one_page_an_item(request: PreviewRequest) -> Printed:
    """Print the place of the meeting and one page for each item.

    The place "trouble" is refused, "bug" raises, "death" ends the process.
    """
    from reportlab.pdfgen.canvas import Canvas

    meeting = request.bundle.meeting
    place = meeting.root(Meeting).place
    if place == "trouble":
        raise UserFacingError(Message("No font has that letter."))
    if place == "bug":
        raise ValueError("no such thing")
    if place == "death":
        os._exit(3)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 300), invariant=True)
    anchors = []
    for page, item in enumerate(meeting.children(meeting.root_id, Item)):
        canvas.drawString(20, 250, f"{place} {item.title} {request.choice.language}")
        canvas.showPage()
        anchors.append(PageAnchor(item.id, page, 20, 40, 180, 60))
    canvas.save()
    return Printed(buffer.getvalue(), tuple(anchors))
