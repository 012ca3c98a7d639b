"""Letting things fall on a widget as Qt does."""

import PySide6
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

COPY = Qt.DropAction.CopyAction
NONE = Qt.KeyboardModifier.NoModifier
ENTERS_AT = QPointF(5, 5) if PySide6.__version_info__ >= (6, 12) else QPoint(5, 5)


def mime(*addresses: str, text: str = "") -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(each) for each in addresses])
    if text:
        data.setText(text)
    return data


def drop(widget: QWidget, data: QMimeData) -> QDropEvent:
    """Let something fall as Qt does: it enters, moves, falls."""
    left = Qt.MouseButton.LeftButton
    for cls in (QDragEnterEvent, QDragMoveEvent):
        event = cls(ENTERS_AT, COPY, data, left, NONE)
        QApplication.sendEvent(widget, event)
    event = QDropEvent(QPointF(5, 5), COPY, data, left, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(widget, event)
    return event
