"""The sample meeting, entered into an empty library with keys and mouse alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog

from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.writer import write_meeting
from kcdesk.paths import resource
from tests.e2e import body_steps, closing_steps, meeting_steps
from tests.e2e.approval_steps import (
    look_at_the_public_copy,
    sign,
    take_step,
    write_approvals,
    write_dispatches,
)
from tests.e2e.attendance_steps import Attendance
from tests.e2e.hands import CTRL, Hands, K, settle
from tests.e2e.item_steps import ItemSheet
from tests.e2e.same_ids import difference, with_same_ids

SAMPLE = resource("sample", "meeting.json").read_bytes()


def test_the_sample_meeting_is_entered_by_hand(desktop, hands: Hands, clock, tmp_path) -> None:
    sample = json.loads(SAMPLE)
    body, meeting = sample["body"], sample["meeting"]
    persons = {each["id"]: each for each in sample["persons"]}
    members = {each["person_id"] for each in body["memberships"]}
    names = {each["id"]: each["name"] for each in meeting["participants"]}

    start(desktop, hands)
    body_steps.make_body(hands, body, persons)
    body_steps.finish_body(hands, body, persons)
    body_steps.write_people(hands, sample["persons"], members)
    meeting_steps.make_meeting(hands, body, meeting)
    meeting_steps.write_head(hands, meeting)
    meeting_steps.write_agenda(hands, meeting["items"])
    meeting_steps.write_adjournments(hands, meeting, titles_with_space(meeting))
    write_attendance(hands, clock, meeting, numbered_titles(meeting))
    sheet = ItemSheet(hands, clock, names)
    for item in meeting["items"]:
        sheet.write(item)
    closing_steps.write_closing(hands, meeting)
    write_approvals(hands, meeting, names)
    write_dispatches(hands, meeting)
    take_step(hands, "Skicka för granskning")
    clock.set("2026-11-20 09:00")
    take_step(hands, "Lämna till justering")
    look_at_the_public_copy(hands)
    sign(hands, meeting, names)
    take_step(hands, "Anslå protokollet")

    file = tmp_path / "handskrivet.json"
    save_as_file(hands, file)
    sample_again = write_meeting(read_meeting(SAMPLE))  # every row has its id there
    lines = difference(with_same_ids(sample_again), with_same_ids(file.read_bytes()))
    assert not lines, "\n" + lines


def test_closed_in_the_middle_it_goes_on_where_it_was(desktop, hands: Hands) -> None:
    sample = json.loads(SAMPLE)
    persons = {each["id"]: each for each in sample["persons"]}
    titles = [item["title"] for item in sample["meeting"]["items"]]

    start(desktop, hands)
    body_steps.make_body(hands, sample["body"], persons)
    meeting_steps.make_meeting(hands, sample["body"], sample["meeting"])
    hands.click(hands.see("Nytt ärende, sist på dagordningen"))
    for title in titles[:3]:
        hands.line(title)
    hands.menu("Arkiv", "Avsluta")
    hands.wait(lambda: desktop.window is None)

    start(desktop, hands)
    agenda = hands.see("Dagordning", QAbstractItemView)
    assert shown(agenda) == titles[:3]
    hands.press(K.Key_Z, CTRL)
    assert shown(agenda) == titles[:2]
    hands.press(K.Key_Y, CTRL)
    assert shown(agenda) == titles[:3]
    hands.click(hands.see("Nytt ärende, sist på dagordningen"))
    hands.line(titles[3])
    assert shown(agenda) == titles[:4]


def shown(view: QAbstractItemView) -> list[str]:
    """Return the lines of a list."""
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def save_as_file(hands: Hands, file: Path) -> None:
    """Export through the menu; the passing bar tells when the file is there."""
    hands.menu("Arkiv", "Exportera som mötesfil")
    hands.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    hands.press(K.Key_A, CTRL)
    hands.line(str(file))
    hands.wait(file.exists)


def start(desktop, hands: Hands) -> None:
    """Start the program; its window comes to the front, and its content after it."""
    desktop.start(None)
    window = desktop.window
    hands.wait(window.isVisible)
    settle()
    desktop.window.activateWindow()
    hands.wait(desktop.window.isActiveWindow)
    settle()


def write_attendance(hands: Hands, clock, meeting: dict[str, Any], titles: dict[str, str]) -> None:
    people = {each["id"]: each for each in meeting["participants"]}
    names = {id: each["name"] for id, each in people.items()}
    panel = Attendance(hands, titles)
    panel.add("Jonas Öhman")
    for id in ("p-jon", "p-hakan"):
        panel.key(names[id], K.Key_N)
    panel.confirm_all(9)
    for id in ("p-helen", "p-jonas"):
        panel.key(names[id], K.Key_D)
    panel.arrive(names["p-maria"], "Rapport tertial 2", clock, "2026-11-12 09:12")

    panel.open(names["p-maria"])
    panel.set_span("Roller", people["p-maria"]["roles"][0])
    panel.close()
    panel.open(names["p-modin"])
    panel.add_span("Roller", people["p-modin"]["roles"][1], ("Roll", "ordförande"))
    panel.close()
    panel.open(names["p-karin"])
    panel.add_span("Roller", {}, ("Roll", "justerare"))
    panel.close()
    for id in ("p-helen", "p-siv", "p-jonas"):
        panel.open(names[id])
        panel.add_span("Närvarande", people[id]["presences"][0])
        panel.close()
    recusal = next(each for item in meeting["items"] for each in item.get("recusals", ()))
    panel.open(names["p-robert"])
    panel.add_span("Jäv", recusal, ("Ärende", titles["i57"]))
    panel.close()
    for id in ("p-asa", "p-mikael"):
        service = people[id]["services"][0]
        panel.open(names[id])
        panel.add_span("Tjänstgör för", service, ("Ledamot", names[service["for_participant_id"]]))
        panel.close()


def numbered_titles(meeting: dict[str, Any]) -> dict[str, str]:
    """Return how lists of choices name each item: "§ 52 Mötets öppnande"."""
    first = meeting["first_paragraph"]
    return {
        item["id"]: f"§\u00a0{first + number} {item['title']}"
        for number, item in enumerate(meeting["items"])
    }


def titles_with_space(meeting: dict[str, Any]) -> dict[str, str]:
    first = meeting["first_paragraph"]
    return {
        item["id"]: f"{first + number}  {item['title']}"
        for number, item in enumerate(meeting["items"])
    }
