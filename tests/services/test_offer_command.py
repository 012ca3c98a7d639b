"""What is offered for a line, and what each accepted offer does to the meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.body import Body, MemberKind, Membership, Numbering
from kcdesk.domain.decision import Decision, Motion, MotionKind
from kcdesk.domain.item import Recusal
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Attendance, Participant, Presence
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.services.edit_item_head import presenters_of
from kcdesk.services.line_command import CommandWord
from kcdesk.services.offer_command import LIMIT, CommandOffer, offers
from kcdesk.services.situation import Situation
from tests.services.agenda import meeting, participant, performed

NOW = ClockTime(time(9, 41))
LATER = ClockTime(time(9, 58))
PEOPLE = {"P": "Maria Haglund", "Q": "Karin Ahlqvist", "R": "Thomas Ek", "S": "Mats Olin"}


def situation(**changes: object) -> Situation:
    people = [
        replace(participant(id, person_id=f"person{id}", kind=MemberKind.MEMBER), name=name)
        for id, name in PEOPLE.items()
    ]
    persons = [
        Person(id=f"person{id}", owner_id=LIBRARY_ID, position=f"V{id}", name=name)
        for id, name in {**PEOPLE, "N": "Nina Berg"}.items()
    ]
    alias = PersonAlias(id="alias", owner_id="personQ", position="V", name="Kajsa Ahl")
    body = Body(id="b", name="Styrelsen", numbering=Numbering.PARAGRAPH)
    place = Membership(id="ms", owner_id="b", position="V", person_id="personN")
    here = Situation(
        records=meeting("a b c", *people),
        people=Records(LIBRARY_ID, [Library(id=LIBRARY_ID), *persons, alias]),
        body=Records("b", [body, place]),
        item_id="b",
        today=date(2026, 11, 12),
        at=NOW,
        lead_in="Styrelsen beslutar",
    )
    return replace(here, **changes)


def titles(line: str, here: Situation | None = None) -> list[str]:
    return [str(each.title) for each in offers(line, here or situation())]


def first(line: str, here: Situation) -> CommandOffer:
    return offers(line, here)[0]


def done(line: str, here: Situation | None = None) -> Records:
    here = here or situation()
    offer = next(each for each in offers(line, here) if each.act is not None)
    assert offer.act is not None
    return performed(here.records, offer.act(here))


def said(offer: CommandOffer) -> list[str]:
    return [str(each) for each in offer.preview]


# ---- who comes and goes --------------------------------------------------------------------


def test_an_arrival_is_noted_with_the_time_of_day() -> None:
    records = done("+mar")
    register = AttendanceRegister(records)
    person = records.get(Participant, "P")
    assert [register.is_present(person, item) for item in register._items] == [False, True, True]
    assert records.children("P", Presence)[0].from_time == NOW


def test_who_is_not_known_to_be_there_is_offered_first() -> None:
    here = situation()
    assert titles("+ma", here) == ["Maria Haglund", "Mats Olin"]
    present = here.records.setting("P", "attendance", Attendance.PRESENT)
    confirmed = here.records.apply(Group(Message("x"), present))
    here = replace(here, records=confirmed)
    assert titles("+ma", here) == ["Mats Olin", "Maria Haglund"]
    assert titles("-ma", here) == ["Maria Haglund", "Mats Olin"]
    gone = replace(here, records=done("-mar", here), item_id="c")
    assert titles("-ma", gone) == ["Mats Olin", "Maria Haglund"]


def test_a_departure_is_noted_at_the_item() -> None:
    records = done("-karin")
    (row,) = records.children("Q", Presence)
    assert (row.until_item_id, row.until_time) == ("b", NOW)


def test_people_are_found_by_initials_parts_and_other_spellings() -> None:
    assert titles("+MH") == ["Maria Haglund"]
    assert titles("+kar ahl") == ["Karin Ahlqvist"]
    assert titles("+kajsa") == ["Karin Ahlqvist"]


def test_letters_inside_a_name_are_no_name() -> None:
    assert titles("-om") == []
    assert titles("+arin") == []


def test_somebody_not_on_the_list_is_added_as_she_comes() -> None:
    offer = first("+nina", situation())
    assert said(offer) == ["present from § 2, 09:41:00", "not on the list yet: is added"]
    records = done("+nina")
    added = records.children("m", Participant)[-1]
    assert (added.name, added.attendance) == ("Nina Berg", Attendance.PRESENT)
    assert records.children(added.id, Presence)[0].from_item_id == "b"


def test_somebody_unknown_is_added_by_name_as_she_comes() -> None:
    here = situation()
    (offer,) = offers("+Lars Eriksson, Digitala Västerbotten", here)
    assert offer.title == Message("New: {name}", {"name": "Lars Eriksson"})
    assert said(offer) == ["Digitala Västerbotten", "present from § 2, 09:41:00"]
    records = done("+Lars Eriksson, Digitala Västerbotten", here)
    added = records.children("m", Participant)[-1]
    assert (added.name, added.organisation) == ("Lars Eriksson", "Digitala Västerbotten")
    assert added.attendance is Attendance.PRESENT
    assert records.children(added.id, Presence)[0].from_time == NOW


def test_who_is_known_is_offered_before_a_new_name() -> None:
    assert titles("+Karin Ahlqvist, Norråsa") == ["Karin Ahlqvist"]
    assert len(titles("+Karin Ahl")) == 2
    assert titles("+Karin Ahl")[0] == "Karin Ahlqvist"
    assert len(titles("+Carl von Linné")) == 1
    assert len(titles("+Anna K. Berg-Ek (S)")) == 1


@pytest.mark.parametrize("line", ["+Lars", "+lars eriksson", "+HH KA", "+Plus och minus", "+A 4"])
def test_what_is_no_whole_name_makes_nobody(line: str) -> None:
    assert offers(line, situation()) == ()


def test_the_preview_says_when_and_where() -> None:
    assert said(first("-mh", situation())) == ["leaves at § 2, 09:41:00"]
    assert said(first("-mh", situation(at=None))) == ["leaves at § 2"]
    assert said(first("+mh", situation(at=None))) == ["present from § 2"]
    assert done("+mh", situation(at=None)).children("P", Presence)[0].from_time is None


# ---- what is text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "/Gerd Olofsson",
        "/Gerd",
        "-text",
        "- Maria",
        "-",
        "+",
        "+46 70 123 45 67",
        "+ 3 grader",
        "Maria",
        "och/eller",
        "/beslutet",
        "/paus efter kaffet",
        "",
    ],
)
def test_text_is_offered_nothing(line: str) -> None:
    assert offers(line, situation()) == ()


# ---- commands with words -------------------------------------------------------------------


def test_a_command_is_offered_by_its_first_letters() -> None:
    assert titles("/b") == ["/beslut", "/bilaga", "/paus"]
    assert titles("/b", situation(language="en")) == ["/decision", "/attachment", "/break"]
    assert len(titles("/")) == 8
    offer = first("/å", situation())
    assert (offer.text, offer.opens, offer.act) == ("/åtgärd ", "action", None)
    assert first("/v", situation()).opens == "vote"
    assert first("/bil", situation()).opens == "file"
    assert first("/beslut ", situation()).opens == "decision"


def decision_of(records: Records) -> list[tuple[str, BlockKind]]:
    (decision,) = records.children("b", Decision)
    return [(text_of(each.spans), each.kind) for each in records.children(decision.id, Block)]


def test_a_decision_has_its_words() -> None:
    assert decision_of(done("/beslut Styrelsen avslår.")) == [
        ("Styrelsen avslår.", BlockKind.PARAGRAPH)
    ]


def test_a_clause_alone_gets_the_lead_in() -> None:
    expected = [("Styrelsen beslutar", BlockKind.PARAGRAPH), ("att avslå.", BlockKind.CLAUSE)]
    assert decision_of(done("/beslut att avslå.")) == expected
    assert decision_of(done("/beslut att avslå.", situation(lead_in=""))) == expected[1:]


def test_an_action_has_owners_day_and_text() -> None:
    here = situation()
    line = "/åtgärd MH, KA fredag Skicka brevet"
    offer = next(each for each in offers(line, here) if each.act)
    assert said(offer)[:2] == ["Maria Haglund", "Karin Ahlqvist"]
    records = done(line, here)
    (action,) = records.children("b", Action)
    assert (action.text, action.due) == ("Skicka brevet", Moment(date(2026, 11, 13)))
    owners = records.children(action.id, ActionOwner)
    assert [each.participant_id for each in owners] == ["P", "Q"]


def test_the_name_being_written_is_completed_first() -> None:
    here = situation()
    assert titles("/åtgärd mat", here) == ["Mats Olin", "Action"]
    assert first("/åtgärd mat", here).text == "/åtgärd Mats Olin "
    assert first("/åtgärd MH, kar", here).text == "/åtgärd MH, Karin Ahlqvist "
    assert titles("/åtgärd Mats Olin ring", here) == ["Action"]
    assert titles("/yrkande th", here)[0] == "Thomas Ek"


def test_a_motion_has_movers_kind_and_words() -> None:
    (motion,) = done("/yrkande KA avslag Kostnaden är inte utredd.").children("b", Motion)
    assert motion.movers == ("Q",)
    assert (motion.kind, motion.text) == (MotionKind.REJECTION, "Kostnaden är inte utredd.")


def test_recusal_names_one_or_several_with_the_ground() -> None:
    offer = next(each for each in offers("/jäv MH, KA delägare i bolaget", situation()) if each.act)
    assert said(offer)[-1] == "delägare i bolaget"
    rows = done("/jäv MH, KA delägare i bolaget").children("b", Recusal)
    assert [(each.participant_id, each.ground) for each in rows] == [
        ("P", "delägare i bolaget"),
        ("Q", "delägare i bolaget"),
    ]
    assert titles("/jäv ingen alls") == []


def test_enter_is_enough_where_every_presenter_is_known() -> None:
    """Initials stand for a whole name; letters that might be a new name's are written out first."""
    assert first("/föredragande MH", situation()).act is not None
    assert first("/föredragande Mar", situation()).act is None
    assert first("/föredragande MH, Mar", situation()).act is None


