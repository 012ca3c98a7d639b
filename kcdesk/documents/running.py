"""What stands at the head and foot of every page: artifacts, as nobody wants them read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.story import Story
from kcdesk.documents.style import (
    COLUMN,
    FOOTER_LINE,
    HAIRLINE,
    HEADER_LINE,
    MARGIN,
    TextStyle,
)
from kcdesk.documents.tagging.canvas import Fragment, TaggedCanvas, TextLine
from kcdesk.documents.tagging.element import Element
from kcdesk.domain.meeting_state import MeetingState

_BAND = HEADER_LINE + 24.0  # where the band of the accent stands
_ABOVE = 6.0  # the header's text over its line
_APART = 12.0  # what stands side by side in the header
_BELOW = 13.0  # the footer's text under its line
_UNFINISHED = (MeetingState.DRAFT, MeetingState.REVIEW)  # at Justering it is printed to be signed
_NOWHERE = Element("NonStruct")  # artifacts belong to no element


@dataclass(frozen=True, slots=True)
class RunningText:
    """Left, middle and right of the header; left and middle of the footer; whether to its right
    stands the page's number.
    """

    organisation: str
    body: str
    document: str
    foot_left: str = ""
    foot_middle: str = ""
    numbered: bool = True


def document_name(story: Story, *parts: str) -> str:
    """Return "Protokoll 2026-11-12 · Utkast": what the header calls the document, and a draft."""
    name = " ".join(part for part in parts if part)
    draft = story.texts.text("Draft")
    return f"{name} · {draft}" if story.meeting.state in _UNFINISHED else name


class Running:
    """Draws heads and feet."""

    def __init__(self, story: Story, text: RunningText) -> None:
        self._story = story
        self._text = text

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw all of a page's head and foot but its number."""
        canvas.running(self, partial(self._head, canvas), partial(self._foot, canvas))

    def _head(self, canvas: TaggedCanvas) -> None:
        styles, text = self._story.styles, self._text
        y = HEADER_LINE + _ABOVE
        right = self._write(canvas, text.document, y, styles.running, 1.0)
        left = self._write(canvas, text.organisation, y, styles.running_strong, 0.0, COLUMN * 0.55)
        room = min(COLUMN / 2 - left, COLUMN / 2 - right) * 2 - 2 * _APART
        if text_width(text.body, styles.running.face(), styles.running.size) <= room:
            self._write(canvas, text.body, y, styles.running, 0.5, room)
        else:  # not in the middle of the page, but of what is left
            between = COLUMN - left - right - 2 * _APART
            self._write(canvas, text.body, y, styles.running, 0.5, between, (left - right) / 2)
        look = styles.look
        if look.band:
            canvas.rule(MARGIN, _BAND, MARGIN + COLUMN, _BAND, look.band, styles.accent)
        if look.head_rule:
            right = MARGIN + COLUMN
            canvas.rule(MARGIN, HEADER_LINE, right, HEADER_LINE, look.head_rule, styles.ink)

    def _foot(self, canvas: TaggedCanvas) -> None:
        styles, y = self._story.styles, FOOTER_LINE - _BELOW
        canvas.rule(MARGIN, FOOTER_LINE, MARGIN + COLUMN, FOOTER_LINE, HAIRLINE, styles.quiet)
        self._write(canvas, self._text.foot_left, y, styles.running, 0.0)
        self._write(canvas, self._text.foot_middle, y, styles.running, 0.5)

    def number(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Draw "Sida 1 (6)"; called at the end, when the number of pages is known."""
        if not self._text.numbered:
            return
        text = self._story.texts.text("Page {page} ({pages})", page=page, pages=pages)
        self._write(canvas, text, FOOTER_LINE - _BELOW, self._story.styles.running, 1.0)

    def _write(
        self,
        canvas: TaggedCanvas,
        text: str,
        y: float,
        style: TextStyle,
        at: float,
        room: float = COLUMN,
        shift: float = 0.0,
    ) -> float:
        """Write one line, cut to its room, at the left (0), middle or right (1) of the column, so
        much further to the right.
        """
        if not text or room < 3 * style.size:
            return 0.0
        fragments: list[Fragment] = []
        for stretch in self._story.typesetter.plain(_cut(text, style, room), style):
            wide = text_width(stretch.text, stretch.ink.font, stretch.ink.size)
            fragments.append(Fragment(stretch.text, stretch.ink, wide))
        width = sum(each.width for each in fragments)
        canvas.write(_NOWHERE, [TextLine(MARGIN + (COLUMN - width) * at + shift, y, fragments)])
        return width


def _cut(text: str, style: TextStyle, room: float) -> str:
    """Return a text that fits into a width, with an ellipsis where it was cut."""
    text = " ".join(text.split())[:300]
    while len(text) > 4 and text_width(text, style.face(), style.size) > room:
        text = text[:-2].rstrip(" …") + "…"
    return text
