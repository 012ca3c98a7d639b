"""The words under a name, as in the picture that we aim at."""

from dataclasses import replace
from datetime import time

import pytest

from kcdesk.domain.body import MemberKind, Numbering, RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.participant import Attendance, Participant, Presence, Role, Service
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import use
from kcdesk.ui.screens.attendance.attendance_line import Dot, attendance_of
from kcdesk.ui.screens.attendance.item_words import ItemWords
from kcdesk.ui.screens.attendance.participant_words import details, short_name
from tests.ui.screens import norrasa

NINE = ClockTime(time(9, 12))
TEN = ClockTime(time(10), approximate=True)


@pytest.fixture(autouse=True)
def _swedish(qapp):
    use("sv")


def plain(text):
    """The words with ordinary spaces; which of them hold is another matter."""
    return text.replace("\u00a0", " ")


def lines(item="digital", *more, seats=7, numbering=Numbering.PARAGRAPH):
    context = norrasa.context(numbering=numbering)
    records = Records("m", [*context.bridge.records, *more])
    view = attendance_of(records, replace(profile(context.body, records), seats=seats), item)
    return view, {line.id: line for line in view.lines}


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("modin", "Norråsa · vice ordförande, ordförande §§ 52–54"),
        ("haglund", "Övre Forsa · ordförande från § 55 (09.12)"),
        ("ahlqvist", "Rotsjö"),
        ("falk", "Björkliden · jäv i § 57"),
        ("sund", "Nordby · på distans"),
        ("kling", "Vallmon · ersätter J. Jonsén"),
        ("wret", "Bjursele · anmält förhinder"),
        ("nyman", "sekreterare"),
        ("siv", "föredragande, § 56"),
    ],
)
def test_the_words_of_the_picture(id, said):
    _view, found = lines()
    assert plain(found[id].details) == said


def test_groups_and_counts():
    view, _found = lines()
    headings = [line.name for line in view.lines if line.is_heading]
    assert headings == ["Beslutande", "Övriga"]
    assert (view.there, view.of) == (6, 7)
    assert (view.quorum.serving, view.quorum.needed) == (6, 4)
    spare = Participant(
        id="spare", owner_id="m", position="zZ", name="Eva Ek", kind=MemberKind.SUBSTITUTE
    )
    view, _found = lines("digital", spare)
    assert [line.name for line in view.lines if line.is_heading][1] == "Ersättare"


def test_dots_follow_the_item():
    _view, at_start = lines("opening")
    _view, later = lines("consumer")
    assert (at_start["haglund"].dot, later["haglund"].dot) == (Dot.AWAY, Dot.THERE)
    assert later["falk"].dot is Dot.RECUSED
    assert later["kling"].dot is Dot.EXPECTED
    assert later["wret"].dot is Dot.AWAY


def test_a_row_is_a_sentence():
    _view, found = lines("consumer")
    assert plain(found["falk"].spoken) == "Robert Falk, Beslutande, jävig, Björkliden, jäv i § 57"
    assert found["wret"].spoken == "Håkan Wret, Beslutande, anmält förhinder, Bjursele"
    _view, found = lines("opening")
    assert "inte närvarande nu" in found["haglund"].spoken


def test_without_an_item_the_meeting_is_counted():
    view, _found = lines("")
    assert view.there == 5
    view, _found = lines("", seats=None)
    assert (view.of, view.quorum) == (8, None)


def test_times_and_several_stretches():
    gone = Presence(
        id="y",
        owner_id="ahlqvist",
        position="B",
        until_item_id="economy",
        until_time=TEN,
    )
    back = Presence(
        id="z", owner_id="ahlqvist", position="C", from_item_id="payroll", from_time=NINE
    )
    _view, found = lines("digital", gone, back)
    said = plain(found["ahlqvist"].details)
    assert said == "Rotsjö · till och med § 54 (ca 10.00), från § 58 (09.12)"


def test_who_was_absent_at_first_and_came_is_not_absent():
    _view, found = lines(
        "digital", Presence(id="y", owner_id="wret", from_item_id="trip", from_time=NINE)
    )
    assert "från § 59" in plain(found["wret"].details)


def test_a_service_of_a_part_and_for_nobody():
    part = Service(id="y", owner_id="siv", from_item_id="trip")
    _view, found = lines("digital", part)
    assert "ersätter ingen angiven från § 59" in plain(found["siv"].details)


