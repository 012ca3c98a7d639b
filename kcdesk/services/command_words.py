"""What follows a command at the start of a line, read as people write it.

"MH, KA 2 mars Skicka förslaget" is two people, a day and a text; each part may be missing. People
and days are taken from the left as far as they can be read; the rest is text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kcdesk.domain.decision import MotionKind
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.person_name import folded
from kcdesk.services.read_clock import read_clock
from kcdesk.services.read_people import NamedPeople, NamedPerson, read_people

_MOST_NAMES, _MOST_DAY = 40, 6  # words
_ROLE = re.compile(r"(?P<who>[^\s:][^:]{0,60}):\s+(?P<rest>\S.*|)", re.DOTALL)
_LISTED = re.compile(r"[,;]\s+")
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_JOINED = re.compile(r"\s*[-–]\s*|\s+")
_MOTIONS = {
    "bifall": MotionKind.ASSENT,
    "assent": MotionKind.ASSENT,
    "avslag": MotionKind.REJECTION,
    "rejection": MotionKind.REJECTION,
    "ändring": MotionKind.AMENDMENT,
    "tillägg": MotionKind.AMENDMENT,
    "amendment": MotionKind.AMENDMENT,
    "bordläggning": MotionKind.TABLING,
    "tabling": MotionKind.TABLING,
    "återremiss": MotionKind.REFERRAL_BACK,
    "referral": MotionKind.REFERRAL_BACK,
}
_CUSTOMARY = ("till förslaget", "på förslaget", "to the proposal", "of the proposal")
_EVERYBODY = ("alla", "samtliga", "all")
_MOVES = ("yrkar", "moves")


@dataclass(frozen=True, slots=True)
class Names:
    """Who can be named: a directory of what finds somebody, and each one's full name by her id
    (``services.read_people``).
    """

    known: Mapping[str, str]
    full: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActionWords:
    """An action as read: who, by when, what."""

    people: NamedPeople = NamedPeople()
    due: Moment = Moment()
    text: str = ""


@dataclass(frozen=True, slots=True)
class MotionWords:
    """A yrkande as read: who, what for, and in which words."""

    people: NamedPeople = NamedPeople()
    kind: MotionKind = MotionKind.ASSENT
    text: str = ""


def read_action(rest: str, names: Names, read_day: Callable[[str], Moment]) -> ActionWords:
    """Return the action that a line states: "MH fredag Skicka förslaget", "MH Läs det 2 mars".

    Somebody who is not at the meeting is named before a colon: "Samordnaren: kalla till möte".
    """
    people, words = split_people(rest, names)
    role = None if people.people else _ROLE.fullmatch(" ".join(words))
    if role is not None and _is_name(role["who"]):
        people, words = NamedPeople((NamedPerson(role["who"].strip()),)), role["rest"].split()
    due, words = _split_day(words, read_day)
    if due.is_unknown and people.people:
        due, words = _split_last_day(words, read_day)
    return ActionWords(people, due, " ".join(words))


def read_motion(rest: str, names: Names) -> MotionWords:
    """Return the yrkande that a line states: "Anna Berg avslag", "KA att frågan utreds"."""
    people, words = split_people(rest, names)
    if words and folded(words[0]) in _MOVES:
        words = words[1:]
    kind = _MOTIONS.get(folded(words[0]).rstrip(".,:")) if words else MotionKind.ASSENT
    if kind is None:
        return MotionWords(people, MotionKind.OWN, " ".join(words))
    text = " ".join(words[1:])
    return MotionWords(people, kind, "" if folded(text).rstrip(".") in _CUSTOMARY else text)


def read_break(rest: str) -> tuple[ClockTime | None, ClockTime | None]:
    """Return when a break began and ended, as far as the line says: "09.30-09.45", "09.30".

    Raises ``ValueError`` where it is no time.
    """
    times = [read_clock(part) for part in _JOINED.split(rest.strip(), 1) if part]
    begun, ended, *_ = (*times, None, None)
    return begun, ended


def split_people(rest: str, names: Names) -> tuple[NamedPeople, list[str]]:
    """Return the people of the meeting that a text begins with, and the words after them."""
    words = rest.split()
    for count in range(min(len(words), _MOST_NAMES), 0, -1):
        people = read_people(" ".join(words[:count]).rstrip(",;:"), names.known, names.full)
        if people.people and all(each.participant_id for each in people.people):
            return people, words[count:]
    return NamedPeople(), words


def unfinished_name(rest: str, names: Names) -> tuple[str, str]:
    """Return the name that is being written at the end of a text, and what stands before it.

    Empty where no name is being written: behind the people stands already something else.
    """
    before, comma, last = rest.rpartition(",")
    people, words = split_people(before, names)
    if words or (comma and not people.people):
        return "", rest
    typed = last.strip()
    is_name = typed[:1].isalpha() and len(typed.split()) <= 4
    return (typed, f"{before}{comma} " if comma else "") if is_name else ("", rest)


def _split_day(words: list[str], read_day: Callable[[str], Moment]) -> tuple[Moment, list[str]]:
    for count in range(min(len(words), _MOST_DAY), 0, -1):
        moment = read_day(" ".join(words[:count]).rstrip(",;:"))
        if moment.day is not None or moment.tie is not None:
            return moment, words[count:]
    return Moment(), words


def _split_last_day(
    words: list[str], read_day: Callable[[str], Moment]
) -> tuple[Moment, list[str]]:
    """Split the day off that stands last; vaguer words than a day there belong to the text."""
    for count in range(min(len(words) - 1, _MOST_DAY), 0, -1):
        written = " ".join(words[-count:]).rstrip(",;:.")
        moment = read_day(written)
        if moment.day is not None or moment.tie is not None:
            if moment.tie is not None or written.isdecimal() or not _is_sure(written, read_day):
                break
            return moment, " ".join(words[:-count]).rstrip(",;").split()
    return Moment(), words


def _is_sure(written: str, read_day: Callable[[str], Moment]) -> bool:
    """Whether words are a day and little else: "2 mars", "senast fredag", but not "till Maj"."""
    _bound, _, rest = written.partition(" ")
    numbered = any(letter.isdigit() for letter in written)
    return numbered or read_day(written).is_exact or read_day(rest).is_exact


def read_attachments(rest: str) -> tuple[str, ...]:
    """Return the names in a line: several where each ends as a file does ("a.pdf, b.docx")."""
    names = tuple(part.strip() for part in _LISTED.split(rest) if part.strip())
    return names if len(names) > 1 and all(map(_FILE.search, names)) else (rest,)


def _is_name(text: str) -> bool:
    """Whether words before a colon name somebody: one word, capitalised ones, "alla …"."""
    words = text.split()
    return (
        len(words) == 1
        or folded(words[0]) in _EVERYBODY
        or all(word[:1].isupper() for word in words)
    )