def test_a_misspelt_presenter_is_offered_as_she_is_on_the_list() -> None:
    offer = first("/föredragande Maria Hagslund", situation())
    assert (offer.title, offer.act) == ("Maria Haglund", None)
    assert offer.text == "/föredragande Maria Haglund"
    assert first(offer.text, situation()).act is not None
    other = first("/föredragande Maria Holm", situation())
    assert other.title != "Maria Haglund"
    both = first("/föredragande KA, Maria Haglnd", situation())
    assert both.text == "/föredragande KA, Maria Haglund"


def test_presenters_join_those_named_before() -> None:
    assert first("/f", situation()).opens == "presenters"
    here = situation()
    records = done("/föredragande MH", here)
    guest = "Elsa Brandt (rådgivare, Norråsa kommun)"
    offer = next(
        each
        for each in offers(f"/föredragande {guest}", replace(here, records=records))
        if each.act
    )
    assert said(offer) == [guest]
    records = done(f"/föredragande {guest}", replace(here, records=records))
    assert [each.name for each in presenters_of(records, "b")] == ["Maria Haglund", guest]


def test_an_attachment_has_the_name() -> None:
    (row,) = done("/bilaga Avtal konsumentvägledning.pdf").children("b", Attachment)
    assert (row.name, row.number) == ("Avtal konsumentvägledning.pdf", "1")


