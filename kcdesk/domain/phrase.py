"""Sentences that come again at every meeting, kept to be inserted by a few letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.row import Row, row_type


class PhraseKind(StrEnum):
    """What kind of item a phrase is for; it is offered first there."""

    ANY = "any"
    OPENING = "opening"
    APPROVERS = "approvers"  # val av justerare
    PREVIOUS = "previous"  # föregående protokoll
    INFORMATION = "information"
    DECISION = "decision"
    ELECTION = "election"
    CLOSING = "closing"


@row_type("phrase", "phrases", owners=("library", "body"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Row):
    """A phrase of the library, for all bodies, or of one body.

    ``letters`` is what finds it after a slash ("öppn"). ``text`` may hold placeholders in braces
    ("{ordförande}"), filled from the meeting; a new line begins a new paragraph.
    """

    title: str = ""
    letters: str = ""
    kind: PhraseKind = PhraseKind.ANY
    text: str = ""
