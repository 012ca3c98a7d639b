"""The one way in: performing, typing, undoing, and telling who listens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.records import Records, StaleOperation
from kcdesk.domain.richtext import cut, length, plain, text_of
from kcdesk.domain.row import Row
from kcdesk.domain.section import Section
from kcdesk.services.ports import LogEntry, WriterListener
from kcdesk.services.session import TYPING_LIMIT, Change, EditingSession, History

TYPING = Message("Typing")
ROWS: tuple[Row, ...] = (
    Meeting(id="m"),
    Item(id="i", owner_id="m", position="V"),
    Section(id="s", owner_id="i", position="V"),
    Block(id="b", owner_id="s", position="V"),
    Block(id="c", owner_id="s", position="W"),
)


class MemoryJournal:
    """Keeps one stream's log in a list, as strictly as the real one."""

    def __init__(self) -> None:
        first = Group(Message("New meeting"), tuple(Insert(row) for row in ROWS))
        self.entries: list[LogEntry] = [self._entry(1, first)]
        self.open: int | None = None
        self.refuses: Exception | None = None

    def _entry(self, seq: int, group: Group | None) -> LogEntry:
        return LogEntry("m", seq, group, None, 1, datetime(2026, 3, 2, tzinfo=UTC), "Anna")

    def load(self, stream_id: str) -> Records:
        records = Records(stream_id)
        for entry in self.entries:
            assert entry.group is not None
            records = records.apply(entry.group)
        return records

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        return self.entries

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        if self.refuses:
            raise self.refuses
        assert self.open is None
        assert seq == len(self.entries) + 1
        self.open = seq
        self.entries.append(self._entry(seq, group))

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        if self.refuses:
            raise self.refuses
        assert self.open == seq == len(self.entries)
        earlier = self.entries[-1].group
        assert earlier is not None
        assert earlier.id == group.id
        self.entries[-1] = self._entry(seq, group)

    def close_last(self, stream_id: str, seq: int) -> None:
        assert self.open == seq
        self.open = None

    def create(self, root: Row, rows: Sequence[Row], group: Group) -> None: ...

    def drain(self) -> None: ...

    def is_stored(self, stream_id: str) -> bool:
        return True

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        raise NotImplementedError


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def session(journal: MemoryJournal) -> EditingSession:
    return EditingSession("m", journal)


def typed(session: EditingSession, block: str, at: int, text: str) -> None:
    for number, letter in enumerate(text):
        session.type(Splice(block, at + number, (), plain(letter)), TYPING)


def place(session: EditingSession, text: str) -> Group:
    return Group(Message("Change the place"), session.records.setting("m", "place", text))


def operations(journal: MemoryJournal) -> list[tuple[object, ...]]:
    return [entry.group.operations for entry in journal.entries[1:] if entry.group]


def test_a_stretch_of_typing_is_one_step(session: EditingSession, journal: MemoryJournal) -> None:
    typed(session, "b", 0, "Åsele")
    assert journal.open == 2
    session.close_typing()
    session.close_typing()
    assert journal.open is None
    assert operations(journal) == [(Splice("b", 0, (), plain("Åsele")),)]
    assert session.undo_label == TYPING
    session.undo()
    assert session.records == Records("m", ROWS)


def test_a_corrected_slip_leaves_no_trace(session: EditingSession, journal: MemoryJournal) -> None:
    typed(session, "b", 0, "Åslee")
    session.type(Splice("b", 2, plain("lee"), plain("ele")), TYPING)
    session.type(Splice("b", 4, plain("e"), ()), TYPING)
    assert operations(journal) == [(Splice("b", 0, (), plain("Åsel")),)]


def test_what_is_erased_before_the_typing_stays_a_splice_of_its_own(
    session: EditingSession, journal: MemoryJournal
) -> None:
    typed(session, "b", 0, "ett två")
    session.close_typing()
    typed(session, "b", 4, "X")
    session.type(Splice("b", 3, plain(" X"), ()), TYPING)
    assert operations(journal)[1] == (
        Splice("b", 4, (), plain("X")),
        Splice("b", 3, plain(" X"), ()),
    )
    session.undo()
    assert text_of(session.records.get(Block, "b").spans) == "ett två"


