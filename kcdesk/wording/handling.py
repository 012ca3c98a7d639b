"""How another handling of a matter is named: "12 november 2026, § 47"."""

from __future__ import annotations

from kcdesk.domain.body import Body, Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import Catalogue
from kcdesk.services.agenda_offer import AgendaOffer
from kcdesk.services.follow_up import LookingBack
from kcdesk.services.item_name import item_name
from kcdesk.wording import moment


def origin(texts: Catalogue, body: Records, offer: AgendaOffer) -> str:
    """Return where an offer comes from: who promised it, or where it was handled."""
    if offer.promised:
        return offer.told
    return handling(texts, body, offer.meeting, offer.item)


def handling(texts: Catalogue, body: Records, meeting: Records, item: Item) -> str:
    """Return the body, the day and the number of an item; its title while no § is given yet."""
    root = meeting.root(Meeting)
    numbering = profile(body, meeting).numbering
    place = item_name(meeting, numbering, item.id)
    if numbering is Numbering.PARAGRAPH and root.first_paragraph is None:
        place = Message("“{title}”", {"title": item.name})
    parts = (body.root(Body).name, moment.day(texts, root.day), texts.render(place))
    return ", ".join(part for part in parts if part)


def looking_back(texts: Catalogue, *, formal: bool) -> LookingBack:
    """Return the words of the item that looks back at the meeting before."""
    title = (
        texts.text("Previous minutes") if formal else texts.text("Notes of the previous meeting")
    )
    return LookingBack(title, texts.text("or"))
