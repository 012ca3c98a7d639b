"""Verdicts on words for the editors of the window: known at once, or as soon as they are known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kcdesk.domain.message import Message
from kcdesk.services.spelling import Dictionary

_BATCH = 400
"""Words looked up at a time; the next are asked for when these are answered."""


class Speller(QObject):
    """``learned`` comes when words were looked up that somebody asked for; ``forgot`` when all
    that is marked must be looked at again; ``suggested`` carries a word and what may have been
    meant.
    """

    learned = Signal()
    forgot = Signal()
    suggested = Signal(str, tuple)

    def __init__(self, dictionary: Dictionary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dictionary = dictionary
        self._verdicts: dict[str, bool] = {}
        self._known: frozenset[str] = frozenset()
        self._passed: set[str] = set()
        self._wanted: dict[str, None] = {}  # in the order asked
        self._is_asking = False
        self._is_on = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        ear = _Ear()
        ear.checked.connect(self._on_checked, Qt.ConnectionType.QueuedConnection)
        ear.suggested.connect(self.suggested, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(dictionary.listen(_Listener(ear)))

    @property
    def is_on(self) -> bool:
        """Whether words are marked at all."""
        return self._is_on

    @property
    def is_waiting(self) -> bool:
        """Whether words were asked for that have no verdict yet."""
        return bool(self._wanted)

    @property
    def trouble(self) -> Message | None:
        """Why nothing is looked up; None while nothing is known against it."""
        return self._dictionary.trouble

    def verdict(self, word: str) -> bool | None:
        """Whether a word is right; None: not known yet, ``learned`` comes when it is."""
        if not self._is_on or word in self._known or word in self._passed:
            return True
        found = self._verdicts.get(word)
        if found is None and word not in self._wanted:
            self._wanted[word] = None
            if not self._is_asking:
                self._soon.start()
        return found

    def know(self, words: frozenset[str]) -> None:
        """Take words for right: names, and the library's own dictionary."""
        if words != self._known:
            self._known = words
            self.forgot.emit()

    def pass_over(self, word: str) -> None:
        """Take a word for right until the program ends."""
        self._passed.add(word)
        self.forgot.emit()

    def switch(self, on: bool) -> None:  # a fact, not a switch
        """Mark anything at all, or nothing."""
        if on != self._is_on:
            self._is_on = on
            self.forgot.emit()

    def suggest(self, word: str) -> None:
        """Look for what may have been meant; ``suggested`` tells."""
        self._dictionary.suggest(word)

    def _ask(self) -> None:
        batch = list(self._wanted)[:_BATCH]
        if batch:
            self._is_asking = True
            self._dictionary.check(batch)

    def _on_checked(self, verdicts: dict[str, bool]) -> None:
        self._is_asking = False
        self._verdicts.update(verdicts)
        for word in verdicts:
            self._wanted.pop(word, None)
        self.learned.emit()
        self._ask()


class _Ear(QObject):
    """Brings what the dictionary's thread says to the window's."""

    checked = Signal(object)
    suggested = Signal(str, tuple)


class _Listener:
    """The dictionary's listener; apart from the QObject, whose signals bear these names."""

    def __init__(self, ear: _Ear) -> None:
        self._ear = ear

    def checked(self, verdicts: dict[str, bool]) -> None:
        self._ear.checked.emit(verdicts)

    def suggested(self, word: str, suggestions: Sequence[str]) -> None:
        self._ear.suggested.emit(word, tuple(suggestions))
