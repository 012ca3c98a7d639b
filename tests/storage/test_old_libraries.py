"""Libraries of every earlier form open with all that they hold."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.writer import write_meeting
from kcdesk.services.export_meeting import export_meeting
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.migration import migrations

FOLDER = Path(__file__).resolve().parent.parent / "old_libraries"
LIBRARIES = sorted(FOLDER.glob("*.kcdesk.xz"))


@pytest.fixture(params=LIBRARIES, ids=lambda path: path.name.split(".")[0])
def old(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[LibraryFile, list[int], bytes]]:
    packed: Path = request.param
    path = tmp_path / "old.kcdesk"
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    told = lzma.decompress((FOLDER / packed.name.replace("kcdesk", "json")).read_bytes())
    backed_up: list[int] = []
    library = LibraryFile.open(path, back_up=lambda _path, version: backed_up.append(version))
    yield library, backed_up, told
    library.close()


def test_each_earlier_form_is_kept_here() -> None:
    kept = [path.name for path in LIBRARIES]
    assert kept[0] == "version_1.kcdesk.xz"
    assert len(kept) <= len(migrations())


def test_it_holds_the_same_meeting_as_before(old: tuple[LibraryFile, list[int], bytes]) -> None:
    library, _, told = old
    was = read_meeting(told)
    kept = export_meeting(was.meeting.root_id, library)
    assert write_meeting(kept) == write_meeting(was)
    assert library.verify() == ()


def test_it_was_backed_up_before_each_step(old: tuple[LibraryFile, list[int], bytes]) -> None:
    _, backed_up, _ = old
    assert backed_up == [*range(len(migrations()) + 1)][-len(backed_up) - 1 : -1]
