"""One editing session a stream, however many views look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kcdesk.services.ports import Journal
    from kcdesk.ui.qt.session_bridge import SessionBridge


class SessionPool(QObject):
    """The open sessions of a library. Two sessions of one stream would not know of each other.

    ``facts_changed`` carries the ``Change`` of any of them, ``refused`` what to tell of an edit
    that was not made (see ``SessionBridge``).
    """

    facts_changed = Signal(object)
    refused = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._bridges: dict[str, SessionBridge] = {}
        self._leaving: set[str] = set()

    def bridge(self, stream_id: str) -> SessionBridge:
        """Return the stream's bridge, opened when first asked for.

        Raises ``KeyError`` when there is no such stream.
        """
        self._leaving.discard(stream_id)
        if stream_id not in self._bridges:
            from kcdesk.services.session import EditingSession
            from kcdesk.ui.qt.session_bridge import SessionBridge

            session = EditingSession(stream_id, self._journal)
            self._bridges[stream_id] = bridge = SessionBridge(session, self)
            bridge.facts_changed.connect(self.facts_changed)
            bridge.refused.connect(self.refused)
        return self._bridges[stream_id]

    def release(self, stream_id: str) -> None:
        """Let a stream go once it is stored; nobody waits for that. What cannot be stored is kept
        in memory, and the same session is there when the stream is opened again.
        """
        if stream_id in self._bridges:
            self._bridges[stream_id].end()
            self._leaving.add(stream_id)
            self.let_go()

    def let_go(self) -> None:
        """Drop what was released and is stored by now. Called as things reach the disk."""
        for stream_id in [each for each in self._leaving if self._journal.is_stored(each)]:
            self._leaving.discard(stream_id)
            bridge = self._bridges.pop(stream_id)
            bridge.detach()
            bridge.deleteLater()

    def close_typing(self) -> None:
        """End every open stretch of typing, and what else is under way, before all is stored."""
        for bridge in tuple(self._bridges.values()):
            bridge.end()

    def detach(self) -> None:
        """Stop listening to every session, before the window goes."""
        for bridge in self._bridges.values():
            bridge.detach()
