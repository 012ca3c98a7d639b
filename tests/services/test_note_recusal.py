"""Jäv is noted once for an item, with its ground."""

from kcdesk.domain.item import Recusal
from kcdesk.services.note_recusal import recuse, unrecuse
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
