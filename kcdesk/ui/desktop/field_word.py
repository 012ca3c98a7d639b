"""What the fields of an item and its parts are called, for those who read its history."""

from __future__ import annotations

from kcdesk.domain.message import Message

_SECRECY = {"secret": Message("Secret"), "secrecy_ground": Message("Ground of the secrecy")}
_STATE = {"state": Message("How far it has come"), "done_on": Message("Done on")}

FIELDS: dict[str, dict[str, Message]] = {
    "item": {
        "title": Message("Title in the summons"),
        "heading": Message("Heading in the minutes"),
        "kind": Message("Kind of item"),
        "numbered": Message("Has a number"),
        "lettered": Message("§ with a letter"),
        "agenda_number": Message("Number in the summons"),
        "case_number": Message("Case number"),
        "page_reference": Message("Page reference"),
        "planned_start": Message("Planned start"),
        "planned_minutes": Message("Planned minutes"),
        "actual_start": Message("Began"),
        "actual_end": Message("Ended"),
        "announced": Message("In the summons"),
        "immediate_approval": Message("Approved immediately"),
        "done": Message("Marked as done"),
        **_SECRECY,
    },
    "presenter": {
        "participant_id": Message("Presenter"),
        "name": Message("Presenter"),
        "organisation": Message("Presenter's organisation"),
        "title": Message("Presenter's title"),
    },
    "item_link": {
        "relation": Message("How it relates to the other handling"),
        "text": Message("Other handling"),
    },
    "recusal": {
        "participant_id": Message("Recused"),
        "ground": Message("Ground of the recusal"),
        "sentence": Message("Sentence on the recusal"),
    },
    "recipient": {"name": Message("Sent to"), "address": Message("Recipient's address")},
    "dispatch": {
        "sent_on": Message("Sent on"),
        "method": Message("Sent how"),
        "sent_by": Message("Sent by"),
        "note": Message("Note on the sending"),
    },
    "section": {
        "kind": Message("Kind of section"),
        "label": Message("Heading of the section"),
        "after_meeting": Message("Added after the meeting"),
        "place": Message("Stands at"),
        "ahead": Message("Stands ahead of it"),
        **_SECRECY,
    },
    "block": {
        "kind": Message("Kind of paragraph"),
        "level": Message("Level of the paragraph"),
        "spans": Message("Form of the text"),
        "header": Message("Head of the table"),
    },
    "contribution": {
        "participant_id": Message("Who said it"),
        "speaker": Message("Who said it"),
        "organisation": Message("Organisation"),
        **_SECRECY,
    },
    "decision": {
        "lead_in": Message("Heading of the decision"),
        "as_proposed": Message("As proposed"),
        "handed_on": Message("Handed on to others"),
        "before_notes": Message("Stands before the notes"),
        "appeal": Message("How it is appealed"),
        "outcome": Message("What becomes of the item"),
        "by_minority": Message("Asked for by a minority"),
        "reasons": Message("Reasons"),
        **_SECRECY,
    },
    "motion": {
        "movers": Message("Who moves"),
        "mover_text": Message("Who moves"),
        "kind": Message("Kind of motion"),
        "text": Message("What is moved"),
        "fate": Message("What became of the motion"),
        **_SECRECY,
    },
    "vote": {
        "method": Message("How it was voted"),
        "yes_means": Message("Yes means"),
        "no_means": Message("No means"),
        "yes_count": Message("Yes votes"),
        "no_count": Message("No votes"),
        "abstain_count": Message("Abstained"),
        "casting_participant_id": Message("Casting vote"),
        "drawn_by_lot": Message("Settled by lot"),
        "tie_broken_for": Message("The tie was broken for"),
        "account": Message("Account of the vote"),
        "result": Message("Result of the vote"),
        **_SECRECY,
    },
    "ballot": {"participant_id": Message("Who voted"), "choice": Message("Voted")},
    "reservation": {
        "kind": Message("Kind of note on record"),
        "participants": Message("By whom"),
        "text": Message("Note on record"),
        "handed_in": Message("Handed in on"),
        **_SECRECY,
    },
    "action": {
        "text": Message("Action"),
        "due": Message("Due date"),
        "any_owner": Message("One of them is enough"),
        "note": Message("Note on the action"),
        **_SECRECY,
    },
    "action_owner": {
        "kind": Message("Kind of owner"),
        "participant_id": Message("Owner"),
        "name": Message("Owner"),
        **_STATE,
    },
    "followed_action": {
        "text": Message("Action of an earlier meeting"),
        "who": Message("Owner"),
        "due": Message("Due date"),
        "origin": Message("Where it was agreed"),
        "note": Message("What was said about it"),
        **_STATE,
        **_SECRECY,
    },
    "attachment": {
        "kind": Message("Kind of attachment"),
        "name": Message("Attachment"),
        "number": Message("Number of the attachment"),
        "address": Message("Web address"),
        "pages": Message("Pages"),
        "with_summons": Message("Sent with the summons"),
    },
    "correction": {
        "made_on": Message("Corrected on"),
        "author": Message("Corrected by"),
        "text": Message("Correction"),
    },
}
"""By table and field; every field that is read has a word here."""
