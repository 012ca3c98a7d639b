"""Actions as data: a feature states its menu entries, the shell builds the menus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcdesk.domain.message import Message


class MenuPlace(StrEnum):
    """The menus, from left to right."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    MEETING = "meeting"
    HELP = "help"


@dataclass(eq=False, repr=False)  # cheap to declare, and it is declared before the first picture
class ActionSpec:
    """One menu entry.

    ``shortcut`` is a portable key sequence, never Ctrl+Alt+letter: that is AltGr on Swedish
    keyboards. Entries of one ``section`` stand together. ``needs_meeting`` greys it while no
    meeting is open.
    """

    key: str
    menu: MenuPlace
    title: Message
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    section: int = 0
    needs_meeting: bool = False


def pane_action(key: str) -> str:
    """Return the key of the entry that leads to a pane."""
    return f"pane_{key}"
