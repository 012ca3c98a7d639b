"""Jäv is noted once for an item, with its ground."""

from kcdesk.domain.item import Recusal
from kcdesk.services.note_recusal import change_recusal, recuse, unrecuse
from tests.services.agenda import meeting, participant, performed


def test_recusal_is_noted_changed_and_taken_back():
    start = meeting("a b", participant("P"))
    group = recuse(start, "a", "P")
    assert str(group.label) == "Note the recusal of NP from “Ta”"
    records = performed(start, group)
    records = performed(records, recuse(records, "a", "P", " sitter i styrelsen "))
    (row,) = records.all(Recusal)
    assert (row.owner_id, row.participant_id, row.ground) == ("a", "P", "sitter i styrelsen")
    assert not unrecuse(records, "b", "P")
    assert performed(records, unrecuse(records, "a", "P")) == start


def test_a_recusal_is_set_precisely():
    records = meeting("a b", participant("P"))
    records = performed(records, recuse(records, "a", "P"))
    id = records.all(Recusal)[0].id
    records = performed(records, change_recusal(records, id, "b", " släkt "))
    (row,) = records.children("b", Recusal)
    assert (row.id, row.ground) == (id, "släkt")
    records = performed(records, change_recusal(records, id, "b", ""))
    assert records.get(Recusal, id).ground == ""


def test_a_recusal_of_nobody_known_has_a_label_too():
    records = meeting("a b", Recusal(id="x", owner_id="a"))
    assert "Tb" in str(change_recusal(records, "x", "b", "").label)
