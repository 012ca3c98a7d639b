"""Text with few, meaningful marks; a paragraph is a row of its own (``domain.block``).

Offsets count Unicode code points. A line break inside a paragraph is ``"\\n"``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a stretch of text can be."""

    BOLD = "bold"
    ITALIC = "italic"
    DECISION = "decision"  # a passage that decides without a Beslut label; reaches the register
    SECRET = "secret"  # left out of the public copy
    PERSONAL = "personal"  # personal data to mask in the public copy


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with the same marks and link. ``marks`` are sorted and unique."""

    text: str
    marks: tuple[Mark, ...] = ()
    link: str | None = None

    def same_form(self, other: Span) -> bool:
        """Whether both carry the same marks and link, so that their texts may be joined."""
        return self.marks == other.marks and self.link == other.link


Spans = tuple[Span, ...]


def plain(text: str) -> Spans:
    """Return unmarked text as spans."""
    return (Span(text),) if text else ()


def text_of(spans: Iterable[Span]) -> str:
    """Return the characters alone."""
    return "".join(span.text for span in spans)


def length(spans: Iterable[Span]) -> int:
    """Return the number of code points."""
    return sum(len(span.text) for span in spans)


def normal(spans: Iterable[Span]) -> Spans:
    """Join neighbours of the same form, drop empty ones and sort marks: the one stored form."""
    joined: list[Span] = []
    for span in spans:
        marks = tuple(sorted(set(span.marks)))
        tidy = span if marks == span.marks else Span(span.text, marks, span.link)
        if not tidy.text:
            continue
        if joined and joined[-1].same_form(tidy):
            joined[-1] = Span(joined[-1].text + tidy.text, tidy.marks, tidy.link)
        else:
            joined.append(tidy)
    return tuple(joined)


def cut(spans: Iterable[Span], start: int, end: int) -> Spans:
    """Return the spans between two offsets."""
    kept: list[Span] = []
    at = 0
    for span in spans:
        size = len(span.text)
        low, high = max(start - at, 0), min(end - at, size)
        if low < high:
            kept.append(Span(span.text[low:high], span.marks, span.link))
        at += size
    return tuple(kept)


def splice(spans: Spans, at: int, removed: Spans, inserted: Spans) -> Spans:
    """Replace ``removed`` at offset ``at`` by ``inserted``.

    Raises ``ValueError`` when ``removed`` is not what stands there: the change was made against
    another text.
    """
    end = at + length(removed)
    total = length(spans)
    if not 0 <= at <= end <= total or normal(cut(spans, at, end)) != normal(removed):
        raise ValueError("the text to replace is not what stands there")
    return normal((*cut(spans, 0, at), *inserted, *cut(spans, end, total)))