def test_typing_ends_in_another_block_or_at_its_limit(
    session: EditingSession, journal: MemoryJournal
) -> None:
    typed(session, "b", 0, "ett")
    typed(session, "c", 0, "två")
    assert len(operations(journal)) == 2
    typed(session, "c", 3, "x" * TYPING_LIMIT)
    assert [length(each[0].inserted) for each in operations(journal)] == [3, TYPING_LIMIT, 3]  # type: ignore[attr-defined]


def test_anything_else_ends_typing(session: EditingSession, journal: MemoryJournal) -> None:
    typed(session, "b", 0, "ett")
    session.perform(place(session, "Åsele"))
    assert journal.open is None
    assert len(operations(journal)) == 2
    session.perform(Group(Message("x"), ()))
    assert len(operations(journal)) == 2


def test_undo_and_redo_walk_up_and_down(session: EditingSession) -> None:
    assert (session.undo(), session.redo()) == (None, None)
    assert (session.undo_label, session.redo_label) == (None, None)
    for name in ("Åsele", "Sorsele"):
        session.perform(place(session, name))
    session.undo()
    session.undo()
    assert session.records.root(Meeting).place == ""
    session.redo()
    assert session.records.root(Meeting).place == "Åsele"
    assert session.redo_label == Message("Change the place")
    session.perform(place(session, "Storuman"))
    assert session.redo() is None  # something new was done instead
    session.undo()
    assert session.records.root(Meeting).place == "Åsele"


def test_one_step_is_taken_back_whatever_came_after(session: EditingSession) -> None:
    session.perform(place(session, "Åsele"))
    seq = session.seq
    typed(session, "b", 0, "ett")
    session.take_back(seq)
    assert session.records.root(Meeting).place == ""
    assert text_of(session.records.get(Block, "b").spans) == "ett"
    session.undo()
    assert session.records.root(Meeting).place == "Åsele"
    session.undo()
    assert text_of(session.records.get(Block, "b").spans) == ""
    session.undo()
    assert session.take_back(seq) is None  # taken back already


def test_a_step_whose_rows_were_changed_since_stays(session: EditingSession) -> None:
    session.perform(place(session, "Åsele"))
    seq = session.seq
    session.perform(place(session, "Sorsele"))
    with pytest.raises(StaleOperation):
        session.take_back(seq)
    assert session.records.root(Meeting).place == "Sorsele"


def test_text_written_since_stays_where_a_step_is_taken_back(session: EditingSession) -> None:
    typed(session, "b", 0, "+anna")
    cleared = Splice("b", 0, plain("+anna"), ())
    session.perform(Group(TYPING, (cleared, *place(session, "Åsele").operations)))
    seq = session.seq
    typed(session, "b", 0, "ett")
    session.take_back(seq, keeps_text=True)
    assert session.records.root(Meeting).place == ""
    assert text_of(session.records.get(Block, "b").spans) == "ett"
    session.undo()
    session.undo()
    session.take_back(seq, keeps_text=True)
    assert text_of(session.records.get(Block, "b").spans) == "+anna"


def test_what_was_destroyed_for_good_ends_undo(journal: MemoryJournal) -> None:
    session = EditingSession("m", journal)
    for name in ("Åsele", "Sorsele", "Storuman"):
        session.perform(place(session, name))
    shown = journal.load("m")
    destroyed = replace(journal.entries[2], group=None)

    class Blanked(MemoryJournal):
        def load(self, stream_id: str) -> Records:
            return shown

        def history(self, stream_id: str) -> Sequence[LogEntry]:
            return [*journal.entries[:2], destroyed, journal.entries[3]]

        def append(self, stream_id: str, seq: int, group: Group) -> None: ...

        def close_last(self, stream_id: str, seq: int) -> None: ...

    session = EditingSession("m", Blanked())
    assert session.undo() is not None
    assert session.records.root(Meeting).place == "Sorsele"
    assert session.undo() is None


