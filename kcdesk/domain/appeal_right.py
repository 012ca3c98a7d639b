"""Who may have decisions reviewed for their legality, and which decisions (KL 13:1–3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.profile import Profile
from kcdesk.domain.records import Records
from kcdesk.domain.regime import Regime


class Appellant(StrEnum):
    """Whose members may appeal (KL 13:1)."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    MUNICIPALITY_OR_REGION = "municipality_or_region"  # the name of the organisation does not tell
    PARTNERS = "partners"  # of a gemensam nämnd: the municipalities and regions that share it
    FEDERATION = "federation"  # those of a kommunalförbund and its member municipalities themselves
    COORDINATION_FEDERATION = "coordination_federation"  # lag 2003:1210 28 §: not its own members


@dataclass(frozen=True, slots=True)
class AppealRight:
    """What can be appealed among some items of a meeting, each named by its id.

    ``reviewed`` have a decision that can be reviewed for its legality, ``by_party`` one that goes
    another way (förvaltningsbesvär; KL 13:3), ``closed`` decisions of which none can be appealed.
    ``prepares``: it is an utskott, most of whose decisions only prepare those of others (KL 13:2);
    ``only_prepares``: all of them do.
    """

    appellant: Appellant
    reviewed: tuple[str, ...] = ()
    by_party: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    prepares: bool = False
    only_prepares: bool = False

    @property
    def is_reviewed(self) -> bool:
        """Whether a review of legality can be asked for. Where no decision is marked as one, it may
        stand in the text: then the law's main rule is told.
        """
        if self.only_prepares:
            return False
        return bool(self.reviewed) or not (self.by_party or self.closed)


def appeal_right(
    records: Records, items: tuple[str, ...], held: Profile, organisation: str
) -> AppealRight:
    """Return what can be appealed of the decisions of some items and of what stands under them.

    ``held`` are the rules that the meeting follows.
    """
    routes = {
        id: {row.appeal for row in records.subtree(id) if isinstance(row, Decision)}
        for id in items
        if id in records
    }
    return AppealRight(
        appellant(held.regime, organisation),
        tuple(
            id
            for id, found in routes.items()
            if AppealRoute.LEGALITY in found and not held.only_prepares
        ),
        tuple(id for id, found in routes.items() if AppealRoute.ADMINISTRATIVE in found),
        tuple(id for id, found in routes.items() if found == {AppealRoute.NONE}),
        held.regime is Regime.SUBCOMMITTEE,
        held.only_prepares,
    )


def appellant(regime: Regime, organisation: str) -> Appellant:
    """Return whose members may appeal, by the kind of body and by the name of whose it is.

    A committee of a federation is of the federation, whatever its own kind.
    """
    words = organisation.casefold().split()
    name = " ".join(words)
    if regime is Regime.JOINT_COMMITTEE:
        return Appellant.PARTNERS
    if regime is Regime.COORDINATION_FEDERATION or "samordningsförbund" in name:
        return Appellant.COORDINATION_FEDERATION
    if regime is Regime.FEDERATION or "kommunalförbund" in name:
        return Appellant.FEDERATION
    if words and (words[0] == "region" or words[-1].endswith("regionen")):
        return Appellant.REGION
    if words and words[-1] in ("kommun", "kommunen", "stad"):
        return Appellant.MUNICIPALITY
    return Appellant.MUNICIPALITY_OR_REGION
