"""An item by hand, on its sheet: parts are added from the menu beneath and written in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QCheckBox, QComboBox, QWidget

from tests.e2e.clock import SetClock
from tests.e2e.hands import ALT, CTRL, SHIFT, Hands, K, keyboard, settle
from tests.e2e.rich_text_steps import write_blocks

KINDS = {
    "unstated": "Slag av ärende …",
    "formality": "Formalia",
    "information": "Information",
    "consultation": "Samråd",
    "decision": "Beslutsärende",
    "election": "Val",
}
SECTIONS = {
    "question": "Frågeställning",
    "background": "Bakgrund",
    "basis": "Beslutsunderlag",
    "proposal": "Förslag till beslut",
    "proposition_order": "Propositionsordning",
    "labelled": "Egen rubrik",
}
MOTIONS = {"assent": "bifall till förslaget", "amendment": "ändring", "referral_back": "återremiss"}
FATES = {"carried": "bifallet", "lost": "avslaget", "withdrawn": "återtaget"}
CHOICES = {"yes": "Ja", "no": "Nej", "abstain": "Avstår"}
RESERVATIONS = {
    "reservation": "Reservation",
    "minutes_note": "Protokollsanteckning",
    "opinion_noted": "Mening antecknad (ersättare)",
}
TIES = {"next_meeting": "nästa möte", "before_next_meeting": "före nästa möte"}


class ItemSheet:
    """The sheet of the item in view. ``names`` gives each participant's name."""

    def __init__(self, hands: Hands, clock: SetClock, names: dict[str, str]) -> None:
        self._hands = hands
        self._clock = clock
        self._names = names
        self._ahead: list[QWidget] = []

    def write(self, item: dict[str, Any]) -> None:
        """Write all of an item, and then its sub-items."""
        self._hands.point(self._hands.see("Dagordning", QAbstractItemView), item["title"])
        self.head(item)
        for section in item.get("sections", ()):
            self.section(section)
        for each in item.get("contributions", ()):
            self.contribution(each)
        for each in item.get("motions", ()):
            self.motion(each)
        for each in item.get("votes", ()):
            self.vote(each)
        for each in item.get("decisions", ()):
            self.decision(each)
        for each in item.get("reservations", ()):
            self.reservation(each)
        for each in item.get("actions", ()):
            self.action(each)
        for text in self._ahead:  # past the decision, to stand before the actions
            self._hands.click(text)
            self._hands.press(K.Key_Down, ALT)
        self._ahead.clear()
        for each in item.get("recipients", ()):
            self.add("Mottagare (skickas till)")
            self.fields(each["name"], each.get("address", ""))
        for each in item.get("attachments", ()):
            self.attachment(each)
        for each in item.get("links", ()):
            self.link(each)
        for each in item.get("items", ()):
            self.write(each)

    # ---- parts ---------------------------------------------------------------------------

    def head(self, item: dict[str, Any]) -> None:
        """The lines at the top, and what the item is marked as."""
        hands = self._hands
        self._go_to_head()
        hands.choose(hands.see("Slag av ärende", QComboBox), KINDS[item.get("kind", "information")])
        if "heading" in item:
            self._head_mark("Annan rubrik i protokollet")
            hands.enter("Ärendets rubrik", item["heading"])
        self._times(item)
        if presenters := [self._presenter(each) for each in item.get("presenters", ())]:
            self._go_to_head()
            hands.enter("Föredragande", ", ".join(presenters))
        if "case_number" in item:
            self._go_to_head()
            hands.enter("Diarienummer", item["case_number"])
        if item.get("secret"):
            self._head_mark("Sekretess")
            hands.enter("Sekretessgrund", item["secrecy_ground"])
        if "page_reference" in item:
            self._head_mark("Sidhänvisning")
            self.fields(item["page_reference"])
        if item.get("announced") is False:
            self._head_mark("Fanns i kallelsen")

    def _times(self, item: dict[str, Any]) -> None:
        """When it was to begin, how long it was to take, when it began and ended."""
        fields = ("planned_start", "planned_minutes", "actual_start", "actual_end")
        if any(field in item for field in fields):
            self._head_mark("Tider")
            self.fields(*[_clock(item.get(field, "")) for field in fields])

    def section(self, section: dict[str, Any]) -> None:
        """A section of text; that of the notes is there to be written in."""
        kind, place = section.get("kind", "notes"), section.get("place")
        if kind == "notes" and place:
            self.add("Fler anteckningar")  # after the text that the caret is in
        elif kind == "notes":
            self._hands.click(self._hands.see("Anteckningar"))
        else:
            self.add(SECTIONS[kind])
        if kind == "labelled":
            self.fields(section["label"])
        write_blocks(self._hands, section["blocks"])
        if section.get("ahead"):
            self._ahead.append(keyboard())
        if section.get("after_meeting"):
            self.more("Tillagt efter mötet")

    def contribution(self, said: dict[str, Any]) -> None:
        """What somebody said."""
        self.add("Inlägg")
        speaker = self._names.get(said.get("participant_id", ""), "")
        self.fields(speaker or f"{said['speaker']}/{said['organisation']}")
        write_blocks(self._hands, said["blocks"])

    def motion(self, motion: dict[str, Any]) -> None:
        """A yrkande."""
        hands = self._hands
        self.add("Yrkande")
        self.fields(self._listed(motion["movers"]))
        hands.choose(self._last("Slag av yrkande"), MOTIONS[motion.get("kind", "assent")])
        hands.choose(self._last("Vad som hände med yrkandet"), FATES[motion["fate"]])
        hands.press(K.Key_Tab)
        self.fields(motion.get("text", ""))

    def vote(self, vote: dict[str, Any]) -> None:
        """A vote by name."""
        self.add("Omröstning")
        self.fields(vote["yes_means"], vote["no_means"])
        for ballot in vote["ballots"]:
            word = CHOICES[ballot.get("choice", "yes")]
            self._hands.push(f"{self._names[ballot['participant_id']]}: {word}")
        self._hands.enter("Omröstningens resultat", vote["result"])

    def decision(self, decision: dict[str, Any]) -> None:
        """A decision."""
        self.add("Beslut")
        if not decision["blocks"]:  # the words offered go, and then their paragraph
            self._hands.press(K.Key_Backspace, times=2)
        write_blocks(self._hands, decision["blocks"])
        for field, word in (
            ("as_proposed", "Enligt förslag"),
            ("handed_on", "Beslutas av andra"),
            ("secret", "Sekretess"),
        ):
            if decision.get(field):
                self.more(word)
        if "secrecy_ground" in decision:
            self._hands.click(self._last("Sekretessgrund", QWidget))
            self.fields(decision["secrecy_ground"])
        if "lead_in" in decision:
            self._hands.click(self._last("Beslutets rubrik", QWidget))
            self.fields(decision["lead_in"])

    def reservation(self, row: dict[str, Any]) -> None:
        """A reservation or another note on record."""
        self.add("Reservation")
        self.fields(self._listed(row["participants"]), row["text"])
        write_blocks(self._hands, row.get("blocks", []))
        if "handed_in" in row:
            self.more("Inlämnad den")
            self.fields(row["handed_in"])
        kind = RESERVATIONS[row.get("kind", "reservation")]
        self._hands.choose(self._last("Slag av anteckning"), kind)

    def action(self, action: dict[str, Any]) -> None:
        """An action: what, who, when, and how far it has come."""
        self.add("Åtgärd")
        either = " eller " if action.get("any_owner") else ", "
        owners = either.join(self._name(each) for each in action["owners"])
        due = action["due"]
        day = due.get("text") or due.get("day") or TIES[due["tie"]]
        self.fields(action["text"], owners, day)
        if action.get("secret"):
            self._hands.press(K.Key_Backtab, SHIFT)
            self.more("Sekretess")
        for owner in action["owners"]:
            if owner.get("state") == "done":
                self._clock.set(f"{owner['done_on']} 09:00")
                settle()
                self._hands.click(self._last(f"Läge: {self._name(owner)}: öppen", QWidget))
                self._hands.pick("Klar")

    def attachment(self, row: dict[str, Any]) -> None:
        """An attachment by its name, or a law."""
        reference = row.get("kind") == "reference"
        self.add("Lag eller webbadress" if reference else "Bilaga med namn")
        self.fields(row["name"])
        if "address" in row:
            self._hands.click(self._last("Hänvisningens webbadress", QWidget))
            self.fields(row["address"])
        if row.get("with_summons"):
            box = self._last("med kallelsen", QCheckBox)
            self._hands.click(box, QPoint(8, box.height() // 2))
        number = self._last("Bilagans nummer", QWidget)
        if not reference:
            self._hands.click(number)
            self.fields(row.get("number", ""))

    def link(self, row: dict[str, Any]) -> None:
        """Another handling of the matter."""
        self.add("Annan behandling")
        self.fields(row["text"])
        if row["relation"] == "rescinds":
            self._hands.choose(self._last("Förhållande till den andra behandlingen"), "Upphäver")

    # ---- ways ----------------------------------------------------------------------------

    def add(self, word: str) -> None:
        """Add a part from the menu beneath the text; the caret is in it then."""
        self._hands.push("Lägg till en del")
        self._hands.pick(word)

    def fields(self, *texts: str) -> None:
        """Write into the field with the caret and the ones after it, with Tab between."""
        for text in texts:
            self._hands.press(K.Key_A, CTRL)
            if text:
                self._hands.write(text)
            else:
                self._hands.press(K.Key_Delete)
            self._hands.leave()
        settle()

    def more(self, word: str) -> None:
        """Choose from the menu at the right of the part that is being written."""
        place: QWidget | None = keyboard()
        found: list[QWidget] = []
        while place is not None and not found:
            place = place.parentWidget()
            found = self._hands.all("Mer", QAbstractButton, place)
        self._hands.click(found[0])
        self._hands.pick(word)

    def _go_to_head(self) -> None:
        """What is empty in the head unfolds when one comes there."""
        self._hands.click(self._hands.see("Ärendets rubrik"))

    def _head_mark(self, word: str) -> None:
        self._go_to_head()
        self.more(word)

    def _last(self, name: str, kind: type[QWidget] = QComboBox) -> QWidget:
        return self._hands.all(name, kind)[-1]

    def _listed(self, ids: list[str]) -> str:
        return ", ".join(self._names[id] for id in ids)

    def _presenter(self, row: dict[str, Any]) -> str:
        beside = [row[field] for field in ("title", "organisation") if field in row]
        return self._name(row) + (f" ({', '.join(beside)})" if beside else "")

    def _name(self, row: dict[str, Any]) -> str:
        return self._names.get(row.get("participant_id", ""), "") or row["name"]


def _clock(value: Any) -> str:
    """Return a time of day or a number of minutes as one types it."""
    if not isinstance(value, dict):
        return str(value)
    return ("ca " if value.get("approximate") else "") + value["time"]
