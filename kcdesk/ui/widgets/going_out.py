"""Before a text goes out for signature, with which its public copy is made: what that would show is
looked at first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from kcdesk.ui.qt.pane import MeetingContext


def when_looked_at(context: MeetingContext, parent: QWidget, go_on: Callable[[], None]) -> None:
    """Do what sends a text out, once somebody has seen what may need masking and what is masked; at
    once where there is neither.
    """
    from kcdesk.services.review_publication import review_publication  # not needed at start

    review = review_publication(context.bundle())
    if not review.open and not review.masked:
        go_on()
        return
    from kcdesk.ui.widgets.publication_dialog import Occasion, PublicationDialog

    dialog = PublicationDialog(context, parent.window(), Occasion(going_out=True))
    dialog.accepted.connect(go_on)
    dialog.place_wanted.connect(partial(_go_to, context))
    dialog.open()


def _go_to(context: MeetingContext, _meeting_id: str, item_id: str) -> None:
    if item_id:
        context.selection.select(item_id)
        context.selection.write()
