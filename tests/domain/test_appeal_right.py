"""Who may appeal, by the kind of body and whose it is; and which decisions."""

from __future__ import annotations

import pytest

from kcdesk.domain.appeal_right import AppealRight, Appellant, appeal_right, appellant
from kcdesk.domain.body import Body
from kcdesk.domain.decision import AppealRoute
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.regime import Regime
from tests.documents.meetings import Sheet


@pytest.mark.parametrize(
    ("regime", "organisation", "found"),
    [
        (Regime.COUNCIL, "Norråsa kommun", Appellant.MUNICIPALITY),
        (Regime.BOARD, "Forsa Stad", Appellant.MUNICIPALITY),
        (Regime.COMMITTEE, "Region Älvdalarna", Appellant.REGION),
        (Regime.COUNCIL, "Norra Älvdalsregionen", Appellant.REGION),
        (Regime.BOARD, "Norråsa", Appellant.MUNICIPALITY_OR_REGION),
        (Regime.SUBCOMMITTEE, "", Appellant.MUNICIPALITY_OR_REGION),
        (Regime.JOINT_COMMITTEE, "Norråsa kommun", Appellant.PARTNERS),
        (Regime.FEDERATION, "Räddningstjänsten Älvdalarna", Appellant.FEDERATION),
        (Regime.SUBCOMMITTEE, "Kommunalförbundet Älvdalarna", Appellant.FEDERATION),
        (Regime.COORDINATION_FEDERATION, "Älvdalarna", Appellant.COORDINATION_FEDERATION),
        (Regime.BOARD, "Samordningsförbundet Älven", Appellant.COORDINATION_FEDERATION),
    ],
)
def test_whose_members_may_appeal(regime: Regime, organisation: str, found: Appellant) -> None:
    assert appellant(regime, organisation) is found


def right(
    *routes: AppealRoute | None,
    regime: Regime = Regime.COMMITTEE,
    only_prepares: bool = False,
) -> tuple[AppealRight, list[str]]:
    """The right over items that each have one decision, or none."""
    sheet = Sheet(Meeting(id="m"))
    ids = []
    for route in routes:
        item = sheet.add(Item, title="Ärende")
        ids.append(item.id)
        below = sheet.add(Item, item, title="Delärende")
        if route is not None:
            sheet.decision(below, "Så beslutas.", appeal=route)
    body = Records("b", [Body(id="b", regime=regime, only_prepares=only_prepares)])
    held = profile(body)
    return appeal_right(sheet.records(), (*ids, "gone"), held, "Norråsa kommun"), ids


def test_each_item_is_sorted_by_its_decisions_and_those_under_it() -> None:
    found, ids = right(AppealRoute.LEGALITY, AppealRoute.ADMINISTRATIVE, AppealRoute.NONE, None)
    assert (found.reviewed, found.by_party, found.closed) == ((ids[0],), (ids[1],), (ids[2],))
    assert found.is_reviewed


def test_where_nothing_can_be_reviewed_no_day_is_counted() -> None:
    assert not right(AppealRoute.NONE, None)[0].is_reviewed
    assert not right(AppealRoute.ADMINISTRATIVE)[0].is_reviewed


def test_without_a_marked_decision_the_main_rule_holds() -> None:
    assert right(None)[0].is_reviewed


def test_of_an_utskott_that_only_prepares_nothing_is_reviewed() -> None:
    for routes in ((AppealRoute.LEGALITY,), (None,)):
        found, _ = right(*routes, regime=Regime.SUBCOMMITTEE, only_prepares=True)
        assert not found.is_reviewed
        assert found.reviewed == ()
    found, ids = right(AppealRoute.ADMINISTRATIVE, regime=Regime.SUBCOMMITTEE, only_prepares=True)
    assert found.by_party == (ids[0],)
    # What is no utskott decides by itself, whatever somebody once ticked.
    assert right(AppealRoute.LEGALITY, only_prepares=True)[0].is_reviewed
