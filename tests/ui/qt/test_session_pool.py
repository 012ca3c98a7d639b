"""Sessions go once they are stored, and nobody waits for it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from kcdesk.services.edit_meeting import set_place
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.qt.writer_signals import WriterSignals


@pytest.fixture
def pool(library, qtbot):
    made = SessionPool(library)
    signals = WriterSignals(library, made)
    signals.committed.connect(made.let_go)
    signals.attach()
    yield made
    signals.detach()
    made.detach()
    made.deleteLater()


def the_meeting(library) -> str:
    return library.meetings()[0].id


def test_what_is_stored_goes_at_once(pool, library) -> None:
    bridge = pool.bridge(the_meeting(library))
    pool.release(the_meeting(library))
    assert pool.bridge(the_meeting(library)) is not bridge


def test_a_locked_disk_does_not_hold_the_window_up(pool, library, sample_path, qtbot) -> None:
    id = the_meeting(library)
    bridge = pool.bridge(id)
    with closing(sqlite3.connect(sample_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        bridge.perform(set_place(bridge.records, "Rotsjö"))
        pool.release(id)  # would never come back if it waited: the lock is ours
        assert not library.is_stored(id)
        assert list(pool._bridges) == [id]
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not pool._bridges)
    assert library.load(id) == bridge.records


def test_opened_again_before_it_is_stored_it_is_the_same(pool, library, sample_path, qtbot) -> None:
    id = the_meeting(library)
    bridge = pool.bridge(id)
    with closing(sqlite3.connect(sample_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        bridge.perform(set_place(bridge.records, "Rotsjö"))
        pool.release(id)
        assert pool.bridge(id) is bridge
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: library.is_stored(id))
    qtbot.wait(50)
    assert pool.bridge(id) is bridge


def test_what_was_never_opened_need_not_go(pool) -> None:
    pool.release("nobody")
    assert not pool._leaving
