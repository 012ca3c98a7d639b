"""Before a public copy is written: what may need masking and what is masked, asked once."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from kcdesk.cli.output import say_warning
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.i18n import _, render
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import Copy, Document
from kcdesk.services.review_publication import (
    PublicationReview,
    review_others,
    review_publication,
)

_YES = ("y", "yes", "j", "ja")


def may_publish(
    bundle: MeetingBundle, arguments: Namespace, further: Sequence[MeetingBundle] = ()
) -> bool:
    """List to the error stream what a public copy would show and leave out, in each meeting that
    it is of; return whether it may be made.

    Somebody at a terminal is asked, unless ``--yes`` was given; a script is not. Raises
    ``UserFacingError`` for a meeting file: it holds everything, and there is no public copy of it.
    """
    if arguments.copy != Copy.PUBLIC:
        return True
    if arguments.output.suffix.lower() == ".json":
        raise UserFacingError(
            Message("A meeting file has no public copy: it holds what is secret, too."),
            safe=Message("Nothing was written."),
            remedy=Message("Choose a document, such as .pdf, or leave out --copy public."),
        )
    actions_only = arguments.document == Document.ACTIONS and bool(further)
    review = review_publication(bundle, among_others=bool(further), actions_only=actions_only)
    _say(review + review_others(further, actions_only=actions_only))
    if arguments.yes or not sys.stdin.isatty():
        return True
    print(_("Make the public copy? [y/N]"), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in _YES


def _say(review: PublicationReview) -> None:
    if not review.open:
        say_warning(_("nothing was found that may need masking"))
    for each in review.open:
        say_warning(_("may need masking: {what}", what=render(each.said())))
    for place in review.masked:
        say_warning(_("left out: {what}", what=render(place.said())))
