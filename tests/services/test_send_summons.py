"""A kallelse that was sent: what it named, which numbers stay, what has come since."""

from __future__ import annotations

import json
from datetime import date

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.summons import Summons, SummonsKind
from kcdesk.services.agenda_text import read_agenda
from kcdesk.services.edit_agenda import add_item, add_items
from kcdesk.services.remove_item import remove_item
from kcdesk.services.send_summons import (
    agenda_number,
    remove_summons,
    sent_summons,
    summons_text,
    was_sent,
)
from tests.domain.meetings import items, meeting

DAY, LATER = date(2026, 11, 2), date(2026, 11, 9)


def sent(records: Records, day: date = DAY) -> Records:
    return records.apply(sent_summons(records, "ab" * 32, day))


def numbers(records: Records) -> list[str]:
    return [each.agenda_number for each in records.children("m", Item)]


def test_the_first_one_names_what_is_on_the_agenda_and_fixes_its_numbers() -> None:
    before = meeting(*items("1 2 x3 4"))
    after = sent(before)
    (row,) = after.all(Summons)
    assert (row.kind, row.sent_on, row.snapshot) == (SummonsKind.ORDINARY, DAY, "ab" * 32)
    assert row.items == ("1", "2", "3", "4")
    assert numbers(after) == ["1", "2", "", "3"]
    assert not was_sent(before)
    assert was_sent(after)


def test_what_comes_later_is_outside_it_until_a_supplementary_one_is_sent() -> None:
    records = sent(meeting(*items("1 2")))
    records = records.apply(add_item(records, "1", "Nytt ärende"))
    records = records.apply(add_items(records, None, read_agenda("Ett till\n")))
    late = [each for each in records.children("m", Item) if not each.announced]
    assert [each.title for each in late] == ["Nytt ärende", "Ett till"]
    again = sent(records, LATER)
    assert [each.kind for each in again.all(Summons)] == ["ordinary", "supplementary"]
    assert again.all(Summons)[1].items == tuple(each.id for each in late)
    assert all(each.announced for each in again.children("m", Item))
    assert numbers(again) == ["1", "3", "2", "4"]  # on the agenda as sent, whatever the order


def test_an_item_that_was_marked_as_outside_is_not_in_the_first_one() -> None:
    records = meeting(*items("1 2"))
    marked = records.apply(Group(Message("x"), records.setting("2", "announced", False)))  # noqa: FBT003
    assert sent(marked).all(Summons)[0].items == ("1",)


def test_an_item_that_goes_leaves_the_kallelse_as_it_was_otherwise() -> None:
    records = sent(meeting(*items("1 2")))
    after = records.apply(remove_item(records, "1"))
    (row,) = after.all(Summons)
    assert row.items == ("2",)
    assert row.sent_on == DAY


def test_it_can_be_taken_back_that_it_was_sent() -> None:
    records = sent(meeting(*items("1")))
    after = records.apply(remove_summons(records, records.all(Summons)[0].id))
    assert not was_sent(after)
    assert numbers(after) == ["1"]


def test_without_any_fixed_number_the_place_counts() -> None:
    records = meeting(*items("1 x2 3"))
    told = [agenda_number(records, each) for each in records.children("m", Item)]
    assert told == ["1", "", "2"]


def test_the_kept_text_holds_meeting_and_body_and_is_stable() -> None:
    records, body = meeting(*items("1 2")), Records("b", [Body(id="b", name="Styrelsen")])
    text = summons_text(records, body)
    assert text == summons_text(Records("m", reversed([*records])), body)
    data = json.loads(text)
    assert data["format"] == "kcdesk-summons"
    assert [row["id"] for row in data["meeting"]] == ["1", "2", "m"]
    assert data["body"][0]["name"] == "Styrelsen"
