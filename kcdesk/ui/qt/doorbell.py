"""How a second start of the program calls upon the first, which has the library open.

A local socket (a named pipe on Windows) for each library, of the user's own. QtNetwork is imported
once the window stands, or by the second start.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_HEARD = b"heard\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""Wayland lets a window come to the front only with a token, which the second start was given."""

_CONNECT, _ANSWER = 500, 2_000
"""Milliseconds; who does not answer by then is busy or hangs, and the user is told instead."""


class Doorbell(QObject):
    """Listens for second starts on a library until it is ``stop``ped; ``rung`` tells of one."""

    rung = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        name = _name(library)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left by a crash: we hold the library's lock
            self._server.listen(name)

    @property
    def listens(self) -> bool:
        """Whether it can be rung; without, a second start says that the library is in use."""
        return self._server.isListening()

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connected(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.readyRead.connect(self._on_ready)
            if visitor.canReadLine():
                self._hear(visitor)

    def _on_ready(self) -> None:
        visitor = self.sender()
        if isinstance(visitor, QLocalSocket) and visitor.canReadLine():
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        token = bytes(visitor.readLine(1000).data()).decode("utf-8", "replace").strip()
        if token:
            os.environ[_TOKEN] = token
        visitor.write(_HEARD)
        visitor.flush()
        self.rung.emit()


def ring(library: Path, pid: int) -> bool:
    """Ask the program (process ``pid``) that has a library open to come to the front; returns
    whether it heard.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
    caller = QLocalSocket()
    caller.connectToServer(_name(library))
    if not caller.waitForConnected(_CONNECT):
        return False
    caller.write(f"{os.environ.get(_TOKEN, '')}\n".encode())
    caller.waitForBytesWritten(_CONNECT)
    answered = caller.canReadLine() or caller.waitForReadyRead(_ANSWER)
    heard = answered and bytes(caller.readLine(100).data()) == _HEARD
    caller.disconnectFromServer()
    return heard


def _name(library: Path) -> str:
    """Return the library's place to be called at; in the user's own folder where there is one."""
    text = os.path.normcase(library.resolve())
    name = "kcdesk-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return f"{folder}/{name}" if folder and Path(folder).is_dir() else name
