"""The sentences that the program writes from yrkanden, votes, presence and breaks."""

from __future__ import annotations

import pytest

from kcdesk.domain.body import Body, Regime
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    DecisionOutcome,
    Motion,
    MotionFate,
    MotionKind,
    Vote,
    VoteMethod,
)
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.meeting import Adjournment, Meeting
from kcdesk.domain.movement import adjournments, arrivals, departures
from kcdesk.domain.participant import Participant, Presence, Service, Standing
from kcdesk.domain.proposition import propositions
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.i18n import catalogue
from kcdesk.services.reword import is_outdated, is_reworded, reword, write_anew
from kcdesk.wording.decision import waiting_reasons, waiting_sentence
from kcdesk.wording.movement import adjournment_sentence, arrival_sentence, departure_sentence
from kcdesk.wording.proposition import proposal_words, proposition_order
from kcdesk.wording.recusal import recusal_sentence
from kcdesk.wording.subject import body_subject, within
from kcdesk.wording.vote import vote_sentences
from tests.documents.meetings import clock

SV, EN = catalogue("sv"), catalogue("en")
PEOPLE = (
    Participant(id="anna", owner_id="m", position="a", name="Anna Berg", party="S"),
    Participant(id="per", owner_id="m", position="b", name="Per-Erik Modin", party="C"),
    Participant(id="lars", owner_id="m", position="c", name="Lars Falk"),
    Participant(id="siv", owner_id="m", position="d", name="Siv Öman", standing=Standing.OTHER),
)
ITEMS = tuple(Item(id=id, owner_id="m", position=f"{id}V", title=id) for id in "ijk")
K, F = MotionKind, MotionFate


def records(*rows: Row) -> Records:
    return Records("m", [Meeting(id="m"), *ITEMS, *PEOPLE, *rows])


def motion(
    who: str, kind: MotionKind, fate: MotionFate = F.OPEN, text: str = "", **more: object
) -> Motion:
    movers = (who,) if who else ()
    id = f"{who}-{kind}-{text}"
    return Motion(
        id=id, owner_id="i", position=id, movers=movers, kind=kind, fate=fate, text=text, **more
    )


def order(*rows: Row, texts=SV) -> str:
    held = records(*rows)
    return proposition_order(texts, held, propositions(held, held.get(Item, "i")), "Styrelsen")


@pytest.mark.parametrize(
    ("motions", "said"),
    [
        ([], ""),
        ([motion("anna", K.ASSENT, F.CARRIED)], ""),
        ([motion("anna", K.ASSENT), motion("per", K.REJECTION)], ""),
        (
            [motion("anna", K.ASSENT, F.CARRIED), motion("per", K.REJECTION, F.LOST)],
            (
                "Ordföranden ställer proposition på bifall till respektive avslag på förslaget och "
                "finner att styrelsen bifaller förslaget."
            ),
        ),
        (
            [motion("per", K.REJECTION, F.CARRIED)],
            (
                "Ordföranden ställer proposition på bifall till respektive avslag på förslaget och "
                "finner att styrelsen avslår förslaget."
            ),
        ),
        (
            [motion("anna", K.ASSENT, F.LOST), motion("per", K.OWN, F.CARRIED, "sänk")],
            (
                "Ordföranden ställer förslaget mot Per-Erik Modins (C) yrkande och finner att "
                "styrelsen bifaller Per-Erik Modins (C) yrkande."
            ),
        ),
        (
            [motion("lars", K.AMENDMENT, F.LOST, "sänk")],
            (
                "Ordföranden ställer förslaget mot Lars Falks yrkande och finner att styrelsen "
                "bifaller förslaget."
            ),
        ),
        (
            [
                motion("anna", K.OWN, F.LOST, "sänk"),
                motion("per", K.OWN, F.LOST, "höj"),
                motion("lars", K.ASSENT, F.CARRIED),
            ],
            (
                "Ordföranden ställer proposition på förslaget, Anna Bergs (S) yrkande och "
                "Per-Erik Modins (C) yrkande var för sig och finner att "
                "styrelsen bifaller förslaget."
            ),
        ),
        (
            [motion("anna", K.REFERRAL_BACK, F.CARRIED), motion("per", K.ASSENT)],
            (
                "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
                "återremitteras och finner att det ska återremitteras."
            ),
        ),
        (
            [
                motion("anna", K.TABLING, F.LOST),
                motion("per", K.ASSENT, F.CARRIED),
                motion("lars", K.REJECTION, F.LOST),
            ],
            (
                "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
                "bordläggas och finner att det ska avgöras i dag. Ordföranden ställer "
                "därefter proposition på bifall till respektive avslag på förslaget och finner att "
                "styrelsen bifaller förslaget."
            ),
        ),
        (
            [
                motion("anna", K.REFERRAL_BACK, F.LOST),
                motion("lars", K.TABLING, F.LOST),
                motion("", K.ASSENT, F.LOST, mover_text="Nils Ek"),
                motion("per", K.OWN, F.CARRIED, "sänk"),
            ],
            (
                "Ordföranden ställer först proposition på om ärendet ska avgöras i dag eller "
                "bordläggas och finner att det ska avgöras i dag. Ordföranden ställer därefter "
                "proposition på om ärendet ska avgöras i dag eller återremitteras och finner att "
                "det ska avgöras i dag. Ordföranden ställer därefter förslaget mot Per-Erik "
                "Modins (C) yrkande och finner att styrelsen bifaller Per-Erik Modins (C) yrkande."
            ),
        ),
        (
            [motion("anna", K.ASSENT, F.CARRIED), motion("per", K.REJECTION, F.WITHDRAWN)],
            "",
        ),
        (
            [
                motion("", K.OWN, F.CARRIED, "sänk", mover_text="Vänstergruppen"),
                motion("", K.OWN, F.LOST, "höj"),
            ],
            (
                "Ordföranden ställer Vänstergruppens yrkande mot yrkandet ”höj” och finner att "
                "styrelsen bifaller Vänstergruppens yrkande."
            ),
        ),
    ],
)
def test_the_order_follows_from_the_motions(motions: list[Motion], said: str) -> None:
    found = order(*motions)
    if "mot yrkandet" in said:  # the order of rows is that of their positions
        assert "Vänstergruppens yrkande" in found
        assert found.endswith("finner att styrelsen bifaller Vänstergruppens yrkande.")
    else:
        assert found == said


