"""Lines that are painted hold all of a text, whatever its letters."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from kcdesk.ui.qt.text_paint import broken


def test_letters_beyond_the_basic_plane_do_not_shift_the_cut(qapp) -> None:
    text = "🚀🚀🚀 Cykelbanan vid skolan byggs om till våren och hösten"
    lines = broken(text, QFont(), 120, 20)
    assert len(lines) > 1
    assert " ".join(lines).split() == text.split()


def test_a_word_wider_than_its_line_parts_with_a_hyphen(qapp) -> None:
    font, word = QFont(), "konsumentvägledning"
    whole = QFontMetrics(font).horizontalAdvance(word)
    for width in range(whole // 3, whole):
        lines = broken(word, font, width, 20)
        assert "".join(line.removesuffix("-") for line in lines) == word
        assert all(line.endswith("-") for line in lines[:-1])
        assert len(lines[-1]) >= 3, "no letter stands alone"
        assert all(QFontMetrics(font).horizontalAdvance(line) <= width for line in lines)
    assert broken(word, font, whole + 2, 20) == [word]


def test_what_is_joined_already_gets_no_second_hyphen(qapp) -> None:
    font = QFont()
    width = QFontMetrics(font).horizontalAdvance("Bergengren-")
    assert broken("Bergengren-Åkerblom", font, width + 4, 20) == ["Bergengren-", "Åkerblom"]
