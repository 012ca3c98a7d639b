"""A body by hand: the guided dialog, its roster, boards and profile, and its people."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QPlainTextEdit, QTableView

from tests.e2e.hands import CTRL, Hands, K, settle

PHRASE_KINDS = {"decision": "Beslut"}
KINDS = {"member": "Ledamot", "substitute": "Ersättare", "staff": "Tjänsteperson"}
ROLES = {
    "chair": "Ordförande",
    "vice_chair": "Vice ordförande",
    "secretary": "Sekreterare",
    "presenter": "Föredragande",
}


def make_body(hands: Hands, body: dict[str, Any], persons: dict[str, dict[str, Any]]) -> None:
    """Go through the guided dialog; one board is asked for, the others come after."""
    hands.push("Nytt organ")
    hands.choose(hands.see("Regler", QComboBox), "Samordningsförbund")
    hands.enter("Organisation", body["organisation"])
    hands.enter("Namn", body["name"])
    hands.enter("Platser", str(body["seats"]))
    hands.enter("Anslagstavlor", body["boards"][0]["name"])
    hands.enter("Protokollet förvaras på", body["storage_location"])
    hands.click(hands.see("Ledamöter", QPlainTextEdit))
    for member in body["memberships"]:
        person = persons[member["person_id"]]
        hands.line(f"{person['name']}, {person['organisation']}")
    hands.push("Skapa organet")
    hands.wait(lambda: bool(hands.all("Ledamöter", QTableView)))


def finish_body(hands: Hands, body: dict[str, Any], persons: dict[str, dict[str, Any]]) -> None:
    """On the body's page: what each belongs as, the prefix of case numbers, all boards."""
    roster = hands.see("Ledamöter", QTableView)
    for member in body["memberships"]:
        cells = {
            "Tillhör som": KINDS[member.get("kind", "member")],
            "Roll": ROLES.get(member.get("role", ""), ""),
            "Representerar": member.get("represents", ""),
            "Från": member["from_day"],
        }
        if cells["Tillhör som"] == "Ledamot":
            del cells["Tillhör som"]  # it says so already
        filled = {title: text for title, text in cells.items() if text or title == "Representerar"}
        hands.write_cells(roster, persons[member["person_id"]]["name"], filled)
    hands.enter("Diarienummer börjar med", body["case_prefix"])
    hands.enter("Kallelse, dagar före mötet", str(body["summons_days"]))
    boards = hands.see("Anslagstavlor", QTableView)
    hands.write_cells(
        boards, body["boards"][0]["name"], {"Webbadress": body["boards"][0]["address"]}
    )
    for board in body["boards"][1:]:
        hands.push("Lägg till en anslagstavla")
        hands.press(K.Key_A, CTRL)
        hands.line(board["name"])
        settle()
        hands.press(K.Key_Right)
        hands.write_cell(board["address"])
    for day in body["planned_meetings"]:
        hands.push("Lägg till dag")
        _write_row(hands, day, ("title", "day", "start", "end", "place", "material_by"))
    for matter in body["promised_matters"]:
        hands.push("Lägg till utlovat ärende")
        _write_row(hands, matter, ("title", "source", "promised_on", "wanted_by", "note"))
    for phrase in body["phrases"]:
        hands.push("Lägg till en fras")
        hands.enter("Frasens namn", phrase["title"])
        hands.enter("Bokstäver efter /", phrase["letters"])
        hands.choose(hands.see("Erbjuds först vid", QComboBox), PHRASE_KINDS[phrase["kind"]])
        hands.enter("Frasens text", phrase["text"])


def _write_row(hands: Hands, row: dict[str, Any], fields: tuple[str, ...]) -> None:
    """Write a new row of a table cell by cell; the first one is open."""
    for field in fields:
        if field == fields[0]:
            hands.press(K.Key_A, CTRL)
            hands.line(row[field])
            settle()
            continue
        hands.press(K.Key_Right)
        if field in row:
            value = row[field]
            hands.write_cell(next(iter(value.values())) if isinstance(value, dict) else value)


def write_people(hands: Hands, persons: list[dict[str, Any]], members: set[str]) -> None:
    """In the register of people: titles, initials, other spellings, parties; and who is new."""
    hands.point(hands.see("Register", QAbstractItemView), "Personer")
    known = hands.see("Personer", QAbstractItemView)
    for person in persons:
        if person["id"] in members:
            hands.point(known, person["name"] + ",")
        else:
            hands.push("Lägg till en person")
            hands.enter("Namn", person["name"])
            hands.enter("Organisation", person["organisation"])
        for label, field in (("Titel", "title"), ("Initialer", "initials"), ("E-post", "email")):
            if field in person:
                hands.enter(label, person[field])
        if "aliases" in person:
            hands.enter("Skrivs även", ", ".join(each["name"] for each in person["aliases"]))
        for party in person.get("parties", ()):
            hands.push("Lägg till ett parti")
            hands.line(party["party"])
            settle()
            for field in ("from_day", "until_day"):
                hands.press(K.Key_Right)
                if field in party:
                    hands.write_cell(party[field])
