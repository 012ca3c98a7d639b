"""The job that prints a meeting as it and its body say, but for what somebody asks otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kcdesk.documents.job import ActionOrder, Copy, Document, PrintJob, default_document
from kcdesk.domain.body import Layout
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.profile import profile
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice


def usual_job(
    bundle: MeetingBundle,
    calendar: HolidayCalendar,
    *,
    document: str | None = None,
    language: str | None = None,
    copy: str = Copy.INTERNAL,
    layout: Layout | None = None,
    signature_fields: bool = False,
    items: Sequence[str] = (),
    order: str = ActionOrder.DUE,
    board: str = "",
    recipient: str = "",
    base: str | None = None,
    embed: bool = False,
    files: Mapping[str, bytes] | None = None,
    further: Sequence[MeetingBundle] = (),
) -> PrintJob:
    """Return the job; None: as the body and the meeting say. Raises ``ValueError`` for a document,
    a copy or an order that there is none of.
    """
    usual = default_document(bundle.body, bundle.meeting)
    return PrintJob(
        records=bundle.meeting,
        body=bundle.body,
        sealed=bundle.sealed,
        calendar=calendar,
        document=Document(document) if document else usual,
        language=language or profile(bundle.body, bundle.meeting).language,
        copy=Copy(copy),
        layout=layout,
        signature_fields=signature_fields,
        items=tuple(items),
        order=ActionOrder(order),
        board=board,
        recipient=recipient,
        base=Document(base) if base else None,
        embed=embed,
        files=files or {},
        further=tuple(further),
    )


def chosen_job(
    bundle: MeetingBundle,
    calendar: HolidayCalendar,
    choice: DocumentChoice,
    *,
    further: Sequence[MeetingBundle] = (),
    files: Mapping[str, bytes] | None = None,
) -> PrintJob:
    """Return the job that somebody has chosen."""
    return PrintJob(
        records=bundle.meeting,
        body=bundle.body,
        sealed=bundle.sealed,
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
        signature_fields=choice.signature_fields,
        further=tuple(further),
        files=files or {},
    )
