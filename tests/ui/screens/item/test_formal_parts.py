"""What the law asks of an item: offered, written by the program, reworded, all by keys."""

from __future__ import annotations

from datetime import time
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kcdesk.domain.block import Block
from kcdesk.domain.body import MemberKind, Membership, RoleKind
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    DecisionOutcome,
    Motion,
    MotionFate,
    MotionKind,
    Reservation,
    ReservationKind,
    Vote,
    VoteMethod,
)
from kcdesk.domain.item import Item, ItemKind, Recusal
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant, Presence, Role, Service
from kcdesk.domain.richtext import Mark, plain, text_of
from kcdesk.domain.row import Row
from kcdesk.domain.section import Section
from kcdesk.domain.waiting import waiting_items
from kcdesk.services.edit_text import Stretch, set_mark
from kcdesk.services.mark_item import set_kind
from kcdesk.services.note_recusal import recuse
from kcdesk.ui.screens.item.decision_part import DecisionPart
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.movement_part import MovementPart
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.proposition_part import PropositionPart
from kcdesk.ui.screens.item.recusal_part import RecusalPart
from kcdesk.ui.screens.item.reservation_part import ReservationPart
from kcdesk.ui.screens.item.vote_part import VotePart
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import context

P = TypeVar("P", bound=Part)
LABEL = Message("Setting the scene")
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def about() -> list[Row]:
    """A substitute, a chair, and somebody who arrives at the item and leaves during it."""
    return [
        Participant(id="sub2", owner_id="m", position="c1", person_id="second", name="Bo Nilsson",
                    kind=MemberKind.SUBSTITUTE),
        Participant(id="sub1", owner_id="m", position="c2", person_id="first", name="Eva Lind",
                    kind=MemberKind.SUBSTITUTE),
        Role(id="chair", owner_id="p0", position="V", kind=RoleKind.CHAIR),
        Presence(id="came", owner_id="p1", position="V", from_item_id="empty",
                 from_time=ClockTime(time(9, 10)), until_item_id="empty",
                 until_time=ClockTime(time(10))),
    ]  # fmt: skip


