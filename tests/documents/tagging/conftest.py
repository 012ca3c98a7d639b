"""An empty document and the canvas that draws it."""

from __future__ import annotations

import pytest

from kcdesk.documents.fonts import font
from kcdesk.documents.tagging.canvas import TaggedCanvas
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.metadata import Metadata


@pytest.fixture
def root() -> Element:
    font("Text")
    return Element("Document")


@pytest.fixture
def canvas(root: Element) -> TaggedCanvas:
    return TaggedCanvas(root, Metadata("Prov <&>"), "Text")
