"""A step of history is found again in the items that it changed."""

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Remove, Splice
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.section import Section
from kcdesk.services.step_place import items_of_step

HERE = Records(
    "m",
    [
        Meeting(id="m"),
        Participant(id="p", owner_id="m", position="V"),
        Item(id="a", owner_id="m", position="V"),
        Item(id="b", owner_id="m", position="W"),
        Item(id="sub", owner_id="b", position="V"),
        Section(id="s", owner_id="a", position="V"),
        Block(id="t", owner_id="s", position="V", spans=plain("Text")),
    ],
)


def places(*operations):
    return items_of_step(HERE, Group(Message("x"), operations))


def test_typing_happened_in_the_item_of_its_text():
    assert places(Splice("t", 0, (), plain("x"))) == {"a"}


def test_a_field_of_an_item_and_a_row_that_is_gone_lead_to_the_item():
    assert places(*HERE.setting("b", "title", "x")) == {"b"}
    assert places(Remove(Section(id="gone", owner_id="sub", position="V"))) == {"sub"}
    assert places(Insert(Item(id="gone", owner_id="b", position="X"))) == {"b"}


def test_what_concerns_no_item_leads_nowhere():
    assert places(*HERE.setting("p", "name", "x")) == set()
    assert places(Remove(Item(id="gone", owner_id="m", position="X"))) == set()
