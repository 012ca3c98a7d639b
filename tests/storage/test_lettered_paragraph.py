"""A § sealed ahead keeps the numbers; a meeting numbered after it takes the next: what is minuted
later has a § with a letter, so that there is always a way on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Numbering
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.numbering import numbers
from kcdesk.domain.operation import Group, Insert
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Finding
from kcdesk.services.check.paragraph_number import CHECK
from kcdesk.services.check.run import findings
from kcdesk.services.check.surroundings import read_neighbours
from kcdesk.services.edit_agenda import add_item
from kcdesk.services.mark_item import set_lettered, set_numbered
from kcdesk.services.refuse_locked import Locked
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.domain.calendars import LawCalendar
from tests.services.check.scene import no_glyphs_lacking
from tests.storage.signed import approvals, seal, send, with_sample

X = Message("x")


@pytest.fixture
def stuck(tmp_path: Path) -> Iterator[tuple[LibraryFile, EditingSession]]:
    """§ 59 of §§ 52–62 is sealed, the meeting after has § 63; then one item more is minuted."""
    library, session = with_sample(tmp_path / "a.kcdesk")
    at_once = approvals(session)[0]
    send(library, session, at_once.id)
    seal(library, session, at_once.id)
    body_id = session.records.root(Meeting).body_id
    after = Meeting(id="after", body_id=body_id, day=Moment(date(2026, 12, 10)))
    agenda = Item(id="first", owner_id="after", position="V", title="Öppnande")
    made = Group(X, (Insert(after), Insert(agenda)))
    library.create(after, (agenda,), made)
    library.paragraphs.number("after", Group(X, ()))
    assert library.load("after").root(Meeting).first_paragraph == 63
    session.perform(add_item(session.records, None, "Glömd fråga"))
    yield library, session
    library.close()


def forgotten(session: EditingSession) -> Item:
    return session.records.children(session.stream_id, Item)[-1]


def number(session: EditingSession, item: Item) -> str:
    return numbers(session.records, Numbering.PARAGRAPH)[item.id].replace("\u00a0", " ")


def test_two_meetings_never_have_one_paragraph_and_the_way_on_is_told(
    stuck: tuple[LibraryFile, EditingSession],
) -> None:
    library, session = stuck
    rest = approvals(session)[1]
    assert number(session, forgotten(session)) == "63"
    with pytest.raises(UserFacingError) as refused:
        send(library, session, rest.id)
    assert "letter (58 a)" in str(refused.value.remedy)
    session.perform(set_lettered(session.records, forgotten(session).id, lettered=True))
    assert number(session, forgotten(session)) == "62 a"
    send(library, session, rest.id)
    seal(library, session, rest.id)
    assert session.records.get(Approval, rest.id).sealed_on is not None
    assert library.verify() == ()
    library.paragraphs.number("after", Group(X, ()))  # nor is the later one held up


def test_the_check_says_so_and_one_press_mends_it(
    stuck: tuple[LibraryFile, EditingSession],
) -> None:
    library, session = stuck
    today = date(2026, 12, 11)

    def found() -> list[Finding]:
        body = library.load(session.records.root(Meeting).body_id or "")
        around = read_neighbours(library, session.records, today)
        context = CheckContext(
            session.records, body, LawCalendar(), today, no_glyphs_lacking, around
        )
        return [each for each in findings(context) if each.number == CHECK.number]

    (doubled,) = [each for each in found() if "Ends with" in str(each.text)]
    assert doubled.fix is not None
    session.perform(doubled.fix.make(session.records))
    assert number(session, forgotten(session)) == "62 a"
    assert [each for each in found() if "Ends with" in str(each.text)] == []


def test_a_letter_may_stand_before_what_is_sealed_and_is_sealed_with_its_own(
    stuck: tuple[LibraryFile, EditingSession],
) -> None:
    library, session = stuck
    items = session.records.children(session.stream_id, Item)
    sealed = next(each for each in items if each.immediate_approval)
    before = items[items.index(sealed) - 1]
    between = Item(id="between", owner_id=session.stream_id, numbered=False, lettered=True,
                   position=f"{before.position}V", title="Emellan")  # fmt: skip
    assert before.position < between.position < sealed.position
    session.perform(Group(X, (Insert(between),)))
    assert number(session, between) == "58 a"
    assert number(session, sealed) == "59"
    with pytest.raises(Locked):
        session.perform(set_numbered(session.records, "between", numbered=True))
    library.drain()
    again = library.load(session.stream_id)
    assert again.get(Item, "between") == between
    assert again.root(Meeting).state is not MeetingState.DONE


def test_the_letter_of_a_sealed_paragraph_does_not_change(
    stuck: tuple[LibraryFile, EditingSession],
) -> None:
    library, session = stuck
    last = forgotten(session)
    session.perform(set_lettered(session.records, last.id, lettered=True))
    rest = approvals(session)[1]
    send(library, session, rest.id)
    place = session.records.children(session.stream_id, Item)[-2].position
    earlier = Item(id="earlier", owner_id=session.stream_id, position=f"{place}V",
                   numbered=False, lettered=True)  # fmt: skip
    with pytest.raises(Locked):
        session.perform(Group(X, (Insert(earlier),)))
