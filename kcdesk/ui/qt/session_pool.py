"""One editing session a stream, however many views look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.error import UserFacingError

if TYPE_CHECKING:
    from kcdesk.services.ports import Journal
    from kcdesk.ui.qt.session_bridge import SessionBridge


class SessionPool(QObject):
    """The open sessions of a library. Two sessions of one stream would not know of each other."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._bridges: dict[str, SessionBridge] = {}

    def bridge(self, stream_id: str) -> SessionBridge:
        """Return the stream's bridge, opened when first asked for.

        Raises ``KeyError`` when there is no such stream.
        """
        if stream_id not in self._bridges:
            from kcdesk.services.session import EditingSession
            from kcdesk.ui.qt.session_bridge import SessionBridge

            session = EditingSession(stream_id, self._journal)
            self._bridges[stream_id] = SessionBridge(session, self)
        return self._bridges[stream_id]

    def release(self, stream_id: str) -> None:
        """Let a stream go once it is stored. What cannot be stored now is kept in memory."""
        bridge = self._bridges.get(stream_id)
        if bridge is None:
            return
        bridge.close_typing()
        try:
            self._journal.drain()
        except UserFacingError:  # the writer reports it itself; the session must outlive it
            return
        del self._bridges[stream_id]
        bridge.detach()
        bridge.deleteLater()

    def close_typing(self) -> None:
        """End every open stretch of typing, before all is stored."""
        for bridge in self._bridges.values():
            bridge.close_typing()

    def detach(self) -> None:
        """Stop listening to every session, before the window goes."""
        for bridge in self._bridges.values():
            bridge.detach()