@pytest.fixture
def panel(qtbot: QtBot) -> ItemPanel:
    made = ItemPanel(context(*about()))
    orders = [
        Membership(id=f"ms-{id}", owner_id="b", position=id, person_id=id, service_order=order)
        for id, order in (("first", 1), ("second", 2))
    ]
    made.context.body_bridge.perform(Group(LABEL, tuple(Insert(each) for each in orders)))
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), made)
    undo.activated.connect(made.context.bridge.undo)
    qtbot.addWidget(made)
    made.resize(800, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.context.selection.select("empty")
    QApplication.processEvents()
    return made


def records(panel: ItemPanel):
    return panel.context.bridge.records


def put(panel: ItemPanel, *rows: Row) -> None:
    panel.context.bridge.perform(Group(LABEL, tuple(Insert(row) for row in rows)))
    QApplication.processEvents()


def part(panel: ItemPanel, cls: type[P]) -> P:
    QApplication.processEvents()
    return next(each for each in panel.sheet.parts.values() if isinstance(each, cls))


def choose(of: Part, text: str) -> None:
    of.open_menu()
    menu = of.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
    of.window().activateWindow()
    QApplication.processEvents()


def retype(field: LineText, text: str) -> None:
    field.setFocus()
    key(field, K.Key_A, CTRL)
    if text:
        write(field, text)
    else:
        key(field, K.Key_Delete)
    key(field, K.Key_Return)


def motions(*, fates: bool = True) -> list[Motion]:
    return [
        Motion(id="mo1", owner_id="empty", position="V", movers=("p1",), kind=MotionKind.ASSENT,
               fate=MotionFate.CARRIED if fates else MotionFate.OPEN),
        Motion(id="mo2", owner_id="empty", position="W", movers=("p2",), kind=MotionKind.OWN,
               text="avgiften sänks", fate=MotionFate.LOST if fates else MotionFate.OPEN),
    ]  # fmt: skip


COMPOSED = (
    "Ordföranden ställer förslaget mot Karin Ahlqvists yrkande och finner att styrelsen bifaller "
    "förslaget."
)


def test_the_order_of_propositions_is_written_and_reworded(panel: ItemPanel) -> None:
    put(panel, *motions(fates=False))
    assert "proposition_order" not in panel.sheet.parts
    for row in motions():
        change = records(panel).setting(row.id, "fate", row.fate)
        panel.context.bridge.perform(Group(LABEL, change))
    line = part(panel, PropositionPart).line
    assert line.text.toPlainText() == COMPOSED
    assert records(panel).children("empty", Section) == ()
    retype(line.text, "Bifall prövades mot yrkandet.")
    (section,) = records(panel).children("empty", Section)
    (block,) = records(panel).children(section.id, Block)
    assert text_of(block.spans) == "Bifall prövades mot yrkandet."
    assert section.composed == COMPOSED
    assert QApplication.focusWidget() is line.text
    assert not line.mark.isVisible()

    other = records(panel).setting("mo2", "fate", MotionFate.CARRIED)
    lost = records(panel).setting("mo1", "fate", MotionFate.LOST)
    panel.context.bridge.perform(Group(LABEL, (*other, *lost)))
    assert line.mark.isVisible()
    assert line.text.toPlainText() == "Bifall prövades mot yrkandet."
    line.anew.setFocus()
    key(line.anew, K.Key_Space)
    assert records(panel).children("empty", Section) == ()
    assert (
        part(panel, PropositionPart)
        .line.text.toPlainText()
        .endswith("bifaller Karin Ahlqvists yrkande.")
    )
    panel.context.bridge.undo()
    assert part(panel, PropositionPart).line.text.toPlainText() == "Bifall prövades mot yrkandet."
    retype(part(panel, PropositionPart).line.text, "Så här.")
    panel.context.bridge.undo()
    assert part(panel, PropositionPart).line.text.toPlainText() == "Bifall prövades mot yrkandet."


def test_a_vote_begins_with_what_stands_against_each_other(panel: ItemPanel) -> None:
    put(panel, *motions(fates=False))
    panel.add_part("vote")
    (vote,) = records(panel).children("empty", Vote)
    assert (vote.yes_means, vote.no_means) == (
        "bifall till förslaget",
        "bifall till Karin Ahlqvists yrkande",
    )
    assert part(panel, PropositionPart).line.text.toPlainText() == (
        "Ordföranden ställer förslaget mot Karin Ahlqvists yrkande."
    )


def test_a_vote_on_whether_to_decide_today(panel: ItemPanel) -> None:
    put(panel, Motion(id="r", owner_id="empty", movers=("p1",), kind=MotionKind.REFERRAL_BACK))
    panel.add_part("vote")
    (vote,) = records(panel).children("empty", Vote)
    assert (vote.yes_means, vote.no_means) == (
        "att ärendet avgörs i dag",
        "återremiss av ärendet",
    )


def voted(panel: ItemPanel, yes: int, no: int, **fields: object) -> VotePart:
    fields = {"yes_means": "bifall", "no_means": "avslag", **fields}
    rows: list[Row] = [Vote(id="v", owner_id="empty", position="V", **fields)]
    sides = [Choice.YES] * yes + [Choice.NO] * no
    rows += [
        Ballot(id=f"b{at}", owner_id="v", position=f"a{at}", participant_id=f"p{at}", choice=side)
        for at, side in enumerate(sides)
    ]
    put(panel, *rows)
    return part(panel, VotePart)


def test_the_chair_breaks_a_tie_with_one_key(panel: ItemPanel) -> None:
    vote = voted(panel, 3, 3)
    assert vote.result.text.toPlainText() == ""
    assert vote.chair_casts.isVisible()
    assert not vote.lots.isVisible()
    assert vote.chair_casts.text() == "Ordföranden Per-Erik Modin har utslagsröst"
    vote.chair_casts.setFocus()
    key(vote.chair_casts, K.Key_Space)
    assert records(panel).get(Vote, "v").casting_participant_id == "p0"
    assert not vote.chair_casts.isVisible()
    assert not vote.broken.isVisible(), "the chair's own ballot tells"
    assert vote.result.text.toPlainText() == "Styrelsen beslutar därmed att bifalla förslaget."


def test_in_an_election_lots_are_drawn(panel: ItemPanel) -> None:
    panel.context.bridge.perform(set_kind(records(panel), "empty", ItemKind.ELECTION))
    vote = voted(panel, 3, 3)
    assert not vote.chair_casts.isVisible()
    assert not vote.casting.isVisible()
    vote.lots.setFocus()
    key(vote.lots, K.Key_Space)
    assert records(panel).get(Vote, "v").drawn_by_lot
    assert vote.broken.isVisible()
    vote.broken.setFocus()
    key(vote.broken, K.Key_Down)
    key(vote.broken, K.Key_Down)
    assert records(panel).get(Vote, "v").tie_broken_for is Choice.NO
    assert vote.result.text.toPlainText() == "Styrelsen beslutar därmed att avslå förslaget."


def test_a_secret_ballot_elsewhere_is_remarked_on(panel: ItemPanel) -> None:
    vote = voted(panel, 0, 0, method=VoteMethod.SECRET)
    assert vote.rule.isVisible()
    assert "KL 5:54" in vote.rule.text()
    panel.context.bridge.perform(set_kind(records(panel), "empty", ItemKind.EMPLOYMENT))
    assert not vote.rule.isVisible()


def test_a_reworded_result_tells_when_the_count_has_changed(panel: ItemPanel) -> None:
    vote = voted(panel, 4, 2)
    retype(vote.result.text, "Bifall med röstsiffrorna 4–2.")
    row = records(panel).get(Vote, "v")
    assert row.result == "Bifall med röstsiffrorna 4–2."
    assert row.result_composed == "Styrelsen beslutar därmed att bifalla förslaget."
    assert not vote.result.mark.isVisible()
    for ballot in ("b0", "b1", "b2"):
        change = records(panel).setting(ballot, "choice", Choice.NO)
        panel.context.bridge.perform(Group(LABEL, change))
    assert vote.result.mark.isVisible()
    key(vote.result.anew, K.Key_Space)
    assert records(panel).get(Vote, "v").result == ""
    assert vote.result.text.toPlainText() == "Styrelsen beslutar därmed att avslå förslaget."
    assert not vote.result.mark.isVisible()
    retype(vote.account.text, "Votering hölls.")
    assert records(panel).get(Vote, "v").account == "Votering hölls."
    retype(vote.account.text, "")
    assert vote.account.text.toPlainText().startswith("Omröstning begärs")


def test_who_took_no_part_is_offered_to_have_an_opinion_noted(panel: ItemPanel) -> None:
    panel.add_part("reservation")
    made = part(panel, ReservationPart)
    offered = made.people.completer().model().stringList()
    assert "Karin Ahlqvist" in offered
    assert "Eva Lind" not in offered, "a substitute who does not serve"
    assert made.reasons_due.isVisible()
    write(made.people, "Karin Ahlqvist, Eva Lind")
    key(made.people, K.Key_Return)
    assert made.barred.isVisible()
    assert made.barred_word.text() == "Eva Lind deltog inte i beslutet (KL 4:27)"
    made.noted.setFocus()
    key(made.noted, K.Key_Space)
    kept, noted = records(panel).children("empty", Reservation)
    assert (kept.kind, kept.participants) == (ReservationKind.RESERVATION, ("p2",))
    assert (noted.kind, noted.participants) == (ReservationKind.OPINION_NOTED, ("sub1",))
    assert not made.barred.isVisible()
    panel.context.bridge.undo()
    write(made.people, "")
    retyped = made.people
    key(retyped, K.Key_A, CTRL)
    write(retyped, "Eva Lind")
    key(retyped, K.Key_Return)
    key(made.noted, K.Key_Space)
    (alone,) = records(panel).children("empty", Reservation)
    assert alone.kind is ReservationKind.OPINION_NOTED
    assert "Eva Lind" in made.people.completer().model().stringList()


def test_a_substitute_comes_in_for_the_recused_in_order_of_service(panel: ItemPanel) -> None:
    panel.context.bridge.perform(recuse(records(panel), "empty", "p3"))
    made = part(panel, RecusalPart)
    (line,) = made.lines.values()
    assert line.call_in.text() == "+ Eva Lind tjänstgör i stället"
    assert line.sentence.text.toPlainText() == (
        "Robert Falk deltar inte i ärendet och är inte närvarande vid det på grund av jäv."
    )
    line.call_in.setFocus()
    key(line.call_in, K.Key_Space)
    (service,) = records(panel).all(Service)
    assert (service.owner_id, service.for_participant_id) == ("sub1", "p3")
    assert service.from_item_id == service.until_item_id == "empty"
    assert not line.call_in.isVisible()
    assert line.sentence.text.toPlainText().endswith("I stället tjänstgör Eva Lind.")
    retype(line.sentence.text, "Falk lämnar rummet.")
    (recusal,) = records(panel).children("empty", Recusal)
    assert recusal.sentence == "Falk lämnar rummet."
    panel.context.bridge.perform(recuse(records(panel), "empty", "p4"))
    other = next(each for each in made.lines.values() if each is not line)
    assert other.call_in.text() == "+ Bo Nilsson tjänstgör i stället"
    panel.context.bridge.perform(recuse(records(panel), "empty", "p9"))
    guest = list(made.lines.values())[-1]
    assert not guest.call_in.isVisible(), "one who does not decide needs no substitute"


@pytest.mark.parametrize(
    ("name", "outcome", "words"),
    [
        ("tabling", DecisionOutcome.TABLED, "Styrelsen beslutar att bordlägga ärendet."),
        (
            "referral_back",
            DecisionOutcome.REFERRED_BACK,
            "Styrelsen beslutar att återremittera ärendet.",
        ),
    ],
)
def test_a_matter_is_left_to_wait(
    panel: ItemPanel, name: str, outcome: DecisionOutcome, words: str
) -> None:
    panel.add_part(name)
    (decision,) = records(panel).children("empty", Decision)
    assert decision.outcome is outcome
    (block,) = records(panel).children(decision.id, Block)
    assert text_of(block.spans) == words
    assert [each.item.id for each in waiting_items(records(panel))] == ["empty"]
    made = part(panel, DecisionPart)
    choose(made, "På begäran av en tredjedel (KL 5:50)")
    retype(made.reasons, "Underlaget saknar kostnader")
    row = records(panel).children("empty", Decision)[0]
    assert (row.by_minority, row.reasons) == (True, "Underlaget saknar kostnader")
    assert "på begäran av en minoritet" in made.marks.text()
    choose(made, "Ärendet avgörs")
    assert waiting_items(records(panel)) == ()


def test_a_decision_is_marked_that_is_appealed_in_a_way_of_its_own(panel: ItemPanel) -> None:
    panel.add_part("decision")
    made = part(panel, DecisionPart)
    assert made.marks.text() == ""
    choose(made, "Överklagande: förvaltningsbesvär, från delgivning (FL 44)")
    assert made.marks.text() == "förvaltningsbesvär (FL 44)"
    choose(made, "Kan inte överklagas")
    assert made.marks.text() == "kan inte överklagas"
    choose(made, "Överklagande: laglighetsprövning (KL 13)")
    assert made.marks.text() == ""


def test_a_decision_with_only_its_lead_in_gets_the_words(panel: ItemPanel) -> None:
    panel.add_part("decision")
    made = part(panel, DecisionPart)
    choose(made, "Ärendet bordläggs")
    assert made.text.toPlainText() == "Styrelsen beslutar att bordlägga ärendet."
    choose(made, "Ärendet återremitteras")
    assert made.text.toPlainText() == "Styrelsen beslutar att bordlägga ärendet.", "own words stay"


def test_who_comes_and_goes_is_told_and_may_be_reworded(panel: ItemPanel) -> None:
    coming, going = (each for each in panel.sheet.parts.values() if isinstance(each, MovementPart))
    (arrival,) = coming.lines.values()
    assert arrival.text.toPlainText() == "Maria Haglund anländer kl. 09.10."
    (departure,) = going.lines.values()
    assert departure.text.toPlainText() == "Maria Haglund lämnar sammanträdet kl. 10.00."
    retype(arrival.text, "Maria Haglund ansluter.")
    assert records(panel).get(Presence, "came").arrival == "Maria Haglund ansluter."
    change = records(panel).setting("came", "from_time", ClockTime(time(9, 15)))
    panel.context.bridge.perform(Group(LABEL, change))
    assert arrival.mark.isVisible()


def test_a_break_is_noted_now_and_removed(panel: ItemPanel) -> None:
    panel.add_part("adjournment")
    (pause,) = records(panel).all(Adjournment)
    assert pause.item_id == "empty"
    assert pause.from_time is not None
    going = next(each for key_, each in panel.sheet.parts.items() if key_ == "going")
    assert isinstance(going, MovementPart)
    line = going.lines[pause.id]
    assert QApplication.focusWidget() is line.text
    retype(line.text, "Lunch.")
    assert records(panel).get(Adjournment, pause.id).sentence == "Lunch."
    line.text.setFocus()
    going.remove()
    assert records(panel).all(Adjournment) == ()


def test_everything_formal_is_on_the_menu_and_reached_by_tab(panel: ItemPanel) -> None:
    item = records(panel).get(Item, "empty")
    assert item.id == "empty"
    panel.context.bridge.perform(recuse(records(panel), "empty", "p3"))
    put(panel, *motions())
    voted(panel, 3, 3)
    put(panel, Reservation(id="res", owner_id="empty", participants=("sub1",)))
    made = part(panel, ReservationPart)
    vote, recusal = part(panel, VotePart), part(panel, RecusalPart)
    wanted = {
        made.noted,
        vote.chair_casts,
        vote.account.text,
        vote.result.text,
        part(panel, PropositionPart).line.text,
        next(iter(recusal.lines.values())).call_in,
    }
    panel.sheet.head.heading.setFocus()
    seen = set()
    for _step in range(200):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.add(focus)
        if isinstance(focus, RichTextEdit):
            focus.moveCursor(QTextCursor.MoveOperation.Start)
        key(focus, K.Key_Tab)
    assert wanted <= seen
    assert all(each.accessibleName() or each.text() for each in wanted)


def test_the_ground_of_a_marked_passage_is_asked_for_where_it_stands(panel: ItemPanel) -> None:
    notes = Section(id="no", owner_id="empty", position="V")
    put(panel, notes, Block(id="bl", owner_id="no", position="V", spans=plain("En dold uppgift")))
    (made,) = (each for key_, each in panel.sheet.parts.items() if key_ == "no")
    assert made.secrecy.isHidden()
    mark = set_mark(records(panel), (Stretch("bl", 3, 7),), Mark.SECRET)
    panel.context.bridge.perform(mark)
    assert not made.secrecy.isHidden()
    assert made.secrecy.chip.text() == "Markerad text är sekretess"
    made.secrecy.ground.setFocus()
    write(made.secrecy.ground, "OSL 21 kap. 1 §")
    key(made.secrecy.ground, K.Key_Return)
    assert records(panel).get(Section, "no").secrecy_ground == "OSL 21 kap. 1 §"
    panel.context.bridge.perform(set_mark(records(panel), (Stretch("bl", 3, 7),), Mark.SECRET))
    assert made.secrecy.isHidden()
