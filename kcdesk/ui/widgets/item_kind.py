"""What the kinds of items are called, for choices."""

from __future__ import annotations

from kcdesk.domain.item import ItemKind
from kcdesk.domain.message import Message

ITEM_KINDS = (
    (ItemKind.UNSTATED, Message("Not stated")),
    (ItemKind.INFORMATION, Message("Information")),
    (ItemKind.CONSULTATION, Message("Consultation")),
    (ItemKind.DECISION, Message("Decision")),
    (ItemKind.ELECTION, Message("Election")),
    (ItemKind.EMPLOYMENT, Message("Employment")),
    (ItemKind.INTERPELLATION, Message("Interpellation")),
    (ItemKind.QUESTION, Message("Question from a member")),
    (ItemKind.FORMALITY, Message("Formality")),
)
