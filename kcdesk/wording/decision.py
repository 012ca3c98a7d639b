"""What a decision that lets the matter wait says: bordläggning, återremiss, and why."""

from __future__ import annotations

from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.i18n import Catalogue
from kcdesk.wording.sentence import ended


def waiting_sentence(texts: Catalogue, outcome: DecisionOutcome, subject: str) -> str:
    """Return "Styrelsen beslutar att återremittera ärendet."; nothing where it is settled."""
    match outcome:
        case DecisionOutcome.TABLED:
            return texts.text("{subject} decides to table the item.", subject=subject)
        case DecisionOutcome.REFERRED_BACK:
            return texts.text("{subject} decides to refer the item back.", subject=subject)
        case DecisionOutcome.DECIDED:
            return ""


def waiting_reasons(texts: Catalogue, decision: Decision) -> tuple[str, ...]:
    """Return who asked for it where a minority did (KL 5:50), and why."""
    sentences = []
    if decision.by_minority and decision.outcome is not DecisionOutcome.DECIDED:
        tabled = decision.outcome is DecisionOutcome.TABLED
        sentences.append(
            texts.text("At least one third of the members present ask that the item be tabled.")
            if tabled
            else texts.text(
                "At least one third of the members present ask that the item be referred back."
            )
        )
    if decision.reasons.strip() and decision.outcome is not DecisionOutcome.DECIDED:
        sentences.append(texts.text("Reasons: {reasons}", reasons=ended(decision.reasons)))
    return tuple(sentences)
