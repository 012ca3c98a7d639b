"""A real library file in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.signed import with_sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Möten.kcdesk"


@pytest.fixture
def library(path: Path) -> Iterator[LibraryFile]:
    opened = LibraryFile.new(path, author="Anna Berg")
    yield opened
    opened.close()


@pytest.fixture
def opened(path: Path) -> Iterator[tuple[LibraryFile, EditingSession]]:
    """A library with the sample meeting, which is open."""
    library, session = with_sample(path)
    yield library, session
    library.close()
