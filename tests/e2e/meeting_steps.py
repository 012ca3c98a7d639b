"""A meeting by hand: the dialog for a new one, its head, its agenda."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QComboBox

from tests.e2e.hands import ALT, CTRL, Hands, K, settle


def make_meeting(hands: Hands, body: dict[str, Any], meeting: dict[str, Any]) -> None:
    """Choose the body at the left, and make its meeting."""
    hands.point(hands.see("Organ och möten", QAbstractItemView), body["name"])
    hands.push("Nytt möte")
    hands.write("12 november 2026")
    hands.enter("Börjar", "8.30")
    hands.enter("Slutar", "12")
    hands.enter("Plats", meeting["place"])
    hands.tick("På distans")
    hands.push("Skapa mötet")
    hands.wait(lambda: bool(hands.all("Nytt ärende, sist på dagordningen")))


def write_head(hands: Hands, meeting: dict[str, Any]) -> None:
    """Unfold the head and write what is known of it now."""
    unfold_head(hands)
    hands.enter("Verklig start", "8.33")
    hands.enter("Verkligt slut", clock(meeting["actual_end"]))
    hands.enter("Första §", str(meeting["first_paragraph"]))
    hands.press(K.Key_Escape)


def unfold_head(hands: Hands) -> None:
    """With keys alone."""
    hands.press(K.Key_1, CTRL)
    hands.press(K.Key_Space)
    settle()


def write_agenda(hands: Hands, items: list[dict[str, Any]]) -> None:
    """Type the titles one after the other; then the sub-items, each moved in under its item."""
    hands.click(hands.see("Nytt ärende, sist på dagordningen"))
    for item in items:
        hands.line(item["title"])
    agenda = hands.see("Dagordning", QAbstractItemView)
    for item in items:
        for number, sub_item in enumerate(item.get("items", ())):
            if not number:
                hands.point(agenda, item["title"])
            hands.press(K.Key_Insert)
            settle()
            hands.line(sub_item["title"])
            settle()
            if not number:
                hands.press(K.Key_Right, ALT)
            if sub_item.get("numbered") is False:
                hands.context_menu(agenda, sub_item["title"], "Numrerat")


def write_adjournments(hands: Hands, meeting: dict[str, Any], names: dict[str, str]) -> None:
    """In the head: from when until when, at which item."""
    unfold_head(hands)
    for each in meeting["adjournments"]:
        hands.push("Lägg till ajournering")
        hands.enter("Ajournerat från", clock(each["from_time"]))
        hands.enter("Ajournerat till", clock(each["until_time"]))
        hands.choose(hands.see("Ajournerat vid ärende", QComboBox), names[each["item_id"]])
    hands.press(K.Key_Escape)


def clock(time: dict[str, Any]) -> str:
    """Return a time as people write it."""
    written = time["time"].replace(":", ".")
    return f"ca {written}" if time.get("approximate") else written
