"""What the preview's process prints: the same documents as everywhere else."""

from __future__ import annotations

from kcdesk.documents.job import PrintJob
from kcdesk.documents.printed import Printed
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.services.preview import PreviewRequest


def print_request(calendar: HolidayCalendar, request: PreviewRequest) -> Printed:
    """Return the document that the preview asks for.

    With its calendar bound by ``functools.partial`` it is a ``Printer``, named to the process.
    """
    from kcdesk.documents.press import render  # reportlab stays out of the window's process

    choice = request.choice
    job = PrintJob(
        records=request.bundle.meeting,
        body=request.bundle.body,
        calendar=calendar,
        document=choice.document,
        language=choice.language,
        copy=choice.copy,
        layout=choice.layout,
        items=choice.items,
        order=choice.order,
        board=choice.board,
        recipient=choice.recipient,
        base=choice.base,
        embed=choice.embed,
    )
    return render(job)
