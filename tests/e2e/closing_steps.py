"""What comes last in the minutes, by hand in the head: attachments of the meeting, coming ones."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox

from tests.e2e.hands import CTRL, Hands, K
from tests.e2e.meeting_steps import clock, unfold_head

KINDS = {
    "ordinary": "Ordinarie sammanträde",
    "telephone": "Telefonsammanträde",
    "study_trip": "Studieresa",
}


def write_closing(hands: Hands, meeting: dict[str, Any]) -> None:
    """Unfold the head and write them; the caret is in each row that is added."""
    unfold_head(hands)
    for each in meeting["attachments"]:
        hands.push("Lägg till bilaga med namn")
        _fields(hands, each["name"], each["number"])
    for each in meeting["next_meetings"]:
        hands.push("Lägg till kommande möte")
        day = each["day"]
        times = [clock(each[end]) if end in each else "" for end in ("start", "end")]
        _fields(hands, day.get("text") or day["day"], *times, each.get("place", ""))
        kind = hands.all("Slag av kommande möte", QComboBox)[-1]
        hands.choose(kind, KINDS[each.get("kind", "ordinary")])
        hands.press(K.Key_Tab)
        _fields(hands, each.get("title", ""), each.get("note", ""))
    hands.press(K.Key_Escape)


def _fields(hands: Hands, *texts: str) -> None:
    """Write into the field with the caret and those that Tab goes on to."""
    for text in texts:
        hands.press(K.Key_A, CTRL)
        if text:
            hands.write(text)
        hands.leave()
