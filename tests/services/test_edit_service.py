"""Substitutes serve for one member at a time."""

import pytest

from kcdesk.domain.body import MemberKind
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.services import edit_service
from tests.services.agenda import meeting, participant, performed


@pytest.fixture
def records():
    substitute = participant("S", kind=MemberKind.SUBSTITUTE, standing=Standing.OTHER)
    return meeting("a b c d", participant("P"), participant("Q"), substitute)


def services(records):
    rows = records.children("S", Service)
    return [(row.for_participant_id, row.from_item_id, row.until_item_id) for row in rows]


def test_serving_throughout_puts_her_among_those_who_decide(records):
    group = edit_service.serve_for(records, "S", "P")
    assert str(group.label) == "Let NS serve for NP"
    records = performed(records, group)
    assert services(records) == [("P", None, None)]
    assert records.get(Participant, "S").standing is Standing.DECISION_MAKER


def test_serving_for_another_ends_the_earlier_service_before_it(records):
    records = performed(records, edit_service.serve_for(records, "S", "P"))
    records = performed(records, edit_service.serve_for(records, "S", "Q", "c"))
    assert services(records) == [("P", None, "b"), ("Q", "c", None)]
    records = performed(records, edit_service.serve_for(records, "S", "P", "c"))
    assert services(records) == [("P", None, "b"), ("P", "c", None)]
    records = performed(records, edit_service.serve_for(records, "S", "Q"))
    assert services(records) == [("Q", None, None)]


def test_an_earlier_service_that_has_ended_is_left_alone(records):
    records = performed(records, edit_service.serve_for(records, "S", "P"))
    id = records.all(Service)[0].id
    records = performed(records, edit_service.end_service(records, id, "a"))
    records = performed(records, edit_service.serve_for(records, "S", "Q", "c"))
    assert services(records) == [("P", None, "a"), ("Q", "c", None)]


def test_a_service_that_ends_before_it_began_goes(records):
    records = performed(records, edit_service.serve_for(records, "S", "P", "c"))
    id = records.all(Service)[0].id
    assert services(performed(records, edit_service.end_service(records, id, "b"))) == []


def test_a_service_is_set_precisely(records):
    records = performed(records, edit_service.serve_for(records, "S", "P"))
    id = records.all(Service)[0].id
    group = edit_service.change_service(
        records, id, member_id="Q", from_item_id="b", until_item_id="c"
    )
    assert services(performed(records, group)) == [("Q", "b", "c")]
    with pytest.raises(ValueError, match="before it begins"):
        edit_service.change_service(records, id, member_id="Q", from_item_id="c", until_item_id="b")
