"""The entries of the view menu: round the panes, and straight to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kcdesk.domain.message import Message
from kcdesk.ui.qt.action import ActionSpec, MenuPlace, pane_action
from kcdesk.ui.qt.pane import PaneSpec
from kcdesk.ui.shell.pane_ring import PaneRing


def view_actions(
    ring: PaneRing,
    panes: Sequence[PaneSpec],
    reveal: Callable[[str], None],
    toggle_navigation: Callable[[], None],
) -> list[ActionSpec]:
    """Return one entry a pane, the navigation, and F6 and Shift+F6."""
    steps = [
        ActionSpec("next_pane", MenuPlace.VIEW, Message("Next panel"), ring.forward, "", "F6"),
        ActionSpec(
            "previous_pane", MenuPlace.VIEW, Message("Previous panel"), ring.back, "", "Shift+F6"
        ),
        ActionSpec(
            "navigation",
            MenuPlace.VIEW,
            Message("Bodies and meetings"),
            toggle_navigation,
            "",
            "F9",
            section=1,
        ),
    ]
    return steps + [
        ActionSpec(
            pane_action(pane.key),
            MenuPlace.VIEW,
            pane.title,
            partial(reveal, pane.key),
            shortcut=pane.shortcut,
            section=1,
            needs_meeting=True,
        )
        for pane in panes
    ]
