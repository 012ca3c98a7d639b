"""What documents, copies and kinds of file are called where somebody chooses among them."""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.services.document_choice import ActionOrder, Copy, Document

DOCUMENT_WORD: dict[Document, Message] = {
    Document.PROTOCOL: Message("Minutes"),
    Document.NOTES: Message("Meeting notes"),
    Document.SUMMONS: Message("Summons"),
    Document.EXTRACT: Message("Extract from the minutes"),
    Document.NOTICE: Message("Board notice"),
    Document.ATTENDANCE: Message("Attendance and votes"),
    Document.ACTIONS: Message("List of actions"),
    Document.DECISIONS: Message("List of decisions"),
    Document.DISPATCH: Message("Dispatch of decisions"),
    Document.PACKAGE: Message("Package with attachments"),
    Document.YEARBOOK: Message("Yearbook"),
}

COPY_WORD: dict[Copy, Message] = {
    Copy.INTERNAL: Message("Internal copy"),
    Copy.PUBLIC: Message("Public copy, without what is secret"),
}

ORDER_WORD: dict[ActionOrder, Message] = {
    ActionOrder.DUE: Message("By day"),
    ActionOrder.OWNER: Message("By owner"),
}

ENDING_WORD: dict[str, Message] = {
    ".pdf": Message("PDF, accessible and archival"),
    ".docx": Message("Word file"),
    ".html": Message("Web page"),
    ".txt": Message("Plain text"),
    ".md": Message("CommonMark"),
    ".zip": Message("ZIP for an archive"),
}


def offered(*, formal: bool) -> tuple[Document, ...]:
    """Return the documents that a meeting can end in: informal notes are neither approved nor
    posted, and extracts are of minutes.
    """
    if formal:
        return tuple(each for each in Document if each is not Document.NOTES)
    apart = (Document.NOTES, Document.PROTOCOL, Document.EXTRACT, Document.NOTICE)
    return (Document.NOTES, *(each for each in Document if each not in apart))
