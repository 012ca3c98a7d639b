"""How many keys a meeting's decisions and actions take, against the bare text itself.

    python -m tests.benchmarks.keyboard [SEED.txt]

Types fifteen decisions and actions into the real item panel through commands at the start of a
line, counts every key that is pressed, and reads the rows back. The bare text is what somebody
would type into any editor: the words of each decision; of each action the words, the day and the
owners' names; one Enter after each. Without a seed file (or KCDESK_SEED naming one) our own text
of the same shape is used.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LIMIT = 1.15
NAMES = (
    "Karin Ahlqvist",
    "Jonas Öhman",
    "Helén Sund",
    "Maria Haglund",
    "Per-Erik Modin",
    "Robert Falk",
    "Åsa Kling",
    "Siv Åkerlund",
)
DAY = date(2026, 11, 12)


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, or (with owners) an action."""

    text: str
    owners: tuple[str, ...] = ()
    day: str = ""
    is_action: bool = False

    @property
    def bare(self) -> str:
        """What would be typed into any editor."""
        return " ".join(filter(None, (self.text, self.day, ", ".join(self.owners))))


OWN = (
    Entry("Gruppen beslutar anta den reviderade budgeten enligt bilaga och lyfta den i styrelsen."),
    Entry("Läs kapitel 1–4 i rapporten inför seminariet", NAMES[:7], "2027-02-11", is_action=True),
    Entry("Gruppen beslutar hålla ett seminarium om digital kompetens den 11 februari i Norråsa."),
    Entry("Gruppen beslutar att den gemensamma introduktionen fortsätter som hittills."),
    Entry("Gruppen ställer sig bakom projektet och föreslår 200 000 kronor per år i tre år."),
    Entry(
        "Följ upp plattformen och den grafiska profilen", NAMES[-1:], "2027-03-15", is_action=True
    ),
    Entry("Gruppen fattar ett inriktningsbeslut om att arbetet med profilen går vidare."),
    Entry("Meddela konsumentvägledaren", NAMES[-1:], is_action=True),
    Entry("Följ upp att ett nytt avtal tas fram", NAMES[-1:], "2027-03-15", is_action=True),
    Entry("Berörda kommuner fortsätter samarbetet om konsumentvägledning."),
    Entry("Bjud in försäkringskassan till nästa möte", NAMES[-1:], "2027-02-01", is_action=True),
    Entry("Följ upp boendeplatserna med socialcheferna", NAMES[-1:], "2027-04-05", is_action=True),
    Entry("Undersök vuxenutbildning i samverkan", NAMES[-1:], "2027-03-15", is_action=True),
    Entry("Bjud in projektledningen till en avstämning", NAMES[-1:], "2026-12-08", is_action=True),
    Entry("Gruppen beslutar hålla en extra avstämning före styrelsens nästa sammanträde."),
)


