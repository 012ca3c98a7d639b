"""One speller a language, made when the first meeting in it is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from kcdesk.services.spelling import Dictionary
    from kcdesk.ui.qt.preferences import Preferences
    from kcdesk.ui.qt.speller import Speller


class Spellers(QObject):
    """Keeps them while the program runs: a dictionary takes a second to read."""

    def __init__(
        self,
        dictionary: Callable[[str], Dictionary] | None,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._dictionary = dictionary
        self._preferences = preferences
        self._made: dict[str, Speller] = {}

    def speller(self, language: str) -> Speller | None:
        """Return who knows a language; None where there is no dictionary."""
        if self._dictionary is None:
            return None
        if language not in self._made:
            from kcdesk.ui.qt.speller import Speller

            speller = Speller(self._dictionary(language), self)
            speller.switch(self._preferences.spelling)
            self._made[language] = speller
        return self._made[language]

    def apply(self) -> None:
        """Mark words, or none, as the settings say."""
        for speller in self._made.values():
            speller.switch(self._preferences.spelling)
