"""An editing session as a Qt object, and which row the views look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kcdesk.domain.block import Block
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Splice, tables
from kcdesk.domain.records import Records, StaleOperation
from kcdesk.services.session import Change, EditingSession


class SessionBridge(QObject):
    """Signals for views; every edit of a view goes through here.

    ``changed`` carries a ``Change`` after each edit, undo or redo; ``facts_changed`` the same, but
    not where only running text changed, so that who shows facts has nothing to do while somebody
    types; ``replaced`` comes when the whole stream was read again. ``refused`` carries what to
    tell of an edit of what is out for signature or sealed, or of a library that is open for reading
    only; ``left`` that the stream was let go, and ``ending`` comes before that, and before all is
    saved for good: who has something under way brings it to an end; ``told`` carries what the
    newest step did beyond what can be seen where it was made. Lives on the GUI's thread.
    """

    changed = Signal(object)
    facts_changed = Signal(object)
    replaced = Signal()
    refused = Signal(object)
    ending = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, session: EditingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unsubscribe = session.subscribe(self._on_change)
        self._held: list[Callable[[], None]] = []
        self.is_left = False  # the stream was let go; the library may be closed

    def hold(self, send: Callable[[], None]) -> None:
        """Something was typed that is told later: at the latest before anybody asks or edits."""
        self._held.append(send)

    @property
    def is_behind(self) -> bool:
        """Whether something was typed that the session does not know yet."""
        return bool(self._held)

    def give(self) -> None:
        """Let what was typed be told now."""
        while self._held:
            self._held.pop(0)()

    @property
    def records(self) -> Records:
        """The newest rows."""
        self.give()
        return self._session.records

    @property
    def session(self) -> EditingSession:
        """The session itself, for labels of undo and redo."""
        self.give()
        return self._session

    def perform(self, group: Group) -> bool:
        """Make a change; one that may not be is refused, and the views show what stands. Returns
        whether it was made.
        """
        self.give()
        try:
            self._session.perform(group)
        except UserFacingError as error:
            self._refuse(error)
            return False
        return True

    def type(self, splice: Splice, label: Message) -> bool:
        """Make a change by typing; it joins the stretch of typing before it. Returns whether it was
        made.
        """
        try:
            self._session.type(splice, label)
        except UserFacingError as error:
            self._refuse(error)
            return False
        return True

    def close_typing(self) -> None:
        """End the stretch of typing: the caret left, or rested."""
        self.give()
        self._session.close_typing()

    def end(self) -> None:
        """Let everything under way be told: the stream is about to be let go."""
        self.ending.emit()
        self.close_typing()

    def undo(self) -> Group | None:
        """Take back the last step."""
        self.give()
        try:
            return self._session.undo()
        except UserFacingError as error:
            self._refuse(error)
            return None

    def redo(self) -> Group | None:
        """Bring back the step last taken back."""
        self.give()
        try:
            return self._session.redo()
        except UserFacingError as error:
            self._refuse(error)
            return None

    def take_back(self, seq: int, *, keeps_text: bool = False) -> None:
        """Take back one step, whatever was done after it (``EditingSession.take_back``)."""
        if self.is_left:
            return
        self.give()
        try:
            self._session.take_back(seq, keeps_text=keeps_text)
        except UserFacingError as error:
            self._refuse(error)
        except StaleOperation:
            self._refuse(
                UserFacingError(
                    Message("What that step changed has been changed again since."),
                    safe=Message("Nothing was changed."),
                    remedy=Message("Undo takes the steps back one by one."),
                )
            )

    def reload(self) -> None:
        """Read the stream again after a command."""
        self.give()
        self._session.reload()
        self.replaced.emit()

    def detach(self) -> None:
        """Stop listening, before the bridge goes."""
        self.give()
        self._unsubscribe()
        self.is_left = True
        self.left.emit()

    def _refuse(self, error: UserFacingError) -> None:
        self.refused.emit(error)
        self.replaced.emit()

    def _on_change(self, change: Change) -> None:
        self.changed.emit(change)
        if tables(change.group) != {Block.table}:
            self.facts_changed.emit(change)


class Selection(QObject):
    """Which row is looked at (an item of the agenda, say); empty: none.

    ``writing_wanted`` asks who shows the row to put the caret where it is written in;
    ``place_wanted`` asks for any place of the meeting: a panel's key, a row, a field of it.
    """

    selected = Signal(str)
    writing_wanted = Signal()
    place_wanted = Signal(str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._id = ""

    @property
    def id(self) -> str:
        """The row's id, or empty."""
        return self._id

    def select(self, id: str) -> None:
        """Look at another row."""
        if id != self._id:
            self._id = id
            self.selected.emit(id)

    def write(self) -> None:
        """Go on to write in the row."""
        self.writing_wanted.emit()

    def lead_to(self, pane: str, row_id: str, field: str = "") -> None:
        """Lead to a row, and to a field of it, in a panel."""
        self.place_wanted.emit(pane, row_id, field)
