"""Items come onto the agenda where they are asked for."""

import pytest

from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.moment import ClockTime
from kcdesk.services import edit_agenda
from kcdesk.services.agenda_text import read_agenda
from tests.services.agenda import meeting, outline, performed


@pytest.mark.parametrize(
    ("before", "after_id", "expected"),
    [
        ("", None, "Ny"),
        ("a b", None, "a b Ny"),
        ("a b", "a", "a Ny b"),
        ("a(b c) d", "b", "a(b Ny c) d"),
        ("a(b c) d", "a", "a(b c) Ny d"),
    ],
)
def test_an_item_is_added_on_the_level_of_the_one_before(before, after_id, expected):
    records = meeting(before)
    group = edit_agenda.add_item(records, after_id, " Ny ")
    assert outline(performed(records, group)) == expected
    assert str(group.label) == "Add “Ny”"


@pytest.mark.parametrize(
    ("before", "after_id", "text", "expected"),
    [
        ("", None, "1. P\n2. Q\n2.1 R\n2.2 S\n3. T", "P Q(R S) T"),
        ("a b", "a", "P\nQ", "a P Q b"),
        ("a(b c) d", "b", "P\n\n08.30\n  Q\nR", "a(b P(Q) R c) d"),
        ("a", None, "P\n  Q\n    R\n  S\nT", "a P(Q(R) S) T"),
        ("a", "a", "", "a"),
    ],
)
def test_a_pasted_list_becomes_items(before, after_id, text, expected):
    records = meeting(before)
    group = edit_agenda.add_items(records, after_id, read_agenda(text))
    assert outline(performed(records, group)) == expected


def test_labels_of_lists_count_or_name():
    records = meeting("a")
    assert str(edit_agenda.add_items(records, None, read_agenda("P\nQ")).label) == "Add 2 items"
    assert str(edit_agenda.add_items(records, None, read_agenda("P")).label) == "Add “P”"


def test_renaming_says_what_it_was_called():
    records = meeting("a")
    group = edit_agenda.rename_item(records, "a", " Ekonomi ")
    assert performed(records, group).get(Item, "a").title == "Ekonomi"
    assert str(group.label) == "Rename “Ta”"
    assert not edit_agenda.rename_item(records, "a", "Ta")


def test_a_new_item_says_nothing_of_its_kind():
    records = meeting("a")
    one = performed(records, edit_agenda.add_item(records, "a", "Ny"))
    several = performed(records, edit_agenda.add_items(records, "a", read_agenda("P\nQ")))
    made = [each for each in (*one.all(Item), *several.all(Item)) if each.id != "a"]
    assert [each.kind for each in made] == [ItemKind.UNSTATED] * 3


def test_an_item_without_a_title_has_a_name_for_the_label():
    records = meeting("a")
    records = records.apply(edit_agenda.rename_item(records, "a", ""))
    assert "without a title" in str(edit_agenda.rename_item(records, "a", "Ny").label)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("1. Mötets öppnande", "Mötets öppnande"),
        ("12) Övriga frågor", "Övriga frågor"),
        ("§ 52 Mötets öppnande", "Mötets öppnande"),
        ("§52  Val", "Val"),
        ("• Budget  2027", "Budget 2027"),
        ("– Budget", "Budget"),
        ("a) Budget", "Budget"),
        ("2027 års budget", "2027 års budget"),
        ("Budget", "Budget"),
        ("E-tjänster", "E-tjänster"),
    ],
)
def test_numbers_and_bullets_are_not_part_of_the_title(line, title):
    assert [each.title for each in read_agenda(line)] == [title]


def test_times_are_times_and_not_numbers():
    first, second, third = read_agenda("08.30 Kaffe\n2. kl. 9:15 – Ekonomi\n10.1 Bokslut")
    assert (first.title, str(first.start.time)) == ("Kaffe", "08:30:00")
    assert (second.title, str(second.start.time)) == ("Ekonomi", "09:15:00")
    assert (third.title, third.start, third.depth) == ("Bokslut", None, 1)
    records = meeting("")
    records = performed(records, edit_agenda.add_items(records, None, (first,)))
    assert isinstance(records.all(Item)[0].planned_start, ClockTime)


def test_a_list_cannot_begin_with_a_sub_item():
    assert [each.depth for each in read_agenda("10.1 P\n10.2 Q\n11 R")] == [0, 1, 0]
