"""Commands and phrases at the start of a line in an item's texts: offered in words, done as one
step.
"""

from __future__ import annotations

from kcdesk.domain.decision import MotionKind
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group, Primitive
from kcdesk.i18n import _, current, render
from kcdesk.services.line_command import SIGNS, SLASH
from kcdesk.services.offer_command import CommandOffer, Said, offers
from kcdesk.services.situation import Situation
from kcdesk.services.tell_movement import untold
from kcdesk.ui.qt.here import situation_at
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.phrase_offer import phrase_offers
from kcdesk.ui.screens.item.word import MOTION_KINDS
from kcdesk.ui.widgets.rich_text.line_offer import LineOffer
from kcdesk.wording import moment

_MOST = 10  # of commands and phrases together
_BETWEEN = "\u00a0· "


class ItemCompleter:
    """What the editors of an item ask while a line is written."""

    def __init__(self, editing: ItemEditing) -> None:
        self._editing = editing
        self._known: dict[str, CommandOffer] = {}

    @property
    def signs(self) -> tuple[str, ...]:
        """Arrives, leaves, and the slash."""
        return SIGNS

    def offers(self, line: str) -> tuple[LineOffer, ...]:
        """Return what a line may mean, in the language of the window."""
        here = self.situation()
        found = offers(line, here)
        self._known = {each.id: each for each in found}
        commands = tuple(_worded(each) for each in found)
        if line.startswith(SLASH) and " " not in line:
            return (*commands, *phrase_offers(line[1:], here))[:_MOST]
        return commands

    def accept(self, offer: LineOffer, clearing: tuple[Primitive, ...]) -> None:
        """Do it; undo takes back the act and gives the line back."""
        known = self._known[offer.id]
        if known.act is None:
            self._editing.perform(Group(Message("Typing"), clearing))
            self._editing.ask_for_part(known.opens)
            return
        group = known.act(self.situation())
        self._editing.perform(Group(group.label, (*clearing, *group.operations)))
        if (moved := untold(self.situation(), group)) is not None:
            name, how = moved
            said = _("Noted: {name}, {how}", name=name, how=render(how))
            self._editing.context.bridge.told.emit(said)

    def situation(self) -> Situation:
        """Return where and when one writes."""
        return situation_at(self._editing.context, self._editing.item_id)


def _worded(offer: CommandOffer) -> LineOffer:
    return LineOffer(
        id=offer.id,
        title=_said(offer.title),
        preview=_BETWEEN.join(filter(None, map(_said, offer.preview))),
        text=offer.text,
        acts=offer.act is not None or bool(offer.opens),
        leads_away=bool(offer.opens),
        unsure=offer.unsure,
    )


def _said(piece: Said) -> str:
    match piece:
        case MotionKind():
            return render(dict(MOTION_KINDS)[piece])
        case Message():
            return render(piece)
        case Moment():
            return moment.day(current(), piece)
        case ClockTime():
            return moment.clock(current(), piece)
    return piece
