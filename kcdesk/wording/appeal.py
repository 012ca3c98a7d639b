"""How to appeal, in customary words (överklagandehänvisning)."""

from __future__ import annotations

from datetime import date

from kcdesk.i18n import Catalogue


def appeal_sentences(texts: Catalogue, last_day: date | None) -> tuple[str, ...]:
    """Return how a municipal decision is appealed for a review of its legality (KL 13 kap.).

    Whoever is a member of the municipality may appeal (13:1); the appeal must reach
    förvaltningsrätten within three weeks from the day on which it was announced that the minutes
    were approved (13:5).
    """
    limit = (
        texts.text(
            "The appeal must have reached the administrative court on {day} at the latest.",
            day=texts.long_day(last_day),
        )
        if last_day is not None
        else texts.text(
            "The appeal must have reached the administrative court within three weeks from the"
            " day on which the approval was announced."
        )
    )
    return (
        texts.text(
            "Members of the municipality may have the legality of the decisions reviewed by the"
            " administrative court (chapter 13 of the Local Government Act, 2017:725)."
        ),
        limit
        + " "
        + texts.text(
            "It is made in writing and says which decision it is about and why the decision is"
            " held to be unlawful."
        ),
    )


def party_appeal_sentences(texts: Catalogue, authority: str) -> tuple[str, ...]:
    """Return how a party appeals a decision that concerns it (förvaltningsbesvär).

    A decision that may be appealed is sent with instructions (FL 2017:900, 33 §). The appeal is
    made in writing to the court (43 §) and handed to the authority that decided; it must have
    come in within three weeks from the day on which the party got to know of the decision (44 §).
    """
    to = (
        texts.text(
            "Write to the administrative court, but send the letter to {name}.", name=authority
        )
        if authority
        else texts.text(
            "Write to the administrative court, but send the letter to the body that decided."
        )
    )
    return (
        texts.text("Whoever the decision goes against may appeal it.") + " " + to,
        texts.text(
            "The letter must have come in within three weeks from the day on which you got to know"
            " of the decision."
        ),
        texts.text(
            "Say which decision you appeal, how you want it to be changed and why. State your name,"
            " address and telephone number, and enclose what you wish to refer to."
        ),
    )
