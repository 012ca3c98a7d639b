"""Reading an agenda from text that was written or pasted as a numbered list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from kcdesk.domain.moment import ClockTime
from kcdesk.services.margin import Margins, margin_of

_TIME = re.compile(
    r"(?:kl\.?\s*)?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d.])\s*[-–]?\s*"
)
_NUMBER = re.compile(r"(?:§+\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})*)(?:\s*[.):]\s*|\s+|\t)(?=\S)")
_BULLET = re.compile(r"(?:[•·▪◦‣*–—-]|[a-zåäö][).])\s+")


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A line of an agenda: its title, how deep it stands (0: an item), and when it begins."""

    title: str
    depth: int = 0
    start: ClockTime | None = None


def read_agenda(text: str) -> tuple[AgendaEntry, ...]:
    """Return the items of a text, one a line, without their numbers and bullets.

    "10.1" and indented lines are sub-items. "08.30 Ekonomi" is a time of day, not a number: the
    part after the stop has two digits.
    """
    entries: list[AgendaEntry] = []
    margins = Margins()
    for line in text.splitlines():
        if not line.strip():
            continue
        entry = _entry(line)
        depth = max(entry.depth, margins.depth(margin_of(line)))
        deepest = entries[-1].depth + 1 if entries else 0
        if entry.title:
            entries.append(AgendaEntry(entry.title, min(depth, deepest), entry.start))
    return tuple(entries)


def _entry(line: str) -> AgendaEntry:
    rest = line.strip()
    start, rest = _start(rest)
    depth = 0
    if start is None and (number := _NUMBER.match(rest)):
        depth = number["number"].count(".")
        rest = rest[number.end() :]
        start, rest = _start(rest)
    elif bullet := _BULLET.match(rest):
        rest = rest[bullet.end() :]
    return AgendaEntry(" ".join(rest.split()), depth, start)


def _start(text: str) -> tuple[ClockTime | None, str]:
    found = _TIME.match(text)
    if found is None:
        return None, text
    moment = time(int(found["hour"]), int(found["minute"]))
    return ClockTime(moment), text[found.end() :]
