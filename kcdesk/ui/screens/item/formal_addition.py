"""Parts that begin with words of the program's: a vote, tabling, referral back, a break."""

from __future__ import annotations

from datetime import time

from kcdesk.domain.decision import DecisionOutcome
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group
from kcdesk.domain.proposition import propositions
from kcdesk.services.edit_decision import add_waiting_decision
from kcdesk.services.edit_meeting import add_adjournment
from kcdesk.services.edit_vote import add_vote
from kcdesk.ui.screens.item.addition import additions
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.wording.decision import waiting_sentence
from kcdesk.wording.proposition import proposal_words

_WAITING = {
    "tabling": DecisionOutcome.TABLED,
    "referral_back": DecisionOutcome.REFERRED_BACK,
}


def formal_addition(editing: ItemEditing, name: str) -> Group | None:
    """Return the group that adds such a part by its name; None where it is another one."""
    records, item_id = editing.records, editing.item_id
    if name == "vote":
        return add_vote(records, item_id, **_meanings(editing))
    if name == "adjournment":
        return add_adjournment(records, from_time=_now(editing), item_id=item_id)
    if name in _WAITING:
        outcome = _WAITING[name]
        sentence = waiting_sentence(editing.texts, outcome, editing.subject)
        return add_waiting_decision(records, item_id, outcome, sentence)
    return None


def made_group(editing: ItemEditing, name: str) -> Group:
    """Return the group that adds any other part."""
    addition = next(each for each in additions() if each.name == name)
    assert addition.make is not None
    return addition.make(editing.records, editing.item_id)


def _meanings(editing: ItemEditing) -> dict[str, object]:
    """Return what yes and no mean where two proposals stand against each other, or the matter is
    to be decided today.
    """
    records, texts = editing.records, editing.texts
    found = propositions(records, editing.item)
    open_wait = [each for each in found.waiting if not each.is_lost]
    if len(open_wait) == 1:
        wait = proposal_words(texts, records, open_wait[0])
        return {"yes_means": texts.text("deciding the item today"), "no_means": wait}
    if len(found.proposals) == 2:  # one against the other
        yes, no = (proposal_words(texts, records, each) for each in found.proposals)
        return {"yes_means": yes, "no_means": no}
    return {}


def _now(editing: ItemEditing) -> ClockTime:
    clock = editing.context.clock.local().time()
    return ClockTime(time(clock.hour, clock.minute))
