"""Moving a meeting's minutes along: Utkast, Granskning, Justering, Anslag, Klart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import paragraph_count
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import confirmation
from kcdesk.services.check.finding import Finding, Severity
from kcdesk.services.check.words import source_words
from kcdesk.services.refuse_locked import Locked
from kcdesk.services.sign_minutes import SEALING_LOCKS, SENDING_LOCKS, unsigned

FORMAL_STATES = tuple(MeetingState)
INFORMAL_STATES = (MeetingState.DRAFT, MeetingState.REVIEW, MeetingState.DONE)
"""Informal notes are neither approved nor posted (domain: two families of documents)."""

STEPS = {
    MeetingState.REVIEW: Message("Send for review"),
    MeetingState.APPROVAL: Message("Send for approval"),
    MeetingState.NOTICE: Message("Post the notice"),
    MeetingState.DONE: Message("Mark as finished"),
}
"""What the step that leads to each state is called."""

UNCONFIRMED = Message("Nobody has confirmed that no appeal came in: see Legal force.")

BACK_STEPS = {
    MeetingState.DRAFT: Message("Back to draft"),
    MeetingState.REVIEW: Message("Back to review"),
    MeetingState.APPROVAL: Message("Back to approval"),
    MeetingState.NOTICE: Message("Back to notice"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """What a step asks for and does not find. Only a ``blocking`` one stops it."""

    text: Message
    blocking: bool = False


def states(*, formal: bool) -> tuple[MeetingState, ...]:
    """Return the states that the minutes pass, in order."""
    return FORMAL_STATES if formal else INFORMAL_STATES


def following(records: Records, *, formal: bool) -> MeetingState | None:
    """Return the state after the present one, or None at the end."""
    later = states(formal=formal)[_index(records, formal=formal) + 1 :]
    return later[0] if later else None


def preceding(records: Records, *, formal: bool) -> MeetingState | None:
    """Return the state before the present one, or None at the start, and where the minutes are
    sealed: they can no longer be taken back.
    """
    rest = rest_approval(records)
    sealed = rest is not None and rest.sealed_on is not None
    if formal and sealed and records.root(Meeting).state is MeetingState.NOTICE:
        return None
    earlier = states(formal=formal)[: _index(records, formal=formal)]
    return earlier[-1] if earlier else None


def next_state(records: Records, *, formal: bool) -> Group:
    """Return the step to the following state; an empty group at the end.

    Formal minutes that leave the review get their §§ with it: store the group by the command
    ``ports.Paragraphs.number``. Raises ``UserFacingError`` naming the first need that blocks.
    """
    state = following(records, formal=formal)
    if state is None:
        return Group(Message("Change the state"), ())
    for need in needs(records, formal=formal):
        if need.blocking:
            raise UserFacingError(need.text)
    return Group(STEPS[state], records.setting(records.root_id, "state", state))


def previous_state(records: Records, *, formal: bool) -> Group:
    """Return the step back; an empty group at the start. §§ once given stay.

    Raises ``Locked`` where the text is out for signature: it has to be taken back by the command
    ``sealer.Sealer.take_back``.
    """
    state = preceding(records, formal=formal)
    if state is None:
        return Group(Message("Change the state"), ())
    if formal and is_out(records) and state is MeetingState.REVIEW:
        raise Locked(rest_approval(records) or Approval(id=""))
    return Group(BACK_STEPS[state], records.setting(records.root_id, "state", state))


def led_back_to(group: Group) -> MeetingState | None:
    """Return the state that a step back led to; None for any other change."""
    return next((state for state, step in BACK_STEPS.items() if step == group.label), None)


def needs(
    records: Records,
    *,
    formal: bool,
    found: Sequence[Finding] = (),
    only_prepares: bool = False,
) -> tuple[Need, ...]:
    """Return what the step to the following state asks for and does not find.

    ``found`` is what the checks have against the minutes at this step (``check.step``).
    """
    own = _own_needs(records, following(records, formal=formal), formal=formal)
    if only_prepares:  # no appeal can come in (KL 13:2)
        own = tuple(each for each in own if each.text != UNCONFIRMED)
    known = {need.text for need in own}
    return (*own, *(_of(each) for each in found if each.text not in known))


def _own_needs(records: Records, state: MeetingState | None, *, formal: bool) -> tuple[Need, ...]:
    match state:
        case MeetingState.REVIEW:
            return _item_needs(records)
        case MeetingState.APPROVAL:
            return (*_day_needs(records), *_item_needs(records))
        case MeetingState.NOTICE:
            return _notice_needs(records)
        case MeetingState.DONE if formal:
            return _done_needs(records)
    return ()


def consequence(records: Records, *, formal: bool) -> Message | None:
    """Return what the step to the following state locks; None where it locks nothing."""
    match following(records, formal=formal):
        case MeetingState.APPROVAL:
            return SENDING_LOCKS
        case MeetingState.NOTICE:
            return SEALING_LOCKS
    return None


def is_out(records: Records) -> bool:
    """Return whether the text of the minutes is out for signature and not sealed."""
    rest = rest_approval(records)
    return rest is not None and rest.sent_on is not None and rest.sealed_on is None


def _of(finding: Finding) -> Need:
    told = {"place": finding.place.words, "text": finding.text}
    if finding.severity is not Severity.MUST:
        return Need(Message("{place}: {text}", told))
    return Need(Message("{place}: {text} {source}", {**told, "source": source_words(finding)}))


def rest_approval(records: Records) -> Approval | None:
    """Return the approval of all items that were not approved at once, if it is prepared."""
    for approval in records.children(records.root_id, Approval):
        if not approval.items:
            return approval
    return None


def _index(records: Records, *, formal: bool) -> int:
    order = list(states(formal=formal))
    state = records.root(Meeting).state
    # A body that became informal may have meetings in a state that only formal ones have.
    return order.index(state) if state in order else order.index(MeetingState.REVIEW)


def _item_needs(records: Records) -> tuple[Need, ...]:
    if paragraph_count(records):
        return ()
    return (Need(Message("There are no items yet.")),)


def _day_needs(records: Records) -> tuple[Need, ...]:
    meeting = records.root(Meeting)
    if meeting.day.day is not None:
        return ()
    # §§ run through the calendar year of the meeting's day: without it there is no number.
    return (Need(Message("The meeting has no day yet."), blocking=meeting.first_paragraph is None),)


def _notice_needs(records: Records) -> tuple[Need, ...]:
    approval = rest_approval(records)
    if approval is None or approval.approved_on is None:
        text = Message("Say first which day the minutes were approved.")
        return (Need(text, blocking=True),)
    found = []
    if missing := unsigned(records, approval.id):
        names = ", ".join(missing)
        found.append(Need(Message("The signature is not noted of {names}.", {"names": names})))
    if not records.children(approval.id, Notice):
        found.append(Need(Message("No notice board is named.")))
    return tuple(found)


def _done_needs(records: Records) -> tuple[Need, ...]:
    notices = records.all(Notice)
    if not notices or any(notice.posted_on is None for notice in notices):
        return ()  # the checks tell which
    if any(notice.removed_on is None for notice in notices):
        return (Need(Message("The notice is not noted as taken down from every board.")),)
    approvals = records.children(records.root_id, Approval)
    if any(confirmation(records, each) is None for each in approvals):
        # What is finished is no longer watched.
        return (Need(UNCONFIRMED),)
    return ()
