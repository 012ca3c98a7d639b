"""What is stored is what is in memory, whatever is done."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.block import Block
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice, inverse_group
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.storage import stream_store
from kcdesk.storage.connection import transaction
from kcdesk.storage.error import Unstorable
from tests.storage.database import empty_database
from tests.storage.sample import inserting, rows_of_a_meeting
from tests.strategies import histories

ROOTS = st.sampled_from(["meeting", "body", "library"])


@given(ROOTS.flatmap(lambda root: histories(root=root, wild=True)))
def test_load_equals_memory_after_any_edits_and_after_taking_them_back(
    history: tuple[Records, tuple[Group, ...]],
) -> None:
    start, groups = history
    database = empty_database()
    id = start.root_id
    with transaction(database):
        stream_store.begin_stream(database, start.row(id))
        inserts = tuple(Insert(row) for row in start.subtree(id))
        stream_store.apply(database, id, Group(Message("start"), inserts))
    now = start
    for group in groups:
        now = now.apply(group)
        with transaction(database):
            stream_store.apply(database, id, group)
        assert stream_store.load(database, id) == now
    with transaction(database):
        for seq, group in reversed(list(enumerate(groups))):
            stream_store.apply(database, id, inverse_group(group, seq))
    assert stream_store.load(database, id) == start


def test_a_splice_against_another_text_is_refused() -> None:
    database = empty_database()
    rows = rows_of_a_meeting()
    id, block = rows[0].id, rows[-1]
    stream_store.begin_stream(database, rows[0])
    with transaction(database):
        stream_store.apply(database, id, inserting(rows))
    wrong = Group(Message("Typing"), (Splice(block.id, 0, plain("annat"), ()),))
    with pytest.raises(Unstorable), transaction(database):
        stream_store.apply(database, id, wrong)
    assert stream_store.load(database, id) == Records(id, rows)


def test_a_row_without_its_owner_is_refused_when_the_transaction_ends() -> None:
    database = empty_database()
    rows = rows_of_a_meeting()
    stream_store.begin_stream(database, rows[0])
    with pytest.raises(sqlite3.IntegrityError), transaction(database):
        stream_store.apply(database, rows[0].id, inserting((rows[0], rows[2])))
    assert len(stream_store.load(database, rows[0].id)) == 0


def test_an_unknown_stream_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        stream_store.load(empty_database(), "nowhere")


def test_a_block_that_is_not_there_cannot_be_typed_in() -> None:
    with pytest.raises(Unstorable):
        stream_store.apply(
            empty_database(), "m", Group(Message("x"), (Splice(Block.table, 0, (), plain("x")),))
        )


def test_a_transaction_that_sqlite_has_ended_itself_stays_ended() -> None:
    database = empty_database()
    with pytest.raises(sqlite3.OperationalError), transaction(database):
        database.execute("ROLLBACK")
    assert not database.in_transaction
