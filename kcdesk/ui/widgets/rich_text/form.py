"""How blocks and spans look in a QTextDocument, and how they are read back from it.

What a paragraph or a stretch of text *is* stands in user properties of its format; fonts and
colours only follow from that.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import Mark, Span
from kcdesk.services.edit_text import LISTS
from kcdesk.ui.qt.reading import scaled
from kcdesk.ui.qt.theme import current_colors

_USER = QTextFormat.Property.UserProperty.value
BLOCK_ID, KIND, LEVEL, HEADER, GRID, MARKS = (_USER + number for number in range(1, 7))

TEXT_SIZE = 15
"""The size of running text, in pixels at 100 %."""

HEADING_SIZE = 16
INDENT = 26
"""Pixels that each level of a list moves in."""

_LEADING = 126  # per cent
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_STRONG = QFont.Weight.DemiBold.value


def block_format(block: Block) -> QTextBlockFormat:
    """Return the format of a block, which says what it is."""
    made = filler_format()
    made.setProperty(BLOCK_ID, block.id)
    made.setProperty(KIND, block.kind.value)
    made.setProperty(LEVEL, block.level)
    made.setProperty(HEADER, int(block.header))
    if block.kind in LISTS:
        made.setLeftMargin(INDENT * (block.level + 1))
        made.setBottomMargin(4)
    elif block.kind is BlockKind.HEADING:
        made.setTopMargin(10)
        made.setBottomMargin(4)
    elif block.kind is BlockKind.CELL:
        made.setBottomMargin(0)
    return made


def filler_format() -> QTextBlockFormat:
    """Return the format of a paragraph that only Qt needs, next to a table or in an empty text."""
    made = QTextBlockFormat()
    made.setLineHeight(_LEADING, _PROPORTIONAL)
    made.setBottomMargin(8)
    return made


def char_format(span: Span, kind: BlockKind, *, header: bool = False) -> QTextCharFormat:
    """Return the format of a span in a block of a kind."""
    colors = current_colors()
    made = QTextCharFormat()
    made.setProperty(MARKS, ",".join((_OURS, *span.marks)))
    heading = kind is BlockKind.HEADING
    size = scaled(HEADING_SIZE if heading else TEXT_SIZE)
    made.setProperty(QTextFormat.Property.FontPixelSize.value, size)
    if heading or header or Mark.BOLD in span.marks:
        made.setFontWeight(_STRONG)
    made.setFontItalic(Mark.ITALIC in span.marks)
    if Mark.SECRET in span.marks:
        made.setBackground(QColor(colors.amber_soft))
        made.setForeground(QColor(colors.amber))
    elif Mark.DECISION in span.marks:
        made.setBackground(QColor(colors.accent_soft))
    if Mark.PERSONAL in span.marks:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    if span.link is not None:
        made.setAnchor(True)
        made.setAnchorHref(span.link)
        made.setForeground(QColor(colors.accent))
        made.setFontUnderline(True)
    return made


def span_of(text: str, form: QTextCharFormat) -> Span:
    """Return the span that a stretch of a document is, whether the format is ours or pasted."""
    link = form.anchorHref() if form.isAnchor() and form.hasProperty(_HREF) else None
    return Span(text.replace("\u2028", "\n"), marks_of(form), link)


def marks_of(form: QTextCharFormat) -> tuple[Mark, ...]:
    """Return the marks that a format stands for."""
    if form.hasProperty(MARKS):
        _ours, *names = str(form.property(MARKS)).split(",")
        return tuple(Mark(name) for name in names)
    found = []
    if form.fontWeight() >= _STRONG:
        found.append(Mark.BOLD)
    if form.fontItalic():
        found.append(Mark.ITALIC)
    return tuple(found)


_OURS = "ours"  # an empty text as a property comes back as an empty list
_HREF = QTextFormat.Property.AnchorHref.value
