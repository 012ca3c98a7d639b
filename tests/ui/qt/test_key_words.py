"""Keys are called what stands on them."""

from PySide6.QtGui import QKeySequence

from kcdesk.ui.qt.key_words import key_words


def test_return_is_called_enter() -> None:
    assert key_words("Ctrl+Return") == key_words(QKeySequence("Ctrl+Enter")) == "Ctrl+Enter"
    assert key_words("Ctrl+Shift+M").endswith("M")
    assert key_words("") == ""
