"""The planned days without a meeting, found by their indexes."""

from __future__ import annotations

from datetime import date
from functools import partial

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.services.watch.entry import WatchKind
from kcdesk.services.watch.sources import library_entries
from kcdesk.storage import planned
from kcdesk.storage.library_file import LibraryFile
from tests.domain.calendars import LawCalendar
from tests.storage.sample import begin
from tests.storage.test_watched import BODY, explained, keep, meeting

LAST = date(2026, 10, 30)


def day(id: str, day: date | None, owner: str = "b") -> PlannedMeeting:
    return PlannedMeeting(id=id, owner_id=owner, position="V", day=day, material_by=LAST)


def found(library: LibraryFile) -> list[str]:
    return [each.planned.id for each in library.planned()]


def test_a_day_is_planned_until_the_body_has_a_meeting_on_it(library: LibraryFile) -> None:
    keep(library, BODY, day("p", date(2026, 11, 12)), day("q", date(2026, 12, 10)), day("r", None))
    other = Body(id="c", name="Nämnden")
    keep(library, other, day("s", date(2026, 11, 12), "c"))
    assert sorted(found(library)) == ["p", "q", "s"]
    keep(library, meeting("m"))
    keep(library, meeting("vague", day=Moment(date(2026, 12, 1), text="i december")))
    assert sorted(found(library)) == ["q", "s"]
    library.discard("m")
    assert sorted(found(library)) == ["p", "q", "s"]
    library.discard("c")
    assert sorted(found(library)) == ["p", "q"]
    (each, _) = library.planned()
    assert each.body.root(Body).name == "Styrelsen"


def test_the_stopptid_is_one_entry_before_and_after_the_meeting_is_made(
    library: LibraryFile,
) -> None:
    keep(library, BODY, day("p", date(2026, 11, 12)))
    (before,) = library_entries(library, LawCalendar(), LAST)
    assert (before.kind, before.day, before.meeting_day) == (
        WatchKind.MATERIAL,
        LAST,
        date(2026, 11, 12),
    )
    assert (before.meeting_id, before.body_id, before.row_id) == ("", "b", "p")
    keep(library, meeting("m"))
    keep(library, meeting("twice"))
    material = [
        each
        for each in library_entries(library, LawCalendar(), LAST)
        if each.kind is WatchKind.MATERIAL
    ]
    assert [each.id for each in material] == [before.id]
    assert material[0].meeting_id in {"m", "twice"}


def test_a_stopptid_that_has_passed_or_is_not_given_is_not_watched(library: LibraryFile) -> None:
    keep(library, BODY, day("p", date(2026, 11, 12)))
    begin(
        library,
        (Body(id="c"), PlannedMeeting(id="n", owner_id="c", position="V", day=date(2026, 11, 1))),
    )
    assert library_entries(library, LawCalendar(), date(2026, 10, 31)) == ()


def test_meetings_are_looked_up_by_body_and_day(library: LibraryFile) -> None:
    query = f"EXPLAIN QUERY PLAN {planned._WITHOUT_MEETING}"
    plan = [row[3] for row in library._read(partial(explained, query=query))]
    assert any("meeting_by_day" in each and "day>? AND day<?" in each for each in plan), plan


def test_a_meeting_of_no_body_takes_no_day(library: LibraryFile) -> None:
    keep(library, BODY, day("p", date(2026, 11, 12)))
    begin(library, (Meeting(id="m", day=Moment(date(2026, 11, 12))),))
    assert found(library) == ["p"]
