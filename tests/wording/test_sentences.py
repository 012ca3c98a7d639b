"""The customary sentences, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from kcdesk.domain.attendance import Stretch
from kcdesk.domain.body import Body, Numbering, Regime, RoleKind
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Motion,
    MotionFate,
    MotionKind,
    Reservation,
    ReservationKind,
    Vote,
    VoteMethod,
)
from kcdesk.domain.item import Item, ItemKind, Recusal, Relation
from kcdesk.domain.meeting import Meeting, MeetingKind
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.section import SectionKind
from kcdesk.i18n import catalogue
from kcdesk.wording import moment, name, part
from kcdesk.wording.head import meeting_line, minutes_title
from kcdesk.wording.motion import motion_sentence
from kcdesk.wording.presence import Places
from kcdesk.wording.recusal import recusal_sentence
from kcdesk.wording.reservation import reservation_sentence
from kcdesk.wording.secrecy import withheld
from kcdesk.wording.sentence import capital, ended
from kcdesk.wording.vote import vote_sentences
from tests.documents.meetings import clock

SV, EN = catalogue("sv"), catalogue("en")
ANNA = Participant(id="anna", owner_id="m", position="a", name="Anna Berg", party="S")
LARS = Participant(id="lars", owner_id="m", position="b", name="Lars Modin")
RECORDS = Records("m", [Meeting(id="m"), ANNA, LARS])


@pytest.mark.parametrize(
    ("kind", "swedish", "english"),
    [
        (MotionKind.ASSENT, "yrkar bifall till förslaget.", "moves that the proposal be adopted."),
        (
            MotionKind.REJECTION,
            "yrkar avslag på förslaget.",
            "moves that the proposal be rejected.",
        ),
        (MotionKind.TABLING, "yrkar att ärendet bordläggs.", "moves that the item be tabled."),
        (
            MotionKind.REFERRAL_BACK,
            "yrkar att ärendet återremitteras.",
            "moves that the item be referred back.",
        ),
    ],
)
def test_motions(kind: MotionKind, swedish: str, english: str) -> None:
    motion = Motion(id="x", movers=("anna",), kind=kind)
    assert motion_sentence(SV, RECORDS, motion) == f"Anna Berg (S) {swedish}"
    assert motion_sentence(EN, RECORDS, motion) == f"Anna Berg (S) {english}"


def test_motions_in_own_words_get_their_att() -> None:
    own = Motion(id="x", movers=("anna", "lars"), kind=MotionKind.OWN, text="beloppet sänks")
    assert (
        motion_sentence(SV, RECORDS, own)
        == "Anna Berg (S) och Lars Modin yrkar att beloppet sänks."
    )
    said = Motion(id="x", movers=("lars",), kind=MotionKind.AMENDMENT, text="att beloppet sänks.")
    assert motion_sentence(SV, RECORDS, said) == "Lars Modin yrkar att beloppet sänks."


def test_motions_withdrawn_with_reasons_or_without_a_mover() -> None:
    gone = Motion(
        id="x",
        mover_text="Vänstergruppen",
        kind=MotionKind.REFERRAL_BACK,
        text="Underlaget saknar en barnkonsekvensanalys",
        fate=MotionFate.WITHDRAWN,
    )
    assert motion_sentence(SV, RECORDS, gone) == (
        "Vänstergruppen yrkar att ärendet återremitteras. Underlaget saknar en "
        "barnkonsekvensanalys. Yrkandet återtas."
    )
    assert motion_sentence(SV, RECORDS, Motion(id="x", text="bifall yrkas")) == "Bifall yrkas."
    why = Motion(id="x", movers=("anna",), kind=MotionKind.TABLING, text="underlag saknas")
    assert motion_sentence(SV, RECORDS, why).endswith("bordläggs. Underlag saknas.")


def test_votes_by_name() -> None:
    vote = Vote(id="v", owner_id="m", yes_means="bifall", no_means="avslag.", result="Bifall")
    ballots = [
        Ballot(id=f"b{n}", owner_id="v", position=str(n), participant_id=who, choice=choice)
        for n, (who, choice) in enumerate(
            [("anna", Choice.YES), ("lars", Choice.NO), ("lars", Choice.ABSTAIN)]
        )
    ]
    records = Records("m", [Meeting(id="m"), ANNA, LARS, vote, *ballots])
    assert vote_sentences(SV, records, vote) == (
        "Omröstning begärs och genomförs öppet.",
        "Ja innebär bifall.",
        "Nej innebär avslag.",
        "Omröstningen utfaller med 1 ja mot 1 nej; 1 avstår.",
        "Bifall.",
    )


def test_votes_by_count_casting_vote_and_lots() -> None:
    vote = Vote(
        id="v",
        method=VoteMethod.SECRET,
        yes_count=4,
        no_count=4,
        casting_participant_id="anna",
        drawn_by_lot=True,
    )
    assert vote_sentences(SV, RECORDS, vote) == (
        "Omröstningen är sluten.",
        "Omröstningen utfaller med 4 ja mot 4 nej.",
        "Anna Berg (S) har utslagsröst.",
        "Rösterna faller lika och lotten avgör.",
    )
    spoken = Vote(id="v", method=VoteMethod.ACCLAMATION)
    assert vote_sentences(SV, RECORDS, spoken) == ("Beslutet fattas med acklamation.",)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (ReservationKind.RESERVATION, "Anna Berg (S) reserverar sig mot beslutet."),
        (ReservationKind.MINUTES_NOTE, "Anna Berg (S) lämnar en protokollsanteckning."),
        (ReservationKind.SPECIAL_STATEMENT, "Anna Berg (S) lämnar ett särskilt yttrande."),
        (ReservationKind.OPINION_NOTED, "Anna Berg (S) får sin mening antecknad."),
    ],
)
def test_reservations(kind: ReservationKind, sentence: str) -> None:
    reservation = Reservation(id="r", participants=("anna",), kind=kind)
    assert reservation_sentence(SV, RECORDS, reservation) == sentence
    assert part.reservation_heading(SV, kind)


def test_reservations_in_own_words() -> None:
    own = Reservation(id="r", participants=("anna",), text="Beloppet är för högt")
    assert reservation_sentence(SV, RECORDS, own) == "Anna Berg (S): Beloppet är för högt."
    named = Reservation(id="r", participants=("anna",), text="Anna Berg reserverar sig.")
    assert reservation_sentence(SV, RECORDS, named) == "Anna Berg reserverar sig."
    assert reservation_sentence(SV, RECORDS, Reservation(id="r")) == ""


def test_recusals_follow_the_regime() -> None:
    recusal = Recusal(id="r", participant_id="anna", ground="Delägare i bolaget")
    assert recusal_sentence(SV, RECORDS, recusal, Regime.COUNCIL) == (
        "Anna Berg (S) deltar inte i ärendet på grund av jäv. Delägare i bolaget."
    )
    assert recusal_sentence(SV, RECORDS, Recusal(id="r", participant_id="lars"), Regime.BOARD) == (
        "Lars Modin deltar inte i ärendet och är inte närvarande vid det på grund av jäv."
    )
    assert recusal_sentence(SV, RECORDS, Recusal(id="r"), Regime.BOARD) == ""


def test_places_by_paragraph_and_by_item() -> None:
    items = [Item(id=str(number)) for number in range(5)]
    numbers = {item.id: str(51 + index) for index, item in enumerate(items)}
    places = Places(SV, numbers, Numbering.PARAGRAPH)
    assert places.stretches([]) == ""
    assert places.stretches([Stretch(items[1], items[3])]) == "§§ 52–54"
    assert places.stretches([Stretch(items[1], items[1])]) == "§ 52"
    assert places.stretches([Stretch(items[0], items[0]), Stretch(items[2], items[4])]) == (
        "§§ 51, 53–55"
    )
    assert places.items(["0", "1", "3", "x"]) == "§§ 51–52, 54"
    assert places.item("x") == places.items([]) == ""
    by_item = Places(SV, {"0": "10.1", "1": "2"}, Numbering.ITEM)
    assert by_item.item("1") == "punkt 2"
    assert by_item.items(["0", "1"]) == "punkterna 10.1, 2"


def test_unnumbered_items_are_named() -> None:
    bare = Item(id="b", title="Rast")
    assert Places(EN, {}, Numbering.ITEM).stretches([Stretch(bare, bare)]) == "at item Rast"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Moment(date(2026, 3, 2)), "2026-03-02"),
        (Moment(date(2026, 3, 2), "i mars"), "i mars"),
        (Moment(tie=Tie.NEXT_MEETING), "nästa möte"),
        (Moment(tie=Tie.BEFORE_NEXT_MEETING), "före nästa möte"),
        (Moment(tie=Tie.OTHER_MEETING), "ett senare möte"),
        (Moment(), ""),
    ],
)
def test_days(value: Moment, written: str) -> None:
    assert moment.day(SV, value) == written


def test_days_in_words() -> None:
    assert moment.day_in_words(SV, Moment(date(2026, 11, 12))) == "torsdagen den 12 november 2026"
    assert moment.day_in_words(EN, Moment(date(2026, 11, 12))) == "Thursday 12 November 2026"
    assert moment.day_in_words(SV, Moment(text="i maj")) == "i maj"


def test_time_spans() -> None:
    start, end = clock("08:30"), clock("11:50")
    assert moment.time_span(SV, start, end) == "kl. 08.30–11.50"
    assert moment.time_span(EN, start, None) == "at 08:30"
    assert moment.time_span(SV, None, end) == "till kl. 11.50"
    assert moment.time_span(SV, None, None) == ""
    about = type(end)(end.time, approximate=True)
    assert moment.time_span(SV, start, about) == "kl. 08.30 – ca 11.50"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (MeetingKind.ORDINARY, "Styrelsens sammanträde torsdagen den 12 november 2026"),
        (MeetingKind.EXTRA, "Styrelsens extra sammanträde torsdagen den 12 november 2026"),
        (MeetingKind.TELEPHONE, "Styrelsens telefonmöte torsdagen den 12 november 2026"),
        (MeetingKind.PER_CAPSULAM, "Styrelsens beslut per capsulam torsdagen den 12 november 2026"),
        (MeetingKind.STUDY_TRIP, "Styrelsens studieresa torsdagen den 12 november 2026"),
    ],
)
def test_the_line_under_the_title(kind: MeetingKind, line: str) -> None:
    body = Body(id="b", name="Styrelsen", regime=Regime.BOARD)
    meeting = Meeting(id="m", kind=kind, day=Moment(date(2026, 11, 12)))
    assert meeting_line(SV, body, meeting, formal=True) == line


@pytest.mark.parametrize(
    ("kind", "formal", "begins"),
    [
        (MeetingKind.ORDINARY, True, "Sammanträde med"),
        (MeetingKind.ORDINARY, False, "Möte med"),
        (MeetingKind.EXTRA, True, "Extra sammanträde med"),
        (MeetingKind.TELEPHONE, True, "Telefonmöte med"),
        (MeetingKind.PER_CAPSULAM, True, "Beslut per capsulam i"),
        (MeetingKind.STUDY_TRIP, True, "Studieresa med"),
    ],
)
def test_a_body_whose_name_is_a_phrase_has_no_genitive(
    kind: MeetingKind, formal: bool, begins: str
) -> None:
    body = Body(id="b", name="Nämnden för arbete och välfärd")
    meeting = Meeting(id="m", day=Moment(date(2026, 11, 12)), kind=kind)
    line = meeting_line(SV, body, meeting, formal=formal)
    assert line == f"{begins} Nämnden för arbete och välfärd torsdagen den 12 november 2026"


def test_titles() -> None:
    assert minutes_title(SV, Meeting(id="m"), formal=True) == "Protokoll"
    assert minutes_title(SV, Meeting(id="m"), formal=False) == "Minnesanteckningar"
    assert (
        minutes_title(SV, Meeting(id="m", title="Mötesprotokoll"), formal=True) == "Mötesprotokoll"
    )
    informal = Body(id="b", name="Kommunchefsgruppen")
    assert meeting_line(SV, informal, Meeting(id="m"), formal=False) == "Kommunchefsgruppens möte"
    assert meeting_line(SV, Body(id="b"), Meeting(id="m"), formal=True) == ""


def test_every_kind_has_its_words() -> None:
    for texts in (SV, EN):
        for role in RoleKind:
            assert name.role_name(texts, role)
        kinds = [name.meeting_kind(texts, kind) for kind in MeetingKind]
        assert kinds.count("") == 1
        for relation in Relation:
            assert "X" in part.relation(texts, relation, "X")
        shown = [part.item_kind(texts, kind) for kind in ItemKind]
        assert shown.count("") == 2  # formalities, and items of no stated kind
        for formal in (True, False):
            headings = [part.section_heading(texts, kind, formal=formal) for kind in SectionKind]
            assert headings.count("") == 2


def test_possessives() -> None:
    assert name.possessive(SV, "Styrelsen") == "Styrelsens"
    assert name.possessive(SV, "Kommunens hus") == "Kommunens hus"
    assert name.possessive(EN, "The Board") == "The Board's"
    assert name.possessive(EN, "Commons") == "Commons'"


def test_small_matters() -> None:
    assert ended("hej") == "hej."
    assert ended("hej!") == "hej!"
    assert ended(" ") == ""
    assert capital("åre") == "Åre"
    assert withheld(SV, "") == "Texten är utelämnad på grund av sekretess."
