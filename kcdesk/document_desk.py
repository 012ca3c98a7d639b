"""How the window gets its documents: part of the composition root, which knows every layer."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from kcdesk.domain.message import Message

if TYPE_CHECKING:
    from kcdesk.domain.deadline import HolidayCalendar
    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.services.document_choice import DocumentChoice
    from kcdesk.services.pdf_signature import PdfSigner
    from kcdesk.services.preview import Preview
    from kcdesk.ui.desktop.ports import Beside, DocumentPorts, ExportSpec


def exports(calendar: HolidayCalendar) -> tuple[ExportSpec, ...]:
    """Return the files that the menu writes without asking more than where to."""
    from kcdesk.ui.desktop.ports import ExportSpec

    return (
        ExportSpec(
            "pdf",
            Message("Export as PDF…"),
            ".pdf",
            partial(_pdf, calendar),
            "Ctrl+E",
            lacks=_unprintable,
        ),
        ExportSpec("json", Message("Export as a meeting file…"), ".json", _json, "Ctrl+Shift+E"),
    )


def documents(calendar: HolidayCalendar) -> DocumentPorts:
    """Return how the export dialog gets its documents."""
    from kcdesk.ui.desktop.ports import DocumentPorts

    return DocumentPorts(
        write=partial(_document, calendar),
        lacks=_unprintable,
        own_file=_json,
        draft=_draft,
        preview=partial(_own_preview, calendar),
    )


def _document(
    calendar: HolidayCalendar,
    bundle: MeetingBundle,
    choice: DocumentChoice,
    ending: str,
    beside: Beside,
) -> bytes:
    from kcdesk.documents.output import write
    from kcdesk.documents.usual_job import chosen_job

    job = chosen_job(bundle, calendar, choice, further=beside.further, files=beside.files)
    return write(job, ending, beside.data)


def _draft(subject: str, text: str, files: Mapping[str, bytes]) -> bytes:
    from kcdesk.documents.email_draft import email_draft

    return email_draft(subject, text, files)


def _own_preview(calendar: HolidayCalendar) -> Preview:
    return new_preview(calendar, ExitStack())


def _pdf(calendar: HolidayCalendar, bundle: MeetingBundle) -> bytes:
    from kcdesk.documents import render
    from kcdesk.documents.usual_job import usual_job

    return render(usual_job(bundle, calendar)).pdf


def pdf_signer() -> PdfSigner:
    """Return what signs PDFs."""
    from kcdesk.documents import signing

    return signing


def _unprintable(bundle: MeetingBundle) -> tuple[Message, ...]:
    from kcdesk.documents.text import missing_glyphs
    from kcdesk.services.unprintable import unprintable

    return unprintable(bundle, missing_glyphs)


def _json(bundle: MeetingBundle) -> bytes:
    from kcdesk.exchange.writer import write_meeting

    return write_meeting(bundle)


def new_preview(calendar: HolidayCalendar, previews: ExitStack) -> Preview:
    """Return the preview's process, to be ended with ``previews``."""
    from kcdesk.documents.preview import PreviewProcess
    from kcdesk.documents.preview_printer import print_request

    preview = PreviewProcess(partial(print_request, calendar))
    previews.callback(preview.close)
    return preview


def prints_to_sign(calendar: HolidayCalendar, bundle: MeetingBundle) -> tuple[bytes, bytes]:
    """Return the internal and the public PDF of a text that goes out for signature."""
    from kcdesk.documents.sealed_print import prints_to_sign as print_both

    return print_both(bundle, calendar)
