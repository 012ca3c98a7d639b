"""How a line of the agenda is drawn and edited."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.line_model import LINE_ROLE
from kcdesk.ui.qt.text_paint import broken, draw_lines, line_height, pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors
from kcdesk.ui.screens.agenda.agenda_line import AgendaLine
from kcdesk.ui.screens.agenda.agenda_mark import Mark
from kcdesk.ui.screens.agenda.agenda_model import AgendaModel

PAD = GRID * 3 // 2
STEP = 2 * GRID
ICON = 2 * GRID
ROOM = 0.45
"""The part of a row's width that a title keeps; below it marks are icons without their word."""
TITLE_LINES = 3
Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(QStyledItemDelegate):
    """Number, title over a few lines, marks at the right; one line edit while renaming."""

    def __init__(self, model: AgendaModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line: AgendaLine = index.data(LINE_ROLE)
        colors = current_colors()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft if chosen else colors.background))
            painter.drawRoundedRect(option.rect.adjusted(GRID, 0, -GRID, 0), 6, 6)
        self._draw_text(painter, option, line, chosen=chosen)
        self._draw_marks(painter, option, line, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colors.accent))
            within = QRectF(option.rect).adjusted(GRID + 0.5, 0.5, -GRID - 0.5, -0.5)
            painter.drawRoundedRect(within, 6, 6)  # a pen's width inside: rows repaint alone
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the title needs at the width of the view."""
        line: AgendaLine = index.data(LINE_ROLE)
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width()
        option.rect = QRect(0, 0, width, 0)
        lines = self._title_lines(option, line, sized(option.font), TITLE_LINES)
        return QSize(width, len(lines) * line_height(option.font) + PAD)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A plain line edit over the title."""
        del option, index
        editor = QLineEdit(parent)
        editor.setAccessibleName(_("Title of the item"))
        editor.setPlaceholderText(_("New item"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the title, selected."""
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Cover the title and the marks."""
        area = self._title_area(option, index.data(LINE_ROLE))
        height = max(editor.sizeHint().height(), line_height(option.font) + GRID)
        top = option.rect.center().y() - height // 2
        right = option.rect.right() - GRID
        editor.setGeometry(area.left() - GRID, top, right - area.left() + GRID, height)

    # ---- inside --------------------------------------------------------------------------

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, line: AgendaLine, *, chosen: bool
    ) -> None:
        colors = current_colors()
        area = self._title_area(option, line)
        number_font = sized(option.font, bold=chosen, tabular=True)
        left = option.rect.left() + GRID + PAD + line.depth * STEP
        number = QRect(left, area.top(), area.left() - left, area.height())
        draw_lines(
            painter, number, [line.number], number_font, colors.accent if chosen else colors.soft
        )
        font = sized(option.font)
        lines = self._title_lines(option, line, font, TITLE_LINES)
        if chosen:  # in bold where that takes no more room: rows keep their height
            bold = sized(font, bold=True)
            wider = self._title_lines(option, line, bold, len(lines))
            if len(wider) <= len(lines) and (not _is_torn(wider, line) or _is_torn(lines, line)):
                font, lines = bold, wider
        draw_lines(painter, area, lines, font, colors.accent if chosen else colors.ink)

    def _draw_marks(
        self, painter: QPainter, option: QStyleOptionViewItem, line: AgendaLine, *, chosen: bool
    ) -> None:
        if not line.marks:
            return
        color = "accent" if chosen else "soft"
        height = line_height(option.font)
        right = option.rect.right() - GRID - PAD
        top = option.rect.top() + PAD // 2
        if self._marks_below(option, line):
            lines = self._title_lines(option, line, sized(option.font), TITLE_LINES)
            top += (len(lines) - 1) * height
        if word := _word(option, line):
            font = sized(option.font, size=_small(option))
            width = QFontMetrics(font).horizontalAdvance(word)
            area = QRect(right - width, top, width, height)
            draw_lines(painter, area, [word], font, _color(color))
            right -= width + GRID // 2
        side = _icon_side(option)
        for mark in reversed(_drawn(option, line)):
            box = QRect(right - side, top + (height - side) // 2, side, side)
            icon(mark.value, color).paint(painter, box)
            right -= side + GRID // 2

    def _title_lines(
        self, option: QStyleOptionViewItem, line: AgendaLine, font: QFont, limit: int
    ) -> list[str]:
        """Return the title's lines: the marks stand beside the first one only.

        Where they would leave too little room even for its first word, they get a line below.
        """
        width = self._title_area(option, line).width()
        if self._marks_below(option, line):
            whole = width + _marks_width(option, line)
            return [*broken(line.title, font, whole, limit), ""]
        return broken(line.title, font, width, limit, width + _marks_width(option, line))

    def _marks_below(self, option: QStyleOptionViewItem, line: AgendaLine) -> bool:
        if not line.marks or not line.title.strip():
            return False
        first = QFontMetrics(sized(option.font, bold=True)).horizontalAdvance(line.title.split()[0])
        return first > self._title_area(option, line).width()

    def _title_area(self, option: QStyleOptionViewItem, line: AgendaLine) -> QRect:
        left = option.rect.left() + GRID + PAD + line.depth * STEP
        left += self._number_width(option, line.depth)
        right = option.rect.right() - GRID - PAD - _marks_width(option, line)
        return QRect(
            left, option.rect.top() + PAD // 2, max(right - left, STEP), option.rect.height() - PAD
        )

    def _number_width(self, option: QStyleOptionViewItem, depth: int) -> int:
        """Return the width of the numbers of a level; one without numbers keeps that above."""
        lengths = self._model.number_lengths
        digits = max(2, lengths.get(depth, 0) or lengths.get(0, 0))
        metrics = QFontMetrics(sized(option.font, bold=True, tabular=True))
        gap = GRID if depth else 2 * GRID  # a sub-item has less room for its words
        return metrics.horizontalAdvance("0" * digits) + gap


def _is_torn(lines: list[str], line: AgendaLine) -> bool:
    """Whether a title's lines leave something out, or break within a word."""
    return " ".join(" ".join(lines).split()) != " ".join(line.title.split())


def _worded(line: AgendaLine) -> Mark | None:
    """Return the mark that a word can stand for: what is under way, else one that is alone."""
    others = [mark for mark in line.marks if mark is not Mark.DONE]
    if Mark.RUNNING in others:
        return Mark.RUNNING
    return others[0] if len(others) == 1 else None


def _word(option: QStyleOptionViewItem, line: AgendaLine) -> str:
    """Return the word that stands for a mark, where there is one and it has room."""
    mark = _worded(line)
    if mark is None:
        return ""
    word = line.short_word(mark)
    font = sized(option.font, size=_small(option))
    left = option.rect.width() - QFontMetrics(font).horizontalAdvance(word) - 4 * PAD
    return word if left > option.rect.width() * ROOM + line.depth * STEP else ""


def _drawn(option: QStyleOptionViewItem, line: AgendaLine) -> tuple[Mark, ...]:
    """Return the marks that are drawn as icons."""
    word = _word(option, line)
    return tuple(mark for mark in line.marks if mark is not _worded(line) or not word)


def _marks_width(option: QStyleOptionViewItem, line: AgendaLine) -> int:
    if not line.marks:
        return 0
    metrics = QFontMetrics(sized(option.font, size=_small(option)))
    word = metrics.horizontalAdvance(_word(option, line))
    return word + len(_drawn(option, line)) * (_icon_side(option) + GRID // 2) + GRID


def _icon_side(option: QStyleOptionViewItem) -> int:
    """Return the side of an icon at the scale of the view's font."""
    return round(pixels(option.font) * ICON / NORMAL)


def _small(option: QStyleOptionViewItem) -> int:
    """Return the small text size at the scale of the view's font."""
    return max(1, round(pixels(option.font) * SMALL / NORMAL))


def _color(name: str) -> str:
    color: str = getattr(current_colors(), name)
    return color
