"""What can be added to an item: each part with its name and its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kcdesk.domain.attachment import AttachmentKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.section import SectionKind
from kcdesk.services.attach_file import attach_name
from kcdesk.services.edit_action import add_action
from kcdesk.services.edit_decision import add_decision, add_link, add_recipient, add_reservation
from kcdesk.services.edit_motion import add_motion
from kcdesk.services.edit_section import add_contribution, add_section
from kcdesk.services.edit_vote import add_vote

ADD_KEY = "Ctrl+Shift+A"


@dataclass(frozen=True, slots=True)
class Addition:
    """One kind of part: its word (with the menu's letter after "&"), a key of its own (empty:
    none), and the verb. ``often`` shows it beneath the text; ``make`` is None for what is asked
    for first.
    """

    name: str
    word: Message
    make: Callable[[Records, str], Group] | None
    key: str = ""
    often: bool = False


def additions() -> tuple[Addition, ...]:
    """Return all additions in the order of the menu."""
    return (
        Addition("decision", Message("&Decision"), add_decision, "Ctrl+Shift+B", often=True),
        Addition("action", Message("&Action"), add_action, "Ctrl+Shift+G", often=True),
        Addition("motion", Message("&Motion"), add_motion, "Ctrl+Shift+Y", often=True),
        Addition("vote", Message("&Vote"), add_vote, "Ctrl+Shift+O", often=True),
        Addition("reservation", Message("&Reservation"), add_reservation, "Ctrl+Shift+R"),
        Addition("tabling", Message("Tab&ling"), None),
        Addition("referral_back", Message("Referral bac&k"), None),
        Addition("adjournment", Message("Ad&journment"), None),
        Addition("question", Message("&Question at issue"), _section(SectionKind.QUESTION)),
        Addition("background", Message("&Background"), _section(SectionKind.BACKGROUND)),
        Addition("basis", Message("Basis &for the decision"), _section(SectionKind.BASIS)),
        Addition("proposal", Message("&Proposed decision"), _section(SectionKind.PROPOSAL)),
        Addition(
            "proposition_order",
            Message("Order of propos&itions"),
            _section(SectionKind.PROPOSITION_ORDER),
        ),
        Addition("labelled", Message("Own &heading"), _section(SectionKind.LABELLED)),
        Addition("notes", Message("M&ore notes"), _section(SectionKind.NOTES)),
        Addition("contribution", Message("&Contribution"), add_contribution, "Ctrl+Shift+I"),
        Addition("file", Message("A&ttach file…"), None, "Ctrl+Shift+F", often=True),
        Addition("name", Message("Attachment by &name"), attach_name),
        Addition("reference", Message("Law or web addr&ess"), _reference),
        Addition("recipient", Message("Recipient (&sent to)"), add_recipient),
        Addition("link", Message("Other hand&ling"), add_link),
        Addition("recusal", Message("Recusal (&jäv)…"), None),
        Addition("presenters", Message("&Presenters"), None),
        Addition("kind", Message("Kind of item"), None),
        Addition("case_number", Message("Case number"), None),
        Addition("times", Message("Times of the item"), None),
        Addition("pages", Message("Page reference"), None),
    )


HERE = {"labelled": SectionKind.LABELLED, "notes": SectionKind.NOTES}
"""What is added where one writes: after the text that the caret is in."""


OF_HEAD = ("presenters", "kind", "case_number", "times", "pages")
"""What is no part of its own: a field of the head, which stays folded away while it is empty."""

FOLDED = OF_HEAD[1:]
"""What stands in a menu of its own: there are more names than letters to choose them by."""


def _section(kind: SectionKind) -> Callable[[Records, str], Group]:
    return partial(add_section, kind=kind)


def _reference(records: Records, item_id: str) -> Group:
    return attach_name(records, item_id, AttachmentKind.REFERENCE)
