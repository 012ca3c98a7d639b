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
