"""What sets one document apart from another: its title, its pieces, its heads and feet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kcdesk.documents.rich_text import Pieces
from kcdesk.documents.running import RunningText
from kcdesk.documents.story import Story
from kcdesk.documents.tagging.element import Element
from kcdesk.services.document_choice import Document


def _itself(story: Story) -> Story:
    return story


@dataclass(frozen=True, slots=True)
class Kind:
    """How a document is made.

    ``tell`` returns its pieces and fills the logical tree; ``running`` says what stands at the head
    and foot of its pages, and ``finish`` adds files to the finished PDF. ``own`` is what the file
    is named after: where all of it was sealed together, the body as it was then.
    """

    title: Callable[[Story], str]
    tell: Callable[[Story, Element], Pieces]
    running: Callable[[Story], RunningText]
    finish: Callable[[Story, bytes], bytes] | None = None
    own: Callable[[Story], Story] = _itself


def kind_of(document: Document) -> Kind:
    """Return how a document is made; only its own module is imported."""
    match document:
        case Document.PROTOCOL:
            from kcdesk.documents.protocol import KIND
        case Document.NOTES:
            from kcdesk.documents.notes import KIND
        case Document.SUMMONS:
            from kcdesk.documents.summons import KIND
        case Document.EXTRACT:
            from kcdesk.documents.extract import KIND
        case Document.NOTICE:
            from kcdesk.documents.board_notice import KIND
        case Document.ATTENDANCE:
            from kcdesk.documents.attendance_list import KIND
        case Document.ACTIONS:
            from kcdesk.documents.action_list import KIND
        case Document.DECISIONS:
            from kcdesk.documents.decision_list import KIND
        case Document.DISPATCH:
            from kcdesk.documents.dispatch_list import KIND
        case Document.PACKAGE:
            from kcdesk.documents.package import KIND
        case Document.YEARBOOK:
            from kcdesk.documents.yearbook import KIND
    return KIND
