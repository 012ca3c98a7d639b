"""What a check finds: where, what, how grave, and what would mend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    MUST = "must"  # the law asks for it
    PRACTICE = "practice"  # good custom
    TIP = "tip"


class Area(StrEnum):
    """Where in the program a place is; the values are the keys of the window's panels."""

    HEAD = "head"
    ITEM = "item"
    ATTENDANCE = "attendance"
    APPROVAL = "approval"
    BODY = "body"  # the body's own page


@dataclass(frozen=True, slots=True)
class Place:
    """What a finding is about: a row and, where it is one, its field; ``words`` for the reader.

    ``item_id`` is the item that the row stands in, empty for none.
    """

    area: Area
    words: Message
    row_id: str
    field: str = ""
    item_id: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A step that would mend a finding, undone as any other. ``make`` gets the newest rows of the
    meeting; it may have become an empty group.
    """

    label: Message
    make: Callable[[Records], Group]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as its check states it; ``severity`` and ``source`` None: those of the check.

    ``certain`` is what is wrong whatever may still be written; a mere gap in minutes that are
    being written is not.
    """

    place: Place
    text: Message
    severity: Severity | None = None
    certain: bool = True
    source: str | Message | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands against a rule, as it is shown."""

    number: int
    severity: Severity
    place: Place
    text: Message
    source: str | Message
    certain: bool
    fix: Fix | None = field(default=None, compare=False)

    @property
    def is_legal(self) -> bool:
        """Whether the source is a law or an authority, and not mere custom."""
        return isinstance(self.source, str)
