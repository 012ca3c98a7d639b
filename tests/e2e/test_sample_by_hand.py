"""The sample meeting, entered into an empty library with keys and mouse alone."""

from __future__ import annotations

import json
from typing import Any

from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.writer import write_meeting
from kcdesk.paths import resource
from kcdesk.services.export_meeting import export_meeting
from tests.e2e import body_steps, meeting_steps
from tests.e2e.attendance_steps import Attendance
from tests.e2e.hands import Hands, K, settle
from tests.e2e.same_ids import difference, with_same_ids

SAMPLE = resource("sample", "meeting.json").read_bytes()


def test_body_meeting_agenda_and_attendance(desktop, hands: Hands, clock) -> None:
    sample = json.loads(SAMPLE)
    body, meeting = sample["body"], sample["meeting"]
    persons = {each["id"]: each for each in sample["persons"]}
    members = {each["person_id"] for each in body["memberships"]}
    titles = numbered_titles(meeting)

    start(desktop, hands)
    body_steps.make_body(hands, body, persons)
    body_steps.finish_body(hands, body, persons)
    body_steps.write_people(hands, sample["persons"], members)
    meeting_steps.make_meeting(hands, body, meeting)
    meeting_steps.write_head(hands, meeting)
    meeting_steps.write_agenda(hands, meeting["items"])
    meeting_steps.write_adjournments(hands, meeting, titles_with_space(meeting))
    write_attendance(hands, clock, meeting, titles)

    desktop.library.drain()
    made = write_meeting(export_meeting(desktop.library.meetings()[0].id, desktop.library))
    (wanted, found) = (
        until_attendance(each) for each in (write_meeting(read_meeting(SAMPLE)), made)
    )
    lines = difference(wanted, found)
    assert not lines, "\n" + lines


def start(desktop, hands: Hands) -> None:
    """Start the program; its window comes to the front."""
    desktop.start(None)
    hands.wait(desktop.window.isVisible)
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
    for id in ("p-helen", "p-jonas"):
        panel.open(names[id])
        panel.add_span("Närvarande", people[id]["presences"][0])
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


def until_attendance(file: bytes) -> dict[str, Any]:
    """Return a file without what comes after the roll call."""
    data = json.loads(file)
    later = ("state", "next_meetings", "approvals", "attachments")
    meeting = {key: value for key, value in data["meeting"].items() if key not in later}
    meeting["items"] = [_bare(item) for item in meeting["items"]]
    return with_same_ids(json.dumps({**data, "meeting": meeting}).encode())


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    kept = {key: item[key] for key in ("id", "title", "numbered") if key in item}
    return kept | ({"items": [_bare(each) for each in item["items"]]} if "items" in item else {})
