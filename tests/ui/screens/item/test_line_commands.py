"""Commands at the start of a line, typed into the item's text as at a meeting."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision, Motion, MotionKind, Vote
from kcdesk.domain.item import ItemKind, Recusal
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant, Presence
from kcdesk.domain.richtext import text_of
from kcdesk.domain.section import Section
from kcdesk.services.edit_attendance import describe
from kcdesk.services.edit_phrase import add_phrase
from kcdesk.services.mark_item import set_kind
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.item.action_list import ActionEditor, ActionList
from kcdesk.ui.screens.item.decision_part import DecisionPart
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.motion_list import MotionList
from kcdesk.ui.screens.item.recusal_part import RecusalPart
from kcdesk.ui.screens.item.vote_part import VotePart
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key
from tests.ui.pressing import press as write
from tests.ui.screens.item.whole_item import context
from tests.ui.screens.meeting import TODAY

K = Qt.Key
LAST_YEAR = date(2025, 11, 13)


class KeyCount(QObject):
    """Counts the keys that reach a widget, as a finger would."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.pressed = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.pressed += 1
        return False


@pytest.fixture
def meeting() -> MeetingContext:
    """A meeting held now: the clock stands at 09.46 of its day."""
    made = context()
    records = made.bridge.records
    day = records.setting("m", "day", Moment(TODAY))
    made.bridge.perform(Group(Message("x"), day))
    return made


