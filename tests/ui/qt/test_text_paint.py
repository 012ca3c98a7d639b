"""Lines that are painted hold all of a text, whatever its letters."""

from __future__ import annotations

from PySide6.QtGui import QFont

from kcdesk.ui.qt.text_paint import broken


def test_letters_beyond_the_basic_plane_do_not_shift_the_cut(qapp) -> None:
    text = "🚀🚀🚀 Cykelbanan vid skolan byggs om till våren och hösten"
    lines = broken(text, QFont(), 120, 20)
    assert len(lines) > 1
    assert " ".join(lines).split() == text.split()
