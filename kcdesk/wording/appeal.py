"""How to appeal, in customary words (överklagandehänvisning)."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.appeal_right import AppealRight, Appellant
from kcdesk.i18n import Catalogue
from kcdesk.wording.presence import Places


def appeal_sentences(
    texts: Catalogue, right: AppealRight, places: Places, last_day: date | None
) -> tuple[str, ...]:
    """Return how the decisions are appealed, and which of them cannot be.

    Whose members may ask for a review of legality is said by KL 13:1, in a samordningsförbund by
    lag 2003:1210 28 §; decisions that only prepare or carry out others cannot be appealed (13:2);
    those with an appeal of their own take that way (13:3).
    """
    sentences: list[str] = []
    if right.is_reviewed:
        sentences += [_who(texts, right.appellant), _how(texts, right.appellant, last_day)]
    if right.by_party:
        sentences.append(
            texts.text(
                "Decisions in {items} are appealed by those whom they concern, as the instructions"
                " that are sent with them say.",
                items=places.items(right.by_party) or texts.text("the minutes"),
            )
        )
    if not right.is_reviewed and not right.by_party:
        sentences.append(_closed(texts, prepares=right.prepares))
    elif right.only_prepares:
        sentences.append(texts.text("Other decisions cannot be appealed."))
    elif closed := places.items(right.closed):
        sentences.append(texts.text("Decisions in {items} cannot be appealed.", items=closed))
    elif right.prepares:
        sentences.append(
            texts.text(
                "Decisions that only prepare a matter or carry out another decision cannot be"
                " appealed (chapter 13, section 2 of the Local Government Act)."
            )
        )
    return tuple(sentences)


def _who(texts: Catalogue, appellant: Appellant) -> str:
    match appellant:
        case Appellant.MUNICIPALITY:
            return texts.text(
                "Members of the municipality may have the legality of the decisions reviewed by the"
                " administrative court (chapter 13 of the Local Government Act, 2017:725)."
            )
        case Appellant.REGION:
            return texts.text(
                "Members of the region may have the legality of the decisions reviewed by the"
                " administrative court (chapter 13 of the Local Government Act, 2017:725)."
            )
        case Appellant.MUNICIPALITY_OR_REGION:
            return texts.text(
                "Members of the municipality or region may have the legality of the decisions"
                " reviewed by the administrative court (chapter 13 of the Local Government Act,"
                " 2017:725)."
            )
        case Appellant.PARTNERS:
            return texts.text(
                "Members of any of the municipalities and regions that share the committee may have"
                " the legality of the decisions reviewed by the administrative court (chapter 13 of"
                " the Local Government Act, 2017:725)."
            )
        case Appellant.FEDERATION:
            return texts.text(
                "The members of the federation, and the members of the municipalities and regions"
                " that belong to it, may have the legality of the decisions reviewed by the"
                " administrative court (chapter 13 of the Local Government Act, 2017:725)."
            )
        case Appellant.COORDINATION_FEDERATION:
            return texts.text(
                "Members of the municipalities and regions that belong to the federation may have"
                " the legality of the decisions reviewed by the administrative court (section 28 of"
                " the Act on financial coordination, 2003:1210, and chapter 13 of the Local"
                " Government Act, 2017:725)."
            )


_ON_SEVERAL_BOARDS = (Appellant.PARTNERS, Appellant.COORDINATION_FEDERATION)
"""Whose time is counted from the last board (KL 13:5; lag 2003:1210 19 §, by analogy)."""


def _how(texts: Catalogue, appellant: Appellant, last_day: date | None) -> str:
    """Return by when and how: in writing, within three weeks from the announcement (KL 13:4–5)."""
    if last_day is not None:
        limit = texts.text(
            "The appeal must have reached the administrative court on {day} at the latest.",
            day=texts.long_day(last_day),
        )
    elif appellant in _ON_SEVERAL_BOARDS:
        limit = texts.text(
            "The appeal must have reached the administrative court within three weeks from the day"
            " on which the approval had been announced on all boards."
        )
    else:
        limit = texts.text(
            "The appeal must have reached the administrative court within three weeks from the"
            " day on which the approval was announced."
        )
    form = texts.text(
        "It is made in writing and says which decision it is about and why the decision is"
        " held to be unlawful."
    )
    return f"{limit} {form}"


def _closed(texts: Catalogue, *, prepares: bool) -> str:
    if prepares:
        return texts.text(
            "The decisions only prepare or carry out others and cannot be appealed (chapter 13,"
            " section 2 of the Local Government Act, 2017:725)."
        )
    return texts.text("The decisions cannot be appealed.")


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