@pytest.fixture
def panel(qtbot: QtBot, meeting: MeetingContext) -> ItemPanel:
    made = ItemPanel(meeting)
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), made)
    undo.activated.connect(meeting.bridge.undo)
    qtbot.addWidget(made)
    made.resize(800, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    meeting.selection.select("empty")
    meeting.selection.write()
    QApplication.processEvents()
    return made


def text(panel: ItemPanel) -> RichTextEdit:
    widget = panel.window().focusWidget()
    assert isinstance(widget, RichTextEdit)
    return widget


def command(panel: ItemPanel, line: str, taken_by: Qt.Key = K.Key_Return) -> None:
    write(text(panel), line)
    key(text(panel), taken_by)
    QApplication.processEvents()


def rows(panel: ItemPanel, cls: type, owner: str = "empty") -> tuple:
    return panel.context.bridge.records.children(owner, cls)


def notes(panel: ItemPanel) -> list[str]:
    found = rows(panel, Section)
    return [text_of(each.spans) for each in rows(panel, Block, found[0].id)] if found else []


def offered(panel: ItemPanel) -> list[tuple[str, str]]:
    shown = text(panel).completion.list
    return [(each.title, each.preview) for each in shown.model.lines] if shown else []


def test_an_arrival_takes_twelve_keys_at_most(qapp: QApplication, panel: ItemPanel) -> None:
    write(text(panel), "Ordföranden hälsar välkommen.\n")
    count = KeyCount(qapp)
    command(panel, "+kar")
    qapp.removeEventFilter(count)
    (presence,) = rows(panel, Presence, "p2")
    assert (presence.from_item_id, str(presence.from_time.time)) == ("empty", "09:46:00")
    assert count.pressed == 5
    assert count.pressed <= 12
    assert notes(panel) == ["Ordföranden hälsar välkommen.", ""]
    write(text(panel), "Karin Ahlqvist anländer.")  # the caret stayed where it was
    assert notes(panel)[1] == "Karin Ahlqvist anländer."


def test_somebody_unknown_comes_and_is_put_on_the_list(panel: ItemPanel) -> None:
    write(text(panel), "+Lars Eriksson, Digitala Västerbotten")
    will = "Digitala Västerbotten\u00a0· närvarande från § 57, 09.46"
    assert offered(panel) == [("Ny: Lars Eriksson", will)]
    key(text(panel), K.Key_Return)
    added = rows(panel, Participant, "m")[-1]
    assert (added.name, added.organisation) == ("Lars Eriksson", "Digitala Västerbotten")
    assert len(rows(panel, Presence, added.id)) == 1
    panel.context.bridge.undo()
    assert rows(panel, Participant, "m")[-1].name != "Lars Eriksson"


def test_two_words_with_capitals_are_text_unless_tab_takes_them(panel: ItemPanel) -> None:
    before = len(rows(panel, Participant, "m"))
    command(panel, "+Extra Bidrag")
    assert notes(panel) == ["+Extra Bidrag", ""]
    assert len(rows(panel, Participant, "m")) == before
    command(panel, "+Mona Falk", K.Key_Tab)
    assert rows(panel, Participant, "m")[-1].name == "Mona Falk"
    assert notes(panel) == ["+Extra Bidrag", ""]


def test_a_guest_who_comes_or_goes_is_told_of(panel: ItemPanel) -> None:
    told: list[str] = []
    panel.context.bridge.told.connect(told.append)
    command(panel, "+siv")
    assert told == ["Noterat: Siv Åkerlund, närvarande från § 57, 09.46"]
    command(panel, "-siv")
    assert told[1:] == ["Noterat: Siv Åkerlund, lämnar vid § 57, 09.46"]
    command(panel, "+Lars Eriksson, Digitala Västerbotten")
    assert told[2:] == ["Noterat: Lars Eriksson, närvarande från § 57, 09.46"]


def test_what_the_text_tells_of_is_not_told_twice(panel: ItemPanel) -> None:
    told: list[str] = []
    panel.context.bridge.told.connect(told.append)
    command(panel, "-kar")
    command(panel, "+kar")
    command(panel, "/jäv KA")
    assert told == []


def test_what_undo_gives_back_is_text(panel: ItemPanel) -> None:
    command(panel, "/bilaga Kartan")
    key(text(panel), K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert notes(panel) == ["/bilaga Kartan"]
    assert offered(panel) == []
    write(text(panel), " visas")
    assert offered(panel) == []
    command(panel, ".")
    assert notes(panel) == ["/bilaga Kartan visas.", ""]
    assert rows(panel, Attachment) == ()


def test_what_undo_gives_back_is_a_command_again_once_changed(panel: ItemPanel) -> None:
    command(panel, "/bilaga Kartan")
    key(text(panel), K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    key(text(panel), K.Key_Backspace)
    command(panel, "or.pdf, blad.pdf")
    assert [each.name for each in rows(panel, Attachment)] == ["Kartaor.pdf", "blad.pdf"]


def test_what_a_command_will_do_is_said_before(panel: ItemPanel) -> None:
    write(text(panel), "+ma")
    assert offered(panel) == [("Maria Haglund", "närvarande från § 57, 09.46")]
    key(text(panel), K.Key_Escape)


def test_a_departure_is_noted_and_taken_back_in_one_step(panel: ItemPanel) -> None:
    command(panel, "-PM")
    (presence,) = rows(panel, Presence, "p0")
    assert presence.until_item_id == "empty"
    panel.context.bridge.undo()
    assert rows(panel, Presence, "p0") == ()
    assert notes(panel) == ["-PM"]


def test_a_decision_is_written_in_its_line(panel: ItemPanel) -> None:
    command(panel, "/b", K.Key_Tab)
    assert notes(panel) == ["/beslut "]
    command(panel, "Styrelsen avslår förslaget.")
    (decision,) = rows(panel, Decision)
    assert [text_of(each.spans) for each in rows(panel, Block, decision.id)] == [
        "Styrelsen avslår förslaget."
    ]
    assert notes(panel) == [""]


def test_an_empty_decision_is_opened_to_be_written(panel: ItemPanel) -> None:
    command(panel, "/beslut")
    assert isinstance(text(panel).parentWidget().parentWidget(), DecisionPart)
    write(text(panel), "Styrelsen återremitterar ärendet.")
    (decision,) = rows(panel, Decision)
    assert text_of(rows(panel, Block, decision.id)[0].spans).startswith("Styrelsen återremitt")


def test_a_decision_is_followed_by_an_action_without_leaving_its_text(panel: ItemPanel) -> None:
    command(panel, "/beslut")
    write(text(panel), "Styrelsen avslår.\n")
    command(panel, "/åtgärd MH om två veckor Meddela regionen")
    (action,) = rows(panel, Action)
    assert action.due == Moment(date(2026, 11, 26))


def test_an_action_is_one_line(panel: ItemPanel) -> None:
    command(panel, "/å", K.Key_Tab)
    write(text(panel), "ka, mar")
    key(text(panel), K.Key_Tab)
    command(panel, "i mars Ta fram avtal")
    (action,) = rows(panel, Action)
    assert (action.text, action.due.text) == ("Ta fram avtal", "i mars")
    owners = [each.participant_id for each in rows(panel, ActionOwner, action.id)]
    assert owners == ["p2", "p1"]


def test_motions_votes_and_recusals(panel: ItemPanel) -> None:
    command(panel, "/yrkande RF avslag")
    (motion,) = rows(panel, Motion)
    assert (motion.movers, motion.kind) == (("p3",), MotionKind.REJECTION)
    command(panel, "/jäv HS")
    assert [each.participant_id for each in rows(panel, Recusal)] == ["p4"]
    command(panel, "/votering")
    assert len(rows(panel, Vote)) == 1
    parts = [type(each) for each in panel.sheet.parts.values()]
    assert {MotionList, VotePart, RecusalPart} <= set(parts)


def test_people_answer_to_the_letters_that_they_are_shown_by(panel: ItemPanel) -> None:
    bridge = panel.context.bridge
    bridge.perform(describe(bridge.records, "p4", name="Helén Sundström Hetta"))
    command(panel, "-HH")
    assert len(rows(panel, Presence, "p4")) == 1
    command(panel, "/åtgärd HH, KA 2 mars Läs avtalet")
    command(panel, "/åtgärd HSH Läs protokollet")
    first, second = rows(panel, Action)
    assert [each.participant_id for each in rows(panel, ActionOwner, first.id)] == ["p4", "p2"]
    assert [each.participant_id for each in rows(panel, ActionOwner, second.id)] == ["p4"]
    assert (first.text, first.due) == ("Läs avtalet", Moment(date(2027, 3, 2)))


def test_the_day_of_an_action_is_seen_from_the_meeting(panel: ItemPanel) -> None:
    bridge = panel.context.bridge
    bridge.perform(Group(Message("x"), bridge.records.setting("m", "day", Moment(LAST_YEAR))))
    command(panel, "/åtgärd KA Läs avtalet")
    (action,) = rows(panel, Action)
    (listed,) = (each for each in panel.sheet.parts.values() if isinstance(each, ActionList))
    editor = listed.editors[action.id]
    assert isinstance(editor, ActionEditor)
    editor.due.setFocus()
    write(editor.due, "2 mars")
    assert editor.read_as.isVisible()
    assert editor.read_as.text() == "måndag 2 mars 2026"
    key(editor.due, K.Key_Return)
    assert rows(panel, Action)[0].due == Moment(date(2026, 3, 2))
    assert not editor.read_as.isVisible()


def test_breaks_and_attachments(panel: ItemPanel) -> None:
    command(panel, "/paus")
    (row,) = rows(panel, Adjournment, "m")
    assert str(row.from_time.time) == "09:46:00"
    command(panel, "/bilaga Kartan")
    assert [each.name for each in rows(panel, Attachment)] == ["Kartan"]
    command(panel, "/bil")
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


@pytest.mark.parametrize("line", ["/votering", "/bil", "/bilaga", "/beslut", "/yrkande"])
@pytest.mark.parametrize("before", [[], ["Ordföranden hälsar välkommen."]])
def test_what_leads_away_leaves_no_paragraph_behind(
    panel: ItemPanel, line: str, before: list[str]
) -> None:
    for paragraph in before:
        write(text(panel), f"{paragraph}\n")
    command(panel, line)
    for dialog in panel.findChildren(QFileDialog):
        dialog.close()
    assert notes(panel) == before
    panel.context.bridge.undo()
    if line not in ("/bil", "/bilaga"):
        panel.context.bridge.undo()
    assert notes(panel) == [*before, line]


def test_a_file_is_attached_by_name_and_writing_goes_on_in_the_line(panel: ItemPanel) -> None:
    command(panel, "/bilaga Kartan")
    write(text(panel), "Kartan visas.")
    assert notes(panel) == ["Kartan visas."]


@pytest.mark.parametrize(
    "line",
    [
        "/Gerd Olofsson",
        "-text",
        "-Mötestid flyttas",
        "+46 70 123 45 67",
        "+/- noll",
        "/beslutet gäller",
        "-",
        "+",
    ],
)
def test_text_that_begins_like_a_command_stays_text(panel: ItemPanel, line: str) -> None:
    before = panel.context.bridge.records
    command(panel, line)
    assert notes(panel) == [line, ""]
    after = panel.context.bridge.records
    for cls in (Presence, Decision, Action, Motion, Vote, Recusal, Attachment, Adjournment):
        assert after.all(cls) == before.all(cls)


def test_a_command_that_is_not_taken_stays_text(panel: ItemPanel) -> None:
    write(text(panel), "+maria")
    key(text(panel), K.Key_Escape)
    key(text(panel), K.Key_Return)
    assert notes(panel) == ["+maria", ""]
    assert rows(panel, Presence, "p1") == ()


def test_a_bullet_is_still_a_bullet(panel: ItemPanel) -> None:
    write(text(panel), "- Maria")
    assert notes(panel) == ["Maria"]


def test_english_words_are_offered_in_english(panel: ItemPanel) -> None:
    from kcdesk.i18n import use

    use("en")
    write(text(panel), "/dec")
    assert offered(panel)[0][0] == "/decision"
    key(text(panel), K.Key_Escape)


# ---- phrases -------------------------------------------------------------------------------


def test_a_phrase_is_inserted_by_a_few_letters_and_filled(panel: ItemPanel) -> None:
    write(text(panel), "/avsl")
    (offer,) = offered(panel)
    assert offer[0] == "Mötet avslutas"
    key(text(panel), K.Key_Return)
    expected = "Ordföranden tackade för visat engagemang och förklarade mötet avslutat kl. 09.46."
    assert notes(panel) == [expected]


def test_gaps_of_a_phrase_are_filled_with_tab_between_them(panel: ItemPanel) -> None:
    command(panel, "/justtid")
    write(text(panel), "20 november")
    key(text(panel), K.Key_Tab)
    write(text(panel), "kansliet")
    assert notes(panel) == ["Protokollet justeras den 20 november på kansliet"]


def test_ones_own_phrases_of_body_and_library_are_offered(panel: ItemPanel) -> None:
    context = panel.context
    context.body_bridge.perform(
        add_phrase(context.body, title="Fika", letters="fik", text="{organ} tog paus.")
    )
    context.people_bridge.perform(
        add_phrase(context.people, title="Fikon", letters="fiko", text="Fikon serverades.")
    )
    write(text(panel), "/fik")
    assert offered(panel) == [("Fika", "Styrelsen tog paus."), ("Fikon", "Fikon serverades.")]
    key(text(panel), K.Key_Return)
    assert notes(panel) == ["Styrelsen tog paus."]


def test_a_slash_alone_offers_what_this_kind_of_item_wants(panel: ItemPanel) -> None:
    panel.context.bridge.perform(set_kind(panel.context.bridge.records, "empty", ItemKind.ELECTION))
    write(text(panel), "/")
    names = [name for name, _ in offered(panel)]
    assert names[:7] == ["/beslut", "/åtgärd", "/yrkande", "/votering", "/jäv", "/bilaga", "/paus"]
    assert "Val förrättas" in names
    key(text(panel), K.Key_Escape)
