"""Before others read the minutes, who wrote them hears what is still missing."""

from datetime import time

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.body import RoleKind
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Span
from kcdesk.domain.section import Section
from kcdesk.services.missing_content import missing_content

HELD = Meeting(id="m", place="Kansliet", actual_start=ClockTime(time(9)))
SECRETARY = (
    Participant(id="p", owner_id="m", name="Agneta"),
    Role(id="r", owner_id="p", kind=RoleKind.SECRETARY),
)


def missing(*rows, held: Meeting = HELD) -> list[str]:
    return [str(each) for each in missing_content(Records("m", [held, *rows]))]


def item(id: str, kind: ItemKind = ItemKind.INFORMATION, owner: str = "m") -> Item:
    return Item(id=id, owner_id=owner, title=f"Ärende {id}", kind=kind)


def words(owner: str, text: str) -> Block:
    return Block(id=f"text-{owner}", owner_id=owner, spans=(Span(text),))


def test_a_meeting_of_which_nothing_is_known_lacks_time_place_and_secretary() -> None:
    assert missing(held=Meeting(id="m")) == [
        "The time of the meeting is missing.",
        "The place of the meeting is missing.",
        "Nobody is secretary: no line to sign on is printed for one.",
    ]
    remote = Meeting(id="m", remote=True, planned_start=ClockTime(time(9)))
    assert missing(*SECRETARY, held=remote) == []


def test_an_item_for_decision_lacks_one_until_its_words_are_there() -> None:
    decided = item("a", ItemKind.DECISION)
    assert missing(*SECRETARY, decided) == ["No decision is written: Ärende a"]
    blank = (Decision(id="d", owner_id="a"), words("d", "  "))
    assert missing(*SECRETARY, decided, *blank) == ["No decision is written: Ärende a"]
    assert missing(*SECRETARY, decided, blank[0], words("d", "att anta budgeten.")) == []


def test_a_decision_under_a_sub_item_counts_for_the_item_above() -> None:
    rows = (item("a", ItemKind.ELECTION), item("b", owner="a"), Decision(id="d", owner_id="b"))
    assert missing(*SECRETARY, *rows, words("d", "att välja Karin.")) == []


def test_items_without_a_word_are_named_the_first_of_many() -> None:
    said = (Section(id="s", owner_id="a"), words("s", "Mötet öppnades."))
    assert missing(*SECRETARY, item("a"), *said) == []
    assert missing(*SECRETARY, item("a"), Action(id="x", owner_id="a", text="Ring")) == []
    many = [item(name) for name in "abcdef"]
    assert missing(*SECRETARY, *many) == [
        "Nothing is written: Ärende a, Ärende b, Ärende c, Ärende d, …"
    ]
