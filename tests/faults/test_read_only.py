"""A file or folder that may not be changed opens for reading; not a byte is changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin, rows_of_a_meeting

NOBODY = 65534

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="rights of another kind there")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may look into; pytest's own are closed to others."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def as_nobody(path: Path, stream_id: str) -> int:
    """Open the library with no rights of root; returns 0 when all is as it should be."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 1  # pragma: no cover  # in the child
    try:  # pragma: no cover
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        status = 0 if opens_for_reading(path, stream_id) else 2
    finally:  # pragma: no cover
        os._exit(status)


def opens_for_reading(path: Path, stream_id: str) -> bool:
    library = LibraryFile.open(path)
    session = EditingSession(stream_id, library)
    setting = session.records.setting(stream_id, "place", "Umeå")
    try:
        session.perform(Group(Message("x"), setting))
    except UserFacingError:
        return library.read_only and session.records.root(Meeting).place == ""
    return False


@pytest.mark.parametrize(("file_rights", "folder_rights"), [(0o444, 0o777), (0o666, 0o555)])
def test_without_rights_a_library_is_read_and_nothing_is_changed(
    folder: Path, file_rights: int, folder_rights: int
) -> None:
    path = folder / "a.kcdesk"
    library = LibraryFile.new(path)
    stream_id = begin(library, rows_of_a_meeting())
    library.load(stream_id)
    library.close()
    path.chmod(file_rights)
    folder.chmod(folder_rights)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert as_nobody(path, stream_id) == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in folder.iterdir()] == [path.name]
