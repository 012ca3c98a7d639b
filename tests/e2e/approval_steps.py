"""Approval and notice by hand, and the steps of the minutes from draft to notice."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QWidget

from tests.e2e.hands import CTRL, Hands, K, settle
from tests.e2e.meeting_steps import clock as written


def write_approvals(hands: Hands, meeting: dict[str, Any], names: dict[str, str]) -> None:
    """Approve marked items at once, then prepare the approval of the rest."""
    hands.press(K.Key_5, CTRL)
    settle()
    hands.push("Ny omedelbar justering")
    hands.press(K.Key_Down, times=7)
    hands.press(K.Key_Space)
    hands.push("Justera dessa omedelbart")
    for number, approval in enumerate(meeting["approvals"]):
        write_approval(hands, number, approval, names)


def write_approval(
    hands: Hands, number: int, approval: dict[str, Any], names: dict[str, str]
) -> None:
    """Fill one card: place, day, approver, and when each board got the notice."""

    def field(name: str) -> QWidget:
        return from_above(hands.all(name))[number]

    def enter(name: str, text: str) -> None:
        hands.click(field(name))
        hands.press(K.Key_A, CTRL)
        hands.write(text)
        hands.press(K.Key_Tab)

    enter("Plats för justeringen", approval["place"])
    enter("Överenskommen dag", approval["planned_on"])
    if "planned_time" in approval:
        enter("Överenskommen tid", written(approval["planned_time"]))
    for approver in approval["approvers"]:
        name = names[approver["participant_id"]]
        boxes = [each for each in hands.all("Lägg till justerare") if hasattr(each, "lineEdit")]
        hands.click(from_above(boxes)[number])
        hands.line(name)
        settle()
        if "sent_on" not in approver:
            enter(f"{name} undertecknade", approver["signed_on"])
    for notice in approval["notices"]:
        enter(f"Uppsatt på {notice['board']}", notice["posted_on"])


def write_dispatches(hands: Hands, meeting: dict[str, Any]) -> None:
    """Note what was sent to whom, when, how and by whom."""
    for item in meeting["items"]:
        for recipient in item.get("recipients", ()):
            for sending in recipient.get("dispatches", ()):
                name = recipient["name"]
                for field, text in (
                    (f"Skickat till {name}", sending["sent_on"]),
                    (f"Vem som skickade till {name}", sending["sent_by"]),
                    (f"Anteckning om det som skickades till {name}", sending["note"]),
                ):
                    hands.click(hands.see(field))
                    hands.press(K.Key_A, CTRL)
                    hands.write(text)
                    hands.press(K.Key_Tab)
                hands.choose(
                    hands.see(f"Hur det skickades till {name}", QComboBox), "digital brevlåda"
                )


def from_above(fields: list[QWidget]) -> list[QWidget]:
    """Return fields in the order of the eye: the cards stand one below the other."""
    return sorted(fields, key=lambda each: each.mapToGlobal(QPoint()).y())


def sign(hands: Hands, meeting: dict[str, Any], names: dict[str, str]) -> None:
    """Note when each signed of those who were sent the text."""
    for approval in meeting["approvals"]:
        for signer in (*approval.get("signatures", ()), *approval["approvers"]):
            if "sent_on" in signer:
                name = names[signer["participant_id"]]
                hands.click(from_above(hands.all(f"{name} undertecknade"))[-1])
                hands.press(K.Key_A, CTRL)
                hands.write(signer["signed_on"])
                hands.press(K.Key_Tab)


def take_step(hands: Hands, name: str) -> None:
    """Take the next step with the button in the head, whatever is missing or locked by it."""
    hands.push(name)
    for answer in ("Fortsätt ändå", "Fortsätt"):
        if hands.all(answer):
            hands.push(answer)
            return


def look_at_the_public_copy(hands: Hands) -> None:
    """See what the public copy would show and leave out, and let the text go out with it."""
    assert hands.all("Utelämnas i det offentliga exemplaret")
    hands.push("Skicka för underskrift")
