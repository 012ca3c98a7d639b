"""Before a public copy is written: what may need masking and what is masked, asked once."""

from __future__ import annotations

import sys
from argparse import Namespace

from kcdesk.cli.output import say_warning
from kcdesk.i18n import _, render
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import Copy
from kcdesk.services.review_publication import PublicationReview, review_publication

_YES = ("y", "yes", "j", "ja")


def may_publish(bundle: MeetingBundle, arguments: Namespace) -> bool:
    """List to the error stream what a public copy would show and leave out; return whether it may
    be made.

    Somebody at a terminal is asked, unless ``--yes`` was given; a script is not.
    """
    if arguments.copy != Copy.PUBLIC or arguments.output.suffix.lower() == ".json":
        return True
    _say(review_publication(bundle))
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
