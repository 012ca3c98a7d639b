"""A meeting from elsewhere comes in whole or not at all, and once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kcdesk.domain.body import Body, Membership
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.writer import write_meeting
from kcdesk.paths import resource
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.import_meeting import import_meeting
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    opened = LibraryFile.new(tmp_path / "a.kcdesk")
    yield opened
    opened.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[LibraryFile]:
    opened = LibraryFile.new(tmp_path / "b.kcdesk")
    yield opened
    opened.close()


def sample(name: str = "meeting") -> MeetingBundle:
    return read_meeting(resource("sample", f"{name}.json").read_bytes())


def small(*names: str, organisation: str = "Norråsa", prefix: str = "") -> MeetingBundle:
    """A meeting of a few people, with ids that begin with a prefix."""
    persons = [
        Person(
            id=f"{prefix}{name}",
            owner_id=LIBRARY_ID,
            position=str(n + 1),
            name=name,
            organisation=organisation,
        )
        for n, name in enumerate(names)
    ]
    meeting = [
        Meeting(id=f"{prefix}meeting", body_id=f"{prefix}body"),
        *(
            Participant(
                id=f"{prefix}p-{person.id}",
                owner_id=f"{prefix}meeting",
                position=person.position,
                person_id=person.id,
            )
            for person in persons
        ),
    ]
    body = Body(id=f"{prefix}body", organisation="Förbundet", name="Styrelsen")
    return MeetingBundle(
        Records(body.id, [body]), Records(LIBRARY_ID, persons), Records(meeting[0].id, meeting)
    )


def with_alias(bundle: MeetingBundle, person_id: str, alias: str) -> MeetingBundle:
    row = PersonAlias(id=f"alias of {person_id}", owner_id=person_id, position="1", name=alias)
    return replace(bundle, persons=Records(LIBRARY_ID, [*bundle.persons, row]))


def people(library: LibraryFile) -> list[str]:
    return [person.name for person in library.load(LIBRARY_ID).children(LIBRARY_ID, Person)]


def test_a_meeting_comes_in_with_its_body_and_people(library: LibraryFile) -> None:
    bundle = sample()
    imported = import_meeting(bundle, library)
    assert (imported.new_body, imported.new_persons, imported.already_there) == (True, 12, False)
    assert [body.name for body in library.bodies()] == ["Styrelsen"]
    assert [meeting.id for meeting in library.meetings()] == [imported.meeting_id]
    assert people(library)[:3] == ["Maria Haglund", "Per-Erik Modin", "Karin Ahlqvist"]
    assert library.history(imported.meeting_id)[0].undoes is None


def test_export_gives_the_same_bytes_from_one_library_to_the_next(
    library: LibraryFile, other: LibraryFile
) -> None:
    for name in ("notes", "meeting"):
        imported = import_meeting(sample(name), library)
        written = write_meeting(export_meeting(imported.meeting_id, library))
        again = import_meeting(read_meeting(written), other)
        assert write_meeting(export_meeting(again.meeting_id, other)) == written


def test_the_same_meeting_twice_changes_nothing(library: LibraryFile) -> None:
    first = import_meeting(sample(), library)
    before = library.load(LIBRARY_ID)
    second = import_meeting(sample(), library)
    assert second.already_there
    assert second.meeting_id == first.meeting_id
    assert library.load(LIBRARY_ID) == before
    assert len(library.history(LIBRARY_ID)) == 2


def test_a_meeting_that_was_edited_meanwhile_is_refused(library: LibraryFile) -> None:
    imported = import_meeting(sample(), library)
    session = EditingSession(imported.meeting_id, library)
    session.perform(
        Group(Message("x"), session.records.setting(imported.meeting_id, "place", "Annanstans"))
    )
    with pytest.raises(UserFacingError, match="differs from the file"):
        import_meeting(sample(), library)
    assert library.load(imported.meeting_id).root(Meeting).place == "Annanstans"


def test_the_body_is_known_by_its_organisation_and_name(library: LibraryFile) -> None:
    first = import_meeting(small("Anna", prefix="1"), library)
    second = import_meeting(small("Bo", prefix="2"), library)
    assert second.body_id == first.body_id
    assert not second.new_body
    assert len(library.bodies()) == 1
    assert library.load("2meeting").root(Meeting).body_id == first.body_id


def test_people_are_known_by_name_and_organisation(library: LibraryFile) -> None:
    import_meeting(small("Anna Ek", "Bo", prefix="1"), library)
    imported = import_meeting(small("anna  EK", "Cia", prefix="2"), library)
    assert imported.new_persons == 1
    assert people(library) == ["Anna Ek", "Bo", "Cia"]
    anna, _ = library.load("2meeting").all(Participant)
    assert anna.person_id == "1Anna Ek"


def test_aliases_count_on_both_sides(library: LibraryFile) -> None:
    import_meeting(with_alias(small("Helén", prefix="1"), "1Helén", "Helen"), library)
    assert import_meeting(small("Helen", prefix="2"), library).new_persons == 0
    third = with_alias(small("Helene", prefix="3"), "3Helene", "Hele\u0301n")
    assert import_meeting(third, library).new_persons == 0


def test_another_organisation_is_another_person(library: LibraryFile) -> None:
    import_meeting(small("Anna", prefix="1"), library)
    imported = import_meeting(small("Anna", organisation="Rotsjö", prefix="2"), library)
    assert imported.new_persons == 1


def test_who_cannot_be_told_apart_becomes_a_new_person(library: LibraryFile) -> None:
    import_meeting(small("Anna", "Anna ", prefix="1"), library)
    assert import_meeting(small("Anna", prefix="2"), library).new_persons == 1


def test_two_people_never_become_one(library: LibraryFile) -> None:
    import_meeting(small("Anna", prefix="1"), library)
    assert import_meeting(small("Anna", "ANNA", prefix="2"), library).new_persons == 1


def test_people_without_a_name_are_nobody_known(library: LibraryFile) -> None:
    import_meeting(small("", prefix="1"), library)
    assert import_meeting(small("", prefix="2"), library).new_persons == 1


def test_the_roster_of_a_new_body_names_the_people_of_the_library(library: LibraryFile) -> None:
    import_meeting(small("Anna", prefix="1"), library)
    bundle = small("Anna", prefix="2")
    body = replace(bundle.body.root(Body), name="Nämnden")
    seat = Membership(id="seat", owner_id=body.id, position="1", person_id="2Anna")
    import_meeting(replace(bundle, body=Records(body.id, [body, seat])), library)
    assert library.load(body.id).all(Membership)[0].person_id == "1Anna"


@pytest.mark.parametrize(
    ("thrown", "words"), [("meeting", "The meeting is in"), ("body", "The meeting's body is in")]
)
def test_what_is_in_the_bin_is_not_brought_in_beside_it(
    library: LibraryFile, thrown: str, words: str
) -> None:
    bundle = small("Anna")
    import_meeting(bundle, library)
    library.discard(thrown)
    with pytest.raises(UserFacingError, match=words):
        import_meeting(bundle, library)


def test_nothing_comes_in_when_a_part_is_there_already(library: LibraryFile) -> None:
    first = small("Anna", prefix="1")
    taken = Item(id="taken", owner_id="1meeting", position="1")
    import_meeting(replace(first, meeting=Records("1meeting", [*first.meeting, taken])), library)
    second = small("Bo", prefix="2")
    body = replace(second.body.root(Body), name="Nämnden")
    clash = replace(taken, owner_id="2meeting")
    bundle = MeetingBundle(
        Records(body.id, [body]), second.persons, Records("2meeting", [*second.meeting, clash])
    )
    before = library.load(LIBRARY_ID)
    with pytest.raises(UserFacingError, match="in the library already"):
        import_meeting(bundle, library)
    assert library.load(LIBRARY_ID) == before
    assert len(library.history(LIBRARY_ID)) == 2
    assert (len(library.bodies()), len(library.meetings())) == (1, 1)


def test_references_to_what_is_gone_are_left_out(library: LibraryFile) -> None:
    meeting_id = import_meeting(sample(), library).meeting_id
    session = EditingSession(meeting_id, library)
    gone = session.records.all(Participant)[2]
    session.perform(Group(Message("x"), session.records.removal(gone.id)))
    lost = Participant(id=new_id(), owner_id=meeting_id, position="zz", person_id="nobody")
    session.perform(Group(Message("y"), (Insert(lost),)))
    written = write_meeting(export_meeting(meeting_id, library))
    assert gone.id.encode() not in written
    assert write_meeting(read_meeting(written)) == written
    assert import_meeting(read_meeting(written), library).already_there


def test_only_meetings_of_a_body_can_be_taken_out(library: LibraryFile) -> None:
    meeting = Meeting(id="alone")
    library.create(meeting, (), Group(Message("x"), (Insert(meeting),)))
    with pytest.raises(UserFacingError, match="belongs to no body"):
        export_meeting("alone", library)
    with pytest.raises(UserFacingError, match="There is no meeting nowhere"):
        export_meeting("nowhere", library)
    with pytest.raises(UserFacingError, match="There is no meeting"):
        export_meeting(LIBRARY_ID, library)
