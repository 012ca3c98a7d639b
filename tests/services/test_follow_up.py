"""Open actions of other meetings, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.domain.section import Section
from kcdesk.services.edit_action import set_owner_state
from kcdesk.services.follow_up import FollowUp, follow_ups, write_follow_ups
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin

DONE = ActionState.DONE


def owner(id: str, action: str, **fields) -> ActionOwner:
    return ActionOwner(id=id, owner_id=action, **{"position": "V", "name": id, **fields})


def action(id: str, item: str, position: str = "V", **fields) -> Action:
    return Action(id=id, owner_id=item, position=position, **{"text": id, **fields})


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    made = LibraryFile.new(tmp_path / "Nämnd.kcdesk")
    begin(made, (Body(id="b", name="Rådet"),))
    begin(
        made,
        (
            Meeting(id="may", body_id="b", day=Moment(date(2026, 5, 4))),
            Item(id="y", owner_id="may", position="V", title="Läget"),
            action("done", "y", "D"),
            owner("o1", "done", state=DONE),
            action("one is enough", "y", "G", any_owner=True),
            owner("o2", "one is enough", state=DONE),
            owner("o3", "one is enough", position="Z"),
            action("each", "y", "M"),
            owner("o4", "each", state=DONE),
            owner("o5", "each", position="Z"),
            action("either", "y", "T", any_owner=True),
            owner("o6", "either"),
        ),
    )
    begin(
        made,
        (
            Meeting(id="march", body_id="b", day=Moment(date(2026, 3, 2))),
            Item(id="m", owner_id="march", position="V", secret=True, secrecy_ground="OSL 26:1"),
            Item(id="ms", owner_id="m", position="V"),
            action("nobody", "ms", "D"),
            action("begun", "ms", "M", text=""),
        ),
    )
    begin(made, (Meeting(id="june", body_id="b", day=Moment(date(2026, 6, 1))),))
    yield made
    made.close()


def named(found: tuple[FollowUp, ...]) -> list[tuple[str, str]]:
    return [(each.action.text, each.owner.id if each.owner else "") for each in found]


def texts(records: Records, section: Section) -> list[str]:
    return [text_of(each.spans) for each in records.children(section.id, Block)]


def test_what_is_open_is_found_oldest_meeting_first(library: LibraryFile) -> None:
    found = follow_ups(library, library, "b", "june")
    assert named(found) == [("nobody", ""), ("each", "o5"), ("either", "o6")]
    assert named(follow_ups(library, library, "b", "may")) == [("nobody", "")]
    library.discard("march")
    assert named(follow_ups(library, library, "b")) == [("each", "o5"), ("either", "o6")]


def test_marked_done_in_its_meeting_it_is_open_nowhere(library: LibraryFile) -> None:
    may = EditingSession("may", library)
    for id in ("o5", "o6"):
        may.perform(set_owner_state(may.records, id, DONE, date(2026, 6, 1)))
    library.drain()
    assert named(follow_ups(library, library, "b", "june")) == [("nobody", "")]
    assert list(library.meetings_with_open_actions("b")) == ["march", "may"]  # o3 is still open


def test_they_are_written_under_the_item_that_looks_back(library: LibraryFile) -> None:
    june = EditingSession("june", library)
    lines = [(each, each.action.text) for each in follow_ups(library, library, "b", "june")]
    group, item_id = write_follow_ups(june.records, "Föregående protokoll", lines)
    june.perform(group)
    assert june.records.get(Item, item_id).title == "Föregående protokoll"
    hidden, told = june.records.children(item_id, Section)
    assert (hidden.secret, hidden.secrecy_ground) == (True, "OSL 26:1")  # as the item above it
    assert not told.secret
    assert texts(june.records, hidden) == ["nobody"]
    assert texts(june.records, told) == ["each", "either"]
    group, again = write_follow_ups(june.records, "Previous minutes", lines[1:])
    assert again == item_id  # known by how it begins, in whatever language
    june.perform(group)
    assert len(june.records.children(item_id, Section)) == 3
    june.undo()
    june.undo()
    assert june.records.all(Item) == ()
