"""What a group changes, for views that show only some of it."""

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Move, Place, Remove, Set, Splice, tables
from kcdesk.domain.participant import Participant, Role


def test_a_group_names_the_tables_it_changes():
    operations = (
        Insert(Item(id="a")),
        Remove(Participant(id="b")),
        Set(Role.table, "c", "kind", None, None),
        Move("recusal", "d", Place("", ""), Place("", "")),
    )
    group = Group(Message("x"), operations)
    assert tables(group) == {"item", "participant", "role", "recusal"}
    assert tables(Group(Message("x"), (Splice("e", 0, (), ()),))) == {Block.table}
    assert tables(Group(Message("x"), ())) == frozenset()
