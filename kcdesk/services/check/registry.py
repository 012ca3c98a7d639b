"""All checks by number. Adding one is a module and a line here."""

from __future__ import annotations

from kcdesk.services.check import (
    action_owner,
    approval_day,
    approver,
    case_fact,
    correction,
    council,
    day_order,
    distance,
    document,
    handled_item,
    immediate_approval,
    informal_note,
    meeting_fact,
    motion,
    notice_board,
    notice_content,
    open_vote,
    paragraph_number,
    personal_data,
    posting_day,
    proposition_order,
    quorum,
    recusal,
    removal_day,
    reservation,
    seat,
    secrecy_ground,
    secret_ballot,
    sending,
    serving_member,
    substitute_opinion,
    take_down_convention,
    tie,
    unannounced_item,
    vote_result,
    voter,
)
from kcdesk.services.check.check import Check

CHECKS: tuple[Check, ...] = (
    serving_member.CHECK,  # 1
    handled_item.CHECK,
    quorum.CHECK,
    seat.CHECK,
    motion.CHECK,  # 5
    proposition_order.CHECK,
    vote_result.CHECK,
    open_vote.CHECK,
    voter.CHECK,
    tie.CHECK,  # 10
    secret_ballot.CHECK,
    reservation.CHECK,
    substitute_opinion.CHECK,
    recusal.CHECK,
    approval_day.CHECK,  # 15
    day_order.CHECK,
    posting_day.CHECK,
    removal_day.CHECK,
    take_down_convention.CHECK,
    notice_content.CHECK,  # 20
    notice_board.CHECK,
    immediate_approval.CHECK,
    approver.CHECK,
    paragraph_number.CHECK,
    meeting_fact.CHECK,  # 25
    case_fact.CHECK,
    personal_data.CHECK,
    secrecy_ground.CHECK,
    unannounced_item.CHECK,
    informal_note.CHECK,  # 30
    action_owner.CHECK,
    correction.CHECK,
    distance.CHECK,
    document.CHECK,
    council.CHECK,  # 35
    sending.CHECK,
)
