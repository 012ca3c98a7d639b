"""What the preview's process prints: the same documents as everywhere else."""

from __future__ import annotations

from kcdesk.documents.printed import Printed
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.services.preview import PreviewRequest


def print_request(calendar: HolidayCalendar, request: PreviewRequest) -> Printed:
    """Return the document that the preview asks for.

    With its calendar bound by ``functools.partial`` it is a ``Printer``, named to the process.
    """
    from kcdesk.documents.press import render  # reportlab stays out of the window's process
    from kcdesk.documents.usual_job import chosen_job

    further, files = request.company.further, request.company.files
    return render(
        chosen_job(request.bundle, calendar, request.choice, further=further, files=files)
    )
