"""What is plugged into the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from kcdesk.ui.qt.page import LibraryContext, PageSpec
    from kcdesk.ui.qt.pane import MeetingContext, PaneSpec


@dataclass(eq=False, repr=False)  # cheap to declare: it is there before the first picture
class WindowContent:
    """The panes of a meeting, the registers, and how a body and the start are shown."""

    panes: Sequence[PaneSpec]
    pages: Sequence[PageSpec]
    body_page: Callable[[LibraryContext, str], QWidget]
    start_page: Callable[[LibraryContext], QWidget]
    present_text: Callable[[MeetingContext], str]