@pytest.mark.parametrize(
    ("first", "last", "times", "said"),
    [
        (None, None, (), ""),
        ("opening", "opening", (), "§ 52"),
        (None, "opening", (), "§ 52"),
        (None, "economy", (), "§§ 52–54"),
        ("economy", "workshop", (), "§§ 54–56"),
        ("economy", None, (), "från § 54"),
        ("economy", "digital", (NINE, TEN), "från § 54 (09.12) till § 56 (ca 10.00)"),
        (None, None, (NINE, None), "från 09.12"),
        ("gone", None, (), ""),
    ],
)
def test_spans(first, last, times, said):
    words = ItemWords(norrasa.context().bridge.records, Numbering.PARAGRAPH)
    assert plain(words.span(first, last, *times)) == said


def test_informal_numbers_and_bare_headings():
    context = norrasa.context(numbering=Numbering.ITEM)
    words = ItemWords(context.bridge.records, Numbering.ITEM)
    assert plain(words.item("workshop")) == "p. 5.1"
    assert plain(words.choice("workshop")) == "p. 5.1 Workshop i mars"
    assert plain(words.span("opening", "economy")) == "från p. 1 till p. 3"
    assert plain(words.span("opening", "opening")) == "p. 1"
    bare = Item(id="q", owner_id="m", position="0", title="Lunch", numbered=False)
    words = ItemWords(Records("m", [*context.bridge.records, bare]), Numbering.ITEM)
    assert words.item("q") == "”Lunch”"
    assert words.choice("q") == "Lunch"
    assert words.span("q", "q") == "från ”Lunch” till ”Lunch”"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Jan Jonsén", "J. Jonsén"), ("Cher", "Cher"), ("Carl von Linné", "C. Linné"), ("", "")],
)
def test_short_names(name, short):
    assert short_name(name) == short


def test_absence_without_notice_and_no_name():
    context = norrasa.context()
    person = Participant(id="x", owner_id="m", position="zz", attendance=Attendance.ABSENT)
    records = Records("m", [*context.bridge.records, person])
    words = ItemWords(records, Numbering.PARAGRAPH)
    assert details(records, person, words) == ("frånvarande",)
    view = attendance_of(records, profile(context.body, records), "digital")
    assert "utan namn" in [each.name for each in view.lines]


def test_no_line_break_parts_a_reference():
    _view, found = lines()
    assert "§\u00a055" in found["haglund"].details
    assert "§§\u00a052–54" in found["modin"].details


def test_several_items_are_counted_up_once():
    words = ItemWords(norrasa.context().bridge.records, Numbering.PARAGRAPH)
    assert words.items(["economy"]) == "§\u00a054"
    assert words.items(["economy", "digital", "workshop"]) == "§§ 54 och 56"
    words = ItemWords(norrasa.context().bridge.records, Numbering.ITEM)
    assert plain(words.items(["economy", "digital"])) == "p. 3 och p. 5"


def test_who_presents_is_not_called_a_presenter_twice():
    role = Role(id="y", owner_id="siv", kind=RoleKind.PRESENTER)
    only = Presence(id="z", owner_id="siv", from_item_id="digital", until_item_id="digital")
    _view, found = lines("digital", role, only)
    assert plain(found["siv"].details) == "föredragande, § 56"


def test_a_stretch_of_numbers_alone_says_that_it_is_presence():
    part = Presence(id="z", owner_id="siv", until_item_id="economy")
    _view, found = lines("digital", part)
    assert plain(found["siv"].details) == "föredragande, § 56 · närvarande §§ 52–54"


@pytest.mark.parametrize(
    ("presence", "said"),
    [
        (Presence(id="x", arrived_late=True), "anlände senare"),
        (Presence(id="x", left_early=True), "lämnade tidigare"),
        (
            Presence(id="x", arrived_late=True, until_item_id="digital"),
            "anlände senare, till och med § 56",
        ),
    ],
)
def test_what_nobody_knows_exactly_is_said_as_it_is(presence, said):
    _view, by_id = lines("digital", replace(presence, owner_id="ahlqvist", position="V"))
    assert plain(by_id["ahlqvist"].details).endswith(said)