def test_listeners_hear_every_change_until_they_stop(session: EditingSession) -> None:
    heard: list[Change] = []
    stop = session.subscribe(heard.append)
    typed(session, "b", 0, "ab")
    session.perform(place(session, "Åsele"))
    session.undo()
    assert [change.touched for change in heard] == [{"b"}, {"b"}, {"m"}, {"m"}]
    assert heard[-1].records == session.records
    stop()
    stop()
    session.redo()
    assert len(heard) == 4


def test_a_listener_may_end_the_typing_it_hears_of(
    session: EditingSession, journal: MemoryJournal
) -> None:
    session.subscribe(lambda _change: session.close_typing())
    typed(session, "b", 0, "ab")
    assert len(operations(journal)) == 2


def test_a_seal_ends_both_stacks(session: EditingSession) -> None:
    session.perform(place(session, "Åsele"))
    history = History(tuple(session._journal.history("m"))[1:])
    assert history.undoable is not None
    history.forget()
    assert (history.undoable, history.redoable) == (None, None)


def test_what_does_not_fit_leaves_all_as_it_was(
    session: EditingSession, journal: MemoryJournal
) -> None:
    typed(session, "b", 0, "ab")
    before = session.records
    for wrong in (
        Splice("b", 9, (), plain("x")),
        Splice("b", 0, plain("nej"), ()),
        Splice("nowhere", 0, (), plain("x")),
    ):
        with pytest.raises(StaleOperation):
            session.type(wrong, TYPING)
    with pytest.raises(StaleOperation):
        session.perform(Group(Message("x"), Records("m", ROWS).removal("b")))
    assert session.records == before
    assert len(operations(journal)) == 1


def test_text_that_no_file_keeps_is_refused_before_anything_happens(
    session: EditingSession, journal: MemoryJournal
) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        session.type(Splice("b", 0, (), plain("\ud83d")), TYPING)
    typed(session, "b", 0, "a")
    with pytest.raises(ValueError, match="surrogates"):
        session.type(Splice("b", 1, (), plain("\ud83d")), TYPING)
    with pytest.raises(ValueError, match="surrogates"):
        session.perform(place(session, "\ude00"))
    assert text_of(session.records.get(Block, "b").spans) == "a"
    assert len(operations(journal)) == 1


def test_what_the_journal_refuses_has_not_happened(
    session: EditingSession, journal: MemoryJournal
) -> None:
    typed(session, "b", 0, "a")
    before = session.records
    journal.refuses = PermissionError()
    with pytest.raises(PermissionError):
        typed(session, "b", 1, "b")
    with pytest.raises(PermissionError):
        session.perform(place(session, "Åsele"))
    assert session.records == before
    journal.refuses = None
    session.undo()
    assert session.records == Records("m", ROWS)


def test_reload_takes_what_a_command_has_done(
    session: EditingSession, journal: MemoryJournal
) -> None:
    other = EditingSession("m", journal)
    other.perform(place(other, "Åsele"))
    typed(other, "b", 0, "a")
    other.reload()
    assert journal.open is None
    other.undo()
    other.undo()
    other.redo()
    session.reload()
    assert session.records == other.records
    assert session.undo_label == Message("Change the place")


KEYS = st.lists(
    st.tuples(
        st.sampled_from(["b", "c"]),
        st.integers(0, 12),
        st.integers(0, 4),
        st.sampled_from(["", "å", "ord ", "😀"]),
        st.sampled_from(["key", "key", "key", "close", "undo", "redo"]),
    ),
    max_size=40,
)


@given(KEYS)
def test_however_one_types_the_log_makes_the_text_and_undo_takes_it_back(
    keys: list[tuple[str, int, int, str, str]],
) -> None:
    journal = MemoryJournal()
    session = EditingSession("m", journal)
    for block, at, count, text, what in keys:
        if what == "key":
            spans = session.records.get(Block, block).spans
            low = min(at, length(spans))
            removed = cut(spans, low, low + count)
            session.type(Splice(block, low, removed, plain(text)), TYPING)
        elif what == "close":
            session.close_typing()
        else:
            getattr(session, what)()
        assert journal.load("m") == session.records
    while session.undo():
        pass
    assert session.records == Records("m", ROWS)
