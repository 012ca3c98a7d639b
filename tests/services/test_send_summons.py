"""A kallelse that was sent: what it named, which numbers stay, what has come since."""

from __future__ import annotations

import json
from datetime import date

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, HeadingWord
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant, Presence, Role
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.section import Section, SectionKind
from kcdesk.domain.summons import Summons, SummonsKind
from kcdesk.domain.version import Version
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
X = Message("x")


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


def test_no_draft_is_kept_with_a_kallelse() -> None:
    records = meeting(*items("1 2"))
    inside = (
        Section(id="n", owner_id="1", position="A", kind=SectionKind.NOTES),
        Block(id="nb", owner_id="n", position="A", spans=plain("HEMLIGT")),
        Section(id="p", owner_id="1", position="B", kind=SectionKind.PROPOSAL),
        Block(id="pb", owner_id="p", position="A", spans=plain("Planen antas.")),
        Decision(id="d", owner_id="1", position="A", reasons="HEMLIGT"),
        Action(id="x", owner_id="1", position="A", text="HEMLIGT"),
        Participant(id="q", owner_id="m", position="A", name="Siv", note="HEMLIGT"),
        Presence(id="qp", owner_id="q", position="A", arrival="HEMLIGT"),
        Role(id="qr", owner_id="q", position="A"),
        Item(id="sub", owner_id="1", position="A", title="Under", announced=False),
        Presenter(id="1p", owner_id="1", position="A", name="Jan"),
        Attachment(id="1a", owner_id="1", position="A", name="Plan.pdf"),
        Attachment(id="ma", owner_id="m", position="A", name="Dagordning.pdf"),
        Version(id="v", owner_id="m", position="A", name="HEMLIGT"),
    )
    records = records.apply(Group(X, tuple(Insert(row) for row in inside)))
    records = records.apply(Group(X, records.setting("m", "note", "HEMLIGT")))
    records = records.apply(Group(X, records.setting("2", "announced", False)))  # noqa: FBT003
    promised = PromisedMatter(id="pm", owner_id="b", position="A", title="HEMLIGT")
    body = Records("b", [Body(id="b"), HeadingWord(id="h", owner_id="b", position="A"), promised])
    text = summons_text(records, body)
    assert "HEMLIGT" not in text
    data = json.loads(text)
    told = {row["id"] for row in data["meeting"]}
    assert told == {"m", "1", "p", "pb", "q", "qr", "1p", "1a", "ma"}
    assert {row["id"] for row in data["body"]} == {"b", "h"}


def test_a_supplementary_one_keeps_what_it_names_though_nobody_marked_it() -> None:
    records = sent(meeting(*items("1")))
    records = records.apply(add_item(records, "1", "Nytt"))
    data = json.loads(summons_text(records, Records("b", [Body(id="b")])))
    assert {row.get("title") for row in data["meeting"] if row["table"] == "item"} >= {"Nytt"}
