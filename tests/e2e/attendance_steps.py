"""Who was there, by hand: single keys on the list, and the dialog for what is said precisely."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from tests.e2e.clock import SetClock
from tests.e2e.hands import Hands, K, names_of, settle
from tests.e2e.meeting_steps import clock as written

ITEMS = (("Från ärende", "from_item_id"), ("Till och med ärende", "until_item_id"))
TIMES = (("Klockslag för ankomst", "from_time"), ("Klockslag för avfärd", "until_time"))
Subject = tuple[str, str] | None


class Attendance:
    """The panel at the right. ``titles`` gives each item's words in lists of choices."""

    def __init__(self, hands: Hands, titles: dict[str, str]) -> None:
        self._hands = hands
        self._titles = titles

    @property
    def people(self) -> QAbstractItemView:
        """The list."""
        return self._hands.see("Närvaro", QAbstractItemView)

    def add(self, name: str) -> None:
        """Add somebody of the register by a few letters."""
        self._hands.click(self._hands.see("Lägg till någon"))
        self._hands.write(name[:5])
        settle()
        self._hands.press(K.Key_Return)

    def key(self, name: str, key: K) -> None:
        """Press a key on somebody's line."""
        self._hands.point(self.people, name)
        self._hands.press(key)
        settle()

    def confirm_all(self, count: int) -> None:
        """Everyone expected is there."""
        self._hands.push(f"Bekräfta alla {count} väntade")

    def arrive(self, name: str, item: str, clock: SetClock, at: str) -> None:
        """Note an arrival as it happens: the item is looked at, the clock shows the time."""
        clock.set(at)
        self._hands.point(self._hands.see("Dagordning", QAbstractItemView), item)
        self.key(name, K.Key_A)

    def open(self, name: str) -> None:
        """Open all that is known of somebody."""
        self.key(name, K.Key_Return)

    def close(self) -> None:
        """Close it again."""
        self._hands.press(K.Key_Escape)
        settle()

    def add_span(self, section: str, row: dict[str, Any], subject: Subject = None) -> None:
        """In the dialog: one more row of a section."""
        hands = self._hands
        hands.push(f"Lägg till: {section}")
        self.set_span(section, row, subject)

    def set_span(self, section: str, row: dict[str, Any], subject: Subject = None) -> None:
        """In the dialog: say what the last row of a section holds for."""
        hands, place = self._hands, self._section(section)
        if subject is not None:
            hands.choose(hands.all(subject[0], QComboBox, place)[-1], subject[1])
        for name, key in ITEMS:
            if key in row:
                hands.choose(hands.all(name, QComboBox, place)[-1], self._titles[row[key]])
        if row.get("arrived_late"):
            hands.choose(hands.all(ITEMS[0][0], QComboBox, place)[-1], "senare, oklart när")
        for name, key in TIMES:
            if key in row:
                hands.enter(name, written(row[key]), place)
        if "ground" in row:
            hands.enter("Grund för jävet", row["ground"], place)

    def _section(self, title: str) -> QWidget:
        button = self._hands.see(f"Lägg till: {title}")
        place = button.parentWidget()
        assert place is not None
        assert names_of(button)
        return place
