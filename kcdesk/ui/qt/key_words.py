"""Keys in words, as people call them."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence


def key_words(keys: QKeySequence | str) -> str:
    """Return keys in the language and manner of the system; the return key is called Enter."""
    sequence = QKeySequence(keys)
    combinations = [sequence[at] for at in range(sequence.count())]  # type: ignore[index]  # stub
    named = QKeySequence(*map(_named, combinations)) if combinations else sequence
    return named.toString(QKeySequence.SequenceFormat.NativeText)


def _named(combination: QKeyCombination) -> QKeyCombination:
    if combination.key() != Qt.Key.Key_Return:
        return combination
    return QKeyCombination(combination.keyboardModifiers(), Qt.Key.Key_Enter)
