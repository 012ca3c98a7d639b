"""Breaking text into lines: in one pass, at spaces and where a word may part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kcdesk.documents.fonts import natural_width, width
from kcdesk.documents.layout.parting import parting
from kcdesk.documents.tagging.canvas import Fragment
from kcdesk.documents.tagging.link import Link
from kcdesk.documents.tagging.page_code import Ink
from kcdesk.documents.text import SOFT_HYPHEN


class Stretch(NamedTuple):
    """Clean text in one ink, perhaps part of a link."""

    text: str
    ink: Ink
    link: Link | None = None


_SURELY_LONGER = 180  # letters: no line of ours holds so many

Line = tuple[Fragment, ...]

# A word may part after a hyphen or dash that has three letters before it and two after ("e-" never
# ends a line), after the slashes of an address, and where a soft hyphen says so.
_PARTS = re.compile(
    r"\n| +"
    r"|[^ \n\u00ad]*?(?:(?<=[^\W\d_]{3})[-–](?=[a-zåäöéü]{2})|(?<=\w)/(?=\w{2})|(?<=\w)[?&](?=\w))"
    r"|[^ \n\u00ad]+|\u00ad"
)


@dataclass(slots=True)
class _Word:
    """Fragments that stay together, and the spaces after them."""

    fragments: list[Fragment] = field(default_factory=list)
    width: float = 0.0
    spaces: list[Fragment] = field(default_factory=list)
    soft: Ink | None = None  # may part here with a hyphen
    ends_line: bool = False

    def add(self, fragment: Fragment) -> None:
        self.fragments.append(fragment)
        self.width += fragment.width


def break_lines(stretches: Iterable[Stretch], first: float, later: float) -> list[Line]:
    """Return lines no wider than ``first`` (the first one) and ``later``.

    Spaces at a line's end stay in its text, so that the words read back as they were typed.
    """
    stretches = tuple(stretches)
    whole = _one_line(stretches, first)
    if whole is not None:
        return [whole]
    lines: list[Line] = []
    line: list[Fragment] = []
    spaces: list[Fragment] = []
    used = 0.0
    limit = first

    def end() -> None:
        nonlocal line, spaces, used, limit
        lines.append(tuple(_joined([*line, *spaces])))
        line, spaces, used, limit = [], [], 0.0, later

    soft: Ink | None = None
    for word in _words(stretches):
        hyphen = width("-", word.soft.font, word.soft.size) if word.soft else 0.0
        gap = sum([space.width for space in spaces])
        if line and used + gap + word.width + hyphen > limit:
            if soft is not None and not spaces:
                line.append(Fragment(SOFT_HYPHEN, soft, width("-", soft.font, soft.size)))
            end()
            gap = 0.0
        if word.width > limit and not line:
            *full, last = _chopped([*spaces, *word.fragments], limit, later)
            spaces = []
            for each in full:
                line = list(each)
                end()
            word.fragments, word.width = list(last), sum([each.width for each in last])
        line += spaces
        line += word.fragments
        used += gap + word.width
        spaces = word.spaces
        soft = word.soft
        if word.ends_line:
            if line and not spaces:  # else whoever listens hears two words as one
                spaces = [Fragment(" ", line[-1].ink, 0.0, line[-1].link)]
            end()
            soft = None
    if line or spaces or not lines:
        end()
    return lines


def _one_line(stretches: Sequence[Stretch], room: float) -> Line | None:
    """Return the text as one line where it surely is one: most texts are, and need no looking at
    their words.
    """
    fragments: list[Fragment] = []
    used = 0.0
    for text, ink, link in stretches:
        if len(text) > _SURELY_LONGER or "\n" in text or SOFT_HYPHEN in text:
            return None
        if text:
            wide = natural_width(text, ink.font, ink.size)
            used += wide
            fragments.append(Fragment(text, ink, wide, link))
    return tuple(_joined(fragments)) if used <= room else None


def _words(stretches: Iterable[Stretch]) -> Iterator[_Word]:
    word = _Word()
    for stretch in stretches:
        ink, link = stretch.ink, stretch.link
        for part in _PARTS.findall(stretch.text):
            if part == "\n":
                word.ends_line = True
                yield word
                word = _Word()
            elif part == SOFT_HYPHEN:
                word.soft = ink
                yield word
                word = _Word()
            elif part[0] == " ":
                word.spaces.append(Fragment(part, ink, width(part, ink.font, ink.size), link))
            else:
                if word.spaces:
                    yield word
                    word = _Word()
                word.add(Fragment(part, ink, width(part, ink.font, ink.size), link))
                if part[-1] in "-–/?&":
                    yield word
                    word = _Word()
    if word.fragments or word.spaces:
        yield word


def _joined(fragments: list[Fragment]) -> list[Fragment]:
    """Join neighbours in the same ink: fewer, longer strings in the file."""
    joined: list[Fragment] = []
    for fragment in fragments:
        last = joined[-1] if joined else None
        if last and last.ink is fragment.ink and last.link is fragment.link:
            joined[-1] = Fragment(
                last.text + fragment.text, last.ink, last.width + fragment.width, last.link
            )
        else:
            joined.append(fragment)
    return joined


def _chopped(fragments: list[Fragment], first: float, later: float) -> list[Line]:
    """Cut a word that is wider than a line, where it is best parted."""
    lines: list[Line] = []
    line: list[Fragment] = []
    room = first
    for fragment in fragments:
        text, ink, link = fragment.text, fragment.ink, fragment.link
        hyphen = width("-", ink.font, ink.size)
        start = 0
        while (full := _fitting(text, start, ink, room)) < len(text):
            if full == start and line:  # nothing of it beside what is there
                at, is_shown = start, False
            else:
                beside = _fitting(text, start, ink, room - hyphen)
                at, is_shown = parting(text, start, max(full, start + 1), beside)
            if at > start:
                part = text[start:at]
                line.append(Fragment(part, ink, natural_width(part, ink.font, ink.size), link))
            if is_shown:
                line.append(Fragment(SOFT_HYPHEN, ink, hyphen, link))
            lines.append(tuple(line))
            line, room, start = [], later, at
        rest = text[start:]
        wide = natural_width(rest, ink.font, ink.size)
        line.append(Fragment(rest, ink, wide, link))
        room -= wide
    lines.append(tuple(line))
    return lines


def _fitting(text: str, start: int, ink: Ink, room: float) -> int:
    """Return the first letter from ``start`` on that has no room."""
    used = 0.0
    for at in range(start, len(text)):
        used += width(text[at], ink.font, ink.size)
        if used > room:
            return at
    return len(text)
