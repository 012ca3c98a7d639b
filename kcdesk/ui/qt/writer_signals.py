"""How storing goes, told on the GUI's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kcdesk.domain.error import UserFacingError
    from kcdesk.services.ports import Journal


class WriterSignals(QObject):
    """The writer's reports, brought from its thread to the GUI's; they come from ``attach`` on."""

    committed = Signal(str, int, object)
    failed = Signal(object)
    recovered = Signal()

    _committed = Signal(str, int, object)
    _failed = Signal(object)
    _recovered = Signal()

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        queued = Qt.ConnectionType.QueuedConnection
        self._committed.connect(self.committed, queued)
        self._failed.connect(self.failed, queued)
        self._recovered.connect(self.recovered, queued)
        self._journal = journal
        self._unlisten: Callable[[], None] | None = None

    def attach(self) -> None:
        """Listen, before anything can be written; again is no harm."""
        if self._unlisten is None:
            self._unlisten = self._journal.listen(_Forwarder(self))

    def detach(self) -> None:
        """Stop listening, before the window goes."""
        if self._unlisten is not None:
            self._unlisten()

    def report_commit(self, stream_id: str, seq: int, at: datetime) -> None:
        """Called on the writer's thread."""
        self._committed.emit(stream_id, seq, at)

    def report_failure(self, error: UserFacingError) -> None:
        """Called on the writer's thread."""
        self._failed.emit(error)

    def report_recovery(self) -> None:
        """Called on the writer's thread."""
        self._recovered.emit()


class _Forwarder:
    """The writer's listener; apart from the QObject, whose ``failed`` is a signal."""

    def __init__(self, signals: WriterSignals) -> None:
        self._signals = signals

    def committed(self, stream_id: str, seq: int, at: datetime) -> None:
        self._signals.report_commit(stream_id, seq, at)

    def failed(self, error: UserFacingError) -> None:
        self._signals.report_failure(error)

    def recovered(self) -> None:
        self._signals.report_recovery()