def test_after_a_vote_what_the_chair_found_is_not_told() -> None:
    rows = [motion("anna", K.ASSENT, F.CARRIED), motion("per", K.OWN, F.LOST, "sänk")]
    vote = Vote(id="v", owner_id="i")
    assert order(*rows, vote) == "Ordföranden ställer förslaget mot Per-Erik Modins (C) yrkande."
    spoken = Vote(id="v", owner_id="i", method=VoteMethod.ACCLAMATION)
    assert "finner" in order(*rows, spoken)
    assert order(*rows, vote, texts=EN) == "The chair puts the proposal against Per-Erik Modin's (C) motion."  # fmt: skip  # noqa: E501


def test_a_secret_motion_is_not_told_of() -> None:
    rows = [motion("anna", K.ASSENT, F.CARRIED), motion("per", K.OWN, F.LOST, "x", secret=True)]
    assert order(*rows) == ""


def test_what_yes_and_no_mean() -> None:
    held = records(
        motion("anna", K.ASSENT), motion("per", K.REJECTION), motion("lars", K.OWN, text="sänk"),
        motion("anna", K.TABLING), motion("per", K.REFERRAL_BACK),
    )  # fmt: skip
    found = propositions(held, held.get(Item, "i"))
    said = [proposal_words(SV, held, each) for each in (*found.proposals, *found.waiting)]
    assert said == [
        "bifall till förslaget",
        "avslag på förslaget",
        "bifall till Lars Falks yrkande",
        "bordläggning av ärendet",
        "återremiss av ärendet",
    ]


@pytest.mark.parametrize(
    ("means", "clause"),
    [
        ("bifall till Anna Bergs yrkande", "att bifalla Anna Bergs yrkande"),
        ("bifall", "att bifalla förslaget"),
        ("avslag på förslaget.", "att avslå förslaget"),
        ("Avslag", "att avslå förslaget"),
        ("återremiss", "att återremittera ärendet"),
        ("bordläggning av ärendet", "att bordlägga ärendet"),
        ("val av Siv Öman", "att välja Siv Öman"),
        ("Att sänka avgiften", "att sänka avgiften"),
        ("oförändrad avgift", "om oförändrad avgift"),
    ],
)
def test_the_result_of_a_vote_follows_from_the_counts(means: str, clause: str) -> None:
    vote = Vote(id="v", owner_id="i", yes_means=means, no_means="nej", yes_count=3, no_count=2)
    said = vote_sentences(SV, records(vote), vote, "Styrelsen")
    assert said[-1] == f"Styrelsen beslutar därmed {clause}."


def test_own_words_for_account_and_result_replace_the_customary_ones() -> None:
    vote = Vote(
        id="v",
        owner_id="i",
        yes_means="bifall",
        yes_count=3,
        account="Vi röstade.",
        result="Så",
    )
    assert vote_sentences(SV, records(vote), vote, "Styrelsen") == ("Vi röstade.", "Så.")
    english = Vote(id="v", owner_id="i", yes_means="the plan", yes_count=2, no_count=1)
    said = vote_sentences(EN, records(english), english, "The Board")
    assert said[-1] == "The Board thereby decides in favour of the plan."


def test_a_tie_is_decided_as_the_chair_voted() -> None:
    vote = Vote(
        id="v", owner_id="i", yes_means="bifall", no_means="avslag", casting_participant_id="anna"
    )
    ballots = (
        Ballot(id="b", owner_id="v", participant_id="anna", choice=Choice.NO),
        Ballot(id="c", owner_id="v", participant_id="per", choice=Choice.YES),
    )
    said = vote_sentences(SV, records(vote, *ballots), vote, "Styrelsen")
    assert said[-2:] == (
        "Anna Berg (S) har utslagsröst.",
        "Styrelsen beslutar därmed att avslå förslaget.",
    )


