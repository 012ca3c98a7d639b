"""The two PDFs of a text that goes out for signature."""

from __future__ import annotations

from dataclasses import replace

from kcdesk.documents.job import Copy, Document
from kcdesk.documents.press import render
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.services.bundle import MeetingBundle


def prints_to_sign(bundle: MeetingBundle, calendar: HolidayCalendar) -> tuple[bytes, bytes]:
    """Return the internal copy, with fields to sign in, and the public one.

    They are made before anybody has signed: the days of notice and appeal are the planned ones.
    """
    internal, public = (
        usual_job(bundle, calendar, document=Document.PROTOCOL, copy=copy)
        for copy in (Copy.INTERNAL, Copy.PUBLIC)
    )
    return render(replace(internal, signature_fields=True)).pdf, render(public).pdf
