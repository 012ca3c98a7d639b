"""What is painted around the text: bullets and numbers of lists, hair lines of tables.

Bullets and numbers follow from the kind and level of each paragraph, so there are no list objects
to keep.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextDocument, QTextTable

from kcdesk.domain.block import BlockKind
from kcdesk.ui.qt.theme import current_colors
from kcdesk.ui.widgets.rich_text.form import INDENT, KIND, LEVEL, TEXT_SIZE
from kcdesk.ui.widgets.rich_text.reader import text_blocks

_BULLETS = "•–▪"
_GAP = 8  # pixels between a marker and its text


def markers(document: QTextDocument) -> Iterator[tuple[QTextBlock, str]]:
    """Return each paragraph of a list with what stands before it.

    Numbers run on over deeper levels and start again after any other paragraph. A single clause
    needs no number and gets a dash.
    """
    counters: dict[int, int] = {}
    previous: str = ""
    for block in text_blocks(document):
        kind = str(block.blockFormat().property(KIND) or "")
        level = int(block.blockFormat().property(LEVEL) or 0)
        if kind not in (BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CLAUSE):
            counters.clear()
        else:
            counters = {depth: count for depth, count in counters.items() if depth <= level}
            if kind == BlockKind.BULLET:
                counters.pop(level, None)
                yield block, _BULLETS[min(level, len(_BULLETS) - 1)]
            else:
                if kind != previous and level == 0:
                    counters.pop(level, None)
                counters[level] = counters.get(level, 0) + 1
                yield block, _number(block, kind, level, counters[level])
        previous = kind


def paint_markers(painter: QPainter, document: QTextDocument, visible: QRectF) -> None:
    """Paint the markers whose paragraphs are within ``visible`` (document coordinates)."""
    font = QFont(document.defaultFont())
    font.setPixelSize(TEXT_SIZE)
    painter.setFont(font)
    painter.setPen(QColor(current_colors().soft))
    layout = document.documentLayout()
    for block, text in markers(document):
        box = layout.blockBoundingRect(block)
        if not box.intersects(visible) or block.layout().lineCount() == 0:
            continue
        line = block.layout().lineAt(0)
        margin = block.blockFormat().leftMargin()
        left = box.left() if box.left() < margin else box.left() - margin
        where = QRectF(left + margin - INDENT * 2, box.top(), INDENT * 2 - _GAP, line.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def paint_rules(painter: QPainter, document: QTextDocument) -> None:
    """Paint a hair line between the lines of each table, and none between its columns."""
    painter.setPen(QColor(current_colors().line))
    layout = document.documentLayout()
    frames = document.rootFrame().childFrames()
    for table in (frame for frame in frames if isinstance(frame, QTextTable)):
        box = layout.frameBoundingRect(table)
        padding = table.format().cellPadding()
        for line in range(table.rows() - 1):
            cells = (table.cellAt(line, column) for column in range(table.columns()))
            ends = (cell.lastCursorPosition().block() for cell in cells)
            bottom = max(layout.blockBoundingRect(block).bottom() for block in ends)
            painter.drawLine(QLineF(box.left(), bottom + padding, box.right(), bottom + padding))


def _number(block: QTextBlock, kind: str, level: int, count: int) -> str:
    if kind == BlockKind.CLAUSE and count == 1 and not _clause_follows(block, level):
        return "–"
    if level % 2:
        return f"{chr(ord('a') + (count - 1) % 26)})"
    return f"{count}."


def _clause_follows(block: QTextBlock, level: int) -> bool:
    following = block.next()
    while following.isValid() and following.blockFormat().property(KIND) == BlockKind.CLAUSE.value:
        if int(following.blockFormat().property(LEVEL) or 0) == level:
            return True
        following = following.next()
    return False
