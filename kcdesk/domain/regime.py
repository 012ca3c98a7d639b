"""The kinds of bodies. Apart from their rows: lists need them before any row is read."""

from __future__ import annotations

from enum import StrEnum


class Regime(StrEnum):
    """Which rules a body follows."""

    COUNCIL = "council"  # fullmäktige
    COMMITTEE = "committee"  # nämnd
    BOARD = "board"  # styrelse
    SUBCOMMITTEE = "subcommittee"  # utskott
    FEDERATION = "federation"  # kommunalförbund
    JOINT_COMMITTEE = "joint_committee"  # gemensam nämnd
    COORDINATION_FEDERATION = "coordination_federation"  # samordningsförbund
    INFORMAL = "informal"  # kommunchefsgrupp, styrgrupp, ledningsgrupp

    @property
    def is_formal(self) -> bool:
        """Whether its minutes have §§, approval, notice and appeal."""
        return self is not Regime.INFORMAL
