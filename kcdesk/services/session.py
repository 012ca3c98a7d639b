"""Editing one stream: the one way in for every change, with undo, redo and typing.

Lives on the GUI's thread (or the caller's). It holds the rows in memory, applies each group to
them at once and queues it to the journal; views listen to what changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from kcdesk.domain.lock import is_milestone
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Splice, inverse_group, touched
from kcdesk.domain.plain_group import group_to_plain
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import length
from kcdesk.domain.richtext import splice as spliced
from kcdesk.services.answered_step import is_answer, is_overtaken, without_overtaken
from kcdesk.services.ports import Journal, LogEntry
from kcdesk.services.refuse_locked import Locked, refuse_locked
from kcdesk.services.without_numbers import without_numbers

TYPING_LIMIT = 200
"""Code points after which a stretch of typing is closed (architecture, operations, 5)."""


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners are told: the rows after it, the group, and the ids of the rows it touched."""

    records: Records
    group: Group
    touched: frozenset[str]


Listener = Callable[[Change], None]


class History:
    """The undo and redo stacks of a stream, as its log tells them."""

    def __init__(self, entries: list[LogEntry] | tuple[LogEntry, ...] = ()) -> None:
        self._done: list[tuple[int, Group]] = []
        self._undone: list[tuple[int, Group]] = []
        for entry in entries:
            if entry.group is None or is_milestone(entry.group):
                self.forget()  # destroyed for good, or signed: nothing before can be taken back
            else:
                self.add(entry.seq, entry.group)

    def add(self, seq: int, group: Group) -> None:
        """Note a group as it happens; one that only followed another meeting is not undone here."""
        if is_answer(group):
            return
        if group.undoes is not None and self._done and self._done[-1][0] == group.undoes:
            self._done.pop()
            self._undone.append((seq, group))
        elif group.undoes is not None and self._undone and self._undone[-1][0] == group.undoes:
            self._undone.pop()
            self._done.append((seq, group))
        else:
            self._done.append((seq, group))
            self._undone.clear()

    def drop(self, step: tuple[int, Group]) -> None:
        """Forget a step of which nothing stands any more."""
        for steps in (self._done, self._undone):
            if step in steps:
                steps.remove(step)

    def amend(self, seq: int, group: Group) -> None:
        """Replace the last group, which is still open."""
        self._done[-1] = (seq, group)

    @property
    def undoable(self) -> tuple[int, Group] | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    def step(self, seq: int) -> tuple[int, Group] | None:
        """Return a step that stands, by its number."""
        return next((each for each in self._done if each[0] == seq), None)

    @property
    def redoable(self) -> tuple[int, Group] | None:
        """What redo would bring back: the undoing group to undo."""
        return self._undone[-1] if self._undone else None

    def forget(self) -> None:
        """End both stacks, as a seal does."""
        self._done.clear()
        self._undone.clear()