def test_who_comes_and_goes_is_told_of_those_who_decide() -> None:
    held = records(
        Presence(id="x", owner_id="anna", from_item_id="j", from_time=clock("09:10"),
                 until_item_id="j", until_time=clock("11:20")),
        Presence(id="y", owner_id="per", from_item_id="i", until_item_id="k"),
        Presence(id="z", owner_id="siv", from_item_id="j", until_item_id="j"),
        Presence(id="w", owner_id="lars", from_item_id="k"),
        Adjournment(id="r", owner_id="m", item_id="j", from_time=clock("10:00"),
                    until_time=clock("10:15")),
        Adjournment(id="s", owner_id="m", item_id="k"),
    )  # fmt: skip
    i, j, k = held.children("m", Item)
    assert arrivals(held, i) == departures(held, k) == ()
    (came,), (left,) = arrivals(held, j), departures(held, j)
    assert arrival_sentence(SV, came.participant, came.presence) == (
        "Anna Berg (S) anländer kl. 09.10."
    )
    assert departure_sentence(SV, left.participant, left.presence) == (
        "Anna Berg (S) lämnar sammanträdet kl. 11.20."
    )
    (late,) = arrivals(held, k)
    assert arrival_sentence(SV, late.participant, late.presence) == "Lars Falk anländer."
    assert departure_sentence(SV, late.participant, late.presence) == (
        "Lars Falk lämnar sammanträdet."
    )
    assert [adjournment_sentence(SV, each) for at in (j, k) for each in adjournments(held, at)] == [
        "Sammanträdet ajourneras kl. 10.00–10.15.",
        "Sammanträdet ajourneras.",
    ]


def test_who_serves_instead_of_the_recused_is_told() -> None:
    recusal = Recusal(id="r", owner_id="i", participant_id="per", ground="Delägare i bolaget")
    service = Service(
        id="s", owner_id="lars", for_participant_id="per", from_item_id="i", until_item_id="i"
    )
    held = records(recusal, service)
    assert recusal_sentence(SV, held, recusal, Regime.COUNCIL) == (
        "Per-Erik Modin (C) deltar inte i ärendet på grund av jäv. "
        "Delägare i bolaget. I stället tjänstgör Lars Falk."
    )
    own = Recusal(id="r", owner_id="i", participant_id="per", sentence="Modin går ut")
    assert recusal_sentence(SV, records(own), own, Regime.BOARD) == "Modin går ut."


def test_a_matter_that_waits_says_so_and_why() -> None:
    back = Decision(
        id="d", outcome=DecisionOutcome.REFERRED_BACK, by_minority=True, reasons="Mer underlag"
    )
    assert waiting_sentence(SV, back.outcome, "Fullmäktige") == (
        "Fullmäktige beslutar att återremittera ärendet."
    )
    assert waiting_reasons(SV, back) == (
        "Minst en tredjedel av de närvarande ledamöterna begär att ärendet återremitteras.",
        "Skäl: Mer underlag.",
    )
    tabled = Decision(id="d", outcome=DecisionOutcome.TABLED, by_minority=True)
    assert waiting_sentence(SV, tabled.outcome, "Styrelsen").endswith("bordlägga ärendet.")
    assert waiting_reasons(SV, tabled) == (
        "Minst en tredjedel av de närvarande ledamöterna begär att ärendet bordläggs.",
    )
    settled = Decision(id="d", by_minority=True, reasons="x")
    assert (waiting_reasons(SV, settled), waiting_sentence(SV, settled.outcome, "S")) == ((), "")


def test_subjects_within_a_sentence() -> None:
    assert within("Styrelsen") == "styrelsen"
    assert within("KSAU") == "KSAU"
    assert body_subject(SV, Body(id="b", name="Nämnden")) == "Nämnden"
    assert body_subject(SV, Body(id="b")) == "Mötet"


def test_a_reworded_sentence_tells_when_its_data_have_changed() -> None:
    vote = Vote(id="v", owner_id="i")
    held = records(vote)
    held = held.apply(reword(held, "v", "account", "  Votering \n hölls. ", "Omröstning hölls."))
    kept = held.get(Vote, "v")
    assert (kept.account, kept.account_composed) == ("Votering hölls.", "Omröstning hölls.")
    assert is_reworded(kept, "account")
    assert not is_outdated(kept, "account", "Omröstning hölls.")
    assert is_outdated(kept, "account", "Omröstning begärs.")
    assert not is_outdated(kept, "result", "x")
    again = held.apply(write_anew(held, "v", "account")).get(Vote, "v")
    assert (again.account, again.account_composed) == ("", "")
    same = reword(held, "v", "account", "Omröstning hölls.", "Omröstning hölls.")
    assert held.apply(same).get(Vote, "v").account == ""
    imported = Vote(id="w", result="Bifall")
    assert not is_outdated(imported, "result", "Styrelsen beslutar …")
