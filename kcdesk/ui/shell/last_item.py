"""Where in each meeting one was last: its agenda item, kept in the settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from kcdesk.ui.qt.session_bridge import Selection, SessionBridge

_KEY = "last_items"
_MEETINGS = 200
"""How many meetings are remembered; the settings do not grow for ever."""


def follow_last_item(settings: QSettings, bridge: SessionBridge, selection: Selection) -> None:
    """Select the item looked at when the meeting was last open, and remember what comes."""
    meeting_id = bridge.session.stream_id
    last = _all(settings).get(meeting_id, "")
    if last in bridge.records:
        selection.select(last)
    selection.selected.connect(partial(_remember, settings, meeting_id))


def _remember(settings: QSettings, meeting_id: str, item_id: str) -> None:
    known = {id: item for id, item in _all(settings).items() if id != meeting_id}
    if item_id:
        known[meeting_id] = item_id
    newest = list(known.items())[-_MEETINGS:]
    settings.setValue(_KEY, [f"{id} {item}" for id, item in newest])


def _all(settings: QSettings) -> dict[str, str]:
    value = settings.value(_KEY) or []
    lines = [value] if isinstance(value, str) else value
    parts = (line.split(" ") for line in lines)
    return {part[0]: part[1] for part in parts if len(part) == 2}
