"""Arrivals and departures against an oracle that goes through the items one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.participant import Attendance, Participant, Presence
from kcdesk.services import note_presence
from tests.services.agenda import MORNING, NOON, meeting, participant, performed

ITEMS = "abcdefg"


def there(records):
    register = AttendanceRegister(records)
    person = register.participants[0]
    items = ordered_items(records)
    return "".join(item.id for item in items if register.is_present(person, item))


def arrive(records, item, at=None):
    return performed(records, note_presence.arrive(records, "P", item, at))


def leave(records, item, at=None):
    return performed(records, note_presence.leave(records, "P", item, at))


def test_present_from_arrival_on_with_its_time():
    records = arrive(meeting(" ".join(ITEMS), participant("P")), "d", MORNING)
    assert there(records) == "defg"
    (row,) = records.all(Presence)
    assert (row.from_time, row.until_item_id) == (MORNING, None)
    assert records.get(Participant, "P").attendance is Attendance.PRESENT


def test_present_until_the_item_of_departure():
    records = leave(meeting("a b(c) d", participant("P")), "b", NOON)
    assert there(records) == "abc"
    assert records.all(Presence)[0].until_time == NOON


def test_leaving_and_coming_back_gives_two_stretches():
    records = meeting(" ".join(ITEMS), participant("P"))
    records = leave(records, "b", MORNING)
    group = note_presence.arrive(records, "P", "e", NOON)
    assert str(group.label) == "Note that NP came back"
    records = performed(records, group)
    assert there(records) == "abefg"
    first, second = records.children("P", Presence)
    assert (first.until_time, second.from_time) == (MORNING, NOON)


def test_out_and_in_during_one_item_keeps_both_times():
    records = meeting(" ".join(ITEMS), participant("P"))
    records = arrive(leave(records, "c", MORNING), "c", NOON)
    assert there(records) == ITEMS
    assert len(records.all(Presence)) == 2


def test_a_second_arrival_corrects_the_first():
    records = arrive(arrive(meeting(" ".join(ITEMS), participant("P")), "d", MORNING), "c", NOON)
    assert there(records) == "cdefg"
    assert records.all(Presence)[0].from_time == NOON


@pytest.mark.parametrize("state", [Attendance.ABSENT, Attendance.ABSENT_WITH_NOTICE])
def test_who_was_absent_comes_after_all(state):
    records = meeting(" ".join(ITEMS), participant("P", attendance=state))
    assert there(arrive(records, "f")) == "fg"
    assert there(leave(records, "b")) == "ab"


def test_a_departure_before_the_arrival_is_a_stretch_of_its_own():
    records = arrive(meeting(" ".join(ITEMS), participant("P")), "e")
    assert there(leave(records, "b")) == "abefg"


def test_a_stretch_is_set_precisely_and_taken_away():
    records = arrive(meeting(" ".join(ITEMS), participant("P")), "e")
    id = records.all(Presence)[0].id
    exact = {"from_item_id": "b", "from_time": MORNING, "until_item_id": "c", "until_time": NOON}
    records = performed(records, note_presence.set_stretch(records, id, **exact))
    assert there(records) == "bc"
    with pytest.raises(ValueError, match="before it begins"):
        note_presence.set_stretch(records, id, **{**exact, "until_item_id": "a"})
    assert there(performed(records, note_presence.remove_stretch(records, id))) == ITEMS


def test_a_stretch_of_the_whole_meeting_to_begin_with():
    records = meeting("a b", participant("P", attendance=Attendance.ABSENT))
    records = performed(records, note_presence.add_stretch(records, "P"))
    assert there(records) == "ab"


class Oracle:
    """Stretches as plain sets of items, in the words of the rules."""

    def __init__(self, order: str, below: dict[str, str]) -> None:
        self.order, self.below = order, below
        self.stretches: list[tuple[list[str], str | None]] = []  # items, item of the departure
        self.noted = False

    def arrive(self, item: str) -> None:
        self.noted = True
        later = self.order[self.order.index(item) :]
        for number, (items, left) in enumerate(self.stretches):
            if left is None or self.order.index(left) > self.order.index(item):
                end = self.order.index(items[-1])
                kept = [each for each in later if self.order.index(each) <= end]
                self.stretches[number] = (kept, left)
                return
        self.stretches.append((list(later), None))

    def leave(self, item: str) -> None:
        self.noted = True
        last = (item + self.below.get(item, ""))[-1]
        upto = self.order[: self.order.index(last) + 1]
        for number in reversed(range(len(self.stretches))):
            items, _left = self.stretches[number]
            if items[0] in upto:
                begin = self.order.index(items[0])
                kept = [each for each in upto if self.order.index(each) >= begin]
                self.stretches[number] = (kept, item)
                return
        self.stretches.insert(0, (list(upto), item))

    def there(self) -> str:
        if not self.noted:
            return self.order
        present = {each for items, _ in self.stretches for each in items}
        return "".join(each for each in self.order if each in present)


SHAPES = (("a b c d e f g", {}), ("a b(c d) e f(g)", {"b": "cd", "f": "g"}))


@given(
    st.sampled_from(SHAPES),
    st.lists(st.tuples(st.sampled_from(["arrive", "leave"]), st.sampled_from(ITEMS)), max_size=8),
)
def test_any_coming_and_going_is_as_the_rules_say(shape, steps):
    text, below = shape
    records, oracle = meeting(text, participant("P")), Oracle(ITEMS, below)
    for minute, (verb, item) in enumerate(steps):
        at = ClockTime(MORNING.time.replace(minute=minute))
        group = getattr(note_presence, verb)(records, "P", item, at)
        records = performed(records, group)
        getattr(oracle, verb)(item)
        assert there(records) == oracle.there()
        assert len(records.all(Presence)) == len(oracle.stretches)
        times = [each.from_time for each in records.all(Presence)]
        times += [each.until_time for each in records.all(Presence)]
        assert at in times


def test_who_came_later_was_surely_not_there_at_the_first_item():
    records = meeting("a(b) c d", participant("P"))
    group = note_presence.arrive_late(records, "P")
    assert str(group.label) == "Note that NP arrived later"
    records = performed(records, group)
    assert there(records) == "cd"
    register = AttendanceRegister(records)
    (person,) = register.participants
    assert register.is_vague(person)
    assert register.presence_stretches(person) == ()
    assert person.attendance is Attendance.PRESENT


def test_an_arrival_noted_takes_the_place_of_a_vague_one():
    records = meeting("a b c", participant("P"))
    records = performed(records, note_presence.arrive_late(records, "P"))
    records = arrive(records, "c", MORNING)
    (row,) = records.all(Presence)
    assert (row.arrived_late, there(records)) == (False, "c")
    assert not AttendanceRegister(records).is_vague(AttendanceRegister(records).participants[0])
    records = performed(records, note_presence.arrive_late(records, "P"))
    (row,) = records.all(Presence)
    assert (row.arrived_late, row.from_item_id, row.from_time) == (True, None, None)


def test_who_left_earlier_was_surely_not_there_at_the_last_item():
    records = meeting("a b c(d)", participant("P"))
    records = performed(records, note_presence.add_stretch(records, "P"))
    (row,) = records.all(Presence)
    said = {"from_item_id": "b", "from_time": None, "until_item_id": None, "until_time": None}
    group = note_presence.set_stretch(records, row.id, **said, arrived_late=True, left_early=True)
    records = performed(records, group)
    (row,) = records.all(Presence)
    assert (row.arrived_late, row.left_early) == (False, True)
    assert there(records) == "b"
    records = leave(records, "c")
    assert there(records) == "bcd"
    assert not records.all(Presence)[0].left_early


def test_at_a_meeting_of_one_item_who_came_later_was_at_none():
    records = meeting("a", participant("P"))
    assert there(performed(records, note_presence.arrive_late(records, "P"))) == ""
