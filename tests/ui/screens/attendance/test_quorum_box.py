"""The chip of the quorum never says that all is well where more serve than there are seats."""

from __future__ import annotations

import pytest

from kcdesk.domain.attendance import Quorum
from kcdesk.ui.screens.attendance.quorum_box import QuorumBox


@pytest.mark.parametrize(
    ("serving", "words", "role"),
    [
        (2, "Inte beslutsför: 2 av 5 tjänstgör, 3 krävs", "soon"),
        (5, "Beslutsför: 5 av 5 tjänstgör, 3 krävs", "chip"),
        (9, "9 tjänstgör, 5 platser: för många står som ledamöter", "soon"),
    ],
)
def test_it_says_how_many_serve_of_how_many_seats(
    qtbot, serving: int, words: str, role: str
) -> None:
    box = QuorumBox()
    qtbot.addWidget(box)
    box.show_quorum(Quorum(serving, 5))
    assert (box.text(), box.property("role")) == (words, role)
