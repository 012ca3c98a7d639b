"""Which document of a meeting is wanted, and how: the words that all who ask for one share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.body import Layout


class Document(StrEnum):
    """A document that is made from a meeting."""

    PROTOCOL = "protocol"  # formal minutes
    NOTES = "notes"  # minnesanteckningar
    SUMMONS = "summons"  # kallelse med föredragningslista
    EXTRACT = "extract"  # protokollsutdrag
    NOTICE = "notice"  # anslag, a page for each board
    ATTENDANCE = "attendance"  # närvaro- och voteringslista
    ACTIONS = "actions"  # åtgärdslista
    DECISIONS = "decisions"  # beslutslista
    DISPATCH = "dispatch"  # expediering: the extracts to each recipient, and what was sent
    PACKAGE = "package"  # kallelse or minutes with all attachments
    YEARBOOK = "yearbook"  # a body's year in one volume, with registers


class Copy(StrEnum):
    """For whom: the public copy leaves out what is secret (KL 8:10, OSL)."""

    INTERNAL = "internal"
    PUBLIC = "public"


class ActionOrder(StrEnum):
    """How a list of actions is put in order."""

    DUE = "due"  # by the day, the nearest first
    OWNER = "owner"  # under each who is to act


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """What is to be made. ``layout`` None follows the meeting's profile.

    ``items`` are those that an extract is of; empty: all with a decision. ``order`` is that of a
    list of actions, and ``over_time`` takes it from all meetings of the body. ``board`` is the one
    that a notice is for; empty: a page for each. ``recipient`` is whose extracts are wanted; empty:
    those of all, with the list of what was sent. ``base`` is what a package holds beside the
    attachments (None: the kallelse of a meeting that is still a draft, else the minutes); ``embed``
    keeps them as files inside the PDF instead of as pages after it. ``signature_fields`` makes each
    line to sign on a field that can be signed electronically.
    """

    document: Document = Document.PROTOCOL
    layout: Layout | None = None
    copy: Copy = Copy.INTERNAL
    language: str = "sv"
    items: tuple[str, ...] = ()
    order: ActionOrder = ActionOrder.DUE
    over_time: bool = False
    board: str = ""
    recipient: str = ""
    base: Document | None = None
    embed: bool = False
    signature_fields: bool = False

    @property
    def is_of_several(self) -> bool:
        """Whether it tells of other meetings of the body, too."""
        return self.document in OF_A_YEAR or self.over_time


WITH_FILES = (Document.PACKAGE, Document.YEARBOOK)
"""Documents that hold attached files too."""

OF_A_YEAR = (Document.YEARBOOK,)
"""Documents that are made of all meetings that a body had in a year."""


def tells_of_others(choice: DocumentChoice) -> bool:
    """Whether a document holds more than its own meeting: others of the body, or files."""
    return choice.over_time or choice.document in (*WITH_FILES, *OF_A_YEAR)


ENDINGS = (".pdf", ".docx", ".html", ".txt", ".md")
"""The kinds of file that a document comes in, by the ending of the name."""


def endings_of(document: Document) -> tuple[str, ...]:
    """Return the kinds of file that a document comes in; with files inside, PDF alone, and a year
    as a ZIP for an archive too.
    """
    if document is Document.YEARBOOK:
        return (".pdf", ".zip")
    return (".pdf",) if document in WITH_FILES else ENDINGS
