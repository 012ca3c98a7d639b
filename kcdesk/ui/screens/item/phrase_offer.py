"""The phrases that fit an item, filled from its meeting, as offers for the line being written."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.domain.profile import profile
from kcdesk.i18n import catalogue
from kcdesk.services.fill_phrase import fill
from kcdesk.services.phrase_library import (
    PhraseText,
    beginning,
    kind_of_item,
    offered_phrases,
    phrases_of,
)
from kcdesk.services.situation import Situation
from kcdesk.ui.widgets.rich_text.line_offer import LineOffer
from kcdesk.wording.phrase_book import shipped_phrases
from kcdesk.wording.placeholder import placeholders


def phrase_offers(typed: str, here: Situation) -> tuple[LineOffer, ...]:
    """Return what a few letters find, in the language of the minutes; nothing typed finds what
    is for this kind of item.
    """
    found = beginning(typed, known_phrases(here), kind_of_item(here.item))
    return worded(found, here)


def known_phrases(here: Situation) -> tuple[PhraseText, ...]:
    """Return the phrases of the body, of all bodies, and those that ship."""
    language = profile(here.body, here.records).language
    return offered_phrases(
        phrases_of(here.body), phrases_of(here.people), shipped_phrases(language)
    )


def worded(phrases: Sequence[PhraseText], here: Situation) -> tuple[LineOffer, ...]:
    """Return phrases filled from the meeting."""
    texts = catalogue(profile(here.body, here.records).language)
    values = placeholders(texts, here) if phrases else {}
    return tuple(
        LineOffer(
            id=each.id,
            title=each.title,
            preview=(filled := fill(each.text, values)).replace("\n", " "),
            text=filled,
            inserts=True,
        )
        for each in phrases
    )
