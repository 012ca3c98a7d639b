"""Files that are chosen in a dialog or let fall on a panel, to be attached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kcdesk.i18n import _

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def choose_files(parent: QWidget, take: Callable[[list[str]], None]) -> None:
    """Ask for files."""
    dialog = QFileDialog(parent, _("Attach files"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(take)
    dialog.open()


def local_files(data: QMimeData) -> list[str]:
    """Return the files of this machine that are dragged or copied; folders are none."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if not path.endswith("/")]


class FileDrop(QObject):
    """Lets files fall on a widget. ``dropped`` carries their paths; they stay where they are."""

    dropped = Signal(list)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files, nothing else."""
        if event.type() not in _DRAGS:
            return False
        assert isinstance(event, QDropEvent)
        files = local_files(event.mimeData())
        if not files:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
