"""What a line shows, and what a screen reader says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from kcdesk.domain.body import Numbering
from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.records import Records
from kcdesk.i18n import use
from kcdesk.ui.screens.agenda.agenda_line import lines_of, with_draft
from kcdesk.ui.screens.agenda.agenda_mark import Mark, minutes_of, running_item
from tests.ui.screens import norrasa

NOW = datetime(2026, 11, 12, 9, 46, 5, tzinfo=UTC)


def lines(numbering=Numbering.PARAGRAPH):
    records = norrasa.records(norrasa.context())
    return {line.id: line for line in lines_of(records, numbering, NOW)}


def test_numbers_depths_and_marks(qapp):
    use("sv")
    found = lines()
    assert (found["digital"].number, found["digital"].depth) == ("56", 0)
    assert (found["workshop"].number, found["workshop"].depth) == ("", 1)
    assert found["digital"].marks == (Mark.RUNNING, Mark.DECISION, Mark.ACTION)
    assert found["economy"].marks == (Mark.DONE, Mark.DECISION)
    assert found["trip"].marks == ()


def test_the_spoken_line_is_a_sentence(qapp):
    use("sv")
    found = lines()
    assert found["economy"].spoken() == "§ 54 Ekonomisk lägesrapport, klar, beslut"
    assert found["workshop"].spoken() == "Underpunkt: Workshop i mars"
    assert "offentliga" in found["payroll"].spoken()
    informal = lines(Numbering.ITEM)
    assert informal["workshop"].spoken() == "5.1 Workshop i mars"


def test_a_draft_stands_after_an_item_and_its_sub_items(qapp):
    records = norrasa.records(norrasa.context())
    drafted = with_draft(lines_of(records, Numbering.PARAGRAPH, NOW), records, "digital")
    ids = [line.id for line in drafted]
    assert ids[ids.index("workshop") + 1] == "draft"
    assert drafted[ids.index("draft")].depth == 0


def test_one_item_at_most_is_under_way(qapp):
    rows = norrasa.meeting()
    begun = replace(rows[1], actual_start=ClockTime(time(8, 30)), done=False)
    records = Records("m", [rows[0], begun, *rows[2:]])
    assert running_item(records, NOW.date()) == "digital"
    assert running_item(records, date(2026, 11, 13)) == ""
    reviewed = replace(rows[0], state=MeetingState.REVIEW)
    assert running_item(Records("m", [reviewed, *rows[1:]]), NOW.date()) == ""
    ended = replace(rows[0], actual_end=ClockTime(time(12)))
    assert running_item(Records("m", [ended, *rows[1:]]), NOW.date()) == ""
    assert running_item(Records("m", norrasa.empty_meeting()), NOW.date()) == ""


def test_what_is_under_way_says_for_how_long(qapp):
    use("sv")
    line = lines()["digital"]
    assert line.minutes == 14
    assert line.short_word(Mark.RUNNING) == "pågår 14 min"
    assert "pågår 14 min" in line.spoken()
    early = datetime(2026, 11, 12, 9, 31, tzinfo=UTC)
    (begun,) = [each for each in norrasa.meeting() if each.id == "digital"]
    assert minutes_of(begun, early) is None
    assert minutes_of(replace(begun, actual_start=None), early) is None
    assert replace(line, minutes=None).short_word(Mark.RUNNING) == "pågår"
