"""The window opens whole on the screen that there is."""

import pytest
from PySide6.QtCore import QSize

from kcdesk.ui.shell.first_size import first_size


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1040), (1440, 900)),
        ((1440, 900), (1424, 852)),
        ((1366, 728), (1350, 680)),
        ((800, 800), (1280, 752)),
    ],
)
def test_it_fits_but_is_never_so_small_that_much_is_put_away(screen, size):
    assert first_size(QSize(*screen)) == QSize(*size)
