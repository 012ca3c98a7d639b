"""What there is to look at in the other meetings that public copies tell of."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.services.body_meetings import Reading, told_meetings
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import Document, DocumentChoice
from kcdesk.services.review_publication import PublicationReview, review_others
from kcdesk.ui.qt.task_runner import Progress
from kcdesk.ui.widgets.publication_dialog import Occasion


def review_of_others(
    library: Reading,
    snapshot: MeetingBundle,
    choices: Sequence[DocumentChoice],
    _progress: Progress,
) -> Occasion:
    """Return it, off the GUI's thread: all that a meeting says where a copy tells it whole, else
    its actions alone.
    """
    found = PublicationReview((), ())
    looked_at: set[str] = set()
    for choice in sorted(choices, key=_tells_actions_only):
        further = told_meetings(choice, snapshot, library)
        new = [each for each in further if each.meeting.root_id not in looked_at]
        looked_at |= {each.meeting.root_id for each in new}
        found += review_others(new, actions_only=_tells_actions_only(choice))
    return Occasion(found, actions_only=all(map(_tells_actions_only, choices)))


def _tells_actions_only(choice: DocumentChoice) -> bool:
    return choice.document is Document.ACTIONS
