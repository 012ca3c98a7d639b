"""Open actions of other meetings, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.body import Body
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group
from kcdesk.services.edit_action import set_owner_state
from kcdesk.services.edit_agenda import add_item
from kcdesk.services.follow_up import FollowUp, LookingBack, bring_along, follow_ups
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin

DONE = ActionState.DONE
WORDS = LookingBack("Föregående protokoll", "eller")


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
            owner("o7", "either", position="Z"),
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


def told(library: LibraryFile) -> list[tuple[FollowUp, str]]:
    return [(each, "Rådet") for each in follow_ups(library, library, "b", "june")]


def test_they_are_brought_along_to_the_item_that_looks_back(library: LibraryFile) -> None:
    june = EditingSession("june", library)
    group, item_id = bring_along(june.records, WORDS, told(library))
    june.perform(group)
    assert june.records.get(Item, item_id).title == "Föregående protokoll"
    rows = june.records.children(item_id, FollowedAction)
    assert [(each.text, each.who, each.target, each.origin) for each in rows] == [
        ("nobody", "", "", "Rådet"),
        ("each", "o5", "o5", "Rådet"),
        ("either", "o6 eller o7", "o6", "Rådet"),
    ]
    assert [(each.secret, each.secrecy_ground) for each in rows] == [
        (True, "OSL 26:1"),  # as the item above it
        (False, ""),
        (False, ""),
    ]
    group, again = bring_along(
        june.records, LookingBack("Previous minutes", "or"), told(library)[1:]
    )
    assert again == item_id  # known by how it begins, in whatever language
    assert not group  # all stand there
    june.undo()
    assert june.records.all(Item) == ()


def test_a_new_item_stands_after_what_opens_the_meeting(library: LibraryFile) -> None:
    june = EditingSession("june", library)
    opening = ItemKind.FORMALITY
    for title, kind in (("Öppnande", opening), ("Val av justerare", opening), ("Läget", None)):
        chosen = kind or ItemKind.INFORMATION
        june.perform(add_item(june.records, None, title, kind=chosen))
    group, item_id = bring_along(june.records, WORDS, told(library))
    june.perform(group)
    assert june.records.children("june", Item)[2].id == item_id
    june.undo()
    june.undo()
    group, item_id = bring_along(june.records, WORDS, told(library))
    june.perform(group)  # of formalities alone the first one opens the meeting
    assert june.records.children("june", Item)[1].id == item_id
    june.undo()
    (root,) = june.records.all(Meeting)
    june.perform(Group(Message("Number"), june.records.setting(root.id, "first_paragraph", 4)))
    group, item_id = bring_along(june.records, WORDS, told(library))
    june.perform(group)  # no item gets another number
    assert june.records.children("june", Item)[-1].id == item_id