def test_names_of_files_are_attachments_each() -> None:
    here = situation()
    assert said(first("/bilaga a.pdf, b.docx", here)) == ["a.pdf", "b.docx"]
    rows = done("/bilaga a.pdf, b.docx", here).children("b", Attachment)
    assert [(each.name, each.number) for each in rows] == [("a.pdf", "1"), ("b.docx", "2")]
    assert said(first("/bilaga Kartan, blad 2", here)) == ["Kartan, blad 2", "as one attachment"]


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("MH Läs avtalet 2 mars", "Läs avtalet", Moment(date(2027, 3, 2))),
        ("MH, KA Läs avtalet, fredag.", "Läs avtalet", Moment(date(2026, 11, 13))),
        ("MH Läs om två veckor", "Läs", Moment(date(2026, 11, 26))),
        ("MH Läs senast fredag", "Läs", Moment(date(2026, 11, 13), "senast fredag")),
        ("MH Ring till Maj", "Ring till Maj", Moment()),
        ("MH Ring 070406", "Ring 070406", Moment()),
        ("MH Ring Maj", "Ring Maj", Moment()),
        ("MH Kalla till nästa möte", "Kalla till nästa möte", Moment()),
        ("MH fredag Läs 2 mars", "Läs 2 mars", Moment(date(2026, 11, 13))),
    ],
)
def test_a_day_may_stand_last(line: str, text: str, due: Moment) -> None:
    (action,) = done(f"/åtgärd {line}").children("b", Action)
    assert (action.text, action.due) == (text, due)


def breaks(records: Records) -> list[tuple[ClockTime | None, ClockTime | None, str | None]]:
    rows = records.children("m", Adjournment)
    return [(each.from_time, each.until_time, each.item_id) for each in rows]


def test_a_break_begins_and_the_next_command_ends_it() -> None:
    here = situation()
    assert said(first("/paus", here)) == ["a break from 09:41:00"]
    records = done("/paus", here)
    assert breaks(records) == [(NOW, None, "b")]
    back = replace(here, records=records, at=LATER, item_id="c")
    assert said(first("/p", back)) == ["the break since 09:41:00 ends at 09:58:00"]
    assert breaks(done("/paus", back)) == [(NOW, LATER, "b")]
    assert said(first("/paus", replace(back, at=None))) == ["the break since 09:41:00 ends"]
    assert said(first("/paus", situation(at=None))) == ["a break"]


def test_a_break_may_state_its_times() -> None:
    assert breaks(done("/paus 09.41-09.58")) == [(NOW, LATER, "b")]
    assert breaks(done("/paus 09.41", situation(at=None))) == [(NOW, None, "b")]


# ---- rules ----------------------------------------------------------------------------------

LINES = st.builds(
    "{}{}".format,
    st.sampled_from(
        [
            "/",
            "+",
            "-",
            "/beslut ",
            "/åtgärd ",
            "/yrkande ",
            "/jäv ",
            "/paus ",
            "/föredragande ",
            "",
        ]
    ),
    st.text(max_size=24) | st.sampled_from(["MH fredag", "maria, kar", "att avslå", "9.30-"]),
)


@given(LINES)
def test_whatever_is_offered_can_be_done_and_undone(line: str) -> None:
    here = situation()
    found = offers(line, here)
    assert len(found) <= max(LIMIT, len(CommandWord))
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.act or each.opens or each.text
        if each.act is not None:
            assert performed(here.records, each.act(here)) is not None
        if each.text:
            assert each.text.startswith(line[:1])
