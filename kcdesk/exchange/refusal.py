"""The one error that a file which cannot be read leads to."""

from __future__ import annotations

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message


class Refused(UserFacingError):
    """A file that is not read; ``place`` is a path such as ``meeting.items[3].kind``, or empty."""

    def __init__(self, problem: Message, place: str = "", *, remedy: Message | None = None) -> None:
        happened = (
            Message("{place}: {problem}", {"place": place, "problem": problem})
            if place
            else problem
        )
        super().__init__(happened, remedy=remedy)
        self.place = place
        self.problem = problem


def expected(place: str, what: Message) -> Refused:
    """Return the error that something else was expected at a place."""
    return Refused(Message("expected {what}", {"what": what}), place)


def below(place: str, name: str) -> str:
    """Return the place of a named value; names from outside are cut and made printable."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name[:40])
    return f"{place}.{shown}" if place else shown
