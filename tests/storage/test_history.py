"""Undo and redo, also after the library was closed; and long chains of random edits."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.position import FIRST
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import cut, length, plain
from kcdesk.domain.row import new_id
from kcdesk.domain.section import Section
from kcdesk.services.session import EditingSession
from kcdesk.storage import log
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import TYPING, begin, only_block, rows_of_a_meeting, type_text
from tests.strategies import histories

EDITS = 5_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 400
"""How many random edits to take back."""


def test_undo_ends_at_steps_of_an_older_form_which_are_still_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = LibraryFile.new(path)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    _meet_at(session, "Åsele")
    library.close()

    monkeypatch.setattr(log, "SCHEMA", log.SCHEMA + 1)  # a later version of the program
    library = LibraryFile.open(path)
    session = EditingSession(session.stream_id, library)
    before = session.records
    assert session.undo_label is None
    _meet_at(session, "Sorsele")
    library.close()

    library = LibraryFile.open(path)
    session = EditingSession(session.stream_id, library)
    session.undo()
    assert session.records == before
    assert session.undo() is None
    shown = library.history(session.stream_id)
    assert [each.schema - log.SCHEMA for each in shown] == [-1, -1, 0, 0]
    library.close()


def _meet_at(session: EditingSession, place: str) -> None:
    setting = session.records.setting(session.stream_id, "place", place)
    session.perform(Group(Message("Change the place of the meeting"), setting))


def test_undo_and_redo_go_on_after_the_library_was_closed(path: Path) -> None:
    library = LibraryFile.new(path)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    block = only_block(session.records)
    states = [session.records]
    for place in ("Åsele", "Sorsele"):
        setting = session.records.setting(session.stream_id, "place", place)
        session.perform(Group(Message("Change the place of the meeting"), setting))
        states.append(session.records)
    type_text(session, block.id, "Mötet öppnades.")
    states.append(session.records)
    session.undo()
    assert session.records == states[2]
    library.close()

    library = LibraryFile.open(path)
    session = EditingSession(session.stream_id, library)
    assert session.records == states[2]
    assert session.redo_label == TYPING
    session.redo()
    assert session.records == states[3]
    library.close()

    library = LibraryFile.open(path)
    session = EditingSession(session.stream_id, library)
    for state in (states[2], states[1], states[0]):
        session.undo()
        assert session.records == state
    assert session.undo() is None  # the making of the meeting itself is not undone
    for state in states[1:]:
        session.redo()
        assert session.records == state
    assert session.redo() is None
    library.drain()
    assert library.load(session.stream_id) == states[3]
    assert library.verify() == ()
    library.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.sampled_from(["meeting", "body"]).flatmap(lambda root: histories(root=root)),
    st.lists(st.sampled_from(["undo", "redo", "reopen"]), max_size=12),
)
def test_any_dance_of_undo_and_redo_is_stored_as_it_is_in_memory(
    tmp_path: Path, history: tuple[Records, tuple[Group, ...]], dance: list[str]
) -> None:
    start, groups = history
    path = tmp_path / f"{new_id()}.kcdesk"
    library = LibraryFile.new(path)
    begin(library, start.subtree(start.root_id))
    session = EditingSession(start.root_id, library)
    for group in groups:
        session.perform(group)
    for step in dance:
        if step == "reopen":
            library.close()
            library = LibraryFile.open(path)
            reopened = EditingSession(start.root_id, library)
            assert reopened.records == session.records
            assert reopened.undo_label == session.undo_label
            assert reopened.redo_label == session.redo_label
            session = reopened
        else:
            getattr(session, step)()
    library.drain()
    assert library.load(start.root_id) == session.records
    while session.undo():
        pass
    assert session.records == start
    assert library.load(start.root_id) == start
    library.close()
    path.unlink()


def test_thousands_of_random_edits_can_all_be_taken_back(library: LibraryFile) -> None:
    dice = random.Random(20260302)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    start = session.records
    for _ in range(EDITS):
        random_edit(session, dice)
    library.drain()
    assert library.load(session.stream_id) == session.records
    session.reload()
    while session.undo():
        pass
    assert session.records == start
    assert library.load(session.stream_id) == start
    assert library.verify() == ()


def random_edit(session: EditingSession, dice: random.Random) -> None:
    """Type, erase, add, remove, move or set something, anywhere."""
    records = session.records
    items, blocks = records.all(Item), records.all(Block)
    match dice.choice(["type", "type", "type", "erase", "add", "remove", "move", "set"]):
        case "type" if blocks:
            block = dice.choice(blocks)
            at = dice.randint(0, length(block.spans))
            for letter in dice.choice(["å ", "beslut ", "kl. 9 ", "😀", "\n"]):
                session.type(Splice(block.id, at, (), plain(letter)), TYPING)
                at += 1
        case "erase" if blocks:
            block = dice.choice(blocks)
            low, high = sorted(dice.randint(0, length(block.spans)) for _ in range(2))
            session.type(Splice(block.id, low, cut(block.spans, low, high), ()), TYPING)
        case "remove" if len(items) > 1:
            session.perform(Group(Message("x"), records.removal(dice.choice(items).id)))
        case "move" if len(items) > 1:
            one, other = dice.sample(items, 2)
            if one.id not in {row.id for row in records.subtree(other.id)} | {other.owner_id}:
                place = records.position_before(other.id)
                if other.owner_id not in {row.id for row in records.subtree(one.id)}:
                    moving = records.moving(one.id, other.owner_id, place)
                    session.perform(Group(Message("x"), (moving,)))
        case "set" if items:
            item = dice.choice(items)
            setting = records.setting(item.id, "title", f"Ärende {dice.random()}")
            session.perform(Group(Message("x"), setting))
        case _:
            owner = dice.choice((records.root_id, *(item.id for item in items)))
            item = Item(id=new_id(), owner_id=owner, position=records.next_position(owner, Item))
            section = Section(id=new_id(), owner_id=item.id, position=FIRST)
            block = Block(id=new_id(), owner_id=section.id, position=FIRST)
            session.perform(Group(Message("x"), tuple(map(Insert, (item, section, block)))))