class EditingSession:
    """One open stream. ``records`` is always the newest state, whether stored yet or not."""

    def __init__(self, stream_id: str, journal: Journal) -> None:
        self.stream_id = stream_id
        self._journal = journal
        self._listeners: list[Listener] = []
        self._typing: Group | None = None
        self.reload()

    def reload(self) -> None:
        """Read the stream again, as after a command that ran on the writer."""
        self.close_typing()
        self.records = self._journal.load(self.stream_id)
        entries = tuple(self._journal.history(self.stream_id))
        self._seq = entries[-1].seq if entries else 0
        # The first group makes the stream itself; taking that back is not undo but deletion.
        self._history = History(entries[1:])

    @property
    def seq(self) -> int:
        """The number of the newest group, stored yet or not."""
        return self._seq

    # ---- changing ------------------------------------------------------------------------

    def perform(self, group: Group) -> None:
        """Apply a group and queue it. An empty group is nothing.

        Raises ``StaleOperation`` when it does not fit, ``ValueError`` for text that no file keeps
        (half a surrogate pair), ``Locked`` for what is out for signature or sealed, and
        ``UserFacingError`` where the library is open for reading only; then nothing has happened.
        """
        if not group:
            return
        self.close_typing()
        self._apply(group)

    def type(self, splice: Splice, label: Message) -> None:
        """Apply a stretch of typing, joined to the open one of the same block where it can be."""
        open_group = self._typing
        if open_group is None or not _continues(open_group, splice):
            self.close_typing()
            self._apply(Group(label, (splice,)), stays_open=True)
        else:
            self._go_on_typing(open_group, splice)
        if _size(self._typing) >= TYPING_LIMIT:
            self.close_typing()

    def close_typing(self) -> None:
        """End the open stretch of typing: on leaving the block, after a pause, before all else."""
        if self._typing is not None:
            self._typing = None
            self._journal.close_last(self.stream_id, self._seq)

    def undo(self) -> Group | None:
        """Take back the last step; returns it, or None when there is none."""
        self.close_typing()
        step = self._undoable
        return self._take_back(step) if step is not None else None

    def redo(self) -> Group | None:
        """Bring back the step last undone; returns it, or None when there is none."""
        self.close_typing()
        step = self._redoable
        return self._take_back(step) if step is not None else None

    def take_back(self, seq: int, *, keeps_text: bool = False) -> Group | None:
        """Take back one step, whatever was done after it; None where it no longer stands.

        ``keeps_text``: where something was done since, what the step did to running text stays, as
        one has gone on writing there. Raises ``StaleOperation`` where what came after changed the
        same; then nothing has happened.
        """
        self.close_typing()
        step = self._history.step(seq)
        if step is not None and keeps_text and step != self._history.undoable:
            group = step[1]
            rest = tuple(each for each in group.operations if not isinstance(each, Splice))
            step = seq, replace(group, operations=rest)
        return self._take_back(step) if step is not None else None

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back, for the menu."""
        step = self._undoable
        return step[1].label if step else None

    @property
    def redo_label(self) -> Message | None:
        """What redo would bring back, for the menu."""
        step = self._redoable
        return step[1].label if step else None

    # ---- listening -----------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; returns the way to stop that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    # ---- inside --------------------------------------------------------------------------

    @property
    def _undoable(self) -> tuple[int, Group] | None:
        """The last step of which anything stands (``answered_step``)."""
        while (step := self._history.undoable) and is_overtaken(self.records, step[1]):
            self._history.drop(step)
        return step

    @property
    def _redoable(self) -> tuple[int, Group] | None:
        while (step := self._history.redoable) and is_overtaken(self.records, step[1]):
            self._history.drop(step)
        return step

    def _take_back(self, step: tuple[int, Group]) -> Group | None:
        seq, group = step
        inverse = without_overtaken(self.records, without_numbers(inverse_group(group, seq)))
        try:
            self._apply(inverse)
        except Locked:  # what came after the signing may hang on what is sealed: undo ends there
            self._history.forget()
            raise
        return group

    def _apply(self, group: Group, *, stays_open: bool = False) -> None:
        _check_text(group)
        refuse_locked(self.records, group)
        changed = self.records.apply(group)
        self._journal.append(self.stream_id, self._seq + 1, group)
        self.records = changed
        self._seq += 1
        self._history.add(self._seq, group)
        if stays_open:
            self._typing = group
        else:
            self._journal.close_last(self.stream_id, self._seq)
        self._tell(group)

    def _go_on_typing(self, open_group: Group, splice: Splice) -> None:
        step = Group(open_group.label, (splice,), id=open_group.id)
        _check_typed(splice)
        refuse_locked(self.records, step)
        changed = self.records.apply(step)
        longer = Group(open_group.label, _joined(open_group, splice), id=open_group.id)
        self._journal.amend(self.stream_id, self._seq, longer)
        self.records, self._typing = changed, longer
        self._history.amend(self._seq, longer)
        self._tell(step)

    def _tell(self, group: Group) -> None:
        change = Change(self.records, group, touched(group))
        for listener in tuple(self._listeners):
            listener(change)


def _size(group: Group | None) -> int:
    if group is None:
        return 0
    return sum(
        length(each.removed) + length(each.inserted)
        for each in group.operations
        if isinstance(each, Splice)
    )


def _continues(group: Group, splice: Splice) -> bool:
    last = group.operations[-1]
    return isinstance(last, Splice) and last.block_id == splice.block_id


def _joined(group: Group, step: Splice) -> tuple[Splice, ...]:
    """Return the group's splices and one more; one within what was just typed becomes part of it,
    so that a corrected slip leaves no trace and a sentence is one splice.
    """
    *earlier, last = (each for each in group.operations if isinstance(each, Splice))
    offset = step.at - last.at
    if offset < 0 or offset + length(step.removed) > length(last.inserted):
        return (*earlier, last, step)
    typed = spliced(last.inserted, offset, step.removed, step.inserted)
    return (*earlier, Splice(last.block_id, last.at, last.removed, typed))


def _check_text(group: Group) -> None:
    """Refuse what cannot be encoded before it is anywhere: later it would stop all saving."""
    json.dumps(group_to_plain(group), ensure_ascii=False).encode()


def _check_typed(splice: Splice) -> None:
    """As ``_check_text``, for one more key: only what it adds is new."""
    for span in splice.inserted:
        span.text.encode()
        (span.link or "").encode()
