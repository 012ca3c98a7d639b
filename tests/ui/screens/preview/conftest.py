"""A preview of a small meeting, with real PDFs from a real process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kcdesk import i18n
from kcdesk.documents.page_image import page_images
from kcdesk.documents.preview import PreviewProcess
from kcdesk.ui.screens.preview import PreviewPanel
from tests.documents.printers import one_page_an_item
from tests.ui.screens.meeting import body, context, meeting
from tests.ui.screens.preview.settling import settle


@pytest.fixture
def preview() -> Iterator[PreviewProcess]:
    made = PreviewProcess(one_page_an_item)
    yield made
    made.close()


@pytest.fixture
def desk():
    return context(meeting(items=4), body())


@pytest.fixture
def panel(qtbot, desk, preview):
    i18n.use("en")
    made = PreviewPanel(desk, preview, page_images)
    qtbot.addWidget(made)
    made.resize(440, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(qtbot, made)
    yield made
    i18n.use("sv")