def read_seed(path: Path) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return the decisions and actions of minutes that say BESLUT and ÅTGÄRDER, and who was there.

    An action that several were given word by word is one, with several owners.
    """
    lines = [re.sub(r"</?i>", "", line).strip() for line in path.read_text("utf-8").splitlines()]
    names = _present(lines)
    entries: list[Entry] = []
    state, pieces = "", []  # type: ignore[var-annotated]
    for line in [*lines, "0. "]:
        head = re.match(r"\d+\. ", line) is not None
        if head or line == "BESLUT" or line.startswith("ÅTGÄRDER"):
            entries += _entries(state, pieces, names)
            pieces = []
            state = "" if head else "decision" if line == "BESLUT" else "action"
        elif state and line and not re.fullmatch(r"(SLUTDATUM|ANSVARIG)", line):
            pieces.append(line)
    merged: dict[tuple[str, str], Entry] = {}
    for each in entries:
        key = (each.text, each.day)
        before = merged.get(key)
        owners = (*before.owners, *each.owners) if before else each.owners
        merged[key] = Entry(each.text, owners, each.day, each.is_action)
    return tuple(merged.values()), names


def _present(lines: list[str]) -> tuple[str, ...]:
    """Return the names of those who decided and of who takes notes."""
    start = next(at for at, line in enumerate(lines) if line.startswith("Beslutande"))
    end = next(at for at, line in enumerate(lines) if line.startswith("Deltagare"))
    people = [line.split(",")[0] for line in lines[start + 1 : end] if "," in line]
    return tuple(name for name in people if len(name.split()) > 1 and "stadshus" not in name)


def _entries(state: str, pieces: list[str], names: tuple[str, ...]) -> list[Entry]:
    if state == "decision":
        return [Entry(" ".join(pieces))] if pieces else []
    found: list[Entry] = []
    text = day = ""
    for cell in (part.strip() for piece in pieces for part in piece.split("\t")):
        owner = _owner(cell, names)
        if owner:
            found.append(Entry(text, (owner,), day, is_action=True))
            text = day = ""
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
            day = cell
        elif cell:
            dated = re.fullmatch(r"(.+?)\s+(\d{4}-\d\d-\d\d)", cell)
            text, day = (dated[1], dated[2]) if dated else (cell.lstrip("- "), day)
    return found


def _owner(cell: str, names: tuple[str, ...]) -> str:
    """Return who of those present a cell names, however the name is spelt together."""
    squeezed = cell.replace(" ", "").lower()
    for name in names:
        plain = name.replace(" ", "").lower()
        if squeezed and plain.startswith(squeezed[:12]) and len(squeezed) > 6:
            return name
    return ""


def typed(entries: tuple[Entry, ...], names: tuple[str, ...]) -> tuple[int, Any]:
    """Type the entries as commands into an item; returns the keys pressed and the rows made."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtWidgets import QApplication

    from kcdesk.services.read_people import directory
    from kcdesk.ui.screens.item.item_panel import ItemPanel
    from tests.ui.pressing import press, press_key
    from tests.ui.screens.meeting import body, context, meeting

    application = QApplication.instance() or QApplication([])

    class Keys(QObject):
        pressed = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            if event.type() == QEvent.Type.KeyPress and watched is panel.window().focusWidget():
                Keys.pressed += 1
            return False

    here = context(meeting(*_participants(names), items=1), body(formal=False, subject="Gruppen"))
    panel = ItemPanel(here)
    panel.resize(800, 700)
    panel.show()
    here.selection.select("i0")
    here.selection.write()
    application.processEvents()
    keys = Keys()
    application.installEventFilter(keys)
    known = directory(here.bridge.records, here.people)
    for each in entries:
        text = panel.window().focusWidget()
        assert text is not None
        press(text, "/å" if each.is_action else "/b")
        press_key(text, Qt.Key.Key_Tab)
        who = ", ".join(_shortest(name, known) for name in each.owners)
        press(text, " ".join(filter(None, (who, each.day, each.text))))
        press_key(text, Qt.Key.Key_Return)
        application.processEvents()
    application.removeEventFilter(keys)
    panel.close()
    return Keys.pressed, here.bridge.records


def _participants(names: tuple[str, ...]) -> list[Any]:
    from kcdesk.domain.participant import Participant

    return [
        Participant(id=f"n{at}", owner_id="m", position=f"c{at:02}V", name=name)
        for at, name in enumerate(names)
        if name not in ("Maria Haglund", "Karin Ahlqvist")  # they are there already
    ]


def _shortest(name: str, known: Any) -> str:
    """Return the fewest letters that the keyboard expands to a name."""
    initials = "".join(word[0] for word in name.split())
    ways = (initials, name.split(maxsplit=1)[0], name)
    return min((way for way in ways if way.lower() in known), key=len)


def counted(entries: tuple[Entry, ...], names: tuple[str, ...]) -> tuple[int, int]:
    """Return the keys of the commands and those of the bare text; the rows must be right."""
    from kcdesk.domain.action import Action, ActionOwner
    from kcdesk.domain.decision import Decision

    keys, records = typed(entries, names)
    actions = records.children("i0", Action)
    wanted = [each for each in entries if each.is_action]
    assert len(records.children("i0", Decision)) == len(entries) - len(wanted)
    for made, entry in zip(actions, wanted, strict=True):
        assert made.text == entry.text, (made.text, entry.text)
        assert str(made.due.day or "") == entry.day
        assert len(records.children(made.id, ActionOwner)) == len(entry.owners)
    return keys, sum(len(each.bare) + 1 for each in entries)


def main(path: str = "") -> None:
    """Count and print."""
    seed = Path(path or os.environ.get("KCDESK_SEED", ""))
    cases = [("our own text", OWN, NAMES)]
    if seed.is_file():
        cases.append(("the seed's text", *read_seed(seed)))
    for name, entries, names in cases:
        keys, bare = counted(entries, names)
        sys.stdout.write(
            f"{name}: {len(entries)} decisions and actions, {keys} keys, bare text {bare}: "
            f"× {keys / bare:.2f} (aim {LIMIT})\n"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
