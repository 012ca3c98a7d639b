"""The words for the rules that bodies and single meetings follow, as lists offer them."""

from __future__ import annotations

from kcdesk.domain.body import Regime, TakeDown
from kcdesk.domain.message import Message

REGIMES: tuple[tuple[Regime, Message], ...] = (
    (Regime.COUNCIL, Message("Municipal or regional council")),
    (Regime.BOARD, Message("Executive board")),
    (Regime.COMMITTEE, Message("Committee")),
    (Regime.SUBCOMMITTEE, Message("Subcommittee")),
    (Regime.FEDERATION, Message("Federation of municipalities")),
    (Regime.JOINT_COMMITTEE, Message("Joint committee")),
    (Regime.COORDINATION_FEDERATION, Message("Coordination federation")),
    (Regime.INFORMAL, Message("Informal group")),
)

TAKE_DOWNS: tuple[tuple[TakeDown, Message], ...] = (
    (TakeDown.DAY_AFTER, Message("The day after the last day of appeal")),
    (TakeDown.LAST_DAY, Message("At the end of the last day of appeal")),
)
